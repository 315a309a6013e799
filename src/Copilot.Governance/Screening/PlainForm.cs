using System.Buffers;
using System.Globalization;
using System.Text;

namespace Copilot.Governance.Screening;

/// <summary>A text as patterns read it: compatibility forms folded, look-alike letters in Latin words made Latin, marks and invisible characters dropped, white space single (line ends kept), lower case.</summary>
internal static class PlainForm
{
    // Letters of other scripts that look like Latin ones, each before the one it looks like.
    private const string LookAlikes = "аaеeоoрpсcуyхxіiјjѕsԁdһhοoαaνvρpτtιiκkυuωw";

    // Characters that no normal form changes, alone or beside each other.
    private static readonly SearchValues<char> Stable = SearchValues.Create([.. Enumerable.Range(0, 0x80).Concat(Enumerable.Range(0xC0, 0x40)).Select(c => (char)c), .. "€–—‘’“”„§°±·•→≤≥"]);

    /// <summary>Folds a text.</summary>
    public static string Of(string text)
    {
        var whole = SafeNormalize(text);
        var folded = new char[whole.Length];
        var (space, line, word, length, others) = (false, false, 0, 0, false);
        foreach (var c in whole)
        {
            if (c >= '\u0080' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.Surrogate)
            {
                continue;
            }

            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                (space, line) = (true, line || c == '\n');
                continue;
            }

            if (space)
            {
                Latin(folded.AsSpan(word, length - word), others);
                if (length > 0)
                {
                    folded[length++] = line ? '\n' : ' ';
                }

                (space, line, word, others) = (false, false, length, false);
            }

            folded[length] = c < '\u0080' ? (char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c) : char.ToLowerInvariant(c);
            others |= folded[length++] is >= '\u0370' and < '\u0590';
        }

        Latin(folded.AsSpan(word, length - word), others);
        return new string(folded, 0, length);
    }

    /// <summary>Whether a text holds characters that are there to be read by machines and not by people.</summary>
    public static bool HidesText(string text)
    {
        if (Ascii.IsValid(text))
        {
            return false;
        }

        var hidden = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                var rune = char.ConvertToUtf32(text[i], text[i + 1]);

                // Unicode's tag characters repeat ASCII invisibly; flags of regions use a handful of them after a black flag.
                hidden += rune is >= 0xE0020 and <= 0xE007E ? 1 : 0;
                i++;
            }
            else if (text[i] is '\u202D' or '\u202E')
            {
                hidden += 8;
            }
            else if (text[i] is '\u200B' or '\u2060' or '\u2062' or '\u2063' or '\u2064' && i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]))
            {
                hidden += 2;
            }
        }

        return hidden > 7;
    }

    /// <summary>What invisible tag characters spell, or empty.</summary>
    public static string Tagged(string text)
    {
        if (!text.Contains('\uDB40', StringComparison.Ordinal))
        {
            return string.Empty;
        }

        var spelled = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0xE0020 and <= 0xE007E)
            {
                spelled.Append((char)(rune.Value - 0xE0000));
            }
        }

        return spelled.ToString();
    }

    /// <summary>Makes look-alikes Latin in a word that has Latin letters beside them; a word of another script stays.</summary>
    private static void Latin(Span<char> word, bool hasOthers)
    {
        if (!hasOthers || !word.ContainsAnyInRange('a', 'z'))
        {
            return;
        }

        foreach (ref var letter in word)
        {
            var at = LookAlikes.IndexOf(letter, StringComparison.Ordinal);
            letter = at >= 0 && at % 2 == 0 ? LookAlikes[at + 1] : letter;
        }
    }

    private static string SafeNormalize(string text)
    {
        // Most texts are what they would become; looking is faster than doing.
        if (!text.AsSpan().ContainsAnyExcept(Stable))
        {
            return text;
        }

        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Lone surrogates can't be normalised; the text is screened as it is.
            return text;
        }
    }
}
