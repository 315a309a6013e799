using System.Diagnostics;
using Copilot.Conversation.Routing;
using Copilot.Testing;
using Xunit;

namespace Copilot.Tests.Conversation.Routing;

public sealed class LinearClassifierTests
{
    private static readonly IReadOnlyList<RoutingExample> Examples = RoutingFiles.Read(RepositoryRoot.Join("prompts"));

    private static readonly Features Words = new(RoutingFiles.ReadGroups(RepositoryRoot.Join("prompts")));

    [Fact]
    public void The_same_examples_give_the_same_classifier()
        => Assert.Equal(LinearClassifier.Train(Examples, Words).Score("where is order {order}"), LinearClassifier.Train(Examples, Words).Score("where is order {order}"));

    [Fact]
    public void A_thousand_examples_are_learned_while_the_program_starts()
    {
        var many = Enumerable.Range(0, 1_000).Select(i => new RoutingExample($"tool{i % 12}", $"{Examples[i % Examples.Count].Text} number{i % 12} {i}")).ToList();

        // The best of three on a machine that may be busy; built for release it is a fifth of this.
        var best = Enumerable.Range(0, 3).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            LinearClassifier.Train(many, Words);
            return Stopwatch.GetElapsedTime(started);
        });
        Assert.True(best < TimeSpan.FromSeconds(3), best.ToString());
    }
}
