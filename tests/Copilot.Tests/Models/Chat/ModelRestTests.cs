using Copilot.Contracts;
using Copilot.Models.Chat;
using Copilot.Models.Endpoints;
using Copilot.Testing.Models;
using Xunit;

namespace Copilot.Tests.Models.Chat;

/// <summary>Models that fail again and again are left alone for a while.</summary>
public sealed class ModelRestTests : ChatBench
{
    [Fact]
    public async Task After_three_failures_a_model_rests_and_one_request_tries_it_again()
    {
        Server.Brain = _ => ScriptedReply.Refuse(500, "{}");
        var models = Models(Options());
        var model = models.For(ModelDuty.Planner)[0];
        for (var i = 0; i < 3; i++)
        {
            Assert.True(model.IsAvailable());
            await FailAsync(model.Client);
        }

        var asked = Server.Requests.Count;
        Assert.False(model.IsAvailable());
        var fault = (await FailAsync(model.Client)).Fault;
        Assert.Equal(ChatModelFault.Unavailable, fault.Fault);
        Assert.Contains("rests after failures for another 15 s", fault.Message, StringComparison.Ordinal);
        Assert.Equal(asked, Server.Requests.Count);

        // The trial fails: it rests twice as long.
        Clock.Pass(TimeSpan.FromSeconds(15));
        Assert.True(model.IsAvailable());
        await FailAsync(model.Client);
        Clock.Pass(TimeSpan.FromSeconds(29));
        Assert.False(model.IsAvailable());
        Clock.Pass(TimeSpan.FromSeconds(1));
        Server.Brain = _ => ScriptedReply.Say("Twelve.");
        Assert.Equal("Twelve.", (await StreamAsync(model.Client)).Text);
        Assert.True(model.IsAvailable());
        var state = models.States.Look()[0];
        Assert.Equal((1, 4, ChatModelFault.Unavailable, Now.AddSeconds(45)), (state.Answers, state.Faults, state.LastFault, state.LastAnswerAt!.Value));
        Assert.Equal((100, 20), (state.InputTokens, state.OutputTokens));
    }

    [Fact]
    public async Task While_one_tries_the_model_others_are_sent_on()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Server.Then(ScriptedReply.Refuse(401, "{}"));
        Server.Brain = _ => ScriptedReply.Say("Twelve.") with { Before = ScriptedStep.WaitFor(gate.Task) };
        var model = Model();
        await FailAsync(model.Client);
        Clock.Pass(TimeSpan.FromSeconds(30));
        var trial = StreamAsync(model.Client);
        Assert.False(model.IsAvailable());
        Assert.Contains("being tried again", (await FailAsync(model.Client)).Fault.Message, StringComparison.Ordinal);
        gate.SetResult();
        Assert.Equal("Twelve.", (await trial).Text);
        Assert.True(model.IsAvailable());
    }

    [Theory]
    [InlineData("ContentFiltered")]
    [InlineData("TooLong")]
    [InlineData("Rejected")]
    [InlineData("AnswerTooLong")]
    public void Faults_of_the_question_do_not_make_a_model_rest(string fault)
    {
        var rest = new ModelRest(Clock);
        for (var i = 0; i < 10; i++)
        {
            Assert.Null(rest.Failed(new EndpointException(Enum.Parse<EndpointFault>(fault), "x"), wasTrial: false));
        }

        Assert.True(rest.IsAvailable);
    }

    [Theory]
    [InlineData("NoQuota", 300)]
    [InlineData("KeyRefused", 30)]
    [InlineData("NoSuchModel", 30)]
    [InlineData("NotTheApi", 30)]
    public void Faults_that_time_does_not_repair_make_it_rest_at_once(string fault, int seconds)
    {
        var rest = new ModelRest(Clock);
        Assert.Equal(TimeSpan.FromSeconds(seconds), rest.Failed(new EndpointException(Enum.Parse<EndpointFault>(fault), "x"), wasTrial: false));
        Assert.Equal(Now.AddSeconds(seconds), rest.Until);
    }

    [Fact]
    public void Rests_grow_to_five_minutes_and_a_trial_that_was_abandoned_frees_the_next()
    {
        var rest = new ModelRest(Clock);
        List<double> rests = [];
        while (rests.Count < 7)
        {
            if (rest.TryEnter(out var isTrial) && rest.Failed(new EndpointException(EndpointFault.TimedOut, "x"), isTrial) is { } length)
            {
                rests.Add(length.TotalSeconds);
                Clock.Pass(length);
            }
        }

        Assert.Equal([15, 30, 60, 120, 240, 300, 300], rests);
        Assert.True(rest.TryEnter(out var abandoned) && abandoned);
        Assert.False(rest.TryEnter(out _));
        rest.Left(wasTrial: true);
        Assert.True(rest.TryEnter(out _));
    }
}
