using Copilot.Contracts;
using Copilot.Evals.Reports;
using Copilot.Evals.Running;
using Copilot.Evals.Truth;
using Xunit;

namespace Copilot.Tests.Evals;

public sealed class EvalRunnerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("evals").FullName;

    public EvalRunnerTests()
    {
        Write("evals/rights.yaml", "sales-rep: { models: [account.move], companies: [North], hidden: [\"orders.hidden()\"] }");
        Write("knowledge/returns.md", "---\nid: returns\ntitle: Returns\nreaders: all\ncompany: all\n---\n# Returns\n");
        Write("knowledge/floors.md", "---\nid: floors\ntitle: Margin floors\nreaders: [accountant]\ncompany: all\n---\n# Floors\n");
        Write(
            "evals/golden/one.yaml",
            """
            - id: returns
              as: sales-rep
              let: { order: "pick.order()" }
              question: "How long, and where is {order}?"
              tags: [policy]
              expect: { outcome: answered, facts: ["30 days", "order.net({order})"], sources: ["doc:returns"], tools: [knowledge.search] }
              follow_ups:
                - question: "and the weather?"
                  expect: { outcome: "abstained|refused" }
            """);
    }

    [Fact]
    public async Task Right_answers_keep_every_gate()
    {
        var target = new FakeTarget((_, question) => Good(question));
        var report = await RunAsync(target);

        Assert.True(report.Passed, string.Join('\n', report.Gates));
        Assert.Equal([null, "c1"], target.Asked.Select(a => a.Conversation));
        Assert.Equal("How long, and where is S00042?", target.Asked[0].Question);
    }

    [Fact]
    public async Task A_wrong_fact_makes_its_gate_fall()
        => await OnlyFallsAsync("facts right, %", q => Good(q) with { Answer = "30 days, worth €1,250.00 [S1]." });

    [Fact]
    public async Task A_missing_citation_makes_its_gate_fall()
        => await OnlyFallsAsync("citations right, %", q => Good(q) with { Sources = [Answers.Passage("S1", "Cycle count")] });

    [Fact]
    public async Task A_source_that_no_sentence_marks_is_no_citation()
        => await OnlyFallsAsync("citations right, %", q => Good(q) with { Answer = "30 days, worth €1,234.50." });

    [Fact]
    public async Task An_answer_where_none_can_be_given_makes_its_gate_fall()
        => await OnlyFallsAsync("declines when it must, %", q => Good(q) with { Outcome = TurnOutcome.Answered });

    [Fact]
    public async Task Silence_where_an_answer_can_be_given_makes_its_gate_fall()
        => await OnlyFallsAsync("answers when it can, %", q => Good(q) with { Outcome = TurnOutcome.Abstained });

    [Fact]
    public async Task A_record_of_a_closed_model_is_a_leak()
        => await OnlyFallsAsync("rights leaks", q => Good(q) with { Sources = [.. Good(q).Sources, Answers.Record("S2", "Invoice", "/odoo/account.move/7")] });

    [Fact]
    public async Task A_document_of_other_readers_is_a_leak()
        => await OnlyFallsAsync("rights leaks", q => Good(q) with { Sources = [.. Good(q).Sources, Answers.Passage("S2", "Margin floors, § 2")] });

    [Fact]
    public async Task Another_persons_order_number_is_a_leak_even_in_an_excerpt()
        => await OnlyFallsAsync("rights leaks", q => Good(q) with { Sources = [Answers.Passage("S1", "Returns") with { Excerpt = "as with S00099." }] });

    [Fact]
    public async Task A_number_that_the_caller_named_is_no_leak()
    {
        var report = await RunAsync(new FakeTarget((_, question) => Good(question) with { Question = "S00099?", Answer = Good(question).Answer + " About S00099 I know nothing." }));
        Assert.True(report.Passed);
    }

    [Fact]
    public async Task A_case_that_cannot_be_asked_counts_as_wrong()
    {
        var report = await RunAsync(new FakeTarget((_, _) => throw new CopilotException("The service answered 500")));
        Assert.False(report.Passed);
        Assert.Equal("The service answered 500", Assert.Single(report.Cases).Trouble);
    }

    [Fact]
    public async Task A_misspelt_key_stops_the_run()
    {
        Write("evals/golden/two.yaml", "- { id: x, as: auditor, qestion: hm, tags: [a], expect: { outcome: answered } }");
        await Assert.ThrowsAsync<CopilotException>(() => RunAsync(new FakeTarget((_, q) => Good(q))));
    }

    [Fact]
    public async Task Suites_choose_by_file_tag_or_case()
    {
        Write("evals/golden/two.yaml", "- { id: other, as: auditor, question: hm, tags: [rights], expect: { outcome: answered } }");
        Assert.Equal(["other"], (await RunAsync(new FakeTarget((_, q) => Good(q)), "rights")).Cases.Select(c => c.Id));
        Assert.Equal(["returns"], (await RunAsync(new FakeTarget((_, q) => Good(q)), "one")).Cases.Select(c => c.Id));
        Assert.Equal(2, (await RunAsync(new FakeTarget((_, q) => Good(q)), "golden")).Cases.Count);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Turn Good(string question) => question.Contains("weather", StringComparison.Ordinal)
        ? Answers.Of("I can't say.", TurnOutcome.Abstained)
        : Answers.Of("Goods may be returned within **30 days**; the order is worth EUR 1,234.50 [S1].", sources: [Answers.Passage("S1", "Returns, revision 4, § 1")]);

    private async Task OnlyFallsAsync(string gate, Func<string, Turn> answer)
    {
        var report = await RunAsync(new FakeTarget((_, question) => answer(question)));
        Assert.Equal([gate], report.Gates.Where(g => !g.Passed).Select(g => g.Name));
    }

    private Task<EvalReport> RunAsync(FakeTarget target, params string[] suites)
    {
        var truth = new FakeTruth(new Dictionary<string, TruthValue>
        {
            ["pick.order()"] = TruthValue.Words("S00042"),
            ["order.net(S00042)"] = TruthValue.Number(1234.5m),
            ["orders.hidden()"] = TruthValue.All(["S00099"]),
        });
        var options = new EvalOptions
        {
            EvalsFolder = Path.Combine(_folder, "evals"),
            KnowledgeFolder = Path.Combine(_folder, "knowledge"),
            Sandbox = new Uri("http://127.0.0.1:9"),
            Suites = suites,
        };
        return new EvalRunner(truth).RunAsync(target, options, null, CancellationToken.None);
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
