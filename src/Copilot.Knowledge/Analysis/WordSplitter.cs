using System.Globalization;
using System.Text;
using Copilot.Knowledge.Analysis.Stemming;

namespace Copilot.Knowledge.Analysis;

/// <summary>Cuts text into words the same way for documents and for questions.</summary>
internal static class WordSplitter
{
    /// <summary>The version of stemming, stop words and language detection: what was indexed with another is indexed anew.</summary>
    public const int Version = 3;

    private const int LongestWord = 64;

    /// <summary>Splits an English text into its words.</summary>
    public static IEnumerable<Word> Split(string text) => Split(text, "en");

    /// <summary>Splits a text into its words, stemmed by its language.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language, an ISO 639-1 code; words of a language without a stemmer stay as they are.</param>
    public static IEnumerable<Word> Split(string text, string language)
    {
        var stemmer = Stemmers.For(language);
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
            var written = text.AsSpan(start, Math.Min(at - start, LongestWord));
            var word = Fold(written);
            yield return new Word(word, stemmer.Stem(Ascii.IsValid(written) ? word : Lower(written)), start, at);
        }
    }

    /// <summary>Writes an English text as the stems that go into the index, stop words left out.</summary>
    public static string Stems(string text) => Stems(text, "en");

    /// <summary>Writes a text as the stems that go into the index, stop words of its language left out.</summary>
    public static string Stems(string text, string language)
        => string.Join(' ', Split(text, language).Where(w => !StopWords.Contains(w.Text, language)).Select(w => w.Stem));

    /// <summary>Lower case with accents, each letter and its accent one character.</summary>
    public static string Lower(ReadOnlySpan<char> text) => text.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>Lower case without accents: "Präzision" is found as "prazision", "Müller" as "muller".</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
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
