using System.Security.Claims;
using Copilot.Contracts;
using Copilot.Host.Channels;
using Copilot.Host.Identity;
using Copilot.Knowledge;

namespace Copilot.Host.Console;

/// <summary>The queue of ingestion: operators see how far it is and what failed; operations managers have a source looked at and a file read again, which the audit trail holds before it is done.</summary>
internal static class QueueEndpoints
{
    private const int LongestName = 4096;

    /// <summary>Adds the calls.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/knowledge").RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireRole(RoleNames.OperationsManager, RoleNames.Auditor));
        group.MapGet("/progress", ShowAsync)
            .WithName("showQueue").WithSummary("What ingestion is doing: what waits, what is being read, what was done last, what failed and why. For operators.")
            .Produces<QueueView>().ProducesProblem(403);
        var acting = api.MapGroup("/knowledge").RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireRole(RoleNames.OperationsManager));
        acting.MapPost("/sources/{name}/sync", SyncAsync)
            .WithName("syncSource").WithSummary("Has a source of documents looked at now. For operations managers.")
            .Produces<QueuedView>(202).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422).ProducesProblem(503);
        acting.MapPost("/retry", RetryAsync)
            .WithName("retryFile").WithSummary("Has a file that failed read once more. For operations managers.")
            .Produces<QueuedView>(202).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
    }

    private static async Task<IResult> ShowAsync(ClaimsPrincipal user, KnowledgeIngestor ingestor, KnowledgeQueue queue, QueueLooks looks, CancellationToken cancellationToken)
    {
        var caller = user.Caller();
        var progress = await ingestor.ProgressAsync(cancellationToken);
        var (sources, fault) = SourcesOf(queue);
        await looks.NoteAsync(caller, cancellationToken);
        return Results.Json(new QueueView(progress, sources, fault, caller.Roles.Contains(RoleNames.OperationsManager, StringComparer.Ordinal)), ContractJson.Options);
    }

    private static async Task<IResult> SyncAsync(string name, ClaimsPrincipal user, KnowledgeQueue queue, AuditNotes audit, HttpContext context, CancellationToken cancellationToken)
    {
        if (queue.Sources().FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } source)
        {
            return Problems.NoKnowledgeSource.ToResult(context);
        }

        await audit.WriteAsync(
            user.Caller(), AuditEntryKind.KnowledgeChanged, new() { ["asked"] = "sync", ["source"] = source.Name, ["collection"] = source.Collection }, null, null, cancellationToken);
        return await queue.SyncAsync(source.Name, cancellationToken) is { } run ? Queued(run) : Problems.NoKnowledgeSource.ToResult(context);
    }

    private static async Task<IResult> RetryAsync(RetryRequest request, ClaimsPrincipal user, KnowledgeQueue queue, AuditNotes audit, HttpContext context, CancellationToken cancellationToken)
    {
        if (request is not { Collection: { Length: > 0 and <= LongestName } collection, File: { Length: > 0 and <= LongestName } file })
        {
            return Problems.BadBody.ToResult(context);
        }

        await audit.WriteAsync(
            user.Caller(), AuditEntryKind.KnowledgeChanged, new() { ["asked"] = "retry", ["collection"] = collection, ["file"] = file }, null, null, cancellationToken);
        return await queue.RetryAsync(collection, file, cancellationToken) is { } run ? Queued(run) : Problems.NoFailure.ToResult(context);
    }

    private static IResult Queued(long run) => Results.Json(new QueuedView(run), ContractJson.Options, statusCode: StatusCodes.Status202Accepted);

    // A broken file of sources must not hide what the queue does.
    private static (IReadOnlyList<IngestSource> Sources, string? Fault) SourcesOf(KnowledgeQueue queue)
    {
        try
        {
            return (queue.Sources(), null);
        }
        catch (CopilotException broken)
        {
            return ([], broken.Message);
        }
    }
}
