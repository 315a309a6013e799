namespace Copilot.Knowledge.Retrieval;

/// <summary>Where the words of a question stand in a text of stems.</summary>
internal sealed class WordPlaces
{
    private const int Window = 8;

    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);

    /// <summary>Reads a text.</summary>
    /// <param name="stems">The text: stems with spaces between.</param>
    /// <param name="asked">The words whose places matter.</param>
    public WordPlaces(string stems, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> asked)
    {
        foreach (var range in stems.AsSpan().Split(' '))
        {
            var word = stems.AsSpan(range);
            if (word.IsEmpty)
            {
                continue;
            }

            if (asked.TryGetValue(word, out var stem))
            {
                if (!_places.TryGetValue(stem, out var places))
                {
                    _places[stem] = places = [];
                }

                places.Add(Length);
            }

            Length++;
        }
    }

    /// <summary>Gets how many words the text has.</summary>
    public int Length { get; }

    /// <summary>Gets the words asked for that it holds.</summary>
    public IEnumerable<string> Known => _places.Keys;

    /// <summary>Says whether a word occurs.</summary>
    public bool Has(string stem) => _places.ContainsKey(stem);

    /// <summary>Gets how often a word occurs.</summary>
    public int Count(string stem) => _places.TryGetValue(stem, out var places) ? places.Count : 0;

    /// <summary>Gets the places of a term, in order, whichever of its words stands there.</summary>
    public IReadOnlyList<int> Of(QuestionTerm term)
    {
        List<int>? only = null;
        var several = false;
        foreach (var stem in term.Stems.Keys)
        {
            if (_places.TryGetValue(stem, out var places))
            {
                several = only is not null;
                only = several ? [.. only!, .. places] : places;
            }
        }

        if (several)
        {
            only!.Sort();
        }

        return only ?? [];
    }

    /// <summary>Counts how often the second word follows the first at once, and how often the two stand within a window, whichever comes first.</summary>
    public static (int Adjacent, int InWindow) Near(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        var (adjacent, inWindow) = (0, 0);
        var (i, j) = (0, 0);
        var (lastFirst, lastSecond) = (-Window, -Window);
        while (i < first.Count || j < second.Count)
        {
            if (j >= second.Count || (i < first.Count && first[i] < second[j]))
            {
                lastFirst = first[i++];
                inWindow += lastFirst - lastSecond < Window ? 1 : 0;
            }
            else
            {
                // Two terms may share a synonym: a word is not near itself.
                i += i < first.Count && first[i] == second[j] ? 1 : 0;
                lastSecond = second[j++];
                adjacent += lastSecond - lastFirst == 1 ? 1 : 0;
                inWindow += lastSecond - lastFirst < Window ? 1 : 0;
            }
        }

        return (adjacent, inWindow);
    }
}
