namespace Copilot.Knowledge.Analysis.Stemming;

/// <summary>English words by <see cref="PorterStemmer"/>.</summary>
internal sealed class EnglishStemmer : IStemmer
{
    /// <inheritdoc/>
    public string Stem(string word) => PorterStemmer.Stem(WordSplitter.Fold(word));
}
