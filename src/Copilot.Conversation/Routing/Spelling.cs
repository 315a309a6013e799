using Copilot.Conversation.Mentions;

namespace Copilot.Conversation.Routing;

/// <summary>Puts the words of a question right that people asked with before, spelled slightly wrong: "invioces" is read as "invoices".</summary>
internal sealed class Spelling
{
    private const int Shortest = 4;
    private const int LongWord = 8;
    private readonly ILookup<int, string> _byLength;
    private readonly IReadOnlySet<string> _known;
    private readonly IReadOnlyDictionary<string, int> _uses;

    /// <summary>Learns the words.</summary>
    /// <param name="uses">How often each word is used in the examples.</param>
    /// <param name="known">Words that are right although no example holds them.</param>
    public Spelling(IReadOnlyDictionary<string, int> uses, IReadOnlySet<string> known)
    {
        _uses = uses;
        _known = known;
        _byLength = uses.Keys.Concat(known).Distinct().Where(w => w.Length >= Shortest && w.All(char.IsAsciiLetterLower)).Order(StringComparer.Ordinal).ToLookup(w => w.Length);
    }

    /// <summary>Rewrites a pattern word by word; placeholders, numbers and words in use stay.</summary>
    public string Correct(string pattern) => string.Join(' ', Features.Words(pattern).Select(Word));

    private string Word(string word)
    {
        if (word.Length < Shortest || !word.All(char.IsAsciiLetterLower) || _uses.ContainsKey(word) || _known.Contains(word))
        {
            return word;
        }

        // One slip in a short word, two in a long one; the first letter is nearly always right.
        var limit = word.Length >= LongWord ? 2 : 1;
        return Enumerable.Range(word.Length - limit, (2 * limit) + 1)
            .SelectMany(length => _byLength[length])
            .Where(w => w[0] == word[0])
            .Select(w => (Word: w, Distance: EditDistance.Within(word, w, limit)))
            .Where(c => c.Distance <= limit)
            .OrderBy(c => c.Distance).ThenByDescending(c => _uses.GetValueOrDefault(c.Word)).ThenBy(c => c.Word, StringComparer.Ordinal)
            .Select(c => c.Word)
            .FirstOrDefault() ?? word;
    }
}
