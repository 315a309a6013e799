using System.Globalization;
using System.Text;

namespace Copilot.Governance.Screening;

/// <summary>A text as patterns read it: compatibility forms folded, look-alike letters in Latin words made Latin, marks and invisible characters dropped, white space single (line ends kept), lower case.</summary>
internal static class PlainForm
{
    // Letters of other scripts that look like Latin ones, each before the one it looks like.
    private const string LookAlikes = "аaеeоoрpсcуyхxіiјjѕsԁdһhοoαaνvρpτtιiκkυuωw";

    /// <summary>Folds a text.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        var (space, line, word) = (false, false, 0);
        foreach (var c in SafeNormalize(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.Surrogate)
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
                Latin(folded, word);
                if (folded.Length > 0)
                {
                    folded.Append(line ? '\n' : ' ');
                }

                (space, line, word) = (false, false, folded.Length);
            }

            folded.Append(char.ToLowerInvariant(c));
        }

        Latin(folded, word);
        return folded.ToString();
    }

    /// <summary>Whether a text holds characters that are there to be read by machines and not by people.</summary>
    public static bool HidesText(string text)
    {
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
    private static void Latin(StringBuilder folded, int from)
    {
        var (latin, others) = (false, false);
        for (var i = from; i < folded.Length; i++)
        {
            latin |= char.IsAsciiLetter(folded[i]);
            others |= folded[i] is >= '\u0370' and < '\u0590';
        }

        for (var i = from; latin && others && i < folded.Length; i++)
        {
            var at = LookAlikes.IndexOf(folded[i], StringComparison.Ordinal);
            folded[i] = at >= 0 && at % 2 == 0 ? LookAlikes[at + 1] : folded[i];
        }
    }

    private static string SafeNormalize(string text)
    {
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
