using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Copilot.Governance.Policies.Rulebook;

/// <summary>A part of the policies file that knows its place. What is asked of it and is not there, or is something else, becomes a fault with a line.</summary>
internal sealed class YamlPart(YamlNode node, string name, PolicyFaults faults, long? line = null)
{
    /// <summary>The line it begins on, from 1.</summary>
    public long Line => line ?? node.Start.Line;

    /// <summary>What it is called in the file: <c>budgets.caller</c>.</summary>
    public string Name => name;

    /// <summary>Reads a whole file.</summary>
    /// <returns>Its outermost part, or null when it is no YAML at all, which is a fault.</returns>
    public static YamlPart? Read(string text, PolicyFaults faults)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(text);
            stream.Load(reader);
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException or ArgumentException)
        {
            // The parser has more than one way to say that a text ends in the middle.
            faults.Add((broken as YamlException)?.Start.Line ?? 1, "this is not valid YAML; look at the indents, quotes and colons on this line and the one before.");
            return null;
        }

        if (stream.Documents.Count == 1)
        {
            return new YamlPart(stream.Documents[0].RootNode, string.Empty, faults);
        }

        faults.Add(1, stream.Documents.Count == 0 ? "the file is empty; take policies/policies.yaml of the program as a beginning." : "the file holds several documents; remove the lines '---'.");
        return null;
    }

    /// <summary>The parts below this one. A key that is not known, or one that stands there twice, is a fault.</summary>
    public IReadOnlyDictionary<string, YamlPart> Keys(params string[] known)
    {
        var found = Members();
        foreach (var (key, part) in found)
        {
            if (!known.Contains(key, StringComparer.Ordinal))
            {
                faults.Add(part.Line, $"'{part.Name}' is not a key here; write one of {string.Join(", ", known)}, or remove it.");
            }
        }

        return found;
    }

    /// <summary>The parts below this one, whatever they are called.</summary>
    public IReadOnlyDictionary<string, YamlPart> Members()
    {
        if (node is not YamlMappingNode mapping)
        {
            Wrong("keys with values");
            return new Dictionary<string, YamlPart>();
        }

        var found = new Dictionary<string, YamlPart>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { Length: > 0 } text })
            {
                faults.Add(key.Start.Line, "a key must be a word.");
                continue;
            }

            // The parser itself refuses keys that stand there twice.
            found[text] = new YamlPart(value, name.Length == 0 ? text : $"{name}.{text}", faults, key.Start.Line);
        }

        return found;
    }

    /// <summary>The parts of a list.</summary>
    public IReadOnlyList<YamlPart> Items()
    {
        if (node is YamlSequenceNode list)
        {
            return [.. list.Children.Select((child, i) => new YamlPart(child, string.Create(CultureInfo.InvariantCulture, $"{name}[{i + 1}]"), faults))];
        }

        Wrong("a list: [a, b] or lines that begin with a dash");
        return [];
    }

    /// <summary>A word or text; empty after a fault.</summary>
    public string Text()
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } text })
        {
            return text.Trim();
        }

        Wrong("a text");
        return string.Empty;
    }

    /// <summary>Whether it is exactly this word.</summary>
    public bool IsText(string word) => node is YamlScalarNode scalar && scalar.Value == word;

    /// <summary>A number within bounds; the least one after a fault.</summary>
    public decimal Number(decimal least, decimal most, bool whole)
    {
        if (node is YamlScalarNode scalar
            && decimal.TryParse(scalar.Value?.Replace("_", string.Empty, StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most && (!whole || number == decimal.Truncate(number)))
        {
            return number;
        }

        Wrong(string.Create(CultureInfo.InvariantCulture, $"a {(whole ? "whole " : string.Empty)}number from {least} to {most}"));
        return least;
    }

    /// <summary>True or false; false after a fault.</summary>
    public bool Flag()
    {
        if (node is YamlScalarNode { Value: "true" or "false" } scalar)
        {
            return scalar.Value == "true";
        }

        Wrong("true or false");
        return false;
    }

    /// <summary>One of a few words, or null after a fault.</summary>
    public T? OneOf<T>(IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (node is YamlScalarNode { Value: { } text } && words.TryGetValue(text.Trim(), out var found))
        {
            return found;
        }

        Wrong("one of " + string.Join(", ", words.Keys));
        return null;
    }

    /// <summary>A list of a few words; a word that stands there twice is a fault.</summary>
    public IReadOnlyList<T> ListOf<T>(IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        var found = new List<T>();
        foreach (var part in Items())
        {
            if (part.OneOf(words) is not { } word)
            {
                continue;
            }

            if (found.Contains(word))
            {
                part.Fault("stands there twice; remove one.");
            }

            found.Add(word);
        }

        return found;
    }

    /// <summary>A list of texts, none of them empty.</summary>
    public IReadOnlyList<string> Texts()
    {
        var items = Items();
        if (node is YamlSequenceNode && items.Count == 0)
        {
            Wrong("a list with something in it; leave the key out to mean all");
        }

        return [.. items.Select(item => item.Text()).Where(text => text.Length > 0)];
    }

    /// <summary>Notes that something is wrong here.</summary>
    /// <param name="text">What, and the repair.</param>
    public void Fault(string text) => faults.Add(Line, $"{(name.Length == 0 ? "the file" : $"'{name}'")} {Found()}{text}");

    private void Wrong(string wanted) => faults.Add(Line, $"{(name.Length == 0 ? "the file" : $"'{name}'")} {Found()}must be {wanted}.");

    private string Found() => node is YamlScalarNode { Value: { } value } ? $"is '{(value.Length <= 40 ? value : value[..40] + "…")}'; it " : string.Empty;
}
