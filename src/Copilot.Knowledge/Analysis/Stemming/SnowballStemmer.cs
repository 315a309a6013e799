using System.Buffers;

namespace Copilot.Knowledge.Analysis.Stemming;

/// <summary>
/// What the stemmers after the Snowball project have in common (M. F. Porter, "Snowball: a language for stemming algorithms", 2001,
/// and the descriptions on snowballstem.org). The published algorithm works on the accented word; what is left is written without
/// accents, and each language says where it goes beyond the publication so that words typed without accents meet the others.
/// </summary>
internal abstract class SnowballStemmer : IStemmer
{
    private const int LongestWord = 64;
    private const char LastLetter = '\u017F';

    private readonly SearchValues<char> _vowels;

    /// <summary>Takes the vowels of the language.</summary>
    protected SnowballStemmer(string vowels) => _vowels = SearchValues.Create(vowels);

    /// <inheritdoc/>
    public string Stem(string word)
    {
        // Numbers, codes, other scripts and what is too long for a word of any language stay.
        if (word.Length is < 3 or > LongestWord || word.AsSpan().IndexOfAnyExceptInRange('a', 'z') >= 0 && !word.All(c => char.IsLower(c) && c <= LastLetter))
        {
            return WordSplitter.Fold(word);
        }

        Span<char> room = stackalloc char[(2 * LongestWord) + 8];
        var stem = new StemWord(word, room, _vowels);
        Reduce(ref stem);
        return stem.Length == 0 ? WordSplitter.Fold(word) : WordSplitter.Fold(stem.Text);
    }

    /// <summary>Takes the endings off; capitals inside the word are marks and are written small afterwards.</summary>
    /// <param name="word">The word, at least three letters.</param>
    protected abstract void Reduce(ref StemWord word);
}
