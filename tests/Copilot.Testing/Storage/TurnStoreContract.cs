using Copilot.Contracts;
using Copilot.Host.Storage;
using Xunit;

namespace Copilot.Testing.Storage;

/// <summary>Turns, conversations and ratings.</summary>
public abstract class TurnStoreContract(StoreUnderTest store) : StoreContract(store)
{
    internal override IReadOnlyList<SchemaStep> Steps => TurnSchemaStore.Steps;

    private TurnStore Turns => new(Database, Me, TimeProvider.System);

    private ConversationStore Conversations => new(Database, TimeProvider.System);

    private INodes Me => field ??= Node();

    [SkippableFact]
    public async Task A_finished_turn_comes_back_with_its_evidence_and_memo()
    {
        await FinishAsync(PracticeTurns.Request());

        var stored = (await Turns.FindAsync(PracticeTurns.Caller(), "t1", None))!;
        Assert.Equal("It is late [S1].", stored.Turn.Answer);
        Assert.Equal(new RecordRef("sale.order", 42), stored.Evidence["S1"].Record);
        Assert.Equal("7", stored.Memo["topic"]!.ToString());
        Assert.IsType<TableCard>(stored.Turn.Cards.Single());
    }

    [SkippableFact]
    public async Task The_last_turns_of_a_conversation_come_oldest_first_and_only_to_their_owner()
    {
        for (var i = 1; i <= 4; i++)
        {
            await FinishAsync(PracticeTurns.Request(turn: $"t{i}", question: $"Question {i}"), DateTimeOffset.UnixEpoch.AddMinutes(i));
        }

        Assert.Equal(["t3", "t4"], (await Turns.RecentAsync(PracticeTurns.Caller(), "c1", 2, None)).Select(t => t.Turn.TurnId));
        Assert.Empty(await Turns.RecentAsync(PracticeTurns.Caller("demo:auditor"), "c1", 2, None));
        Assert.Empty(await Turns.RecentAsync(PracticeTurns.Caller() with { Tenant = "other" }, "c1", 2, None));
        Assert.Equal(4, (await Conversations.ListAsync(PracticeTurns.Caller(), search: null, None)).Single().TurnCount);
    }

    [SkippableFact]
    public async Task A_conversation_of_somebody_else_and_a_turn_id_that_is_taken_are_refused()
    {
        await Turns.BeginAsync(PracticeTurns.Request(), DateTimeOffset.UnixEpoch, None);

        await Assert.ThrowsAsync<CopilotException>(() => Turns.BeginAsync(PracticeTurns.Request(turn: "t2", caller: "demo:auditor"), DateTimeOffset.UnixEpoch, None));
        await Assert.ThrowsAsync<CopilotException>(() => Turns.BeginAsync(PracticeTurns.Request(), DateTimeOffset.UnixEpoch, None));
        await Assert.ThrowsAsync<CopilotException>(() => Turns.BeginAsync(PracticeTurns.Request(conversation: "c2", caller: "demo:auditor"), DateTimeOffset.UnixEpoch, None));
        Assert.Null(await Conversations.FindAsync(PracticeTurns.Caller("demo:auditor"), "c2", None));
    }

    [SkippableFact]
    public async Task Turns_of_a_process_that_left_are_closed_once_and_those_of_the_living_are_left_alone()
    {
        var gone = Node();
        await new TurnStore(Database, gone, TimeProvider.System).BeginAsync(PracticeTurns.Request(turn: "died"), DateTimeOffset.UnixEpoch, None);
        await LeaveAsync(gone);
        var neighbour = Node();
        await new TurnStore(Database, neighbour, TimeProvider.System).BeginAsync(PracticeTurns.Request(turn: "lives"), DateTimeOffset.UnixEpoch, None);
        await Turns.BeginAsync(PracticeTurns.Request(turn: "mine"), DateTimeOffset.UnixEpoch, None);

        var orphans = await Turns.OrphansAsync(None);
        Assert.Equal(["died"], orphans);
        var closed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Turns.CloseInterruptedAsync(orphans, None)));
        Assert.Equal(1, closed.Sum());
        var shown = Assert.Single(await Conversations.TurnsAsync(PracticeTurns.Caller(), "c1", before: null, last: null, None));
        Assert.Equal(TurnOutcome.Failed, shown.Outcome);
        Assert.Contains("interrupted", shown.Answer);
        Assert.Empty(await Turns.OrphansAsync(None));
    }

    [SkippableFact]
    public async Task A_process_that_left_is_gone_and_one_that_stays_is_not()
    {
        var (leaves, stays) = (Node(), Node());
        string[] names = [await leaves.EnterAsync(None), await stays.EnterAsync(None), await Me.EnterAsync(None), "never/1/2/3", "0193a3f2"];
        Assert.Equal(5, names.Distinct().Count());
        Assert.Equal(names[3..].Order(), (await Me.GoneAsync(names, None)).Order());

        await LeaveAsync(leaves);

        Assert.Equal(names[3..].Append(names[0]).Order(), (await Me.GoneAsync(names, None)).Order());
        Assert.Empty(await Me.DiedAsync(None));
    }

    [SkippableFact]
    public async Task Deleting_a_conversation_takes_its_turns_and_ratings_along()
    {
        await FinishAsync(PracticeTurns.Request());
        await Conversations.RateAsync(PracticeTurns.Caller(), "t1", "up", null, null, None);

        Assert.False(await Conversations.DeleteAsync(PracticeTurns.Caller("demo:auditor"), "c1", None));
        Assert.True(await Conversations.DeleteAsync(PracticeTurns.Caller(), "c1", None));
        Assert.Null(await Turns.FindAsync(PracticeTurns.Caller(), "t1", None));
        Assert.Equal(0, await ScalarAsync<long>("select count(*) from feedback"));
    }

    [SkippableFact]
    public async Task A_second_rating_replaces_the_first_and_hostile_text_is_kept_as_far_as_text_goes()
    {
        await FinishAsync(PracticeTurns.Request());

        Assert.Equal("c1", await Conversations.RateAsync(PracticeTurns.Caller(), "t1", "up", null, null, None));
        Assert.Equal("c1", await Conversations.RateAsync(PracticeTurns.Caller(), "t1", "down", "wrong", "a\0b\uD83D '); drop table turns; -- \uD83D\uDE9A", None));
        Assert.Null(await Conversations.RateAsync(PracticeTurns.Caller("demo:auditor"), "t1", "up", null, null, None));

        Assert.Equal("a\uFFFDb\uFFFD '); drop table turns; -- \uD83D\uDE9A", await ScalarAsync<string>("select comment from feedback where rating = 'down'"));
        Assert.Equal(1, await ScalarAsync<long>("select count(*) from feedback"));
        Assert.Null(await Conversations.FindAsync(PracticeTurns.Caller(), "c1\0", None));
    }

    [SkippableFact]
    public async Task A_long_first_question_becomes_a_short_title()
    {
        await Turns.BeginAsync(PracticeTurns.Request(question: "Where\n is " + new string('x', 500)), DateTimeOffset.UnixEpoch, None);

        var title = (await Conversations.ListAsync(PracticeTurns.Caller(), search: null, None)).Single().Title;
        Assert.Equal(80, title.Length);
        Assert.StartsWith("Where is x", title);
    }

    private async Task FinishAsync(TurnRequest request, DateTimeOffset? at = null)
    {
        await Turns.BeginAsync(request, at ?? DateTimeOffset.UnixEpoch, None);
        await Turns.FinishAsync(PracticeTurns.Finished(request), None);
    }
}
