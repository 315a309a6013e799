using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Grounding;

/// <summary>
/// Reads sentences in other languages: their figures are written the English way before they are compared. A figure means what it means to a reader of the
/// sentence; what such a reader may read in two ways is never held. Quoted text stays, because it must stand in the evidence as it is.
/// </summary>
internal static partial class ForeignNotation
{
    private static readonly string[] English = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    // A word that means something else as well ("neuf", "sei") is left out.
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Words = new Dictionary<string, string>
    {
        ["de"] = "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
        ["fr"] = "deux trois quatre cinq six sept huit - dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
        ["es"] = "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte",
        ["nl"] = "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig",
        ["it"] = "due tre quattro cinque - sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti",
    }.ToFrozenDictionary(l => l.Key, l => l.Value.Split(' ').Select((w, i) => (Word: w, English: English[i])).Where(w => w.Word != "-").ToFrozenDictionary(w => w.Word, w => w.English, StringComparer.OrdinalIgnoreCase));

    /// <summary>Finds the language a sentence is read in: the reader's, unless its small words are clearly another's.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="readers">The reader's language, ISO 639-1.</param>
    public static string LanguageOf(string sentence, string readers)
    {
        var words = QuestionText.WordsOf(sentence);
        var guess = LanguageGuess.Of(words);
        var own = readers.Length > 2 ? readers[..2].ToLowerInvariant() : readers;
        return !Words.ContainsKey(own) || guess == own ? guess
            : guess == "en" && LanguageGuess.Count(words, own) >= LanguageGuess.Count(words, "en") ? own
            : guess;
    }

    /// <summary>Writes the figures of a text the English way.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">The language it is read in, ISO 639-1.</param>
    public static string ToEnglish(string text, string language)
    {
        if (language is "en" or "" && !Separated().IsMatch(text))
        {
            return text;
        }

        var said = new StringBuilder(text.Length + 16);
        var start = 0;
        foreach (Match quote in Quoted().Matches(text))
        {
            said.Append(Plain(text[start..quote.Index], language)).Append(quote.Value);
            start = quote.Index + quote.Length;
        }

        return said.Append(Plain(text[start..], language)).ToString();
    }

    private static string Plain(string text, string language)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var said = NumberNotation.ToEnglish(DateNotation.ToEnglish(text, language), language);
        if (!Words.TryGetValue(language, out var numbers))
        {
            return said;
        }

        said = Euro().Replace(Percent().Replace(said, "percent"), "euro");

        // Small words that stand in English for a time of day or a number.
        said = language switch { "de" => Am().Replace(said, " an "), "nl" => Ten().Replace(said, "te"), _ => said };
        return Word().Replace(said, m => numbers.TryGetValue(m.Value, out var number) ? number : m.Value);
    }

    [GeneratedRegex(@"\d[.,'’]\d|\d[/-]\d|\d[\u202F\u2009]\d")]
    private static partial Regex Separated();

    [GeneratedRegex("[“\"„][^“”\"„]{2,}?[”\"“]|«[^»]{2,}?»")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:prozent|pour ?cent|por ciento|procent|per cento)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Percent();

    [GeneratedRegex(@"\beuros?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Euro();

    [GeneratedRegex(@"(?<=\d)\.? am (?=\p{L})")]
    private static partial Regex Am();

    [GeneratedRegex(@"\bten\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ten();

    [GeneratedRegex(@"(?<![\p{L}\d-])\p{L}+(?:-\p{L}+)?(?![\p{L}\d-])")]
    private static partial Regex Word();
}
