using System.Globalization;
using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Reads <c>sources.json</c>. What is not understood stops the reading with entry and field: a right that silently does nothing would be worse.</summary>
internal sealed class SourcesFile
{
    private static readonly string[] RuleKeys = ["owner", "readers", "company", "kind", "about", "valid_from", "valid_to", "language"];
    private static readonly string[] SourceKeys = ["name", "folder", "feed", "collection", "refresh", "include", "exclude", "folders", .. RuleKeys];
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly KnowledgeOptions _options;
    private readonly string _path;

    private SourcesFile(KnowledgeOptions options, string path) => (_options, _path) = (options, path);

    /// <summary>Reads the sources of an installation.</summary>
    /// <exception cref="CopilotException">The file can't be used; the message names the entry, the field and the repair.</exception>
    public static SourceList Read(KnowledgeOptions options)
    {
        var path = PathOf(options);
        if (path is null || !File.Exists(path))
        {
            return path is not null && options.Sources is { Length: > 0 }
                ? throw new CopilotException($"There is no file {path}; write the sources into it or remove Copilot__Knowledge__Sources.")
                : new SourceList(WithFolder(options, [], new SourceRule()), null);
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            return new SourcesFile(options, path).Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new CopilotException($"{path}, line {e.LineNumber + 1}: this is not valid JSON; check commas, quotes and brackets there.", e);
        }
    }

    /// <summary>Gets where the file is, or null when it can be nowhere.</summary>
    public static string? PathOf(KnowledgeOptions options)
        => options.Sources is { Length: > 0 } path ? Path.GetFullPath(path)
            : options.Folder.Length > 0 ? Path.GetFullPath(Path.Combine(options.Folder, "sources.json"))
            : null;

    private static List<KnowledgeSource> WithFolder(KnowledgeOptions options, List<KnowledgeSource> sources, SourceRule defaults)
    {
        if (options.Folder.Length > 0 && Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Folder)) is var folder && sources.All(s => s.Folder != folder))
        {
            sources.Insert(0, new KnowledgeSource { Name = "knowledge", Folder = folder, Collection = options.Collection, Rule = defaults });
        }

        return sources;
    }

    private SourceList Read(JsonElement root)
    {
        Check(root, "the file", ["sources", "defaults"]);
        var defaults = root.TryGetProperty("defaults", out var given) ? Rule(given, "defaults", RuleKeys) : new SourceRule();
        var sources = new List<KnowledgeSource>();
        if (root.TryGetProperty("sources", out var list))
        {
            if (list.ValueKind != JsonValueKind.Array)
            {
                throw Wrong("sources", "it must be a list of sources in square brackets");
            }

            foreach (var entry in list.EnumerateArray())
            {
                sources.Add(Source(entry, $"source {sources.Count + 1}", defaults));
            }
        }

        if (sources.GroupBy(s => (s.Folder, s.Feed, Collection: s.Feed is null ? null : s.Collection)).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw Wrong(twice.Last().Name, $"\"{twice.Key.Folder ?? twice.Key.Feed}\" is named twice; put both entries into one");
        }

        return new SourceList(WithFolder(_options, sources, defaults), _path);
    }

    private KnowledgeSource Source(JsonElement entry, string where, SourceRule defaults)
    {
        Check(entry, where, SourceKeys);
        var (folder, feed) = (Text(entry, where, "folder"), Text(entry, where, "feed"));
        if (folder is null == feed is null)
        {
            throw Wrong(where, "name either a \"folder\" or a \"feed\"");
        }

        var name = Text(entry, where, "name") ?? folder ?? feed!;
        where = $"{where} (\"{name}\")";
        var collection = Text(entry, where, "collection") ?? _options.Collection;
        if (!KnowledgeOptions.IsCollectionName(collection))
        {
            throw Wrong(where, $"\"collection\" can't be \"{collection}\"; use 1 to 64 letters, digits, dots, dashes and underscores");
        }

        var refresh = Text(entry, where, "refresh");
        return new KnowledgeSource
        {
            Name = name,
            Folder = folder is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder, Path.GetDirectoryName(_path)!)),
            Feed = feed,
            Collection = collection,
            Rule = Rule(entry, where, SourceKeys).Within(defaults),
            Folders = Folders(entry, where),
            Include = [.. List(entry, where, "include")?.Select(p => new FilePattern(p)) ?? []],
            Exclude = [.. List(entry, where, "exclude")?.Select(p => new FilePattern(p)) ?? []],
            Refresh = refresh is null ? RefreshRule.Start : RefreshRule.Read(refresh) ?? throw Wrong(where, $"\"refresh\" is \"{refresh}\"; write {RefreshRule.Choices}"),
        };
    }

    private List<(string Path, SourceRule Rule)> Folders(JsonElement entry, string where)
    {
        var folders = new List<(string Path, SourceRule Rule)>();
        if (!entry.TryGetProperty("folders", out var list))
        {
            return folders;
        }

        if (list.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(where, "\"folders\" must be an object: \"purchasing\": { \"readers\": [\"purchaser\"] }");
        }

        foreach (var folder in list.EnumerateObject())
        {
            var inside = $"{where}, folder \"{folder.Name}\"";
            Check(folder.Value, inside, RuleKeys);
            folders.Add((folder.Name.Replace('\\', '/').Trim('/'), Rule(folder.Value, inside, RuleKeys)));
        }

        return [.. folders.OrderBy(f => f.Path.Length)];
    }

    private SourceRule Rule(JsonElement entry, string where, string[] keys)
    {
        Check(entry, where, keys);
        var readers = List(entry, where, "readers");
        readers = readers is null ? null : ReaderNames.Everybody(readers);
        if (readers is { Count: 0 })
        {
            throw Wrong(where, $"\"readers\" is empty, nobody could read the documents; write {ReaderNames.Choices}");
        }

        if (readers is not null && ReaderNames.Unknown(readers) is { } unknown)
        {
            throw Wrong(where, $"\"readers\" names \"{unknown}\", which is not a role; write {ReaderNames.Choices}");
        }

        var rule = new SourceRule
        {
            Owner = Text(entry, where, "owner"),
            Readers = readers,
            Companies = List(entry, where, "company") is { Count: > 0 } companies ? ReaderNames.Everybody(companies) : null,
            Kind = Text(entry, where, "kind"),
            About = List(entry, where, "about"),
            ValidFrom = Day(entry, where, "valid_from"),
            ValidTo = Day(entry, where, "valid_to"),
            Language = Text(entry, where, "language")?.ToLowerInvariant(),
        };
        if (rule.Language is { } language && (language.Length != 2 || !language.All(char.IsAsciiLetter)))
        {
            throw Wrong(where, $"\"language\" is \"{language}\"; write a code of two letters such as en or de");
        }

        return rule.ValidTo < rule.ValidFrom ? throw Wrong(where, "\"valid_to\" lies before \"valid_from\"; correct one of them") : rule;
    }

    private void Check(JsonElement entry, string where, string[] keys)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(where, "it must be an object in curly brackets");
        }

        foreach (var key in entry.EnumerateObject().Select(p => p.Name))
        {
            if (!keys.Contains(key, StringComparer.Ordinal))
            {
                throw Wrong(where, NearSpelling.Of(key, keys) is { } meant
                    ? $"there is no field \"{key}\"; write \"{meant}\""
                    : $"there is no field \"{key}\"; the fields are {string.Join(", ", keys)}");
            }
        }
    }

    private string? Text(JsonElement entry, string where, string key)
        => !entry.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null ? null
            : value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()) ? value.GetString()!.Trim()
            : throw Wrong(where, $"\"{key}\" must be a text in quotes");

    private DateOnly? Day(JsonElement entry, string where, string key)
        => Text(entry, where, key) is not { } text ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw Wrong(where, $"\"{key}\" is \"{text}\", which is not a date; write it as 2026-03-31");

    private IReadOnlyList<string>? List(JsonElement entry, string where, string key)
        => !entry.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null ? null
            : value.ValueKind == JsonValueKind.String ? [value.GetString()!.Trim()]
            : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) ? [.. value.EnumerateArray().Select(v => v.GetString()!.Trim())]
            : throw Wrong(where, $"\"{key}\" must be a text or a list of texts");

    private CopilotException Wrong(string where, string what) => new($"{_path}, {where}: {what}.");
}
