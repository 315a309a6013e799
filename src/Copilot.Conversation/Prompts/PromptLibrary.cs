using Copilot.Contracts;

namespace Copilot.Conversation.Prompts;

/// <summary>All prompts, read and checked once at start. Thread-safe.</summary>
internal sealed class PromptLibrary
{
    private const string RoutingFolder = "routing";
    private readonly Dictionary<string, PromptFile> _files;

    private PromptLibrary(Dictionary<string, PromptFile> files) => _files = files;

    /// <summary>Gets the prompts, by name.</summary>
    public IReadOnlyList<PromptCard> All => [.. _files.Values.Select(f => f.Card).OrderBy(c => c.Name, StringComparer.Ordinal)];

    /// <summary>Reads every <c>area/name.yaml</c> of a prompts folder but <c>routing</c>, which is the rule planner's, and holds them to what the program asks for.</summary>
    /// <param name="folder">The prompts folder.</param>
    /// <exception cref="CopilotException">A file can't be used or is missing; the message names file, line and repair, of all files that are wrong.</exception>
    public static PromptLibrary Load(string folder) => Load(folder, PromptNeeds.All);

    /// <summary>Reads a prompts folder for a program with other needs.</summary>
    /// <param name="folder">The prompts folder.</param>
    /// <param name="needs">The inputs given, by prompt.</param>
    /// <exception cref="CopilotException">A file can't be used or is missing.</exception>
    public static PromptLibrary Load(string folder, IReadOnlyDictionary<string, IReadOnlyList<string>> needs)
    {
        if (!Directory.Exists(folder))
        {
            throw new CopilotException($"The prompts are missing: there is no folder {folder}. Set Copilot__Prompts__Folder to the one that holds answer/turn.yaml.");
        }

        var files = new Dictionary<string, PromptFile>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var path in Paths(folder))
        {
            Check(() => Add(files, PromptFile.Read(folder, path)));
        }

        foreach (var file in files.Values)
        {
            Check(() => Fit(folder, file, needs));
        }

        foreach (var missing in needs.Keys.Where(n => !files.ContainsKey(n) && !File.Exists(PathOf(folder, n))))
        {
            faults.Add($"{PathOf(folder, missing)} is missing: the program asks for the prompt {missing}.");
        }

        return faults.Count == 0 ? new PromptLibrary(files) : throw new CopilotException("The prompts can't be used:\n" + string.Join('\n', faults.Select(f => "- " + f)));

        void Check(Action step)
        {
            try
            {
                step();
            }
            catch (CopilotException e)
            {
                faults.Add(e.Message);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.DecoderFallbackException)
            {
                faults.Add($"A prompt file can't be read: {e.Message}");
            }
        }
    }

    /// <summary>Fills a prompt, each blank once.</summary>
    /// <param name="name">The prompt: <see cref="PromptNeeds.Turn"/> and its like.</param>
    /// <param name="inputs">The values; one for every required input, none that the prompt does not know.</param>
    /// <exception cref="CopilotException">There is no such prompt, or the inputs do not fit.</exception>
    public RenderedPrompt Render(string name, IReadOnlyDictionary<string, string> inputs)
    {
        var file = _files.GetValueOrDefault(name) ?? throw new CopilotException($"There is no prompt '{name}'. There are {string.Join(", ", _files.Keys.Order(StringComparer.Ordinal))}.");
        if (file.Inputs.FirstOrDefault(i => i.IsRequired && !inputs.ContainsKey(i.Name)) is { } missing)
        {
            throw new CopilotException($"The prompt {name} needs the input '{missing.Name}', which was not given.");
        }

        if (inputs.Keys.FirstOrDefault(k => !file.Inputs.Any(i => i.Name == k)) is { } extra)
        {
            throw new CopilotException($"The prompt {name} has no input '{extra}'.");
        }

        var text = file.Template.Fill(blank => inputs.TryGetValue(blank, out var value) ? value : file.Inputs.First(i => i.Name == blank).Default);
        return new RenderedPrompt(name, file.Card.Version, file.Card.Hash, text) { Settings = file.Settings };
    }

    private static IEnumerable<string> Paths(string folder)
        => Directory.EnumerateDirectories(folder)
            .Where(d => Path.GetFileName(d) != RoutingFolder && !Path.GetFileName(d).StartsWith('.'))
            .SelectMany(d => Directory.EnumerateFiles(d, "*.yaml", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(d, "*.yml", SearchOption.AllDirectories)))
            .Order(StringComparer.Ordinal);

    private static string PathOf(string folder, string name) => Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar) + ".yaml");

    /// <summary>Two files may have one name: turn.yaml beside turn.yml, or follow-up beside follow_up.</summary>
    private static void Add(Dictionary<string, PromptFile> files, PromptFile file)
    {
        static string Key(string name) => name.Replace('/', '_').Replace('-', '_').ToUpperInvariant();
        if (files.Keys.FirstOrDefault(k => Key(k) == Key(file.Card.Name)) is { } other)
        {
            throw new CopilotException($"The prompt {file.Card.Name} is there twice (as {other}): keep one of the files.");
        }

        files.Add(file.Card.Name, file);
    }

    private static void Fit(string folder, PromptFile file, IReadOnlyDictionary<string, IReadOnlyList<string>> needs)
    {
        var path = PathOf(folder, file.Card.Name);
        if (!needs.TryGetValue(file.Card.Name, out var given))
        {
            throw new CopilotException($"{path}, line 1: no part of the program asks for this prompt; it asks for {string.Join(", ", needs.Keys)}.");
        }

        if (file.Inputs.FirstOrDefault(i => !given.Contains(i.Name)) is { IsRequired: true } unfilled)
        {
            throw new CopilotException($"{path}, line {LineOf(file, unfilled.Name)}: the program does not give the input '{unfilled.Name}'; it gives {string.Join(", ", given)}.");
        }

        if (given.FirstOrDefault(g => !file.Inputs.Any(i => i.Name == g)) is { } unused)
        {
            throw new CopilotException($"{path}, line 1: the program gives the input '{unused}', which the prompt does not use.");
        }
    }

    private static int LineOf(PromptFile file, string input)
        => file.Card.Source.Split('\n').TakeWhile(l => !l.Contains(input, StringComparison.Ordinal) || !l.Contains("name:", StringComparison.Ordinal)).Count() + 1;
}
