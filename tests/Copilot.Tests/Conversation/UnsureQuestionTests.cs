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
}
