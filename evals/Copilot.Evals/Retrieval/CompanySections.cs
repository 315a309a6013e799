using System.Text.RegularExpressions;
using Copilot.Contracts;
using YamlDotNet.RepresentationModel;

namespace Copilot.Evals.Retrieval;

/// <summary>The company's documents cut at their numbered headings, read without anything of what is measured.</summary>
internal sealed partial class CompanySections
{
    private readonly List<(string Document, string Key, string Text, YamlMappingNode Label)> _sections = [];

    /// <summary>Reads a folder.</summary>
    public CompanySections(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var parts = File.ReadAllText(file).Split("---\n", 3);
            var yaml = new YamlStream();
            yaml.Load(new StringReader(parts[1]));
            var label = (YamlMappingNode)yaml.Documents[0].RootNode;
            var id = Values(label, "id").FirstOrDefault() ?? Path.GetFileNameWithoutExtension(file);
            var title = Values(label, "title").FirstOrDefault() ?? id;
            foreach (var section in Heading().Split(parts[2]).Where(s => !string.IsNullOrWhiteSpace(s)))
            {
                var number = Number().Match(section);
                _sections.Add((id, number.Success ? $"{id}#{number.Groups["n"].Value}" : $"{id}#", $"{title} {section}", label));
            }
        }
    }

    /// <summary>Gets the texts, each with its document's title.</summary>
    public IEnumerable<(string Id, string Text)> Texts => _sections.GroupBy(s => s.Key).Select(g => (g.Key, string.Join('\n', g.Select(s => s.Text))));

    /// <summary>Gets the sections that a caller may read and that hold on a day.</summary>
    public HashSet<string> For(Caller caller, DateOnly day)
    {
        var superseded = _sections.Where(s => Holds(s.Label, day)).SelectMany(s => Values(s.Label, "supersedes")).ToHashSet(StringComparer.Ordinal);
        return [.. _sections.Where(s => Holds(s.Label, day) && !superseded.Contains(s.Document)
                && Admits(s.Label, "readers", caller.Roles) && Admits(s.Label, "company", [.. caller.Companies.Select(c => c.Name)]))
            .Select(s => s.Key)];
    }

    private static bool Admits(YamlMappingNode label, string key, IReadOnlyList<string> names)
        => Values(label, key) is var admitted && (admitted.Count == 0 || admitted.Contains("all") || admitted.Exists(names.Contains));

    private static bool Holds(YamlMappingNode label, DateOnly day)
        => !Values(label, "valid_from").Exists(d => DateOnly.Parse(d, System.Globalization.CultureInfo.InvariantCulture) > day)
            && !Values(label, "valid_to").Exists(d => DateOnly.Parse(d, System.Globalization.CultureInfo.InvariantCulture) < day);

    private static List<string> Values(YamlMappingNode label, string key)
        => !label.Children.TryGetValue(new YamlScalarNode(key), out var node) ? []
            : node is YamlSequenceNode list ? [.. list.Children.OfType<YamlScalarNode>().Select(s => s.Value!)]
            : [((YamlScalarNode)node).Value!];

    [GeneratedRegex(@"^(?=## )", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^## (?<n>\d+)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
