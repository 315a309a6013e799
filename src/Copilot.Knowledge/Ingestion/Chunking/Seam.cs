using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>Finds where a block that is too long is cut with the least harm.</summary>
internal static class Seam
{
    /// <summary>Gets the offset of the cut: the last item, row, line, sentence or word that ends before the limit, in this order.</summary>
    public static int Before(string text, int start, int limit, TextBlock piece)
    {
        var seam = LastUpTo(piece.Seams, limit);
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

    /// <summary>The last seam that lies at or before an offset, or -1; they ascend, and a long table has many.</summary>
    private static int LastUpTo(IReadOnlyList<int> seams, int limit)
    {
        var (low, high) = (0, seams.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = seams[middle] > limit ? (low, middle) : (middle + 1, high);
        }

        return low == 0 ? -1 : seams[low - 1];
    }
}
