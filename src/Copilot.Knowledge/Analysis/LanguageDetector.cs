using System.Text;
using Copilot.Knowledge.Analysis.Stemming;

namespace Copilot.Knowledge.Analysis;

/// <summary>
/// Tells the language of a text by its script, and among those of Latin letters by words of grammar, endings and accents
/// (<see cref="LanguageSigns"/>). Tables and codes say nothing and are passed over.
/// </summary>
internal static class LanguageDetector
{
    /// <summary>The language that is taken when a text does not tell: codes, figures, names.</summary>
    public const string Default = "en";

    /// <summary>The mark of a language that is none of those known, for instance one in Cyrillic; its words are not stemmed.</summary>
    public const string Other = "und";

    private const int Enough = 20_000;
    private const int MostWords = 1_000;
    private const double Least = 0.45;
    private const double Lead = 1.12;
    private const double LeadOfOthers = 1.1;
    private const double LeadOfLists = 1.5;
    private const double LeadOfNames = 2.5;
    private const double GrammarShare = 0.15;
    private const double AccentShare = 0.05;
    private const int FewWords = 7;

    /// <summary>Gets the language of a text.</summary>
    /// <param name="text">The text; its first 20,000 characters are read.</param>
    /// <param name="among">The languages that it may be in, or null for any; used for questions, which are asked of the documents at hand.</param>
    /// <returns>An ISO 639-1 code, <see cref="Default"/> when the text does not tell, or <see cref="Other"/>.</returns>
    public static string Detect(string text, IReadOnlyCollection<string>? among = null)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, Enough));
        return OfScript(start) is { } script ? (among is null || among.Contains(script) ? script : Default) : OfWords(start.ToString(), among);
    }

    private static string OfWords(string text, IReadOnlyCollection<string>? among)
    {
        var signs = LanguageSigns.All.Where(s => among is null || s.Code == Default || among.Contains(s.Code)).ToList();
        var words = WordSplitter.Split(text).Where(w => IsOrdinary(text, w)).Take(MostWords)
            .Select(w => (Written: WordSplitter.Lower(text.AsSpan(w.Start, w.End - w.Start)), w.Text)).ToList();
        var scores = signs.ConvertAll(s => words.Sum(w => s.Of(w.Written, w.Text)));

        // Few words hardly tell neighbours apart: another language must be clearly ahead of English, and one that is not stemmed of all that are.
        var best = scores.IndexOf(scores.Max());
        var stemmed = Enumerable.Range(0, scores.Count).Where(i => Stemmers.Has(signs[i].Code)).MaxBy(i => scores[i]);
        var found = scores[best] >= scores[stemmed] * LeadOfOthers ? best : stemmed;
        var english = signs.FindIndex(s => s.Code == Default);
        var lead = scores[found] / scores[english];
        return scores[found] >= Least && lead >= Lead && IsSure(signs[found], signs[english], words, lead) ? signs[found].Code : Default;
    }

    /// <summary>Sentences are full of grammar, and a list of goods has accents and endings; a list of English names may look like anything.</summary>
    private static bool IsSure(LanguageSigns signs, LanguageSigns english, List<(string Written, string Folded)> words, double lead)
    {
        var grammar = words.Count(w => signs.IsGrammar(w.Folded));
        var accents = words.Count(w => signs.IsAccented(w.Written));
        return words.Count(w => english.IsGrammar(w.Folded)) <= grammar
            && (words.Count < FewWords
                ? Stemmers.Has(signs.Code) && (lead >= LeadOfNames || grammar + accents > 0)
                : grammar >= GrammarShare * words.Count || (lead >= LeadOfLists && accents >= AccentShare * words.Count));
    }

    /// <summary>Codes ("WID-9", "GLV"), numbers and initials are of no language.</summary>
    private static bool IsOrdinary(string text, Word found)
    {
        var word = text.AsSpan(found.Start, found.End - found.Start);
        if (word.Length == 1)
        {
            // An initial, unless it is a word ("à", "y") or stands before an apostrophe ("l'offre").
            return char.IsLower(word[0]) && ("aeiouyàèéóz".Contains(word[0], StringComparison.Ordinal) || (found.End < text.Length && text[found.End] is '\'' or '’'));
        }

        var capitals = 0;
        foreach (var c in word)
        {
            if (char.IsDigit(c))
            {
                return false;
            }

            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals < word.Length || word.Length > 5;
    }

    private static string? OfScript(ReadOnlySpan<char> text)
    {
        int latin = 0, kana = 0, han = 0, hangul = 0, greek = 0, hebrew = 0, thai = 0, arabic = 0, other = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune))
            {
                continue;
            }

            _ = rune.Value switch
            {
                < 0x250 or (>= 0x1E00 and < 0x1F00) or (>= 0xFF21 and <= 0xFF5A) => latin++,
                (>= 0x370 and < 0x400) or (>= 0x1F00 and < 0x2000) => greek++,
                >= 0x590 and < 0x600 => hebrew++,
                (>= 0x600 and < 0x780) or (>= 0xFB50 and < 0xFE00) => arabic++,
                >= 0xE00 and < 0xE80 => thai++,
                (>= 0x3040 and < 0x3100) or (>= 0xFF66 and < 0xFFA0) => kana++,
                (>= 0x1100 and < 0x1200) or (>= 0xAC00 and < 0xD7B0) => hangul++,
                (>= 0x3400 and < 0xA000) or (>= 0x20000 and < 0x32000) => han++,
                _ => other++,
            };
        }

        // A letter of Chinese says as much as a word of three.
        var weighted = new (string Code, int Letters)[]
        {
            ("el", greek), ("he", hebrew), ("ar", arabic), ("th", thai), ("ko", 2 * hangul), ("ja", kana > 0 && 10 * kana >= han ? 3 * (kana + han) : 0),
            ("zh", kana > 0 && 10 * kana >= han ? 0 : 3 * han), (Other, other),
        };
        var (code, letters) = weighted.MaxBy(w => w.Letters);
        return letters > latin ? code : null;
    }
}
