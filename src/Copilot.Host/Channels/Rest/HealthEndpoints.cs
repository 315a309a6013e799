using Copilot.Contracts;
using Copilot.Host.Start;

namespace Copilot.Host.Channels.Rest;

/// <summary><c>/healthz</c>: alive. <c>/readyz</c>: questions can be answered, with the state of each part.</summary>
internal static class HealthEndpoints
{
    /// <summary>Adds the calls.</summary>
    /// <param name="app">The application.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous().WithName("healthz").WithSummary("Alive.");
        app.MapGet("/readyz", Ready).AllowAnonymous().WithName("readyz").WithSummary("Whether questions can be answered, with the state of each part.")
            .Produces<ReadyView>().Produces<ReadyView>(503);
    }

    private static IResult Ready(Readiness readiness)
    {
        var ready = readiness.IsReady;
        return Results.Json(
            new ReadyView(ready ? "ready" : "not_ready", readiness.Parts),
            ContractJson.Options,
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
