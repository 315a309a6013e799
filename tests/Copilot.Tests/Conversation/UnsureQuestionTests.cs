using Copilot.Contracts;
using Copilot.Testing.Conversation;
using Xunit;

namespace Copilot.Tests.Conversation;

/// <summary>A question that no example foresees is tried on the documents; the try says nothing unless it finds an answer.</summary>
public sealed class UnsureQuestionTests
{
    private const string Unforeseen = "when do forklifts need charging";

    [Fact]
    public async Task What_the_documents_answer_is_answered_without_doubts()
    {
        using var house = new PracticeHouse();
        var (turn, _) = await house.AskAsync(Unforeseen);
        Assert.Equal(TurnOutcome.Answered, turn.Outcome);
        Assert.Single(house.Policy.Calls);
        Assert.DoesNotContain("Do you want to know", turn.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_documents_do_not_answer_leaves_no_trace_in_the_answer()
    {
        using var house = new PracticeHouse();
        house.Policy.Run = (_, _, _) => Task.FromResult(new ToolResult { Outcome = ToolOutcome.Ok, Found = false, Reason = "nothing in the documents" });
        var (turn, _) = await house.AskAsync(Unforeseen);
        Assert.Equal(TurnOutcome.Abstained, turn.Outcome);
        Assert.Single(house.Policy.Calls);
        Assert.DoesNotContain("nothing in the documents", turn.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain("what our procedures say?", turn.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_near_an_answer_is_shown_as_such_and_the_turn_still_abstains()
    {
        using var house = new PracticeHouse();
        house.Policy.Run = (_, _, _) => Task.FromResult(new ToolResult
        {
            Outcome = ToolOutcome.Ok,
            Found = false,
            Evidence = [new Evidence { Id = "passage:a#1", Kind = EvidenceKind.Passage, Title = "SOP 9 Trucks", Excerpt = "Batteries are charged overnight.", AsOf = DateTimeOffset.UnixEpoch, Facts = [] }],
            Findings =
            [
                new Finding { Role = FindingRole.Headline, Text = "I found no sure answer. This comes nearest:", EvidenceIds = [] },
                new Finding { Role = FindingRole.Item, Text = "SOP 9 Trucks – Batteries are charged overnight.", EvidenceIds = ["passage:a#1"], Topic = "passage:a#1" },
            ],
        });
        var (turn, _) = await house.AskAsync(Unforeseen);
        Assert.Equal(TurnOutcome.Abstained, turn.Outcome);
        Assert.Contains("Batteries are charged overnight [S1]", turn.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain("I don't know", turn.Answer, StringComparison.Ordinal);
        Assert.Equal("SOP 9 Trucks", Assert.Single(turn.Sources).Title);
    }

    [Fact]
    public async Task Thanks_are_answered_without_a_list_of_abilities()
    {
        using var house = new PracticeHouse();
        var (turn, _) = await house.AskAsync("thanks a lot");
        Assert.Equal("You're welcome.", turn.Answer);
    }

    [Fact]
    public async Task A_try_that_breaks_is_no_failure_of_the_turn()
    {
        using var house = new PracticeHouse();
        house.Policy.Run = (_, _, _) => throw new InvalidOperationException("broken");
        var (turn, _) = await house.AskAsync(Unforeseen);
        Assert.Equal(TurnOutcome.Abstained, turn.Outcome);
    }

    [Fact]
    public async Task A_single_order_is_not_looked_for_in_documents()
    {
        using var house = new PracticeHouse();
        await house.AskAsync("S00042 forklift charging");
        Assert.Empty(house.Policy.Calls);
    }

    [Theory]
    [InlineData("Our pallet was broken yesterday, what is the policy?")]
    [InlineData("the goods came back opened, what is our policy?")]
    public async Task A_case_that_is_told_belongs_to_the_question_behind_it(string question)
    {
        using var house = new PracticeHouse();
        await house.AskAsync(question);
        Assert.Equal(question.TrimEnd('?'), Assert.Single(house.Policy.Calls).Arguments["question"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("which invoices are open", 1, true)]
    [InlineData("which invoices are open", 0.5, false)]
    [InlineData("open invoices of Nordlicht", 1, false)]
    public async Task What_may_ask_for_a_rule_is_tried_on_the_documents_first(string question, double sureFrom, bool isTried)
    {
        using var house = PracticeHouse.With(configure: o => o.SureConfidence = sureFrom);
        var (turn, _) = await house.AskAsync(question);
        Assert.Equal(isTried ? 1 : 0, house.Policy.Calls.Count);
        Assert.Single(house.Invoices.Calls);
        Assert.Equal(TurnOutcome.Answered, turn.Outcome);
    }

    [Fact]
    public async Task What_comes_near_is_not_shown_beside_a_look_up_that_found_nothing()
    {
        using var house = PracticeHouse.With(configure: o => o.SureConfidence = 1);
        house.Policy.Run = (_, _, _) => Task.FromResult(new ToolResult
        {
            Outcome = ToolOutcome.Ok,
            Found = false,
            Evidence = [new Evidence { Id = "passage:a#1", Kind = EvidenceKind.Passage, Title = "SOP 9 Trucks", Excerpt = "Batteries are charged overnight.", AsOf = DateTimeOffset.UnixEpoch, Facts = [] }],
            Findings = [new Finding { Role = FindingRole.Item, Text = "SOP 9 Trucks – Batteries are charged overnight.", EvidenceIds = ["passage:a#1"], Topic = "passage:a#1" }],
        });
        house.Invoices.Run = (_, _, _) => Task.FromResult(new ToolResult { Outcome = ToolOutcome.Ok, Found = false, Reason = "There are none." });
        var (turn, _) = await house.AskAsync("which invoices are open");
        Assert.Contains("There are none", turn.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Batteries", turn.Answer, StringComparison.Ordinal);
    }
}
