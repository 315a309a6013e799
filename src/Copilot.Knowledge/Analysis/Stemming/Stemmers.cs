using System.Collections.Frozen;

namespace Copilot.Knowledge.Analysis.Stemming;

/// <summary>The stemmers by language.</summary>
internal static class Stemmers
{
    private static readonly Unstemmed None = new();

    private static readonly FrozenDictionary<string, IStemmer> ByLanguage = new Dictionary<string, IStemmer>
    {
        ["en"] = new EnglishStemmer(),
        ["fr"] = new FrenchStemmer(),
        ["de"] = new GermanStemmer(),
        ["es"] = new SpanishStemmer(),
        ["nl"] = new DutchStemmer(),
        ["it"] = new ItalianStemmer(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Says whether a language has a stemmer.</summary>
    public static bool Has(string language) => ByLanguage.ContainsKey(language);

    /// <summary>Gets the stemmer of a language by its ISO 639-1 code; a language without one is not stemmed.</summary>
    public static IStemmer For(string language) => ByLanguage.GetValueOrDefault(language, None);
}
