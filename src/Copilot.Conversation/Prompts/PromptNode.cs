using System.Globalization;
using Copilot.Contracts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Copilot.Conversation.Prompts;

/// <summary>A place in a prompt file, read strictly: every fault names file and line.</summary>
internal sealed class PromptNode(string path, YamlNode node)
{
    /// <summary>Gets a value indicating whether it is a text in block form, which begins on the line below.</summary>
    public bool IsBlock => node is YamlScalarNode { Style: ScalarStyle.Literal or ScalarStyle.Folded };

    /// <summary>Makes the exception for a fault here.</summary>
    /// <param name="what">What is wrong, and the repair.</param>
    /// <param name="further">Lines below the beginning.</param>
    public CopilotException Fault(string what, int further = 0)
        => new($"{path}, line {(node.Start.Line + further).ToString(CultureInfo.InvariantCulture)}: {what}.");

    /// <summary>Says whether a key is there.</summary>
    public bool Has(string key) => Mapping().Children.ContainsKey(new YamlScalarNode(key));

    /// <summary>Gets what stands under a key.</summary>
    /// <exception cref="CopilotException">The key is missing.</exception>
    public PromptNode At(string key)
        => Mapping().Children.TryGetValue(new YamlScalarNode(key), out var found) ? new PromptNode(path, found) : throw Fault($"'{key}' is missing");

    /// <summary>Refuses keys that are not known.</summary>
    public void MayOnlyHave(params string[] keys)
    {
        if (Mapping().Children.Keys.FirstOrDefault(k => k is not YamlScalarNode { Value: { } name } || !keys.Contains(name)) is { } unknown)
        {
            throw new PromptNode(path, unknown).Fault($"the key '{unknown}' is not known: here stand {string.Join(", ", keys)}");
        }
    }

    /// <summary>Gets the members of a list.</summary>
    public IEnumerable<PromptNode> Items()
        => node is YamlSequenceNode list ? list.Children.Select(c => new PromptNode(path, c)) : throw Fault("a list belongs here");

    /// <summary>Gets a text that is not empty.</summary>
    public string Text(string key)
        => At(key).Scalar() is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw At(key).Fault($"'{key}' is empty");

    /// <summary>Gets the text of this node.</summary>
    public string Scalar() => node is YamlScalarNode { Value: { } value } ? value : throw Fault("a text belongs here");

    /// <summary>Gets true or false.</summary>
    public bool Flag(string key)
        => At(key).Scalar() switch { "true" => true, "false" => false, var other => throw At(key).Fault($"'{key}' is '{other}': write true or false") };

    /// <summary>Gets a whole number within its range.</summary>
    public int Whole(string key, int least, int most)
        => int.TryParse(At(key).Scalar(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw At(key).Fault($"'{key}' is '{At(key).Scalar()}': write a whole number from {least} to {most}");

    /// <summary>Gets a number within its range.</summary>
    public double Number(string key, double least, double most)
        => double.TryParse(At(key).Scalar(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw At(key).Fault(string.Create(CultureInfo.InvariantCulture, $"'{key}' is '{At(key).Scalar()}': write a number from {least} to {most}"));

    private YamlMappingNode Mapping() => node as YamlMappingNode ?? throw Fault("keys with values belong here");
}
