using Copilot.Contracts;
using Copilot.Host.Start;
using Copilot.Models;
using Xunit;

namespace Copilot.Tests.Host.Start;

public sealed class ModelStartTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly ChatModelState Good = new() { Name = "gpt", Duties = [ModelDuty.Planner, ModelDuty.Writer], InHouse = false, IsAvailable = true };

    [Fact]
    public void The_line_says_who_speaks_and_how_each_model_is_doing()
    {
        Assert.Equal(new PartState(true, "gpt answers: gpt (planner, writer) not asked yet"), ModelStart.Of([Good]));
        var resting = Good with { Name = "qwen", IsAvailable = false, RestsUntil = Now, Faults = 3, LastFault = ChatModelFault.TimedOut, LastFaultAt = Now.AddMinutes(-1) };
        Assert.Equal(
            new PartState(true, "gpt answers: qwen (planner, writer) rests until 08:00:00 UTC, last fault TimedOut at 07:59:00 UTC; gpt (planner, writer) ok"),
            ModelStart.Of([resting, Good with { Answers = 1 }]));
        Assert.StartsWith("the rules answer: ", ModelStart.Of([resting]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_down_makes_nothing_unready()
    {
        var readiness = new Readiness();
        readiness.Note("store", ok: true, "open");
        readiness.Show(ModelStart.Part, () => new PartState(false, "the rules answer"));
        readiness.Started();
        Assert.True(readiness.IsReady);
        Assert.Equal(["models", "store"], readiness.Parts.Keys);
    }
}
