namespace Copilot.Conversation.Routing;

/// <summary>Multinomial logistic regression, trained by AdaGrad with L2 in a fixed order: the same examples give the same classifier.</summary>
internal sealed class LinearClassifier
{
    private const int Epochs = 30;
    private const float Rate = 0.5f;
    private const float Decay = 2e-5f;
    private readonly float[] _weights;
    private readonly float[] _bias;
    private readonly int _classes;

    private LinearClassifier(IReadOnlyList<string> labels)
    {
        Labels = labels;
        _classes = labels.Count;
        _weights = new float[Features.Size * _classes];
        _bias = new float[_classes];
    }

    /// <summary>Gets the labels, in order.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Trains a classifier.</summary>
    public static LinearClassifier Train(IReadOnlyList<RoutingExample> examples)
    {
        var labels = examples.Select(e => e.Label).Distinct().Order(StringComparer.Ordinal).ToList();
        var classifier = new LinearClassifier(labels);
        var data = examples.Select(e => (Label: labels.IndexOf(e.Label), Features: Features.Of(e.Text))).ToArray();
        var counts = data.GroupBy(d => d.Label).ToDictionary(g => g.Key, g => g.Count());
        var mean = data.Length / (double)labels.Count;

        // A tool with few examples must not drown beside one with many.
        var balance = labels.Select((_, i) => (float)Math.Sqrt(mean / counts[i])).ToArray();
        var history = new float[classifier._weights.Length];
        var biasHistory = new float[labels.Count];
        var stride = Stride(data.Length);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            for (var k = 0; k < data.Length; k++)
            {
                var (label, features) = data[(int)((((long)k * stride) + epoch) % data.Length)];
                classifier.Step(label, features, balance[label], history, biasHistory);
            }
        }

        return classifier;
    }

    /// <summary>Computes each label's score (logit) for a question.</summary>
    public float[] Score(string text)
    {
        var (places, weights) = Features.Of(text);
        var scores = new float[_classes];
        Score(places, weights, scores);
        return scores;
    }

    /// <summary>Turns scores into probabilities.</summary>
    public static void Softmax(Span<float> scores)
    {
        var max = float.MinValue;
        foreach (var s in scores)
        {
            max = Math.Max(max, s);
        }

        var sum = 0f;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = MathF.Exp(scores[i] - max);
            sum += scores[i];
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] /= sum;
        }
    }

    private void Step(int label, (int[] Places, float[] Weights) features, float balance, float[] history, float[] biasHistory)
    {
        Span<float> p = stackalloc float[_classes];
        Score(features.Places, features.Weights, p);
        Softmax(p);
        for (var c = 0; c < _classes; c++)
        {
            var error = (p[c] - (c == label ? 1 : 0)) * balance;
            if (Math.Abs(error) < 1e-4f)
            {
                continue;
            }

            biasHistory[c] += error * error;
            _bias[c] -= 0.1f * error / (1e-3f + MathF.Sqrt(biasHistory[c]));
            for (var i = 0; i < features.Places.Length; i++)
            {
                var at = (features.Places[i] * _classes) + c;
                var gradient = (error * features.Weights[i]) + (Decay * _weights[at]);
                history[at] += gradient * gradient;
                _weights[at] -= Rate * gradient / (1e-3f + MathF.Sqrt(history[at]));
            }
        }
    }

    private void Score(int[] places, float[] weights, Span<float> scores)
    {
        _bias.CopyTo(scores);
        for (var i = 0; i < places.Length; i++)
        {
            var row = _weights.AsSpan(places[i] * _classes, _classes);
            for (var c = 0; c < row.Length; c++)
            {
                scores[c] += row[c] * weights[i];
            }
        }
    }

    /// <summary>A step that visits all examples once, far apart from each other: examples of one tool stand together in their file.</summary>
    private static int Stride(int count)
    {
        var stride = Math.Max(1, (int)(count * 0.618));
        while (Gcd(stride, count) != 1)
        {
            stride++;
        }

        return stride;
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);
}
