using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Copilot.Contracts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Copilot.Conversation.Prompts;

/// <summary>One prompt file: Semantic Kernel's prompt YAML with a version and an owner. Anything not understood is a fault, with file and line.</summary>
internal sealed record PromptFile
{
    private const int LongestFile = 200_000;
    private static readonly string[] TopKeys = ["name", "version", "owner", "description", "template_format", "template", "input_variables", "execution_settings"];
    private static readonly string[] InputKeys = ["name", "description", "is_required", "default"];

    /// <summary>Gets what is known of it.</summary>
    public required PromptCard Card { get; init; }

    /// <summary>Gets its text.</summary>
    public required PromptTemplate Template { get; init; }

    /// <summary>Gets its blanks.</summary>
    public required IReadOnlyList<PromptInput> Inputs { get; init; }

    /// <summary>Gets how the model is asked.</summary>
    public required PromptSettings Settings { get; init; }

    /// <summary>Brings the text of a file to the form that is hashed: no byte order mark, LF, one end of line at the end.</summary>
    public static string Normalise(string text) => text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd() + "\n";

    /// <summary>Computes the SHA-256 of a normalised text, lower-case hex.</summary>
    public static string HashOf(string source) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)));

    /// <summary>Reads a file.</summary>
    /// <param name="folder">The prompts folder.</param>
    /// <param name="path">The file, below it.</param>
    /// <exception cref="CopilotException">The file can't be used; the message names file, line and repair.</exception>
    public static PromptFile Read(string folder, string path)
    {
        if (new FileInfo(path).Length > LongestFile)
        {
            throw new CopilotException($"The prompt {path} is longer than {LongestFile.ToString("N0", CultureInfo.InvariantCulture)} bytes. A prompt is a page of text; take out what does not belong there.");
        }

        var name = Path.GetRelativePath(folder, path).Replace('\\', '/')[..^Path.GetExtension(path).Length];
        return Parse(name, path, Normalise(File.ReadAllText(path, new UTF8Encoding(false, true))));
    }

    private static PromptFile Parse(string name, string path, string source)
    {
        var root = new PromptNode(path, Load(path, source));
        root.MayOnlyHave(TopKeys);
        var written = root.Text("name");
        var expected = name.Replace('/', '_').Replace('-', '_');
        if (written != expected)
        {
            throw root.At("name").Fault($"the name is '{written}', and must follow the file's place: write {expected}");
        }

        if (root.Has("template_format") && root.Text("template_format") is var format and not "semantic-kernel")
        {
            throw root.At("template_format").Fault($"the format is '{format}': only semantic-kernel is read");
        }

        var text = root.At("template");
        var template = PromptTemplate.Cut(root.Text("template"), (line, what) => text.Fault(what, text.IsBlock ? line + 1 : line));
        var inputs = InputsOf(root, template);
        return new PromptFile
        {
            Card = new PromptCard(name, root.Whole("version", 1, 1_000_000), HashOf(source), root.Text("owner"), root.Text("description"), source),
            Template = template,
            Inputs = inputs,
            Settings = SettingsOf(root),
        };
    }

    private static List<PromptInput> InputsOf(PromptNode root, PromptTemplate template)
    {
        List<PromptNode> nodes = root.Has("input_variables") ? [.. root.At("input_variables").Items()] : [];
        nodes.ForEach(n => n.MayOnlyHave(InputKeys));
        if (template.Inputs.FirstOrDefault(t => !nodes.Exists(n => n.Text("name") == t)) is { } unknown)
        {
            // Told before an input that is not used: a typing mistake in the text makes both.
            var text = root.At("template");
            throw text.Fault($"the blank {{{{${unknown}}}}} is not among input_variables", template.LineOf(unknown) + (text.IsBlock ? 1 : 0));
        }

        var inputs = new List<PromptInput>();
        foreach (var node in nodes)
        {
            var input = new PromptInput(node.Text("name"), !node.Has("is_required") || node.Flag("is_required"), node.Has("default") ? node.At("default").Scalar() : string.Empty);
            if (inputs.Exists(i => i.Name == input.Name))
            {
                throw node.Fault($"the input '{input.Name}' is there twice");
            }

            if (!template.Inputs.Contains(input.Name, StringComparer.Ordinal))
            {
                throw node.Fault($"the input '{input.Name}' is not used: write {{{{${input.Name}}}}} in the template or remove the input");
            }

            if (input.IsRequired && node.Has("default"))
            {
                throw node.Fault($"the input '{input.Name}' is required and has a default: take one of the two");
            }

            inputs.Add(input);
        }

        return inputs;
    }

    private static PromptSettings SettingsOf(PromptNode root)
    {
        if (!root.Has("execution_settings"))
        {
            return new PromptSettings();
        }

        var all = root.At("execution_settings");
        all.MayOnlyHave("default");
        var settings = all.At("default");
        settings.MayOnlyHave("temperature", "top_p", "max_tokens");
        return new PromptSettings
        {
            Temperature = settings.Has("temperature") ? settings.Number("temperature", 0, 2) : null,
            TopP = settings.Has("top_p") ? settings.Number("top_p", 0.01, 1) : null,
            MaxTokens = settings.Has("max_tokens") ? settings.Whole("max_tokens", 1, 100_000) : null,
        };
    }

    private static YamlNode Load(string path, string source)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(source);
            stream.Load(reader);
        }
        catch (YamlException e)
        {
            throw new CopilotException($"{path}, line {e.Start.Line}: this is not valid YAML.", e);
        }

        return stream.Documents.Count == 1
            ? stream.Documents[0].RootNode
            : throw new CopilotException($"{path}, line 1: a prompt file holds one YAML document, this one holds {stream.Documents.Count}.");
    }
}
