using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Retrieval;

/// <summary>Guesses which word of the documents an unknown word was meant to be.</summary>
internal static class Misspelling
{
    /// <summary>Finds the indexed words that an unknown word is most likely a misspelling of; none for short words and for those with digits.</summary>
    public static IReadOnlyList<KnownWord> Of(string word, IReadOnlyList<KnownWord> vocabulary)
    {
        if (word.Length < EditDistance.ShortestWord || word.Any(char.IsDigit))
        {
            return [];
        }

        // A wrong first letter is rare and mostly makes another word ("vacation", "location").
        var limit = word.Length >= 9 ? 2 : 1;
        var near = vocabulary
            .Where(v => v.Text[0] == word[0] || (v.Text[0] == word[1] && v.Text[1] == word[0]))
            .Select(v => (Known: v, Distance: EditDistance.Within(word, v.Text, limit)))
            .Where(v => v.Distance is not null)
            .OrderBy(v => v.Distance).ThenByDescending(v => v.Known.Chunks).ThenBy(v => v.Known.Stem, StringComparer.Ordinal)
            .DistinctBy(v => v.Known.Stem).Take(2).ToList();
        return [.. near.Where(n => n.Distance == near[0].Distance).Select(n => n.Known)];
    }
}
