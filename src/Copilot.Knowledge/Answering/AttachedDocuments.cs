using System.Globalization;
using Copilot.Contracts;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Answering;

/// <summary>Answers questions from the documents that were attached to them, and from no others.</summary>
internal sealed class AttachedDocuments(KnowledgeSearch search, IKnowledgeStore store, KnowledgeOptions options)
{
    private const int Considered = 40;

    private readonly UploadShelf _shelf = new(store);

    /// <summary>Answers from the attachments of a question.</summary>
    /// <returns>The answer, or that there is none; null when nothing is attached that is still there.</returns>
    public async Task<ToolResult?> AnswerAsync(ToolContext context, string question, CancellationToken cancellationToken)
    {
        var documents = new List<StoredDocument>();
        foreach (var id in context.Attachments.Distinct(StringComparer.Ordinal))
        {
            documents.AddRange(await _shelf.DocumentsAsync(context.Caller.Id, id, cancellationToken));
        }

        if (documents.Count == 0)
        {
            return null;
        }

        IReadOnlyList<DocumentKey> keys = [.. documents.Select(d => new DocumentKey(d.Collection, d.Label.Id))];
        var findings = new AnswerFindings(options.Collection, context.Now);
        if (OverviewQuestion.Is(question))
        {
            await new DocumentOverview(store).AddAsync(findings, new PassageFilter { Reader = Reader.Of(context.Caller), Day = context.Today, Only = keys }, cancellationToken);
            return findings.Result.Findings.Count > 0 ? findings.Result : Nothing(documents);
        }

        if (ForeignInstructions.In(question))
        {
            return Nothing(documents);
        }

        var query = new KnowledgeQuery { Text = question, Caller = context.Caller, AsOf = context.Today, Top = Considered, Only = keys };
        var found = await search.RankAsync(query, cancellationToken);
        if (new AnswerFinder(options.LeastCoverage).Find(question, found.Question, found.Ranked, new Subject(query), supplier: false) is not { } answer)
        {
            return Nothing(documents);
        }

        findings.Add(answer);
        return findings.Result;
    }

    private static ToolResult Nothing(List<StoredDocument> documents) => new()
    {
        Outcome = ToolOutcome.Ok,
        Found = false,
        Reason = string.Create(
            CultureInfo.InvariantCulture,
            $"I found nothing in {(documents.Count == 1 ? "the attached document" : $"the {documents.Count} attached documents")} that answers this. Ask with the document's own words, or what it is about."),
    };
}
