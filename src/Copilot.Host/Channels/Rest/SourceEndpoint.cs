using System.Security.Claims;
using Copilot.Contracts;
using Copilot.Host.Identity;
using Copilot.Host.Storage;

namespace Copilot.Host.Channels.Rest;

/// <summary><c>GET /api/v1/sources/{turnId}/{sourceId}</c>: what stands behind a mark, opened with the reader's rights of this moment.</summary>
internal static class SourceEndpoint
{
    /// <summary>Adds the call.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
        => api.MapGet("/sources/{turnId}/{sourceId}", OpenAsync)
            .WithName("openSource")
            .WithSummary("Opens a source of a turn of yours: the passage in its document, the record, or the calculation with its inputs.")
            .Produces<SourceView>().ProducesProblem(404);

    private static async Task<IResult> OpenAsync(
        string turnId,
        string sourceId,
        ClaimsPrincipal user,
        TurnStore turns,
        IEnumerable<ISourceOpener> openers,
        AuditNotes audit,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var caller = user.Caller();
        if (await turns.FindAsync(caller, turnId, cancellationToken) is not { } stored)
        {
            return Problems.NoTurn.ToResult(context);
        }

        if (!stored.Evidence.TryGetValue(sourceId, out var evidence)
            || openers.FirstOrDefault(candidate => candidate.Opens(evidence)) is not { } opener
            || await opener.OpenAsync(caller, evidence, cancellationToken) is not { } view)
        {
            return Problems.NoSource.ToResult(context);
        }

        await audit.WriteAsync(
            caller,
            AuditEntryKind.SourceOpened,
            new() { ["source"] = sourceId, ["evidence"] = evidence.Id, ["version"] = view.Version },
            turnId,
            stored.Turn.ConversationId,
            cancellationToken);
        return Results.Json(view, ContractJson.Options);
    }
}
