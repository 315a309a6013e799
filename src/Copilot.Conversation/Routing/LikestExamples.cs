namespace Copilot.Conversation.Routing;

/// <summary>
/// What the examples nearest to a question say of it: a classifier of few examples weighs words, and can be unsure of a question that stands among its own
/// examples almost word for word. Thread-safe.
/// </summary>
internal sealed class LikestExamples
{
    private const float Alike = 0.6f;
    private const float Pull = 5f;
    private readonly Features _features;
    private readonly (int Label, int[] Places, float[] Weights)[] _examples;

    /// <summary>Learns the examples.</summary>
    /// <param name="examples">The examples; those that say what a question is not are left out.</param>
    /// <param name="labels">The labels, in the order of the scores.</param>
    /// <param name="features">The features of questions.</param>
    public LikestExamples(IEnumerable<RoutingExample> examples, IReadOnlyList<string> labels, Features features)
    {
        _features = features;
        var places = labels.Index().ToDictionary(l => l.Item, l => l.Index, StringComparer.Ordinal);
        _examples = [.. examples.Where(e => !e.IsNot && places.ContainsKey(e.Label)).Select(e => (places[e.Label], features.Of(e.Text))).Select(e => (e.Item1, e.Item2.Places, e.Item2.Weights))];
    }

    /// <summary>Raises each label's score by how near its nearest example is: nothing below a cosine of 0.6, 2 at the same words.</summary>
    /// <param name="text">The question with placeholders.</param>
    /// <param name="scores">The scores (logits) by label.</param>
    public void Raise(string text, Span<float> scores)
    {
        var asked = new float[Features.Size];
        var (places, weights) = _features.Of(text);
        for (var i = 0; i < places.Length; i++)
        {
            asked[places[i]] = weights[i];
        }

        Span<float> nearest = stackalloc float[scores.Length];
        nearest.Clear();
        foreach (var example in _examples)
        {
            var cosine = 0f;
            for (var i = 0; i < example.Places.Length; i++)
            {
                cosine += asked[example.Places[i]] * example.Weights[i];
            }

            nearest[example.Label] = Math.Max(nearest[example.Label], cosine);
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] += Pull * Math.Max(0, nearest[i] - Alike);
        }
    }
}
