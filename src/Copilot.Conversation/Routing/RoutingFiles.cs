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

    private static IEnumerable<RoutingExample> ReadFile(string path)
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

        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlMappingNode root
            || Scalar(root, "tool") is not { Length: > 0 } tool || Texts(root, "examples").Count == 0)
        {
            throw new CopilotException($"The routing file {path} needs a 'tool' and a list 'examples'.");
        }

        return Texts(root, "examples").Select(t => new RoutingExample(tool, t))
            .Concat(Texts(root, "not").Select(t => new RoutingExample(OutOfScope, t)));
    }

    private static string? Scalar(YamlMappingNode node, string key)
        => node.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlScalarNode scalar ? scalar.Value?.Trim() : null;

    private static List<string> Texts(YamlMappingNode node, string key)
        => node.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlSequenceNode list
            ? [.. list.Children.OfType<YamlScalarNode>().Select(s => s.Value?.Trim() ?? string.Empty).Where(s => s.Length > 0)]
            : [];
}
