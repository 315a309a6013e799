using Copilot.Knowledge.Analysis;
using YamlDotNet.Serialization;

namespace Copilot.Knowledge.Retrieval;

/// <summary>Words of the trade that people use for one another, from the file <c>synonyms.yaml</c> beside this one.</summary>
internal sealed class Synonyms
{
    private const int WordsBetween = 2;

    private readonly Dictionary<string, HashSet<string>> _byStem = new(StringComparer.Ordinal);
    private readonly List<(string[] Words, HashSet<string> Meant)> _phrases = [];

    /// <summary>Reads the file.</summary>
    public Synonyms()
    {
        using var stream = typeof(Synonyms).Assembly.GetManifestResourceStream("synonyms.yaml")!;
        using var reader = new StreamReader(stream);
        foreach (var group in new DeserializerBuilder().Build().Deserialize<List<List<string>>>(reader))
        {
            var stems = group.Where(w => !w.Contains(' ', StringComparison.Ordinal)).SelectMany(WordSplitter.Split).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
            _phrases.AddRange(group.Where(w => w.Contains(' ', StringComparison.Ordinal)).Select(w => (WordSplitter.Split(w).Select(x => x.Stem).ToArray(), stems)));
            foreach (var stem in stems)
            {
                if (!_byStem.TryGetValue(stem, out var others))
                {
                    _byStem[stem] = others = new HashSet<string>(StringComparer.Ordinal);
                }

                others.UnionWith(stems);
            }
        }
    }

    /// <summary>Gets the other stems that mean the same.</summary>
    public IEnumerable<string> Of(string stem) => _byStem.TryGetValue(stem, out var others) ? others.Where(o => o != stem) : [];

    /// <summary>Gets the phrases among words; a few other words may stand between theirs.</summary>
    public List<Phrase> PhrasesIn(IReadOnlyList<Word> words)
    {
        var found = new List<Phrase>();
        foreach (var (stems, meant) in _phrases)
        {
            for (var at = 0; at < words.Count; at++)
            {
                if (words[at].Stem == stems[0] && Follow(words, at, stems) is { } rest && !found.Exists(f => f.First == words[at]))
                {
                    found.Add(new Phrase(words[at], rest, [.. meant]));
                }
            }
        }

        return found;
    }

    private static List<Word>? Follow(IReadOnlyList<Word> words, int at, string[] stems)
    {
        var rest = new List<Word>();
        foreach (var stem in stems.Skip(1))
        {
            var next = Enumerable.Range(at + 1, Math.Max(0, Math.Min(WordsBetween + 1, words.Count - at - 1))).FirstOrDefault(i => words[i].Stem == stem, -1);
            if (next < 0)
            {
                return null;
            }

            rest.Add(words[next]);
            at = next;
        }

        return rest;
    }
}
