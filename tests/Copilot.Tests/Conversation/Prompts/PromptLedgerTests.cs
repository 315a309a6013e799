using Copilot.Contracts;
using Copilot.Conversation.Prompts;
using Xunit;

namespace Copilot.Tests.Conversation.Prompts;

public sealed class PromptLedgerTests : IDisposable
{
    private static readonly PromptEvalRun Run = new(["voices"], new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero), new Dictionary<string, decimal> { ["facts right, %"] = 100 });
    private readonly PromptFolder _folder = PromptFolder.With(("talk/greeting.yaml", PromptFolder.Greeting));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_prompt_without_an_evaluation_is_a_fault_and_with_one_it_is_none()
    {
        Assert.Contains("talk/greeting: no evaluation is on record", Assert.Single(Open().Faults()), StringComparison.Ordinal);
        Record();
        Assert.Empty(Open().Faults());
        Assert.Equal(100, Open().Records["talk/greeting"].Run.Figures["facts right, %"]);
    }

    [Fact]
    public void A_change_without_a_new_version_is_a_fault_and_can_not_be_recorded()
    {
        Record();
        Change("Hello", "Hallo");

        Assert.Contains("Write version: 4", Assert.Single(Open().Faults()), StringComparison.Ordinal);
        Assert.Contains("Write version: 4", Assert.Throws<CopilotException>(Record).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_version_needs_an_evaluation_of_its_own()
    {
        Record();
        Change("Hello", "Hallo", "version: 3", "version: 4");

        Assert.Contains("version 4 has no evaluation on record", Assert.Single(Open().Faults()), StringComparison.Ordinal);
        Record();
        Assert.Empty(Open().Faults());
    }

    [Fact]
    public void A_run_made_with_another_text_does_not_count()
    {
        var before = Hashes();
        Change("Hello", "Hallo");

        Assert.Contains("another text of talk/greeting", Assert.Throws<CopilotException>(() => Open().Record(Run, before)).Message, StringComparison.Ordinal);
        Assert.Throws<CopilotException>(() => Open().Record(Run, new Dictionary<string, string>()));
    }

    [Theory]
    [InlineData("routing")]
    [InlineData("retrieval")]
    [InlineData("stock")]
    public void A_run_that_asked_no_whole_questions_does_not_count(string suite)
        => Assert.Contains(suite, Assert.Throws<CopilotException>(() => Open().Record(Run with { Suites = [suite] }, Hashes())).Message, StringComparison.Ordinal);

    [Fact]
    public void The_difference_shows_the_lines_that_changed()
    {
        Record();
        Assert.Empty(Open().Changes());
        Change("Hello {{$who}}", "Hallo {{$who}}", "version: 3", "version: 4");

        var change = Assert.Single(Open().Changes());

        Assert.Equal(("talk/greeting", 3, 4), (change.Name, change.From, change.To));
        Assert.Equal(["-version: 3", "+version: 4", "-  Hello {{$who}},", "+  Hallo {{$who}},"], change.Lines.Where(l => l[0] is '-' or '+'));
    }

    [Fact]
    public void A_prompt_that_is_new_or_gone_shows_whole()
    {
        Assert.All(Assert.Single(Open().Changes()).Lines, l => Assert.StartsWith("+", l, StringComparison.Ordinal));
        Record();
        File.Delete(Path.Combine(_folder.Path, "talk", "greeting.yaml"));
        var ledger = PromptLedger.Open(_folder.Path, new Dictionary<string, IReadOnlyList<string>>());

        Assert.All(Assert.Single(ledger.Changes()).Lines, l => Assert.StartsWith("-", l, StringComparison.Ordinal));
        Assert.Contains("its file is gone", Assert.Single(ledger.Faults()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("[null]")]
    [InlineData("[{\"name\":\"a\",\"version\":1,\"hash\":\"x\",\"text\":\"!\"}]")]
    [InlineData("null,")]
    public void A_record_that_can_not_be_read_is_named(string text)
    {
        _folder.Write(PromptLedger.FileName, text);
        Assert.Contains(PromptLedger.FileName, Assert.Throws<CopilotException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recorded_text_that_was_tampered_with_is_no_difference_but_trouble()
    {
        Record();
        var path = Path.Combine(_folder.Path, PromptLedger.FileName);
        File.WriteAllText(path, System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(path), "\"text\": \"[^\"]+\"", "\"text\": \"AAAA\""));
        Change("Hello", "Hallo");
        Assert.Contains("talk/greeting", Assert.Throws<CopilotException>(() => Open().Changes()).Message, StringComparison.Ordinal);
    }

    private PromptLedger Open() => PromptLedger.Open(_folder.Path, PromptFolder.Needs);

    private Dictionary<string, string> Hashes() => Open().Prompts.ToDictionary(p => p.Name, p => p.Hash);

    private void Record() => Open().Record(Run, Hashes());

    private void Change(params string[] pairs)
    {
        var text = PromptFolder.Greeting;
        for (var i = 0; i < pairs.Length; i += 2)
        {
            text = text.Replace(pairs[i], pairs[i + 1], StringComparison.Ordinal);
        }

        _folder.Write("talk/greeting.yaml", text);
    }
}
