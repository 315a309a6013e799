using System.Text.Json;
using Copilot.Contracts;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>What every way in promises: the same questions get the same answers and the same refusals, and a turn always has an end.</summary>
public abstract class ChannelContract(TestHouse house) : IClassFixture<TestHouse>
{
    protected TestHouse House { get; } = house;

    /// <summary>Asks as the sales rep; gives what arrived, or the text of the refusal.</summary>
    protected abstract Task<(IReadOnlyList<JsonElement> Events, string? Refusal)> AskAsync(string question, string? conversationId = null);

    [Fact]
    public async Task The_answer_arrives_whole_with_its_sources_cards_and_proposals()
    {
        var turn = await TurnAsync("Where is it?");

        Assert.Equal("It is late [S1].", turn.GetProperty("answer").GetString());
        Assert.Equal("answered", turn.GetProperty("outcome").GetString());
        Assert.Equal("S1", turn.GetProperty("sources")[0].GetProperty("id").GetString());
        Assert.Equal("table", turn.GetProperty("cards")[0].GetProperty("type").GetString());
        Assert.Equal("p1", turn.GetProperty("proposals")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_refusal_is_shown_as_one()
        => Assert.Equal("refused", (await TurnAsync(ScriptedRunner.Refuses)).GetProperty("outcome").GetString());

    [Fact]
    public async Task A_turn_that_breaks_ends_with_an_id_and_without_the_fault()
    {
        var turn = await TurnAsync(ScriptedRunner.Breaks);

        Assert.Equal("failed", turn.GetProperty("outcome").GetString());
        Assert.Matches(@"\(id [0-9a-f]{12}\)", turn.GetProperty("answer").GetString());
        Assert.DoesNotContain("nobody outside", turn.GetProperty("answer").GetString());
    }

    [Fact]
    public async Task A_second_question_goes_on_with_the_conversation()
    {
        var first = await TurnAsync("Where is it?");
        var conversation = first.GetProperty("conversationId").GetString();

        Assert.Equal(conversation, (await TurnAsync("And in Lyon?", conversation)).GetProperty("conversationId").GetString());
    }

    [Theory]
    [InlineData("   ", "empty")]
    [InlineData("a\u0000b", "U+0000 at position 2")]
    [InlineData("escape \u001b[2J", "U+001B")]
    public async Task What_is_no_question_is_refused_with_the_reason(string question, string reason)
        => Assert.Contains(reason, (await AskAsync(question)).Refusal);

    [Fact]
    public async Task A_question_of_8000_characters_is_asked_and_one_more_is_refused()
    {
        Assert.Null((await AskAsync(new string('é', 8000))).Refusal);
        Assert.Contains("8,001 characters; at most 8,000", (await AskAsync(new string('é', 8001))).Refusal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script> where is it?")]
    [InlineData("'; DROP TABLE turns; --")]
    [InlineData("Wo ist es? 😀 ¿Dónde? 倉庫")]
    public async Task Any_text_is_data_and_comes_back_as_it_was(string question)
        => Assert.Equal(question, (await TurnAsync(question)).GetProperty("question").GetString());

    [Fact]
    public async Task A_conversation_that_does_not_exist_is_not_begun()
        => Assert.Contains("no conversation with this id", (await AskAsync("Where is it?", "nosuch")).Refusal);

    [Fact]
    public async Task Twenty_questions_at_once_each_get_their_own_answer()
    {
        var turns = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => TurnAsync($"Question {i}?")));

        Assert.Equal(20, turns.Select(turn => turn.GetProperty("turnId").GetString()).Distinct().Count());
        Assert.All(turns.Select((turn, i) => (turn, i)), pair => Assert.Equal($"Question {pair.i}?", pair.turn.GetProperty("question").GetString()));
    }

    protected async Task<JsonElement> TurnAsync(string question, string? conversationId = null)
    {
        var (events, refusal) = await AskAsync(question, conversationId);
        Assert.Null(refusal);
        var last = events[^1];
        Assert.Equal("turn", last.GetProperty("type").GetString());
        return last.GetProperty("turn");
    }

    protected static void AssertOrder(IReadOnlyList<JsonElement> events)
    {
        Assert.Equal(
            ["status", "token", "token", "source", "card", "proposal", "turn"],
            events.Select(update => update.EnumerateObject().First()).Select(first =>
            {
                Assert.Equal("type", first.Name);
                return first.Value.GetString();
            }));
        Assert.Equal("It is late [S1].", string.Concat(events.Where(u => u.GetProperty("type").GetString() == "token").Select(u => u.GetProperty("text").GetString())));
    }

    protected static JsonElement AsEvent(string turn) => JsonDocument.Parse($$"""{"type":"turn","turn":{{turn}}}""").RootElement;
}
