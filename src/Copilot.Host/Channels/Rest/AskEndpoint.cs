using System.Security.Claims;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Host.Identity;

namespace Copilot.Host.Channels.Rest;

/// <summary><c>POST /api/v1/ask</c>: a turn as JSON, or its events one by one when the client accepts an event stream.</summary>
internal static class AskEndpoint
{
    private const string EventStream = "text/event-stream";
    private const string Channel = "rest";

    /// <summary>Adds the call.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
        => api.MapPost("/ask", AskAsync)
            .WithName("ask")
            .WithSummary("Asks a question. With Accept: text/event-stream the events of the turn, the last of type 'turn'.")
            .Produces<Turn>()
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(404).ProducesProblem(429).ProducesProblem(503);

    private static async Task<IResult> AskAsync(
        AskRequest ask, ClaimsPrincipal user, QuestionDesk desk, HttpContext context, CancellationToken cancellationToken)
    {
        var accepted = await desk.AcceptAsync(ask, user.Caller(), Channel, cancellationToken);
        if (accepted.Turn is null)
        {
            return accepted.Problem!.In(CallerLanguage.Read(ask?.Language) ?? user.Caller().Language).ToResult(context);
        }

        var updates = desk.RunAsync(accepted.Turn, cancellationToken);
        if (WantsEvents(context.Request))
        {
            await WriteEventsAsync(context.Response, updates, cancellationToken);
            return Results.Empty;
        }

        Turn? turn = null;
        await foreach (var update in updates)
        {
            turn = (update as TurnFinished)?.Turn;
        }

        return Results.Json(turn, ContractJson.Options);
    }

    private static bool WantsEvents(HttpRequest request)
        => request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals(EventStream, StringComparison.OrdinalIgnoreCase));

    private static async Task WriteEventsAsync(HttpResponse response, IAsyncEnumerable<TurnUpdate> updates, CancellationToken cancellationToken)
    {
        response.ContentType = EventStream;
        response.Headers["X-Accel-Buffering"] = "no";
        await foreach (var update in updates.WithCancellation(cancellationToken))
        {
            // One line of JSON an event: our JSON never holds a line break.
            await response.WriteAsync($"data: {JsonSerializer.Serialize(update, ContractJson.Options)}\n\n", cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }
    }
}
