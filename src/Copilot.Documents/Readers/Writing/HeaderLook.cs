namespace Copilot.Documents.Readers.Writing;

/// <summary>Tells whether a table's first row looks like its header: several short words, all different, none of them a value.</summary>
internal static class HeaderLook
{
    private const int LongestWord = 80;

    /// <summary>Says whether a first row is a header by its looks.</summary>
    /// <param name="cells">The row's cells.</param>
    public static bool IsHeader(IReadOnlyList<string> cells)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        int filled = 0, years = 0;
        foreach (var cell in cells)
        {
            var text = cell.AsSpan().Trim();
            if (text.Length == 0)
            {
                continue;
            }

            filled++;
            years += IsYear(text) ? 1 : 0;
            if (text.Length > LongestWord || (IsValue(text) && !IsYear(text)) || !seen.Add(text.ToString()))
            {
                return false;
            }
        }

        return filled > 1 && filled > years && filled * 2 > cells.Count;
    }

    /// <summary>Years head columns as often as words do.</summary>
    private static bool IsYear(ReadOnlySpan<char> text) => text.Length == 4 && (text.StartsWith("19") || text.StartsWith("20")) && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]);

    /// <summary>Says whether a text is a number, an amount, a date or the like: digits and signs without a word.</summary>
    public static bool IsValue(ReadOnlySpan<char> text)
    {
        int digits = 0, letters = 0;
        foreach (var c in text)
        {
            digits += char.IsDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return digits > 0 && letters <= Math.Max(digits, 3) && !(letters > 0 && digits <= 2 && char.IsLetter(text[0]));
    }
}
