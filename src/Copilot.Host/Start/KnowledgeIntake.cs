using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Knowledge;

namespace Copilot.Host.Start;

/// <summary>Takes documents in and writes into the audit trail that it did.</summary>
internal sealed class KnowledgeIntake(KnowledgeIngestor ingestor, IAuditTrail audit, TimeProvider time)
{
    // An upload belongs to its owner and not to one conversation: it may come before the first question.
    private const string ChatUploads = "chat";

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

    /// <summary>Takes in what a person uploads; nobody else may read it.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="fileName">Its name with extension.</param>
    /// <param name="caller">The person.</param>
    /// <param name="cancellationToken">Stops the upload.</param>
    /// <returns>The documents it holds, and what there is to say about them.</returns>
    /// <exception cref="CopilotException">It is too large or has no name.</exception>
    public async Task<UploadReport> TakeUploadAsync(Stream content, string fileName, Caller caller, CancellationToken cancellationToken)
    {
        var report = await ingestor.TakeUploadAsync(content, fileName, caller.Id, ChatUploads, cancellationToken);
        if (report.Documents.Count > 0)
        {
            await AppendAsync(
                caller.Tenant,
                caller.Id,
                new JsonObject
                {
                    ["collection"] = report.Documents[0].Collection,
                    ["uploaded"] = new JsonArray([.. report.Documents.Select(d => JsonValue.Create(d.Id))]),
                    ["attachment"] = report.AttachmentId,
                    ["refused"] = report.Failed.Count,
                },
                cancellationToken);
        }

        return report;
    }

    /// <summary>Gets the documents of an upload.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="attachmentId">The upload. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The documents; none when the person uploaded no such thing.</returns>
    public Task<IReadOnlyList<UploadedDocument>> FindUploadAsync(Caller caller, string attachmentId, CancellationToken cancellationToken)
        => ingestor.FindUploadAsync(caller.Id, attachmentId, cancellationToken);

    /// <summary>Forgets an upload.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="attachmentId">The upload. Untrusted.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>False when the person uploaded no such thing.</returns>
    public async Task<bool> ForgetUploadAsync(Caller caller, string attachmentId, CancellationToken cancellationToken)
    {
        var documents = await ingestor.FindUploadAsync(caller.Id, attachmentId, cancellationToken);
        if (documents.Count == 0)
        {
            return false;
        }

        await AppendAsync(
            caller.Tenant,
            caller.Id,
            new JsonObject
            {
                ["collection"] = documents[0].Collection,
                ["attachment"] = attachmentId,
                ["forgotten"] = new JsonArray([.. documents.Select(d => JsonValue.Create(d.Id))]),
            },
            cancellationToken);
        return await ingestor.ForgetUploadAsync(caller.Id, attachmentId, cancellationToken);
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
                "default",
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

    private async Task AppendAsync(string tenant, string by, JsonObject content, CancellationToken cancellationToken)
        => await audit.AppendAsync(
            new AuditEntry { Tenant = tenant, Kind = AuditEntryKind.KnowledgeChanged, CallerId = by, At = time.GetUtcNow(), Content = content },
            cancellationToken);
}
