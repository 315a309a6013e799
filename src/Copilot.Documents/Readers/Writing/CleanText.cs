using System.Buffers;
using System.Text;

namespace Copilot.Documents.Readers.Writing;

/// <summary>
/// Makes text from a file fit to keep: line ends are \n, control characters and marks without a glyph are gone, halves of
/// surrogate pairs become U+FFFD. Characters of the tag block (U+E0020 to U+E007E) spell words that no person sees; they are taken out and given apart.
/// </summary>
internal static class CleanText
{
    // Controls, soft hyphen, zero-width signs, direction marks, line and paragraph separators, surrogates (looked at one by one), byte order mark.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [
            .. Enumerable.Range(0, 0xA0).Where(c => (c < 0x20 && c is not ('\n' or '\t')) || c >= 0x7F).Select(c => (char)c),
            '\u00AD', '\u200B', '\u200E', '\u200F', '\u2028', '\u2029',
            '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2060', '\u2066', '\u2067', '\u2068', '\u2069', '\uFEFF',
            .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c),
        ]);

    /// <summary>Cleans a text.</summary>
    /// <param name="text">The text as the file has it.</param>
    /// <param name="unseen">The words spelled with tag characters; null when there are none.</param>
    public static string Of(string text, out string? unseen)
    {
        unseen = null;
        return MayHoldSuspects(text) && text.AsSpan().IndexOfAny(Suspects) is >= 0 and var first ? Rewritten(text, first, out unseen) : text;
    }

    /// <summary>Cleans a text and lets words spelled with tag characters fall.</summary>
    public static string Of(string text) => Of(text, out _);

    /// <summary>Cleans a line that is put together already: like <see cref="Line"/>, but runs of blanks stay.</summary>
    public static ReadOnlySpan<char> Row(ReadOnlySpan<char> line)
        => line.IndexOfAnyExceptInRange(' ', '~') < 0 || (!MayHoldSuspects(line) && line.IndexOfAny('\n', '\t') < 0) ? line.Trim(' ') : Of(line.ToString()).Replace('\n', ' ').Replace('\t', ' ').AsSpan().Trim();

    /// <summary>Cleans a text and makes one line of it; runs of white space become one blank.</summary>
    public static string Line(string text)
    {
        var clean = Of(text).AsSpan().Trim();
        var plain = true;
        for (var i = 0; i < clean.Length && plain; i++)
        {
            plain = !char.IsWhiteSpace(clean[i]) || (clean[i] == ' ' && clean[i - 1] != ' ');
        }

        if (plain)
        {
            return clean.Length == text.Length ? text : clean.ToString();
        }

        var line = new StringBuilder(clean.Length);
        foreach (var c in clean)
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString();
    }

    /// <summary>Whether a closer look is needed. Ranges are searched many characters at a time; the set of all suspects is not.</summary>
    private static bool MayHoldSuspects(ReadOnlySpan<char> text)
        => text.IndexOfAnyExceptInRange(' ', '~') >= 0
            && (text.IndexOfAnyInRange('\0', '\u0008') >= 0 || text.IndexOfAnyInRange('\u000B', '\u001F') >= 0 || text.IndexOfAnyInRange('\u007F', '\u009F') >= 0 || text.Contains('\u00AD')
                || text.IndexOfAnyInRange('\u200B', '\u206F') >= 0 || text.IndexOfAnyInRange('\uD800', '\uDFFF') >= 0 || text.Contains('\uFEFF'));

    private static string Rewritten(string text, int first, out string? unseen)
    {
        var kept = new StringBuilder(text.Length).Append(text, 0, first);
        StringBuilder? tags = null;
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r' || c is '\u2028' or '\u2029' or '\u0085' or '\v' or '\f')
            {
                kept.Append(c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                var rune = char.ConvertToUtf32(c, text[++i]);
                if (rune is >= 0xE0000 and <= 0xE007F)
                {
                    (tags ??= new StringBuilder()).Append(rune is >= 0xE0020 and <= 0xE007E ? (char)(rune - 0xE0000) : ' ');
                }
                else
                {
                    kept.Append(c).Append(text[i]);
                }
            }
            else if (char.IsSurrogate(c))
            {
                kept.Append('\uFFFD');
            }
            else if (!Suspects.Contains(c))
            {
                kept.Append(c);
            }
        }

        unseen = tags?.ToString().Trim() is { Length: > 0 } words ? words : null;
        return kept.ToString();
    }
}
