using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Copilot.Contracts;

namespace Copilot.Models.Local;

/// <summary>Gives texts the weighted sum of the vectors of their words and pairs of words. Passages and questions are treated alike.</summary>
internal sealed class FittedEmbedder : ITextEmbedder
{
    private readonly FittedModel _model;
    private readonly FrozenDictionary<string, int> _ids;

    /// <summary>Opens a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="seal">The hash of its bytes.</param>
    public FittedEmbedder(FittedModel model, ReadOnlySpan<byte> seal)
    {
        _model = model;
        _ids = model.Words.Select((word, id) => KeyValuePair.Create(word, id)).ToFrozenDictionary(StringComparer.Ordinal);
        ModelId = string.Create(CultureInfo.InvariantCulture, $"local/lsa-1/{model.Dimension}/{Convert.ToHexStringLower(seal[..8])}");
    }

    /// <inheritdoc/>
    public string ModelId { get; }

    /// <inheritdoc/>
    public int Dimension => _model.Dimension;

    /// <inheritdoc/>
    public int BatchSize => 256;

    /// <inheritdoc/>
    public Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, EmbeddingPurpose purpose, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var vectors = new float[texts.Count][];
        var counts = new Dictionary<int, int>();
        for (var i = 0; i < vectors.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            vectors[i] = Embed(texts[i], counts);
        }

        return Task.FromResult<IReadOnlyList<float[]>>(vectors);
    }

    private float[] Embed(string text, Dictionary<int, int> counts)
    {
        counts.Clear();
        var ids = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var term in new TextTerms(text))
        {
            if (ids.TryGetValue(term, out var id))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, id, out _)++;
            }
        }

        // Sums depend on their order in the last digit; the order of words in the text must not change the vector.
        var vector = new float[Dimension];
        foreach (var (id, count) in counts.OrderBy(pair => pair.Key))
        {
            Add(_model.Scales[id] * ModelFitting.OfCount(count), _model.Vector(id), vector);
        }

        UnitLength.Give(vector);
        return vector;
    }

    private static void Add(float factor, ReadOnlySpan<sbyte> word, Span<float> to)
    {
        var factors = new Vector<float>(factor);
        var wide = MemoryMarshal.Cast<float, Vector<float>>(to);
        var bytes = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(word);
        for (var i = 0; i < bytes.Length; i++)
        {
            System.Numerics.Vector.Widen(bytes[i], out var low, out var high);
            System.Numerics.Vector.Widen(low, out var first, out var second);
            System.Numerics.Vector.Widen(high, out var third, out var fourth);
            wide[4 * i] += factors * System.Numerics.Vector.ConvertToSingle(first);
            wide[(4 * i) + 1] += factors * System.Numerics.Vector.ConvertToSingle(second);
            wide[(4 * i) + 2] += factors * System.Numerics.Vector.ConvertToSingle(third);
            wide[(4 * i) + 3] += factors * System.Numerics.Vector.ConvertToSingle(fourth);
        }

        for (var i = bytes.Length * Vector<sbyte>.Count; i < to.Length; i++)
        {
            to[i] += factor * word[i];
        }
    }
}
