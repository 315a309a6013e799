using Copilot.Contracts;
using Copilot.Evals.Voices;
using Xunit;

namespace Copilot.Tests.Evals.Voices;

/// <summary>The exam of summaries can fail: a false figure in what a model is sent, a source that was swapped, an answer by the rules.</summary>
public sealed class LongTalkTests
{
    private const string Conversation = """
        rules

        outside-abc begin: the conversation so far
        Asked: Where is S00042?
        Answered: Order S00042 is due on 3 March 2026 and worth EUR 1,250.00 [S1].
        (as of Mon 2 Mar 2026 10:00)

        Asked: And stock?
        Answered: There are 340 boxes in Lyon [S2].

        (two sites) [S3]
        (as of Mon 2 Mar 2026 10:01)
        outside-abc end
        """;

    private static readonly Turn Order = Answers.Of("Order S00042 is due on 3 March 2026 and worth EUR 1,250.00 [S1].", sources: [Answers.Record("S1", "S00042", "http://odoo/42")]);
    private static readonly Turn Stock = Answers.Of("There are 340 boxes in Lyon [S1].", sources: [Answers.Record("S1", "GLV-NIT-L", "http://odoo/7")]);

    [Fact]
    public void Earlier_answers_are_read_out_of_a_prompt_the_oldest_first()
        => Assert.Equal(
            ["Order S00042 is due on 3 March 2026 and worth EUR 1,250.00 [S1].", "There are 340 boxes in Lyon [S2].\n\n(two sites) [S3]"],
            EarlierTurns.Told(EarlierTurns.HistoryIn(Request(Conversation, "odoo__stock"))!));

    [Fact]
    public void Answers_to_be_shortened_are_read_by_their_numbers()
    {
        const string Prompt = "You shorten.\noutside-abc begin: earlier turns\n1: Asked: Where?\nAnswered: Here [S1].\n\nAnd there [S2].\n\n2: Asked: When?\nAnswered: On 3 March [S1].\noutside-abc end\nWrite lines.";

        Assert.Equal(["Here [S1].\n\nAnd there [S2].", "On 3 March [S1]."], EarlierTurns.Wanted(Request(Prompt)));
        Assert.Empty(EarlierTurns.Wanted(Request("You repair sentences.")));
    }

    [Fact]
    public void What_was_said_may_be_sent()
        => Assert.Empty(LongTalk.Faults(EarlierTurns.HistoryIn(Request(Conversation, "odoo__stock")), [Order, Stock]));

    [Fact]
    public void A_figure_that_nobody_said_is_found_out()
        => Assert.Contains("1,250.00", Assert.Single(LongTalk.Faults(EarlierTurns.HistoryIn(Request(Conversation, "odoo__stock")), [Answers.Of("Order S00042 is due on 3 March 2026 [S1]."), Stock])), StringComparison.Ordinal);

    [Fact]
    public void A_conversation_that_was_not_shortened_is_found_out()
        => Assert.NotEmpty(LongTalk.Faults(new string('x', 30_000), []));

    [Fact]
    public void An_answer_told_again_keeps_its_source_and_its_figures()
    {
        var again = Order with { Planner = PlannerKind.Model };

        Assert.Null(LongTalk.Lost(Order, again));
        Assert.NotNull(LongTalk.Lost(Order, again with { Sources = Stock.Sources }));
        Assert.NotNull(LongTalk.Lost(Order, again with { Sources = [] }));
        Assert.NotNull(LongTalk.Lost(Order, again with { Answer = "Order S00042 is worth EUR 1,260.00 [S1]." }));
        Assert.NotNull(LongTalk.Lost(Order, Order));
        Assert.NotNull(LongTalk.Lost(Order, again with { Outcome = TurnOutcome.Abstained }));
    }

    [Fact]
    public void A_good_voice_shortens_to_sentences_that_keep_their_marks()
        => Assert.Equal("Order S00042 is due on 3 March 2026 [S1]. It waits for stock in Lyon [S2].", GoodVoice.Shortened("**Order S00042** is due on 3 March 2026 [S1]. It waits for stock in Lyon [S2].\n\nNothing else is known of it [S3]."));

    private static VoiceRequest Request(string text, params string[] tools) => new() { Messages = [new VoiceMessage("user", text, 0)], Tools = tools, Streams = true };
}
