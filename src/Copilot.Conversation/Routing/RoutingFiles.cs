using Copilot.Contracts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Copilot.Conversation.Routing;

/// <summary>Reads the example questions beside the prompts: one file a tool, <c>tool:</c>, <c>examples:</c> and, where wanted, <c>not:</c>.</summary>
internal static class RoutingFiles
{
    /// <summary>The label of greetings, thanks and calls for help.</summary>
    public const string SmallTalk = "_smalltalk";

    /// <summary>The label of questions that no tool answers.</summary>
    public const string OutOfScope = "_out_of_scope";

    /// <summary>Reads all files below <c>routing</c> in a prompts folder, in the order of their names.</summary>
    /// <exception cref="CopilotException">The folder or a file can't be used; the message says which and why.</exception>
    public static IReadOnlyList<RoutingExample> Read(string promptsFolder)
    {
        var folder = Path.Combine(promptsFolder, "routing");
        if (!Directory.Exists(folder))
        {
            throw new CopilotException($"The routing examples are missing: there is no folder {folder}. Set the prompts folder to the one that holds routing/*.yaml.");
        }

        var examples = Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).SelectMany(ReadFile).Distinct().ToList();
        return examples.Count > 0 ? examples : throw new CopilotException($"The routing examples are missing: {folder} holds no example.");
    }

    /// <summary>Reads the groups of like words, <c>words.yaml</c>; none when there is no such file.</summary>
    /// <returns>For each word the groups it stands in.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ReadGroups(string promptsFolder)
    {
        var path = Path.Combine(promptsFolder, "words.yaml");
        if (!File.Exists(path))
        {
            return new Dictionary<string, IReadOnlyList<string>>();
        }

        var root = Load(path) ?? throw new CopilotException($"The file of word groups {path} needs groups: a name and a list of words each.");
        return root.Children.Keys.OfType<YamlScalarNode>()
            .SelectMany(g => Texts(root, g.Value!).Select(t => (Word: string.Join(' ', Features.Words(t)), Group: g.Value!)))
            .GroupBy(p => p.Word, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(p => p.Group).Distinct()], StringComparer.Ordinal);
    }

    private static IEnumerable<RoutingExample> ReadFile(string path)
    {
        if (Load(path) is not { } root || Scalar(root, "tool") is not { Length: > 0 } tool || Texts(root, "examples").Count == 0)
        {
            throw new CopilotException($"The routing file {path} needs a 'tool' and a list 'examples'.");
        }

        return Texts(root, "examples").Select(t => new RoutingExample(tool, t))
            .Concat(Texts(root, "not").Select(t => new RoutingExample(tool, t, IsNot: true)));
    }

    private static YamlMappingNode? Load(string path)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = File.OpenText(path);
            stream.Load(reader);
        }
        catch (YamlException e)
        {
            throw new CopilotException($"The routing file {path} is not valid YAML (line {e.Start.Line}).", e);
        }

        return stream.Documents.Count > 0 ? stream.Documents[0].RootNode as YamlMappingNode : null;
    }

    private static string? Scalar(YamlMappingNode node, string key)
        => node.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlScalarNode scalar ? scalar.Value?.Trim() : null;

    private static List<string> Texts(YamlMappingNode node, string key)
        => node.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlSequenceNode list
            ? [.. list.Children.OfType<YamlScalarNode>().Select(s => s.Value?.Trim() ?? string.Empty).Where(s => s.Length > 0)]
            : [];
}
