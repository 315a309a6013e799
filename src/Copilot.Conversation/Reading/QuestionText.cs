using System.Globalization;
using System.Text;

namespace Copilot.Conversation.Reading;

/// <summary>A question made readable: harmless characters only, cut into words.</summary>
internal sealed class QuestionText
{
    private QuestionText(string text)
    {
        Text = text;
        Folded = Folding.Fold(text);
        Words = Split(text, Folded);
    }

    /// <summary>Gets the cleaned text.</summary>
    public string Text { get; }

    /// <summary>Gets the folded text, of the same length.</summary>
    public string Folded { get; }

    /// <summary>Gets its words.</summary>
    public IReadOnlyList<Word> Words { get; }

    /// <summary>Reads a text: control characters, bidirectional overrides and lone surrogates become spaces.</summary>
    public static QuestionText Of(string raw)
    {
        var cleaned = new StringBuilder(raw.Length);
        var composed = WellFormed(raw).Normalize(NormalizationForm.FormC);
        foreach (var c in composed)
        {
            cleaned.Append(IsHarmless(c) ? c : ' ');
        }

        return new QuestionText(cleaned.ToString().Trim());
    }

    /// <summary>Cuts any text into folded words; names are indexed with it, so that both sides agree.</summary>
    public static IReadOnlyList<Word> WordsOf(string text) => Split(text, Folding.Fold(text));

    private static string WellFormed(string raw)
    {
        var text = new StringBuilder(raw.Length);
        foreach (var rune in raw.EnumerateRunes())
        {
            text.Append(rune.ToString());
        }

        return text.ToString();
    }

    private static bool IsHarmless(char c) => c is '\n' || (!char.IsControl(c)
        && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned));

    private static List<Word> Split(string text, string folded)
    {
        var words = new List<Word>();
        var i = 0;
        while (i < folded.Length)
        {
            if (!char.IsLetterOrDigit(folded[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < folded.Length && !IsTimes(folded, i) && (char.IsLetterOrDigit(folded[i]) || CharUnicodeInfo.GetUnicodeCategory(folded[i]) == UnicodeCategory.NonSpacingMark))
            {
                i++;
            }

            words.Add(new Word(start, i, folded[start..i], char.IsUpper(text[start])));
            i = IsTimes(folded, i) ? i + 1 : SkipSuffix(folded, i);
        }

        return words;
    }

    /// <summary>The x of a size ("M8x40", "400x300"): its parts are words of their own, as people say them.</summary>
    private static bool IsTimes(string folded, int i)
        => i > 0 && i + 1 < folded.Length && folded[i] is 'x' or '×' && char.IsAsciiDigit(folded[i - 1]) && char.IsAsciiDigit(folded[i + 1]);

    /// <summary>Steps over "'s", "'re" and the like, which carry nothing for recognising names.</summary>
    private static int SkipSuffix(string folded, int i)
    {
        if (i + 1 >= folded.Length || folded[i] != '\'' || !char.IsLetter(folded[i + 1]))
        {
            return i;
        }

        var end = i + 1;
        while (end < folded.Length && char.IsLetter(folded[end]))
        {
            end++;
        }

        return folded[(i + 1)..end] is "s" or "re" or "ve" or "ll" or "d" or "m" or "t" ? end : i;
    }
}
