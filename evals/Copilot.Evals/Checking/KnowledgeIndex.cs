using Copilot.Contracts;
using YamlDotNet.RepresentationModel;

namespace Copilot.Evals.Checking;

/// <summary>Ids, titles, readers and companies of the company's documents, read from their front matter.</summary>
internal sealed class KnowledgeIndex
{
    private const string Everybody = "all";
    private readonly Dictionary<string, KnowledgeEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>Reads a folder.</summary>
    public KnowledgeIndex(string folder)
    {
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories) : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var parts = File.ReadAllText(file).Split("---\n", 3);
            if (parts.Length < 3)
            {
                continue;
            }

            var yaml = new YamlStream();
            yaml.Load(new StringReader(parts[1]));
            var map = (YamlMappingNode)yaml.Documents[0].RootNode;
            var id = Text(map, "id") ?? Path.GetFileNameWithoutExtension(file);
            _entries.Add(id, new KnowledgeEntry(id, Text(map, "title") ?? id, List(map, "readers"), List(map, "company")));
        }
    }

    /// <summary>Gets all documents.</summary>
    public IReadOnlyCollection<KnowledgeEntry> Entries => _entries.Values;

    /// <summary>The document a passage is from, or null.</summary>
    public KnowledgeEntry? Of(Source source)
    {
        if (source.Kind != EvidenceKind.Passage)
        {
            return null;
        }

        // The longest title wins: one title may begin like another.
        return _entries.Values.Where(e => source.Title.Contains(e.Title, StringComparison.OrdinalIgnoreCase)).MaxBy(e => e.Title.Length)
            ?? _entries.Values.Where(e => Names(source.Uri, e.Id)).MaxBy(e => e.Id.Length);
    }

    /// <summary>Whether a persona may read a document.</summary>
    public static bool MayRead(KnowledgeEntry entry, string persona, IReadOnlyList<string> companies)
        => (entry.Readers.Contains(Everybody) || entry.Readers.Contains(persona))
            && (entry.Companies.Contains(Everybody) || companies.Count == 0 || entry.Companies.Any(companies.Contains));

    private static bool Names(string? uri, string id)
    {
        var at = uri?.IndexOf(id, StringComparison.OrdinalIgnoreCase) ?? -1;
        return at >= 0 && (at + id.Length == uri!.Length || !(char.IsLetterOrDigit(uri[at + id.Length]) || uri[at + id.Length] == '-'));
    }

    private static string? Text(YamlMappingNode map, string key)
        => map.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlScalarNode scalar ? scalar.Value : null;

    private static IReadOnlyList<string> List(YamlMappingNode map, string key)
        => map.Children.TryGetValue(new YamlScalarNode(key), out var node)
            ? node is YamlSequenceNode list ? [.. list.Children.OfType<YamlScalarNode>().Select(s => s.Value!)] : [((YamlScalarNode)node).Value!]
            : [];
}
