using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Knowledge;

namespace Copilot.Host.Start;

/// <summary>Takes documents in and writes into the audit trail that it did.</summary>
internal sealed class KnowledgeIntake(KnowledgeIngestor ingestor, IAuditTrail audit, TimeProvider time)
{
    /// <summary>Takes files and folders.</summary>
    /// <param name="paths">The files and folders.</param>
    /// <param name="collection">The collection, or null for that of each file's source.</param>
    /// <param name="readers">Who may read them, in the place of what the documents and their sources say; or null.</param>
    /// <param name="by">Who did it, for the audit trail.</param>
    /// <param name="progress">Told after each file; or null.</param>
    /// <param name="cancellationToken">Stops the work; the rest stays in the queue.</param>
    /// <returns>What was done.</returns>
    public async Task<IngestReport> TakeAsync(
        IReadOnlyList<string> paths, string? collection, IReadOnlyList<string>? readers, string by, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var report = await ingestor.IngestAsync(paths, collection, readers, progress, cancellationToken);
        await NoteAsync(report, by, readers, cancellationToken);
        return report;
    }

    /// <summary>Takes what the sources have now.</summary>
    /// <param name="source">A source's name in <c>sources.json</c>, or null for all.</param>
    /// <param name="by">Who did it, for the audit trail.</param>
    /// <param name="progress">Told after each file; or null.</param>
    /// <param name="cancellationToken">Stops the work; the rest stays in the queue.</param>
    /// <returns>What was done.</returns>
    public async Task<IngestReport> TakeSourceAsync(string? source, string by, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var report = await ingestor.IngestSourceAsync(source, progress, cancellationToken);
        await NoteAsync(report, by, null, cancellationToken);
        return report;
    }

    /// <summary>Takes in what a person uploads in a conversation; nobody else may read it.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="fileName">Its name with extension.</param>
    /// <param name="caller">The person.</param>
    /// <param name="conversationId">The conversation it belongs to.</param>
    /// <param name="cancellationToken">Stops the upload.</param>
    /// <returns>The documents it holds, and what there is to say about them.</returns>
    /// <exception cref="CopilotException">It is too large or has no name.</exception>
    public async Task<UploadReport> TakeUploadAsync(Stream content, string fileName, Caller caller, string conversationId, CancellationToken cancellationToken)
    {
        var report = await ingestor.TakeUploadAsync(content, fileName, caller.Id, conversationId, cancellationToken);
        if (report.Documents.Count > 0)
        {
            await AppendAsync(
                caller.Id,
                new JsonObject
                {
                    ["collection"] = report.Documents[0].Collection,
                    ["uploaded"] = new JsonArray([.. report.Documents.Select(d => JsonValue.Create(d.Id))]),
                    ["conversation"] = conversationId,
                    ["refused"] = report.Failed.Count,
                },
                cancellationToken);
        }

        return report;
    }

    /// <summary>Writes into the audit trail what was done, if anything was.</summary>
    /// <param name="report">What was done.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="readers">Readers that were given for it, or null.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task NoteAsync(IngestReport report, string by, IReadOnlyList<string>? readers, CancellationToken cancellationToken)
        => report.Added + report.Updated + report.Removed == 0
            ? Task.CompletedTask
            : AppendAsync(
                by,
                new JsonObject
                {
                    ["collection"] = report.Collection,
                    ["added"] = report.Added,
                    ["updated"] = report.Updated,
                    ["removed"] = report.Removed,
                    ["refused"] = report.Failed.Count,
                    ["readers"] = readers is null ? null : new JsonArray([.. readers.Select(reader => JsonValue.Create(reader))]),
                },
                cancellationToken);

    private async Task AppendAsync(string by, JsonObject content, CancellationToken cancellationToken)
        => await audit.AppendAsync(
            new AuditEntry { Tenant = "default", Kind = AuditEntryKind.KnowledgeChanged, CallerId = by, At = time.GetUtcNow(), Content = content },
            cancellationToken);
}
