using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Knowledge;

namespace Copilot.Host.Start;

/// <summary>Takes documents in and writes into the audit trail that it did.</summary>
internal sealed class KnowledgeIntake(KnowledgeIngestor ingestor, IAuditTrail audit, TimeProvider time)
{
    /// <summary>Takes files and folders.</summary>
    /// <param name="paths">The files and folders.</param>
    /// <param name="collection">The collection, or null for the default.</param>
    /// <param name="readers">The roles that may read them, in the place of what the documents say; or null.</param>
    /// <param name="by">Who did it, for the audit trail.</param>
    /// <param name="progress">Told after each file; or null.</param>
    /// <param name="cancellationToken">Stops between two documents.</param>
    /// <returns>What was done.</returns>
    public async Task<IngestReport> TakeAsync(
        IReadOnlyList<string> paths, string? collection, IReadOnlyList<string>? readers, string by, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var report = await ingestor.IngestAsync(paths, collection, readers, progress, cancellationToken);
        if (report.Added + report.Updated + report.Removed > 0)
        {
            await audit.AppendAsync(
                new AuditEntry
                {
                    Tenant = "default",
                    Kind = AuditEntryKind.KnowledgeChanged,
                    CallerId = by,
                    At = time.GetUtcNow(),
                    Content = new JsonObject
                    {
                        ["collection"] = report.Collection,
                        ["added"] = report.Added,
                        ["updated"] = report.Updated,
                        ["removed"] = report.Removed,
                        ["refused"] = report.Failed.Count,
                        ["readers"] = readers is null ? null : new JsonArray([.. readers.Select(reader => JsonValue.Create(reader))]),
                    },
                },
                cancellationToken);
        }

        return report;
    }
}
