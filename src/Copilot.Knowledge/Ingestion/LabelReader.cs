using System.Globalization;
using Copilot.Contracts;
using Copilot.Knowledge.Analysis;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Copilot.Knowledge.Ingestion;

/// <summary>
/// Reads a label from front matter. Fails closed: an entry that can't be understood, or a label that does not say who may read
/// the document, refuses the file with the line and the repair.
/// </summary>
internal static class LabelReader
{
    private static readonly string[] Keys =
        ["title", "revision", "valid_from", "valid_to", "owner", "readers", "company", "supersedes", "about", "kind", "id"];

    /// <summary>Reads the label.</summary>
    /// <param name="yaml">The front matter, or null when there is none.</param>
    /// <param name="name">The file's name without extension: the default id.</param>
    /// <param name="heading">The first heading of the text, the default title; or null.</param>
    /// <param name="acl">Readers that take the place of the label's, or null.</param>
    /// <exception cref="CopilotException">The front matter is not understood.</exception>
    public static DocumentLabel Read(string? yaml, string name, string? heading, IReadOnlyList<string>? acl)
    {
        var fields = yaml is null ? [] : Fields(yaml);
        var id = Text(fields, "id");
        var label = new DocumentLabel
        {
            Id = id ?? name,
            HasOwnId = id is not null,
            Title = Text(fields, "title") ?? heading ?? name,
            Revision = Text(fields, "revision"),
            ValidFrom = Day(fields, "valid_from"),
            ValidTo = Day(fields, "valid_to"),
            Owner = Text(fields, "owner"),
            Kind = Text(fields, "kind"),
            Readers = acl ?? Readers(fields, yaml is not null),
            Companies = List(fields, "company") is { Count: > 0 } companies ? Everybody(companies) : [DocumentLabel.Everyone],
            Supersedes = List(fields, "supersedes"),
            About = List(fields, "about"),
        };
        if (label.ValidTo < label.ValidFrom)
        {
            throw Refused(fields["valid_to"], "valid_to lies before valid_from; correct one of them");
        }

        return label.Supersedes.Contains(label.Id, StringComparer.Ordinal)
            ? throw Refused(fields["supersedes"], "a document can't supersede itself; name the id of the older one")
            : label;
    }

    private static Dictionary<string, YamlNode> Fields(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 0)
            {
                return [];
            }

            if (stream.Documents[0].RootNode is not YamlMappingNode map)
            {
                throw new CopilotException("line 2: the front matter is not a list of \"key: value\" lines; write one entry a line.");
            }

            var fields = map.Children.ToDictionary(p => ((p.Key as YamlScalarNode)?.Value ?? string.Empty).Trim(), p => p.Value, StringComparer.Ordinal);
            foreach (var key in map.Children.Keys.OfType<YamlScalarNode>().Where(k => !Keys.Contains(k.Value, StringComparer.Ordinal)))
            {
                // Entries of other programs are none of our business; a misspelt one of ours could lose a right or a date.
                var meant = Keys.FirstOrDefault(k => EditDistance.Within(key.Value!.ToLowerInvariant().Replace('-', '_'), k, k.Length > 5 ? 2 : k.Length > 3 ? 1 : 0) is not null);
                if (meant is not null)
                {
                    throw Refused(key, $"\"{key.Value}\" is not an entry of the front matter; write \"{meant}\"");
                }
            }

            return fields;
        }
        catch (YamlException e)
        {
            throw new CopilotException($"line {e.Start.Line + 1}: the front matter is not valid YAML; check quotes, colons and indentation there.", e);
        }
    }

    private static IReadOnlyList<string> Readers(Dictionary<string, YamlNode> fields, bool labelled)
    {
        if (!fields.TryGetValue("readers", out var node))
        {
            return labelled
                ? throw new CopilotException("line 2: the front matter does not say who may read the document; add \"readers: all\" or \"readers: [sales-rep, …]\".")
                : [DocumentLabel.Everyone];
        }

        var readers = Everybody(List(fields, "readers"));
        var unknown = readers.FirstOrDefault(r => r != DocumentLabel.Everyone && !RoleNames.All.Contains(r, StringComparer.Ordinal));
        return readers.Count == 0
            ? throw Refused(node, "readers is empty, nobody could read the document; write \"all\" or a list of roles")
            : unknown is not null
                ? throw Refused(node, $"\"{unknown}\" is not a role; write \"all\" or some of {string.Join(", ", RoleNames.All)}")
                : readers;
    }

    private static IReadOnlyList<string> Everybody(IReadOnlyList<string> names)
        => names.Any(n => string.Equals(n, DocumentLabel.Everyone, StringComparison.OrdinalIgnoreCase)) ? [DocumentLabel.Everyone] : names;

    private static string? Text(Dictionary<string, YamlNode> fields, string key)
        => !fields.TryGetValue(key, out var node) ? null
            : node is not YamlScalarNode scalar ? throw Refused(node, $"{key} must be one value")
            : string.IsNullOrWhiteSpace(scalar.Value) || IsNull(scalar) ? null
            : scalar.Value.Length > 300 ? throw Refused(node, $"{key} is longer than 300 characters; shorten it")
            : scalar.Value.Trim();

    private static DateOnly? Day(Dictionary<string, YamlNode> fields, string key)
        => Text(fields, key) is not { } text ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw Refused(fields[key], $"{key} \"{text}\" is not a date; write it as 2026-03-31");

    private static IReadOnlyList<string> List(Dictionary<string, YamlNode> fields, string key)
    {
        if (!fields.TryGetValue(key, out var node))
        {
            return [];
        }

        return node switch
        {
            YamlScalarNode scalar when IsNull(scalar) || string.IsNullOrWhiteSpace(scalar.Value) => [],
            YamlScalarNode scalar => [scalar.Value!.Trim()],
            YamlSequenceNode list => [.. list.Children.Select(c => c is YamlScalarNode { Value.Length: > 0 } entry
                ? entry.Value.Trim()
                : throw Refused(c, $"{key} must be a list of plain values"))],
            _ => throw Refused(node, $"{key} must be one value or a list of values"),
        };
    }

    private static bool IsNull(YamlScalarNode node) => node.Style == ScalarStyle.Plain && node.Value is null or "null" or "~";

    private static CopilotException Refused(YamlNode node, string what) => new($"line {node.Start.Line + 1}: {what}.");
}
