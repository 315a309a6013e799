using System.Text;

namespace Copilot.Documents.Layout;

/// <summary>Makes words searchable: ligatures become letters, marks without a width go, leader dots become one mark.</summary>
internal static class WordCleaning
{
    private const char SoftHyphen = '\u00AD';
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>Cleans a word.</summary>
    /// <returns>The word; empty when nothing is left.</returns>
    public static string Clean(string word)
    {
        if (word.Length <= 4096 && !word.AsSpan().ContainsAnyExceptInRange('!', '~') && !IsLeader(word))
        {
            return word;
        }

        var clean = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case >= 0xFB00 and <= 0xFB06:
                    clean.Append(Ligatures[rune.Value - 0xFB00]);
                    break;
                case 0xF0B7 or 0xF0A7 or 0xF076 or 0xF0D8 or 0xF0FC or 0xF0A8:
                    // Bullets of symbol fonts.
                    clean.Append('•');
                    break;
                case SoftHyphen:
                    clean.Append(SoftHyphen);
                    break;
                case 0xFEFF or 0xFFFE or 0xFFFF or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x2069):
                    break;
                case 0x2010 or 0x2011:
                    clean.Append('-');
                    break;
                default:
                    if (!Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune))
                    {
                        clean.Append(rune.ToString());
                    }

                    break;
            }
        }

        // Within a word a soft hyphen only says where it may be broken.
        var text = clean.ToString();
        text = text.Length > 1 ? text[..^1].Replace(SoftHyphen.ToString(), string.Empty, StringComparison.Ordinal) + text[^1] : text;
        return IsLeader(text) ? "…" : text.Normalize(NormalizationForm.FormC);
    }

    /// <summary>Says whether so much of a page's text has no meaning (characters without a code) that its text layer is of no use.</summary>
    public static bool IsGarbled(IEnumerable<PlacedWord> words)
    {
        int all = 0, lost = 0;
        foreach (var word in words)
        {
            if (!word.Text.AsSpan().ContainsAnyExceptInRange('\0', '\u02FF'))
            {
                all += word.Text.Length;
                continue;
            }

            foreach (var rune in word.Text.EnumerateRunes())
            {
                all++;
                lost += rune.Value is 0xFFFD or (>= 0xE000 and <= 0xF8FF) ? 1 : 0;
            }
        }

        return lost * 4 > all;
    }

    private static bool IsLeader(string word) => word.Length >= 4 && (word.AsSpan().TrimEnd('.').IsEmpty || word.AsSpan().TrimEnd('_').IsEmpty || word.AsSpan().TrimEnd('·').IsEmpty);
}
