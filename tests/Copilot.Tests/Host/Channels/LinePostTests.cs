using Copilot.Host.Channels;
using Copilot.Host.Channels.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Copilot.Tests.Host.Channels;

/// <summary>What the service says of its own accord: a line that reads slowly keeps nobody waiting, and in the end it has everything.</summary>
public sealed class LinePostTests
{
    private readonly SlowHub hub = new();
    private readonly LinePost post;

    public LinePostTests() => post = new LinePost(hub, new Faults(NullLogger<Faults>.Instance, TimeProvider.System));

    [Fact]
    public void A_line_that_takes_nothing_keeps_the_others_from_nothing()
    {
        hub.Hold("slow");

        for (var i = 1; i <= 3; i++)
        {
            post.Bring(["slow", "quick", "other"], "proposals", $"p{i}", i);
        }

        Assert.Equal([1, 2, 3], hub.To("quick"));
        Assert.Equal([1, 2, 3], hub.To("other"));
        Assert.Equal([1], hub.To("slow"));
        Assert.Equal(1, post.Busy);
    }

    [Fact]
    public void A_slow_line_gets_what_it_missed_in_order_and_of_each_thing_the_newest()
    {
        hub.Hold("slow");
        post.Bring(["slow"], "proposals", "p1", "p1 proposed");
        post.Bring(["slow"], "proposals", "p2", "p2 proposed");
        post.Bring(["slow"], "exceptions", string.Empty, "1 new");
        post.Bring(["slow"], "proposals", "p2", "p2 approved");
        post.Bring(["slow"], "proposals", "p1", "p1 done");

        hub.GoOn("slow");

        Assert.Equal(["p1 proposed", "p2 approved", "1 new", "p1 done"], hub.To("slow"));
        Assert.Equal(0, post.Busy);
    }

    [Fact]
    public void What_waits_for_a_line_that_takes_nothing_does_not_grow_with_every_change()
    {
        hub.Hold("slow");
        for (var i = 0; i < 1000; i++)
        {
            post.Bring(["slow"], "proposals", $"p{i % 3}", i);
        }

        hub.GoOn("slow");

        Assert.Equal([0, 997, 998, 999], hub.To("slow").Cast<int>().Order());
    }

    [Fact]
    public void A_line_that_breaks_is_forgotten_and_the_next_one_begins_anew()
    {
        hub.Hold("slow");
        post.Bring(["slow", "quick"], "proposals", "p1", 1);

        hub.Break("slow");
        post.Bring(["slow", "quick"], "proposals", "p2", 2);

        Assert.Equal([1, 2], hub.To("quick"));
        Assert.Equal([1, 2], hub.To("slow"));
        Assert.Equal(0, post.Busy);
    }

    [Fact]
    public async Task Many_hands_at_once_lose_nothing()
    {
        hub.Hold("slow");
        var lines = Enumerable.Range(0, 50).Select(i => $"line{i}").Append("slow").ToList();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(hand => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++)
            {
                post.Bring(lines, "proposals", $"{hand}/{i}", $"{hand}/{i}");
            }
        })));
        hub.GoOn("slow");

        Assert.All(lines, line => Assert.Equal(400, hub.To(line).Distinct().Count()));
        Assert.Equal(0, post.Busy);
    }
}
