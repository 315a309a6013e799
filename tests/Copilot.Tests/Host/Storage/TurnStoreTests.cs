using Copilot.Contracts;
using Copilot.Host.Storage;
using Xunit;

namespace Copilot.Tests.Host.Storage;

public sealed class TurnStoreTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private readonly SqliteDatabase database;
    private readonly NodeMark node;
    private readonly TurnStore turns;
    private readonly ConversationStore conversations;

    public TurnStoreTests()
    {
        database = new SqliteDatabase(folder.Join("test.db"));
        node = new NodeMark(folder.Path);
        turns = new TurnStore(database, node, TimeProvider.System);
        conversations = new ConversationStore(database, TimeProvider.System);
    }

    public Task InitializeAsync() => new SchemaStore(database, TurnSchemaStore.Steps, TimeProvider.System).ApplyAsync(CancellationToken.None);

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        node.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_finished_turn_comes_back_with_its_evidence_and_memo()
    {
        await FinishAsync(Some.Request());

        var stored = (await turns.FindAsync(Some.Caller(), "t1", CancellationToken.None))!;
        Assert.Equal("It is late [S1].", stored.Turn.Answer);
        Assert.Equal(new RecordRef("sale.order", 42), stored.Evidence["S2"].Record);
        Assert.Equal("7", stored.Memo["topic"]!.ToString());
        Assert.IsType<TableCard>(stored.Turn.Cards.Single());
    }

    [Fact]
    public async Task The_last_turns_of_a_conversation_come_oldest_first_and_only_to_their_owner()
    {
        for (var i = 1; i <= 4; i++)
        {
            await FinishAsync(Some.Request(turn: $"t{i}", question: $"Question {i}"), DateTimeOffset.UnixEpoch.AddMinutes(i));
        }

        Assert.Equal(["t3", "t4"], (await turns.RecentAsync(Some.Caller(), "c1", 2, CancellationToken.None)).Select(t => t.Turn.TurnId));
        Assert.Empty(await turns.RecentAsync(Some.Caller("demo:auditor"), "c1", 2, CancellationToken.None));
        Assert.Empty(await turns.RecentAsync(Some.Caller() with { Tenant = "other" }, "c1", 2, CancellationToken.None));
    }

    [Fact]
    public async Task A_conversation_of_somebody_else_and_a_turn_id_that_is_taken_are_refused()
    {
        await turns.BeginAsync(Some.Request(), DateTimeOffset.UnixEpoch, CancellationToken.None);

        await Assert.ThrowsAsync<CopilotException>(() => turns.BeginAsync(Some.Request(turn: "t2", caller: "demo:auditor"), DateTimeOffset.UnixEpoch, CancellationToken.None));
        await Assert.ThrowsAsync<CopilotException>(() => turns.BeginAsync(Some.Request(), DateTimeOffset.UnixEpoch, CancellationToken.None));
        await Assert.ThrowsAsync<CopilotException>(() => turns.BeginAsync(Some.Request(conversation: "c2", caller: "demo:auditor"), DateTimeOffset.UnixEpoch, CancellationToken.None));
        Assert.Null(await conversations.FindAsync(Some.Caller("demo:auditor"), "c2", CancellationToken.None));
    }

    [Fact]
    public async Task Turns_of_a_process_that_died_are_closed_and_those_of_the_living_are_left_alone()
    {
        string dead;
        using (var gone = new NodeMark(folder.Path))
        {
            dead = gone.Id;
            await new TurnStore(database, gone, TimeProvider.System).BeginAsync(Some.Request(turn: "died"), DateTimeOffset.UnixEpoch, CancellationToken.None);
        }

        using var neighbour = new NodeMark(folder.Path);
        await new TurnStore(database, neighbour, TimeProvider.System).BeginAsync(Some.Request(turn: "lives"), DateTimeOffset.UnixEpoch, CancellationToken.None);
        await turns.BeginAsync(Some.Request(turn: "mine"), DateTimeOffset.UnixEpoch, CancellationToken.None);

        Assert.False(node.Lives(dead));
        Assert.True(node.Lives(neighbour.Id));
        var orphans = await turns.OrphansAsync(CancellationToken.None);
        Assert.Equal(["died"], orphans);
        Assert.Equal(1, await turns.CloseInterruptedAsync(orphans, CancellationToken.None));
        var shown = Assert.Single(await conversations.TurnsAsync(Some.Caller(), "c1", CancellationToken.None));
        Assert.Equal(TurnOutcome.Failed, shown.Outcome);
        Assert.Contains("interrupted", shown.Answer);
        Assert.Empty(await turns.OrphansAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Deleting_a_conversation_takes_its_turns_along()
    {
        await FinishAsync(Some.Request());

        Assert.False(await conversations.DeleteAsync(Some.Caller("demo:auditor"), "c1", CancellationToken.None));
        Assert.True(await conversations.DeleteAsync(Some.Caller(), "c1", CancellationToken.None));
        Assert.Null(await turns.FindAsync(Some.Caller(), "t1", CancellationToken.None));
    }

    [Fact]
    public async Task A_long_first_question_becomes_a_short_title()
    {
        await turns.BeginAsync(Some.Request(question: "Where\n is " + new string('x', 500)), DateTimeOffset.UnixEpoch, CancellationToken.None);

        var title = (await conversations.ListAsync(Some.Caller(), CancellationToken.None)).Single().Title;
        Assert.Equal(80, title.Length);
        Assert.StartsWith("Where is x", title);
    }

    private async Task FinishAsync(TurnRequest request, DateTimeOffset? at = null)
    {
        await turns.BeginAsync(request, at ?? DateTimeOffset.UnixEpoch, CancellationToken.None);
        await turns.FinishAsync(
            new StoredTurn { Turn = Some.Turn(request, TurnOutcome.Answered), Evidence = Some.Evidence, Memo = new() { ["topic"] = "7" } }, CancellationToken.None);
    }
}
