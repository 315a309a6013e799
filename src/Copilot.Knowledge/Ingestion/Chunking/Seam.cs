using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>Finds where a block that is too long is cut with the least harm.</summary>
internal static class Seam
{
    /// <summary>Gets the offset of the cut: the last item, row, line, sentence or word that ends before the limit, in this order.</summary>
    public static int Before(string text, int start, int limit, TextBlock piece)
    {
        var seam = piece.Seams.LastOrDefault(s => s > start && s <= limit);
        if (seam > start)
        {
            return seam;
        }

        var window = text.AsSpan(start, limit - start);
        var least = window.Length / 3;
        var line = window.LastIndexOf('\n') + 1;
        if (line > least)
        {
            return start + line;
        }

        var sentence = piece.Kind == BlockKind.Block ? 0 : window.LastIndexOf(". ") + 2;
        if (sentence > least)
        {
            return start + sentence;
        }

        var word = window.LastIndexOfAny(' ', '\t') + 1;
        if (word > least)
        {
            return start + word;
        }

        // No white space at all; a surrogate pair must stay together.
        return char.IsHighSurrogate(text[limit - 1]) && limit - 1 > start ? limit - 1 : limit;
    }
}
