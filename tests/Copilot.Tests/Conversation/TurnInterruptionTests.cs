using Copilot.Contracts;
using Copilot.Testing.Conversation;
using Xunit;

namespace Copilot.Tests.Conversation;

/// <summary>Turns that are stopped, outlast their time or cannot be recorded.</summary>
public sealed class TurnInterruptionTests
{
    [Fact]
    public async Task A_tool_that_does_not_listen_is_left_behind_after_its_time()
    {
        var clock = new PracticeClock(PracticeTools.Now);
        using var house = PracticeHouse.With(clock);
        var entered = new TaskCompletionSource();
        var never = new TaskCompletionSource<ToolResult>();
        house.Stock.Run = (_, _, _) =>
        {
            entered.SetResult();
            return never.Task;
        };
        var asking = house.AskAsync("stock of GLV-NIT-L");
        await entered.Task;
        clock.Move(TimeSpan.FromSeconds(21));
        var (turn, _) = await asking;
        Assert.Equal(ToolOutcome.TimedOut, Assert.Single(turn.ToolCalls).Outcome);
        Assert.Equal(TurnOutcome.Failed, turn.Outcome);
        Assert.Contains("took too long", turn.Answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("begin")]
    [InlineData("started entry")]
    [InlineData("names")]
    [InlineData("tool")]
    [InlineData("finished entry")]
    public async Task A_turn_stopped_at_any_point_leaves_a_record_and_ends(string stage)
    {
        using var house = new PracticeHouse();
        using var stop = new CancellationTokenSource();
        Task Stop(CancellationToken token)
        {
            stop.Cancel();
            token.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        }

        var stopped = false;
        switch (stage)
        {
            case "begin":
                house.Rooms.BeforeBegin = Stop;
                break;
            case "names":
                house.Rooms.BeforeNames = Stop;
                break;
            case "tool":
                house.Stock.Run = async (_, _, token) =>
                {
                    await Stop(token);
                    return PracticeTools.StockResult("x");
                };
                break;
            default:
                house.Rooms.BeforeAppend = (entry, token) =>
                {
                    if (stopped || (entry.Kind == AuditEntryKind.TurnStarted) != (stage == "started entry"))
                    {
                        return Task.CompletedTask;
                    }

                    stopped = true;
                    return Stop(token);
                };
                break;
        }

        var updates = new List<TurnUpdate>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in house.Pipeline.RunAsync(house.Request("stock of GLV-NIT-L"), stop.Token))
            {
                updates.Add(update);
            }
        });
        Assert.Equal(TurnOutcome.Failed, Assert.IsType<TurnFinished>(updates[^1]).Turn.Outcome);
        Assert.DoesNotContain(updates, u => u is TokenUpdate or SourceUpdate or CardUpdate);
        var last = house.Rooms.Entries[^1];
        Assert.Equal((AuditEntryKind.TurnFinished, "failed", "stopped by the caller"), (last.Kind, (string?)last.Content["outcome"], (string?)last.Content["fault"]));
    }

    [Fact]
    public async Task A_reader_that_leaves_early_stops_the_turn()
    {
        using var house = new PracticeHouse();
        var ended = new TaskCompletionSource();
        house.Stock.Run = async (_, _, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token).ContinueWith(_ => ended.SetResult(), TaskScheduler.Default);
            return PracticeTools.StockResult("x");
        };
        await foreach (var update in house.Pipeline.RunAsync(house.Request("stock of GLV-NIT-L"), default))
        {
            if (update is StatusUpdate { Text: "looking at stock…" })
            {
                break;
            }
        }

        Assert.Equal("stopped by the caller", (string?)house.Rooms.Entries[^1].Content["fault"]);
    }

    [Theory]
    [InlineData(AuditEntryKind.TurnStarted)]
    [InlineData(AuditEntryKind.TurnFinished)]
    public async Task Without_its_audit_entry_no_answer_leaves(AuditEntryKind kind)
    {
        using var house = new PracticeHouse();
        house.Rooms.BeforeAppend = (entry, _) => entry.Kind == kind ? throw new IOException("disk full") : Task.CompletedTask;
        var (turn, updates) = await house.AskAsync("stock of GLV-NIT-L");
        Assert.Equal(TurnOutcome.Failed, turn.Outcome);
        Assert.DoesNotContain("240", turn.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain(updates, u => u is TokenUpdate or SourceUpdate or CardUpdate);
        Assert.DoesNotContain(house.Rooms.Turns.Values, t => t.Turn.Answer.Contains("240", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_entry_is_written_before_anything_of_the_answer_leaves()
    {
        using var house = new PracticeHouse();
        var seen = new List<TurnUpdate>();
        var release = new TaskCompletionSource();
        var waiting = new TaskCompletionSource();
        house.Rooms.BeforeAppend = async (entry, _) =>
        {
            if (entry.Kind == AuditEntryKind.TurnFinished)
            {
                waiting.SetResult();
                await release.Task;
            }
        };
        var reading = Task.Run(async () =>
        {
            await foreach (var update in house.Pipeline.RunAsync(house.Request("stock of GLV-NIT-L"), default))
            {
                lock (seen)
                {
                    seen.Add(update);
                }
            }
        });
        await waiting.Task;
        lock (seen)
        {
            Assert.All(seen, u => Assert.IsType<StatusUpdate>(u));
        }

        release.SetResult();
        await reading;
        Assert.Contains(seen, u => u is TokenUpdate);
    }
}
