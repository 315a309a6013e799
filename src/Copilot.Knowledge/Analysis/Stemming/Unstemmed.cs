namespace Copilot.Knowledge.Analysis.Stemming;

/// <summary>Words of languages without a stemmer: they are indexed as they are, without accents.</summary>
internal sealed class Unstemmed : IStemmer
{
    /// <inheritdoc/>
    public string Stem(string word) => WordSplitter.Fold(word);
}
