using System.Collections.Frozen;

namespace Copilot.Conversation.Routing;

/// <summary>
/// What the examples nearest to a question say of it: a classifier of few examples weighs words, and can be unsure of a question that stands among its own
/// examples almost word for word. Thread-safe.
/// </summary>
internal sealed class LikestExamples
{
    private const float Alike = 0.6f;
    private const float Pull = 5f;
    private readonly int[] _labels;
    private readonly FrozenDictionary<int, (int Example, float Weight)[]> _holding;

    /// <summary>Learns the examples.</summary>
    /// <param name="examples">The examples; those that say what a question is not are left out.</param>
    /// <param name="labels">The labels, in the order of the scores.</param>
    /// <param name="features">The features of questions.</param>
    public LikestExamples(IEnumerable<RoutingExample> examples, IReadOnlyList<string> labels, Features features)
    {
        var places = labels.Index().ToDictionary(l => l.Item, l => l.Index, StringComparer.Ordinal);
        var learnt = examples.Where(e => !e.IsNot && places.ContainsKey(e.Label)).ToList();
        _labels = [.. learnt.Select(e => places[e.Label])];
        _holding = learnt.Index()
            .SelectMany(e => features.Of(e.Item.Text) is var (held, weights) ? held.Select((place, i) => (Place: place, Example: e.Index, Weight: weights[i])) : [])
            .GroupBy(h => h.Place)
            .ToFrozenDictionary(g => g.Key, g => g.Select(h => (h.Example, h.Weight)).ToArray());
    }

    /// <summary>Raises each label's score by how near its nearest example is: nothing below a cosine of 0.6, 2 at the same words.</summary>
    /// <param name="asked">The features of the question with placeholders.</param>
    /// <param name="scores">The scores (logits) by label.</param>
    public void Raise((int[] Places, float[] Weights) asked, Span<float> scores)
    {
        var cosines = new float[_labels.Length];
        for (var i = 0; i < asked.Places.Length; i++)
        {
            if (_holding.TryGetValue(asked.Places[i], out var holding))
            {
                foreach (var (example, weight) in holding)
                {
                    cosines[example] += asked.Weights[i] * weight;
                }
            }
        }

        Span<float> nearest = stackalloc float[scores.Length];
        nearest.Clear();
        for (var i = 0; i < cosines.Length; i++)
        {
            nearest[_labels[i]] = Math.Max(nearest[_labels[i]], cosines[i]);
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] += Pull * Math.Max(0, nearest[i] - Alike);
        }
    }
}
