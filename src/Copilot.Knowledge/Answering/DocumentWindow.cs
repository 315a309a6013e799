using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Answering;

/// <summary>Looks into the text of a document without holding all of a long one.</summary>
internal sealed class DocumentWindow(IKnowledgeStore store, DocumentKey document, int length)
{
    /// <summary>A document up to so many characters is shown whole.</summary>
    public const int Whole = 60_000;

    private const int Around = 20_000;
    private const int Step = 500_000;

    /// <summary>Finds words in the document: at the place they were cited from, or where they have moved.</summary>
    public async Task<PassagePlace?> FindAsync(PassagePlace cited, string excerpt, CancellationToken cancellationToken)
    {
        if (excerpt.Length == 0)
        {
            return cited.Start >= 0 && cited.Start <= cited.End && cited.End <= length ? cited : null;
        }

        if (cited.Start >= 0 && cited.End <= length && cited.End - cited.Start == excerpt.Length
            && (await ReadAsync(cited.Start, cited.End, cancellationToken)).Text == excerpt)
        {
            return cited;
        }

        for (var from = 0; from < length; from += Step)
        {
            var (text, start, _) = await ReadAsync(from, Math.Min(length, from + Step + excerpt.Length), cancellationToken);
            var moved = text.IndexOf(excerpt, StringComparison.Ordinal);
            if (moved >= 0)
            {
                // The page and its box were those of the old place.
                return cited with { Start = start + moved, End = start + moved + excerpt.Length, Page = null, Box = null };
            }
        }

        return null;
    }

    /// <summary>Gets what is shown around a place, with its start and the parts it lies in.</summary>
    public Task<(string Text, int Start, IReadOnlyList<StoredPart> Parts)> AroundAsync(PassagePlace? place, CancellationToken cancellationToken)
        => length <= Whole ? ReadAsync(0, length, cancellationToken)
            : ReadAsync(Math.Max(0, (place?.Start ?? 0) - Around), Math.Min(length, (place?.End ?? 0) + Around), cancellationToken);

    /// <summary>Reads all of it, piece by piece. A piece begins somewhat before the end of the last, so that a table that is cut still has its heading.</summary>
    public async IAsyncEnumerable<string> PiecesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var from = 0; from < length; from += Step)
        {
            yield return (await ReadAsync(Math.Max(0, from - Around), Math.Min(length, from + Step), cancellationToken)).Text;
        }
    }

    private async Task<(string Text, int Start, IReadOnlyList<StoredPart> Parts)> ReadAsync(int from, int to, CancellationToken cancellationToken)
    {
        var parts = await store.PartsAsync(document, from, to, cancellationToken);
        if (parts.Count == 0)
        {
            return (string.Empty, from, parts);
        }

        var text = string.Concat(parts.Select(p => p.Text));
        var first = Math.Clamp(from - parts[0].Start, 0, text.Length);
        var last = Math.Clamp(to - parts[0].Start, first, text.Length);

        // A surrogate pair must stay together.
        first += first < last && char.IsLowSurrogate(text[first]) ? 1 : 0;
        last -= last > first && last < text.Length && char.IsLowSurrogate(text[last]) ? 1 : 0;
        return (text[first..last], parts[0].Start + first, parts);
    }
}
