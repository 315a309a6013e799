using Copilot.Contracts;
using Copilot.Models;
using Copilot.Models.Chat;
using Copilot.Testing.Models;
using Microsoft.Extensions.AI;
using Xunit;

namespace Copilot.Tests.Models.Chat;

/// <summary>Slow first words, stalls, full houses and readers that leave. No time passes in these tests.</summary>
public sealed class AnswerTimeTests : ChatBench
{
    public static TheoryData<string> Silences => ["before the status", "after the status", "after pings", "after a role", "after news of filters"];

    [Theory]
    [MemberData(nameof(Silences))]
    public async Task A_first_word_that_does_not_come_is_a_fault_and_is_not_waited_for_again(string silence)
    {
        const string Role = "data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n";
        Server.Brain = _ => silence switch
        {
            "before the status" => ScriptedReply.Say("late") with { Before = ScriptedStep.Stall },
            "after the status" => ScriptedReply.Raw("text/event-stream", ScriptedStep.Stall),
            "after pings" => ScriptedReply.Raw("text/event-stream", ScriptedStep.Send(": ping\n\n: ping\n\n"), ScriptedStep.Stall),
            "after a role" => ScriptedReply.Raw("text/event-stream", ScriptedStep.Send(Role), ScriptedStep.Stall),
            _ => ScriptedReply.Raw("text/event-stream", ScriptedStep.Send("data: {\"choices\":[],\"prompt_filter_results\":[]}\n\n"), ScriptedStep.Stall),
        };
        Clock.Ring(First);
        var (before, fault) = await FailAsync(Client());
        Assert.Equal(ChatModelFault.TimedOut, fault.Fault);
        Assert.Contains("61 s", fault.Message, StringComparison.Ordinal);
        Assert.Contains("FirstTokenTimeoutSeconds", fault.Message, StringComparison.Ordinal);
        Assert.Empty(before);
        Assert.Empty(Clock.Pauses);
    }

    [Fact]
    public async Task A_stream_that_stalls_after_words_is_a_fault_of_its_own()
    {
        Server.Then(ScriptedReply.Say("Twelve ", "pieces").BreakAt(2, ScriptedStep.Stall));
        Clock.Ring(Idle);
        var (before, fault) = await FailAsync(Client());
        Assert.Equal(ChatModelFault.TimedOut, fault.Fault);
        Assert.Contains("IdleTimeoutSeconds", fault.Message, StringComparison.Ordinal);
        Assert.Equal("Twelve ", string.Concat(before.Select(update => update.Text)));
    }

    [Fact]
    public async Task A_stall_inside_a_tool_call_gives_no_call()
    {
        Server.Then(ScriptedReply.Call("stock", new { sku = "W-1" }).BreakAt(2, ScriptedStep.Stall));
        Clock.Ring(Idle);
        var (before, fault) = await FailAsync(Client());
        Assert.Equal((ChatModelFault.TimedOut, 0), (fault.Fault, before.Count));
    }

    [Fact]
    public async Task An_answer_that_is_whole_does_not_wait_for_a_server_that_forgets_to_hang_up()
    {
        Server.Then(ScriptedReply.Say("Twelve.").BreakAt(3, ScriptedStep.Stall));
        Clock.Ring(AnswerClock.AfterEnd);
        var response = await StreamAsync(Client());
        Assert.Equal("Twelve.", response.Text);
        Assert.True(IsEstimated(response.Usage));
    }

    [Fact]
    public async Task A_whole_answer_has_a_limit_too()
    {
        Server.Brain = _ => ScriptedReply.Say("late") with { Before = ScriptedStep.Stall };
        Clock.Ring(Whole);
        Assert.Equal(ChatModelFault.TimedOut, (await Assert.ThrowsAsync<ChatModelException>(() => Client().GetResponseAsync(Question))).Fault);
    }

    [Fact]
    public async Task A_reader_who_leaves_hangs_up_and_nothing_is_held_against_the_model()
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Server.Brain = _ => ScriptedReply.Say("Twelve ", "pieces").BreakAt(2, ScriptedStep.WaitFor(told.Task), ScriptedStep.Stall);
        var models = Models(Options() with { Chat = Options().Chat with { Concurrency = 1 } });
        var model = models.For(ModelDuty.Planner)[0];
        using var leaving = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in model.Client.GetStreamingResponseAsync(Question, cancellationToken: leaving.Token))
            {
                told.TrySetResult();
                await leaving.CancelAsync();
            }
        });
        Assert.Equal((0, 0, true), (models.States.Look()[0].Faults, models.States.Look()[0].Running, model.IsAvailable()));

        // The place is free again.
        Server.Then(ScriptedReply.Say("Twelve."));
        Assert.Equal("Twelve.", (await StreamAsync(model.Client)).Text);
        while (Server.Left == 0)
        {
            await Task.Yield();
        }
    }

    [Fact]
    public async Task No_more_run_at_the_same_time_than_the_server_bears_and_the_next_one_follows()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Server.Brain = _ => ScriptedReply.Say("Twelve.") with { Before = ScriptedStep.WaitFor(gate.Task) };
        var client = Client(Options() with { Chat = Options().Chat with { Concurrency = 2 } });
        var answers = Enumerable.Range(0, 5).Select(_ => StreamAsync(client)).ToList();
        while (Server.Requests.Count < 2)
        {
            await Task.Yield();
        }

        Assert.Equal(2, Server.Requests.Count);
        gate.SetResult();
        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal("Twelve.", answer.Text));
        Assert.Equal(5, Server.Requests.Count);
    }

    [Fact]
    public async Task Who_waits_too_long_for_a_place_is_told_so()
    {
        Server.Brain = _ => ScriptedReply.Say("Twelve.") with { Before = ScriptedStep.Stall };
        var model = Model(Options() with { Chat = Options().Chat with { Concurrency = 1 } });
        using var leaving = new CancellationTokenSource();
        var first = model.Client.GetResponseAsync(Question, cancellationToken: leaving.Token);
        Clock.Ring(Queue);
        var fault = (await FailAsync(model.Client)).Fault;
        Assert.Equal((ChatModelFault.Unavailable, true), (fault.Fault, fault.IsTransient));
        Assert.Contains("Copilot__Models__0__Concurrency", fault.Message, StringComparison.Ordinal);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }
}
