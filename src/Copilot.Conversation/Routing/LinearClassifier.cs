using System.Numerics;
using System.Runtime.InteropServices;

namespace Copilot.Conversation.Routing;

/// <summary>Multinomial logistic regression, trained by AdaGrad with L2 in a fixed order: the same examples give the same classifier.</summary>
internal sealed class LinearClassifier
{
    private const int Epochs = 24;
    private const float Settled = 0.01f;
    private const float Rate = 0.1f;
    private const float Decay = 1e-3f;
    private const int None = -1;
    private readonly float[] _weights;
    private readonly int[] _rows;
    private readonly float[] _bias;
    private readonly int _classes;
    private readonly int _stride;

    /// <param name="labels">The labels, in order.</param>
    /// <param name="rows">For each place the row of its weights; none for a place that no example has.</param>
    private LinearClassifier(IReadOnlyList<string> labels, int[] rows)
    {
        Labels = labels;
        _rows = rows;
        _classes = labels.Count;
        _stride = (_classes + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _weights = new float[(rows.Max() + 1) * _stride];
        _bias = new float[_stride];
    }

    /// <summary>Gets the labels, in order.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Trains a classifier.</summary>
    public static LinearClassifier Train(IReadOnlyList<RoutingExample> examples, Features features)
    {
        var labels = examples.Where(e => !e.IsNot).Select(e => e.Label).Distinct().Order(StringComparer.Ordinal).ToList();
        var numbers = labels.Index().ToDictionary(l => l.Item, l => l.Index, StringComparer.Ordinal);
        var data = examples.Where(e => numbers.ContainsKey(e.Label)).Select(e => (Label: numbers[e.Label], e.IsNot, Features: features.Of(e.Text))).ToArray();
        var rows = new int[Features.Size];
        Array.Fill(rows, None);
        var held = 0;
        foreach (var place in data.SelectMany(d => d.Features.Places))
        {
            rows[place] = rows[place] == None ? held++ : rows[place];
        }

        var classifier = new LinearClassifier(labels, rows);
        var counts = data.Where(d => !d.IsNot).GroupBy(d => d.Label).ToDictionary(g => g.Key, g => g.Count());
        var mean = data.Length / (double)labels.Count;

        // A tool with few examples must not drown beside one with many.
        var balance = labels.Select((_, i) => (float)Math.Sqrt(mean / counts[i])).ToArray();

        // A row's weights and what they have been moved by lie side by side: they are needed together, and memory is what training waits for.
        var learning = new float[2 * classifier._weights.Length];
        var biasHistory = new float[labels.Count];
        var stride = Stride(data.Length);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            for (var k = 0; k < data.Length; k++)
            {
                var (label, isNot, found) = data[(int)((((long)k * stride) + epoch) % data.Length)];
                classifier.Step(label, isNot, found, balance[label], learning, biasHistory);
            }
        }

        for (var row = 0; row < held; row++)
        {
            learning.AsSpan(2 * row * classifier._stride, classifier._stride).CopyTo(classifier._weights.AsSpan(row * classifier._stride));
        }

        return classifier;
    }

    /// <summary>Writes the classifier as <see cref="Read"/> takes it.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_classes);
        foreach (var label in Labels)
        {
            writer.Write(label);
        }

        writer.Write(MemoryMarshal.AsBytes<int>(_rows));
        writer.Write(MemoryMarshal.AsBytes<float>(_bias));
        writer.Write(MemoryMarshal.AsBytes<float>(_weights));
    }

    /// <summary>Reads a classifier that this program wrote on a machine with the same width of vectors.</summary>
    /// <exception cref="IOException">It ends too early.</exception>
    public static LinearClassifier Read(BinaryReader reader)
    {
        var labels = new string[reader.ReadInt32()];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = reader.ReadString();
        }

        var rows = new int[Features.Size];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
        var classifier = new LinearClassifier(labels, rows);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(classifier._bias.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(classifier._weights.AsSpan()));
        return classifier;
    }

    /// <summary>Computes each label's score (logit) for a question.</summary>
    /// <param name="asked">The question's features.</param>
    public float[] Score((int[] Places, float[] Weights) asked)
    {
        var scores = new float[_stride];
        Score(asked, _weights, 1, scores);
        return scores[.._classes];
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

    /// <summary>One step of AdaGrad, all classes of a feature side by side.</summary>
    private void Step(int label, bool isNot, (int[] Places, float[] Weights) features, float balance, float[] learning, float[] biasHistory)
    {
        Span<float> error = stackalloc float[_stride];
        Score(features, learning, 2, error);
        Softmax(error[.._classes]);
        if (isNot)
        {
            // Only this class is known to be wrong; which one is right was not said.
            var wrong = error[label];
            error.Clear();
            error[label] = wrong;
        }
        else
        {
            error[label] -= 1;
            error[_classes..].Clear();
        }

        if (error.ContainsAnyExceptInRange(-Settled, Settled) is false)
        {
            return;
        }

        for (var c = 0; c < _classes; c++)
        {
            error[c] *= balance;
            biasHistory[c] += error[c] * error[c];
            _bias[c] -= 0.1f * error[c] / (1e-3f + MathF.Sqrt(biasHistory[c]));
        }

        var errors = MemoryMarshal.Cast<float, Vector<float>>(error);
        var learnt = MemoryMarshal.Cast<float, Vector<float>>(learning.AsSpan());
        var (epsilon, rate, decay) = (new Vector<float>(1e-3f), new Vector<float>(Rate), new Vector<float>(Decay));
        for (var i = 0; i < features.Places.Length; i++)
        {
            var weight = new Vector<float>(features.Weights[i]);
            var row = learnt.Slice(2 * _rows[features.Places[i]] * errors.Length, 2 * errors.Length);
            var weights = row[..errors.Length];
            var history = row[errors.Length..];
            for (var v = 0; v < errors.Length; v++)
            {
                var gradient = (errors[v] * weight) + (decay * weights[v]);
                history[v] += gradient * gradient;
                weights[v] -= rate * gradient / (epsilon + Vector.SquareRoot(history[v]));
            }
        }
    }

    /// <summary>Adds up the weights of a question's features; places that no example has say nothing.</summary>
    /// <param name="asked">The question's features.</param>
    /// <param name="table">The weights, a row a place.</param>
    /// <param name="width">How many rows of labels lie in a row of the table; the first holds the weights.</param>
    /// <param name="scores">Where the scores go.</param>
    private void Score((int[] Places, float[] Weights) asked, float[] table, int width, Span<float> scores)
    {
        _bias.AsSpan().CopyTo(scores);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
        var rows = MemoryMarshal.Cast<float, Vector<float>>(table.AsSpan());
        for (var i = 0; i < asked.Places.Length; i++)
        {
            if (_rows[asked.Places[i]] is not (>= 0 and var at))
            {
                continue;
            }

            var weight = new Vector<float>(asked.Weights[i]);
            var row = rows.Slice(width * at * sums.Length, sums.Length);
            for (var v = 0; v < sums.Length; v++)
            {
                sums[v] += row[v] * weight;
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
