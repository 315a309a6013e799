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

    [Fact]
    public void Examples_left_out_are_recognised_by_the_others()
    {
        const int folds = 5;
        var right = 0;
        var wrong = new List<string>();
        for (var fold = 0; fold < folds; fold++)
        {
            var classifier = LinearClassifier.Train([.. Examples.Where((_, i) => i % folds != fold)], Words);
            foreach (var example in Examples.Where((_, i) => i % folds == fold))
            {
                var scores = classifier.Score(example.Text);
                var label = classifier.Labels[Array.IndexOf(scores, scores.Max())];
                if (label == example.Label)
                {
                    right++;
                }
                else
                {
                    wrong.Add($"{example.Label} taken for {label}: {example.Text}");
                }
            }
        }

        Assert.True(right >= 0.9 * Examples.Count, $"{right} of {Examples.Count}\n" + string.Join('\n', wrong));
    }
}
