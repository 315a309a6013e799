using System.Collections.Frozen;

namespace Copilot.Knowledge.Analysis.Stemming;

/// <summary>English words by <see cref="PorterStemmer"/>, but for words of the trade that it would make one: customs and customers, products and production.</summary>
internal sealed class EnglishStemmer : IStemmer
{
    private static readonly FrozenDictionary<string, string> Apart = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["customs"] = "customs",
        ["production"] = "production",
        ["productions"] = "production",
        ["goods"] = "goods",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Stem(string word)
    {
        var folded = WordSplitter.Fold(word);
        return Apart.TryGetValue(folded, out var stem) ? stem : PorterStemmer.Stem(folded);
    }
}
