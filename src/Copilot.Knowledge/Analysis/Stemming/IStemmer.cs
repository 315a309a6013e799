namespace Copilot.Knowledge.Analysis.Stemming;

/// <summary>Brings the forms of one word to one stem.</summary>
internal interface IStemmer
{
    /// <summary>Gives the stem of a word: never empty for a word that is not, never longer than the word without accents.</summary>
    /// <param name="word">The word, lower case, its accents kept and composed.</param>
    /// <returns>The stem, without accents.</returns>
    string Stem(string word);
}
