using System.Globalization;
using Copilot.Contracts;
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
        ["title", "revision", "valid_from", "valid_to", "owner", "readers", "company", "supersedes", "about", "kind", "id", "language"];

    /// <summary>Reads the label of a document that stands alone.</summary>
    /// <param name="yaml">The front matter, or null when there is none.</param>
    /// <param name="name">The file's name without extension: the default id.</param>
    /// <param name="heading">The first heading of the text, the default title; or null.</param>
    /// <param name="acl">Readers that take the place of the label's, or null.</param>
    /// <exception cref="CopilotException">The front matter is not understood.</exception>
    public static DocumentLabel Read(string? yaml, string name, string? heading, IReadOnlyList<string>? acl)
        => Read(new LabelOrigin { FrontMatter = yaml, Name = name, Heading = heading, Readers = acl });

    /// <summary>Reads a label.</summary>
    /// <exception cref="CopilotException">The front matter or the file beside the document is not understood.</exception>
    public static DocumentLabel Read(LabelOrigin origin)
        => origin is { NarrowOnly: true, FrontMatter: not null }
            ? LabelNarrowing.Of(ReadAll(origin), ReadAll(origin with { FrontMatter = null }), origin.Name)
            : ReadAll(origin);

    private static DocumentLabel ReadAll(LabelOrigin origin)
    {
        // The opening fence is the front matter's first line.
        var fields = origin.Sidecar is null ? [] : Fields(origin.Sidecar, "label file, line ", 0);
        foreach (var (key, field) in origin.FrontMatter is null ? [] : Fields(origin.FrontMatter, "line ", 1))
        {
            fields[key] = field;
        }

        var rule = origin.Rule ?? new SourceRule();
        var id = Text(fields, "id");
        var title = Text(fields, "title");
        var label = new DocumentLabel
        {
            Id = id ?? origin.Name,
            HasOwnId = id is not null,
            Title = title ?? origin.Heading ?? origin.Name,
            HasOwnTitle = title is not null,
            Revision = Text(fields, "revision"),
            ValidFrom = Day(fields, "valid_from") ?? rule.ValidFrom,
            ValidTo = Day(fields, "valid_to") ?? rule.ValidTo,
            Owner = Text(fields, "owner") ?? rule.Owner,
            Kind = Text(fields, "kind") ?? rule.Kind,
            Readers = origin.Readers ?? Readers(fields, origin.FrontMatter is not null || origin.Sidecar is not null, rule),
            Companies = List(fields, "company") is { Count: > 0 } companies ? ReaderNames.Everybody(companies) : rule.Companies ?? [DocumentLabel.Everyone],
            Supersedes = List(fields, "supersedes"),
            About = fields.ContainsKey("about") ? List(fields, "about") : rule.About ?? [],
            Language = Language(fields) ?? rule.Language,
        };
        if (label.ValidTo < label.ValidFrom)
        {
            throw fields.TryGetValue("valid_to", out var to) || fields.TryGetValue("valid_from", out to)
                ? Refused(to, "valid_to lies before valid_from; correct one of them")
                : new CopilotException("valid_to lies before valid_from in the rule of its source; correct one of them.");
        }

        return label.Supersedes.Contains(label.Id, StringComparer.Ordinal)
            ? throw Refused(fields["supersedes"], "a document can't supersede itself; name the id of the older one")
            : label;
    }

    private static Dictionary<string, Field> Fields(string yaml, string where, int above)
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
                throw new CopilotException($"{where}{1 + above}: the front matter is not a list of \"key: value\" lines; write one entry a line.");
            }

            foreach (var key in map.Children.Keys.OfType<YamlScalarNode>().Where(k => !Keys.Contains(k.Value, StringComparer.Ordinal)))
            {
                // Entries of other programs are none of our business; a misspelt one of ours could lose a right or a date.
                if (NearSpelling.Of(key.Value!, Keys) is { } meant)
                {
                    throw Refused(new Field(key, where, above), $"\"{key.Value}\" is not an entry of the front matter; write \"{meant}\"");
                }
            }

            return map.Children.ToDictionary(p => ((p.Key as YamlScalarNode)?.Value ?? string.Empty).Trim(), p => new Field(p.Value, where, above), StringComparer.Ordinal);
        }
        catch (YamlException e)
        {
            throw new CopilotException($"{where}{e.Start.Line + above}: the front matter is not valid YAML; check quotes, colons and indentation there.", e);
        }
    }

    private static IReadOnlyList<string> Readers(Dictionary<string, Field> fields, bool labelled, SourceRule rule)
    {
        if (!fields.TryGetValue("readers", out var field))
        {
            return rule.Readers ?? (labelled
                ? throw new CopilotException("line 2: the front matter does not say who may read the document; add \"readers: all\" or \"readers: [sales-rep, …]\".")
                : [DocumentLabel.Everyone]);
        }

        var readers = ReaderNames.Everybody(List(fields, "readers"));
        return readers.Count == 0
            ? throw Refused(field, "readers is empty, nobody could read the document; write \"all\" or a list of roles")
            : ReaderNames.Unknown(readers) is { } unknown
                ? throw Refused(field, $"\"{unknown}\" is not a role; write {ReaderNames.Choices}")
                : readers;
    }

    private static string? Text(Dictionary<string, Field> fields, string key)
        => !fields.TryGetValue(key, out var field) ? null
            : field.Node is not YamlScalarNode scalar ? throw Refused(field, $"{key} must be one value")
            : string.IsNullOrWhiteSpace(scalar.Value) || IsNull(scalar) ? null
            : scalar.Value.Length > 300 ? throw Refused(field, $"{key} is longer than 300 characters; shorten it")
            : scalar.Value.Trim();

    private static DateOnly? Day(Dictionary<string, Field> fields, string key)
        => Text(fields, key) is not { } text ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw Refused(fields[key], $"{key} \"{text}\" is not a date; write it as 2026-03-31");

    private static string? Language(Dictionary<string, Field> fields)
        => Text(fields, "language") is not { } text ? null
            : text.Length == 2 && text.All(char.IsAsciiLetter) ? text.ToLowerInvariant()
            : throw Refused(fields["language"], $"language \"{text}\" is not a code of two letters; write it as en or de");

    private static IReadOnlyList<string> List(Dictionary<string, Field> fields, string key)
    {
        if (!fields.TryGetValue(key, out var field))
        {
            return [];
        }

        return field.Node switch
        {
            YamlScalarNode scalar when IsNull(scalar) || string.IsNullOrWhiteSpace(scalar.Value) => [],
            YamlScalarNode scalar => [scalar.Value!.Trim()],
            YamlSequenceNode list => [.. list.Children.Select(c => c is YamlScalarNode { Value.Length: > 0 } entry
                ? entry.Value.Trim()
                : throw Refused(field with { Node = c }, $"{key} must be a list of plain values"))],
            _ => throw Refused(field, $"{key} must be one value or a list of values"),
        };
    }

    private static bool IsNull(YamlScalarNode node) => node.Style == ScalarStyle.Plain && node.Value is null or "null" or "~";

    private static CopilotException Refused(Field field, string what) => new($"{field.Where}{field.Node.Start.Line + field.Above}: {what}.");

    /// <summary>An entry, with where it stands.</summary>
    private readonly record struct Field(YamlNode Node, string Where, int Above);
}
