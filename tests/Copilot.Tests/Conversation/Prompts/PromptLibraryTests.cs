using Copilot.Contracts;
using Copilot.Conversation.Prompts;
using Copilot.Testing;
using Xunit;

namespace Copilot.Tests.Conversation.Prompts;

public sealed class PromptLibraryTests
{
    private const string File = "talk/greeting.yaml";

    [Fact]
    public void A_prompt_is_filled_and_says_which_it_was()
    {
        using var folder = PromptFolder.With((File, PromptFolder.Greeting));
        var rendered = Load(folder).Render("talk/greeting", new Dictionary<string, string> { ["who"] = "Ann", ["day"] = "Monday" });

        Assert.Equal("Hello Ann,\nit is Monday.", rendered.Text.TrimEnd());
        Assert.Equal(("talk/greeting", 3), (rendered.Name, rendered.Version));
        Assert.Matches("^[0-9a-f]{64}$", rendered.Hash);
        Assert.Equal((0.3, 50, (double?)null), (rendered.Settings.Temperature, rendered.Settings.MaxTokens, rendered.Settings.TopP));
    }

    [Fact]
    public void A_value_that_looks_like_a_blank_is_not_filled_again()
    {
        using var folder = PromptFolder.With((File, PromptFolder.Greeting));
        var rendered = Load(folder).Render("talk/greeting", new Dictionary<string, string> { ["who"] = "{{$day}} {{$who}} }} {{", ["day"] = "{{$who}}" });

        Assert.Equal("Hello {{$day}} {{$who}} }} {{,\nit is {{$who}}.", rendered.Text.TrimEnd());
    }

    [Fact]
    public void An_input_with_a_default_may_be_left_out_and_a_required_one_may_not()
    {
        using var folder = PromptFolder.With((File, PromptFolder.Greeting));
        var library = Load(folder);

        Assert.Contains("it is today.", library.Render("talk/greeting", new Dictionary<string, string> { ["who"] = "Ann" }).Text, StringComparison.Ordinal);
        Assert.Contains("'who'", Assert.Throws<CopilotException>(() => library.Render("talk/greeting", new Dictionary<string, string> { ["day"] = "Monday" })).Message, StringComparison.Ordinal);
        Assert.Contains("no input 'whom'", Assert.Throws<CopilotException>(() => library.Render("talk/greeting", new Dictionary<string, string> { ["who"] = "Ann", ["whom"] = "Bob" })).Message, StringComparison.Ordinal);
        Assert.Contains("no prompt 'talk/farewell'", Assert.Throws<CopilotException>(() => library.Render("talk/farewell", new Dictionary<string, string>())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ends_of_lines_and_a_byte_order_mark_do_not_change_the_hash_and_a_word_does()
    {
        string Hash(string text)
        {
            using var folder = PromptFolder.With((File, text));
            return Load(folder).All.Single().Hash;
        }

        var hash = Hash(PromptFolder.Greeting);
        Assert.Equal(hash, Hash("\uFEFF" + PromptFolder.Greeting.ReplaceLineEndings("\r\n") + "\r\n\r\n"));
        Assert.NotEqual(hash, Hash(PromptFolder.Greeting.Replace("Hello", "Hallo", StringComparison.Ordinal)));
        Assert.NotEqual(hash, Hash(PromptFolder.Greeting.Replace("0.3", "0.4", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("name: talk_greeting", "name: greeting", 1, "write talk_greeting")]
    [InlineData("version: 3", "version: three", 2, "whole number")]
    [InlineData("version: 3", "version: 0", 2, "whole number")]
    [InlineData("owner: sales", "owner: ''", 3, "'owner' is empty")]
    [InlineData("description: Says hello.", "descripion: Says hello.", 4, "'descripion' is not known")]
    [InlineData("template: |", "template_format: handlebars\ntemplate: |", 5, "only semantic-kernel")]
    [InlineData("{{ $day }}", "{{ $dat }}", 7, "{{$dat}} is not among input_variables")]
    [InlineData("{{ $day }}", "{{ time.now }} {{$day}}", 7, "calls of functions")]
    [InlineData("{{ $day }}", "{{ $day", 7, "not closed")]
    [InlineData("it is {{ $day }}.", "it is now.", 11, "'day' is not used")]
    [InlineData("  - name: day", "  - name: who\n    description: The name.\n  - name: day", 11, "'who' is there twice")]
    [InlineData("is_required: false", "is_required: true", 11, "required and has a default")]
    [InlineData("is_required: false", "is_required: maybe", 13, "true or false")]
    [InlineData("temperature: 0.3", "temperature: 3", 17, "from 0 to 2")]
    [InlineData("temperature: 0.3", "stop: x", 17, "'stop' is not known")]
    [InlineData("  default:\n    temp", "  gpt:\n    temp", 16, "'gpt' is not known")]
    public void What_is_wrong_in_a_file_stops_the_start_with_its_line(string right, string wrong, int line, string says)
    {
        Assert.Contains(right, PromptFolder.Greeting, StringComparison.Ordinal);
        using var folder = PromptFolder.With((File, PromptFolder.Greeting.Replace(right, wrong, StringComparison.Ordinal)));

        var message = Assert.Throws<CopilotException>(() => Load(folder)).Message;

        Assert.Contains($"greeting.yaml, line {line}:", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name: [")]
    [InlineData("just words")]
    [InlineData("- a\n- list")]
    [InlineData("")]
    [InlineData("name: talk_greeting\nname: talk_greeting")]
    [InlineData("--- \na: 1\n---\nb: 2")]
    public void A_file_that_is_no_prompt_at_all_is_named(string text)
    {
        using var folder = PromptFolder.With((File, text));
        Assert.Contains("greeting.yaml, line ", Assert.Throws<CopilotException>(() => Load(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_another_encoding_or_without_end_is_refused()
    {
        using var folder = PromptFolder.With((File, PromptFolder.Greeting));
        System.IO.File.WriteAllBytes(Path.Combine(folder.Path, "talk", "greeting.yaml"), [0x6E, 0xFF, 0xFE, 0xC3]);
        Assert.Throws<CopilotException>(() => Load(folder));
        folder.Write(File, PromptFolder.Greeting + "\n#" + new string('x', 300_000));
        Assert.Contains("longer than", Assert.Throws<CopilotException>(() => Load(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_together()
    {
        using var folder = PromptFolder.With((File, PromptFolder.Greeting.Replace("version: 3", "version: x", StringComparison.Ordinal)), ("talk/other.yaml", "name: other"));
        var message = Assert.Throws<CopilotException>(() => Load(folder)).Message;
        Assert.Contains("greeting.yaml, line 2", message, StringComparison.Ordinal);
        Assert.Contains("other.yaml, line 1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_for_one_prompt_are_refused()
    {
        using var folder = PromptFolder.With((File, PromptFolder.Greeting), ("talk/greeting.yml", PromptFolder.Greeting));
        Assert.Contains("there twice", Assert.Throws<CopilotException>(() => Load(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prompt_that_is_missing_or_that_nobody_asks_for_stops_the_start()
    {
        using var folder = PromptFolder.With((File, PromptFolder.Greeting), ("talk/farewell.yaml", PromptFolder.Greeting.Replace("talk_greeting", "talk_farewell", StringComparison.Ordinal)));
        var needs = new Dictionary<string, IReadOnlyList<string>> { ["talk/greeting"] = ["who", "day"], ["talk/thanks"] = [] };
        var message = Assert.Throws<CopilotException>(() => PromptLibrary.Load(folder.Path, needs)).Message;
        Assert.Contains("farewell.yaml, line 1: no part of the program asks for this prompt", message, StringComparison.Ordinal);
        Assert.Contains("thanks.yaml is missing", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who", "does not give the input 'day'", "is_required: false\n    default: today", "is_required: true")]
    [InlineData("who,day,hour", "gives the input 'hour'", "x", "x")]
    public void What_the_program_gives_must_be_what_the_prompt_takes(string given, string says, string right, string wrong)
    {
        using var folder = PromptFolder.With((File, PromptFolder.Greeting.Replace(right, wrong, StringComparison.Ordinal)));
        var needs = new Dictionary<string, IReadOnlyList<string>> { ["talk/greeting"] = given.Split(',') };
        Assert.Contains(says, Assert.Throws<CopilotException>(() => PromptLibrary.Load(folder.Path, needs)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
        => Assert.Contains("/nowhere/prompts", Assert.Throws<CopilotException>(() => PromptLibrary.Load("/nowhere/prompts")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_prompts_of_this_product_load_and_every_one_can_be_filled()
    {
        var library = PromptLibrary.Load(RepositoryRoot.Join("prompts"));
        Assert.Equal(PromptNeeds.All.Keys.Order(StringComparer.Ordinal), library.All.Select(c => c.Name));
        foreach (var (name, inputs) in PromptNeeds.All)
        {
            var text = library.Render(name, inputs.ToDictionary(i => i, i => $"<{i}>")).Text;
            Assert.All(inputs, i => Assert.Contains($"<{i}>", text, StringComparison.Ordinal));
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        }
    }

    private static PromptLibrary Load(PromptFolder folder) => PromptLibrary.Load(folder.Path, PromptFolder.Needs);
}
