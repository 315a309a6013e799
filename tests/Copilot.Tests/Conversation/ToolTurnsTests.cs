using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Testing.Conversation;
using Xunit;

namespace Copilot.Tests.Conversation;

public sealed class ToolTurnsTests : IDisposable
{
    private readonly PracticeHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_call_is_a_turn_with_sources_and_a_whole_record()
    {
        var turn = await CallAsync("practice.orders", new JsonObject { ["order"] = "S00042" });

        Assert.Equal(TurnOutcome.Answered, turn.Outcome);
        Assert.Contains("[S1]", turn.Answer, StringComparison.Ordinal);
        Assert.NotEmpty(turn.Sources);
        Assert.Equal([AuditEntryKind.TurnStarted, AuditEntryKind.TurnFinished], _house.Rooms.Entries.Select(e => e.Kind));
        var recorded = _house.Rooms.Entries[1].Content["calls"]![0]!;
        Assert.Equal("practice.orders", (string?)recorded["tool"]);
        Assert.Equal("S00042", (string?)recorded["arguments"]!["order"]);
        Assert.Equal(turn.Answer, _house.Rooms.Turns[turn.TurnId].Turn.Answer);
    }

    [Fact]
    public async Task A_call_without_a_permit_does_not_run_and_is_on_record()
    {
        _house.Rooms.Denied.Add("practice.orders");
        var turn = await CallAsync("practice.orders", []);

        Assert.Equal(TurnOutcome.Refused, turn.Outcome);
        Assert.Empty(_house.Orders.Calls);
        Assert.Equal(2, _house.Rooms.Entries.Count);
        Assert.DoesNotContain("practice.orders", _house.Calls.Offered(PracticeHouse.Caller, "mcp").Select(t => t.Name));
    }

    [Fact]
    public async Task A_question_the_guard_refuses_runs_no_tool()
    {
        _house.Rooms.Screen = _ => new GuardVerdict { Allowed = false, Reason = "not this" };
        var turn = await CallAsync("practice.orders", []);

        Assert.Equal((TurnOutcome.Refused, "not this"), (turn.Outcome, turn.Answer));
        Assert.Empty(_house.Orders.Calls);
    }

    [Fact]
    public async Task A_tool_that_breaks_gives_an_id_and_no_detail()
    {
        _house.Orders.Run = (_, _, _) => throw new InvalidOperationException("the connection string");
        var turn = await CallAsync("practice.orders", []);

        Assert.Equal(TurnOutcome.Failed, turn.Outcome);
        Assert.Matches(@"\(id [0-9a-f]{10}\)", turn.Answer);
        Assert.DoesNotContain("connection string", turn.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_leaves_when_the_trail_can_not_be_written()
    {
        _house.Rooms.BeforeAppend = (entry, _) => entry.Kind == AuditEntryKind.TurnFinished ? throw new IOException("disk full") : Task.CompletedTask;
        var turn = await CallAsync("practice.orders", []);

        Assert.Equal(TurnOutcome.Failed, turn.Outcome);
        Assert.Empty(turn.Sources);
        Assert.DoesNotContain("S00042", turn.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_leaves_stops_the_call_and_the_record_says_so()
    {
        using var leave = new CancellationTokenSource();
        _house.Orders.Run = async (_, _, token) =>
        {
            await leave.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return new ToolResult { Outcome = ToolOutcome.Ok };
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _house.Calls.RunAsync(_house.Request("x"), "practice.orders", [], leave.Token));
        Assert.Equal("stopped by the caller", (string?)_house.Rooms.Entries[^1].Content["fault"]);
    }

    [Fact]
    public async Task A_tool_that_does_not_exist_begins_no_turn()
    {
        await Assert.ThrowsAsync<CopilotException>(() => CallAsync("practice.none", []));
        Assert.Empty(_house.Rooms.Entries);
    }

    private Task<Turn> CallAsync(string tool, JsonObject arguments) => _house.Calls.RunAsync(_house.Request(tool), tool, arguments, CancellationToken.None);
}
