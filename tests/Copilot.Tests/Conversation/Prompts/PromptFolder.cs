namespace Copilot.Tests.Conversation.Prompts;

/// <summary>A prompts folder of a test's own, gone afterwards.</summary>
internal sealed class PromptFolder : IDisposable
{
    public const string Greeting = """
        name: talk_greeting
        version: 3
        owner: sales
        description: Says hello.
        template: |
          Hello {{$who}},
          it is {{ $day }}.
        input_variables:
          - name: who
            description: The name.
          - name: day
            description: The day.
            is_required: false
            default: today
        execution_settings:
          default:
            temperature: 0.3
            max_tokens: 50
        """;

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Needs
        = new Dictionary<string, IReadOnlyList<string>> { ["talk/greeting"] = ["who", "day"] };

    public string Path { get; } = Directory.CreateTempSubdirectory("copilot-prompts-").FullName;

    public static PromptFolder With(params (string Name, string Text)[] files)
    {
        var folder = new PromptFolder();
        foreach (var (name, text) in files)
        {
            folder.Write(name, text);
        }

        return folder;
    }

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
