using Copilot.Knowledge.Analysis;
using YamlDotNet.Serialization;

namespace Copilot.Knowledge.Retrieval;

/// <summary>Words of the trade that people use for one another, from the file <c>synonyms.yaml</c> beside this one.</summary>
internal sealed class Synonyms
{
    private readonly Dictionary<string, HashSet<string>> _byStem = new(StringComparer.Ordinal);

    /// <summary>Reads the file.</summary>
    public Synonyms()
    {
        using var stream = typeof(Synonyms).Assembly.GetManifestResourceStream("synonyms.yaml")!;
        using var reader = new StreamReader(stream);
        foreach (var group in new DeserializerBuilder().Build().Deserialize<List<List<string>>>(reader))
        {
            var stems = group.Select(w => PorterStemmer.Stem(WordSplitter.Fold(w))).ToHashSet(StringComparer.Ordinal);
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
}
