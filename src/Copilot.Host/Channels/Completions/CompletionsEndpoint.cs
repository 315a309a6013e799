using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host.Identity;
using Copilot.Host.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Copilot.Host.Channels.Completions;

/// <summary><c>POST /v1/chat/completions</c> and <c>GET /v1/models</c> in the shape of OpenAI's API, for chat clients that speak it. Only the last question counts; what was said before lies in the conversation.</summary>
internal static class CompletionsEndpoint
{
    /// <summary>The name under which clients find the copilot.</summary>
    public const string Model = "distribution-copilot";

    private const string Channel = "openai";

    /// <summary>Clients send the whole conversation with each question.</summary>
    private const long LargestBody = 4 * 1024 * 1024;

    /// <summary>Adds the calls.</summary>
    /// <param name="app">The application.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/v1").ExcludeFromDescription();
        api.MapPost("/chat/completions", CompleteAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        api.MapGet("/models", () => Results.Json(new { @object = "list", data = new[] { Card } }));
        api.MapGet("/models/{id}", (string id, HttpContext context) => id == Model ? Results.Json(Card) : NoModel(id).ToResult(context));
    }

    private static object Card => new { id = Model, @object = "model", created = 0, owned_by = Model };

    private static async Task<IResult> CompleteAsync(
        ClaimsPrincipal user, QuestionDesk desk, ConversationStore conversations, TimeProvider time, HttpContext context, CancellationToken cancellationToken)
    {
        var (completion, problem) = await ReadAsync(context.Request, cancellationToken);
        if (completion is null)
        {
            return problem!.ToResult(context);
        }

        if (completion.Model != Model)
        {
            return NoModel(completion.Model).ToResult(context);
        }

        var caller = user.Caller();
        var conversation = completion.ConversationId
            ?? (completion.Before is var (question, answer) ? await conversations.FindByTurnAsync(caller, question, answer, cancellationToken) : null);
        var accepted = await desk.AcceptAsync(
            new AskRequest { Question = completion.Question, ConversationId = conversation }, caller, Channel, cancellationToken);
        if (accepted.Turn is not { } turn)
        {
            return accepted.Problem!.ToResult(context);
        }

        var writer = new CompletionWriter(turn.TurnId, time.GetUtcNow());
        if (completion.Stream)
        {
            await writer.StreamAsync(context.Response, desk.RunAsync(turn, cancellationToken), completion.WantsUsage, cancellationToken);
            return Results.Empty;
        }

        Turn? finished = null;
        await foreach (var update in desk.RunAsync(turn, cancellationToken))
        {
            finished = (update as TurnFinished)?.Turn;
        }

        return Results.Json(writer.Whole(finished!), ContractJson.Options);
    }

    private static Problem NoModel(string? id)
        => new(404, "model-not-found", "No such model", $"There is no model '{(id is { Length: > 100 } ? id[..100] + "…" : id)}' here. Use {Model}; GET /v1/models lists it.");

    private static async Task<(CompletionRequest? Request, Problem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // No other content type reaches here from a web page without the browser asking first.
        if (!request.HasJsonContentType())
        {
            return (null, Problems.BadBody);
        }

        try
        {
            // Two members of one name would be a fault of the reading later.
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
            return await JsonNode.ParseAsync(request.Body, documentOptions: options, cancellationToken: cancellationToken) is JsonObject body
                ? CompletionRequest.Read(body)
                : (null, Problems.BadBody);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Half of a letter (a lone surrogate) is found only when the text is read.
            return (null, Problems.BadBody);
        }
    }
}
