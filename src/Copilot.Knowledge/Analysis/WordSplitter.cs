using System.Globalization;
using System.Text;

namespace Copilot.Knowledge.Analysis;

/// <summary>Cuts text into words the same way for documents and for questions.</summary>
internal static class WordSplitter
{
    private const int LongestWord = 64;

    /// <summary>Splits a text into its words.</summary>
    public static IEnumerable<Word> Split(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            at = EndOfWord(text, start);
            var word = Fold(text.AsSpan(start, Math.Min(at - start, LongestWord)));
            yield return new Word(word, PorterStemmer.Stem(word), start, at);
        }
    }

    /// <summary>Writes a text as the stems that go into the index, stop words left out.</summary>
    public static string Stems(string text)
        => string.Join(' ', Split(text).Where(w => !StopWords.Contains(w.Text)).Select(w => w.Stem));

    /// <summary>Lower case without accents: "Präzision" is found as "prazision", "Müller" as "muller".</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var ascii = true;
        foreach (var c in text)
        {
            ascii &= c < 128;
        }

        if (ascii)
        {
            return text.ToString().ToLowerInvariant();
        }

        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            _ = c switch
            {
                'ß' => folded.Append("ss"),
                'ø' or 'Ø' => folded.Append('o'),
                'æ' or 'Æ' => folded.Append("ae"),
                'œ' or 'Œ' => folded.Append("oe"),
                'ł' or 'Ł' => folded.Append('l'),
                'đ' or 'Đ' => folded.Append('d'),
                _ => folded.Append(char.ToLowerInvariant(c)),
            };
        }

        return folded.ToString();
    }

    private static int EndOfWord(string text, int start)
    {
        // Chinese, Japanese and Korean write no spaces: each character stands for itself.
        if (IsIdeograph(text[start]))
        {
            return start + 1;
        }

        var at = start + 1;
        while (at < text.Length
            && ((char.IsLetterOrDigit(text[at]) && !IsIdeograph(text[at])) || CharUnicodeInfo.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark))
        {
            at++;
        }

        return at;
    }

    private static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF';
}
