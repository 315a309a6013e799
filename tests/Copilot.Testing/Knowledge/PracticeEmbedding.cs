using Copilot.Contracts;

namespace Copilot.Testing.Knowledge;

/// <summary>
/// An embedder that knows which words mean the same, and nothing else: each group of stems is a direction. Fitted or at an endpoint, and out of
/// order when told so.
/// </summary>
public sealed class PracticeEmbedding(bool isFitted, params string[][] groups) : IEmbedderSource
{
    /// <summary>Gets or sets what the endpoint says instead of an answer; null when it works.</summary>
    public string? Trouble { get; set; }

    /// <summary>Gets or sets the model's name.</summary>
    public string Model { get; set; } = "practice";

    /// <summary>Gets or sets how many numbers its vectors have beside one for each group.</summary>
    public int Spare { get; set; } = 1;

    /// <summary>Gets how often it was fitted.</summary>
    public int Fits { get; private set; }

    /// <summary>Gets how many passages it has embedded.</summary>
    public int Passages { get; private set; }

    public bool IsFitted => isFitted;

    public Task<ITextEmbedder> OpenAsync(CancellationToken cancellationToken)
        => Trouble is null ? Task.FromResult<ITextEmbedder>(new Embedder(this, Model)) : throw new CopilotException(Trouble);

    public async Task<byte[]?> FitAsync(IAsyncEnumerable<string> passages, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var passage in passages.WithCancellation(cancellationToken))
        {
            count += passage.Length > 0 ? 1 : 0;
        }

        Fits++;
        return count < 2 ? null : System.Text.Encoding.UTF8.GetBytes($"{Model}-{count}");
    }

    public ITextEmbedder Load(ReadOnlyMemory<byte> model) => new Embedder(this, System.Text.Encoding.UTF8.GetString(model.Span));

    private float[] Embed(string text)
    {
        var vector = new float[groups.Length + Spare];
        foreach (var word in text.Split([' ', '\n', '.', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            var group = Array.FindIndex(groups, g => g.Contains(word.ToLowerInvariant()));
            vector[group < 0 ? 0 : group] += group < 0 ? 0 : 1;
        }

        var length = MathF.Sqrt(vector.Sum(n => n * n));
        return length == 0 ? vector : Array.ConvertAll(vector, n => n / length);
    }

    private sealed class Embedder(PracticeEmbedding source, string model) : ITextEmbedder
    {
        public string ModelId => model;

        public int Dimension => source.Embed(string.Empty).Length;

        public int BatchSize => 2;

        public Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, EmbeddingPurpose purpose, CancellationToken cancellationToken)
        {
            if (source.Trouble is { } trouble)
            {
                throw new CopilotException(trouble);
            }

            source.Passages += purpose == EmbeddingPurpose.Passage ? texts.Count : 0;
            return Task.FromResult<IReadOnlyList<float[]>>([.. texts.Select(source.Embed)]);
        }
    }
}
