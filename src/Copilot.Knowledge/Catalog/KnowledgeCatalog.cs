using Copilot.Contracts;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge;

/// <summary>
/// What the library holds and how it was cut, for operators: without regard to readers. What people uploaded for themselves is left out. Whoever
/// shows it writes into the audit trail who looked.
/// </summary>
public sealed class KnowledgeCatalog
{
    private readonly IKnowledgeStore _store;

    internal KnowledgeCatalog(IKnowledgeStore store) => _store = store;

    /// <summary>Lists documents by collection and id.</summary>
    /// <param name="collection">The collection, or null for all.</param>
    /// <param name="words">Words that title, id, source or subject must hold, or null.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="top">How many are wanted, 1 to 500.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A page of the list.</returns>
    public async Task<CatalogPage<CatalogDocument>> ListAsync(string? collection, string? words, int skip, int top, CancellationToken cancellationToken)
    {
        var wanted = (words ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var all = (await _store.ListAsync(collection, cancellationToken)).Where(d => !IsUpload(d) && wanted.All(w => Holds(d, w))).ToList();
        return new CatalogPage<CatalogDocument>(all.Count, [.. all.Skip(Math.Max(0, skip)).Take(Math.Clamp(top, 1, 500)).Select(Of)]);
    }

    /// <summary>Lists the passages of a document, in order.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="id">The document.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="top">How many are wanted, 1 to 500.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A page of passages with the document, or null when there is no such document.</returns>
    public async Task<(CatalogDocument Document, CatalogPage<CatalogPassage> Passages)?> PassagesAsync(
        string collection, string id, int skip, int top, CancellationToken cancellationToken)
    {
        var listed = (await _store.ListAsync(collection, cancellationToken)).FirstOrDefault(d => !IsUpload(d) && d.Document.Label.Id == id);
        if (listed is null)
        {
            return null;
        }

        var first = Math.Max(0, skip);
        var chunks = await _store.ChunksAsync(null, new DocumentKey(collection, id), first, first + Math.Clamp(top, 1, 500) - 1, cancellationToken);
        return (Of(listed), new CatalogPage<CatalogPassage>(listed.Chunks, [.. chunks.Select(Of)]));
    }

    private static bool IsUpload(ListedDocument listed) => listed.Document.Collection == UploadShelf.Collection;

    private static bool Holds(ListedDocument listed, string word)
    {
        var label = listed.Document.Label;
        return new[] { label.Title, label.Id, listed.Document.Source }.Concat(label.About).Any(t => t.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static CatalogDocument Of(ListedDocument listed)
    {
        var (document, label) = (listed.Document, listed.Document.Label);
        return new CatalogDocument
        {
            Collection = document.Collection,
            Id = label.Id,
            Title = label.Title,
            Source = document.Source,
            Format = document.Format,
            Language = document.Language,
            Kind = label.Kind,
            Owner = label.Owner,
            Revision = label.Revision,
            ValidFrom = label.ValidFrom,
            ValidTo = label.ValidTo,
            SupersededBy = listed.SupersededBy,
            Readers = label.Readers,
            Gate = document.Gate is { } gate ? FormattableString.Invariant($"{gate.Model} {gate.Id}") : null,
            Companies = label.Companies,
            About = label.About,
            Pages = document.Pages,
            Length = listed.Length,
            Passages = listed.Chunks,
            Notes = document.Notes,
        };
    }

    private static CatalogPassage Of(Candidate chunk)
        => new()
        {
            Number = chunk.Ordinal + 1,
            HeadingPath = chunk.HeadingPath,
            Start = chunk.Start,
            End = chunk.End,
            Page = chunk.Page,
            Lead = chunk.Lead,
            Text = chunk.Text,
            Marks = [.. Marks(chunk.Marks)],
        };

    private static IEnumerable<string> Marks(BlockMark marks)
    {
        if (marks.HasFlag(BlockMark.Hidden))
        {
            yield return "hidden";
        }

        if (marks.HasFlag(BlockMark.ReadsBadly))
        {
            yield return "reads badly";
        }
    }
}
