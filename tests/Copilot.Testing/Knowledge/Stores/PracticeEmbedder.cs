using Copilot.Contracts;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>Gives each text a vector that depends on nothing but its letters, and means nothing.</summary>
internal sealed class PracticeEmbedder : IEmbedderSource, ITextEmbedder
{
    public bool IsFitted => false;

    public string ModelId => PracticeShelf.Space;

    public int Dimension => PracticeShelf.Dimension;

    public int BatchSize => 16;

    public Task<ITextEmbedder> OpenAsync(CancellationToken cancellationToken) => Task.FromResult<ITextEmbedder>(this);

    public Task<byte[]?> FitAsync(IAsyncEnumerable<string> passages, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);

    public ITextEmbedder Load(ReadOnlyMemory<byte> model) => this;

    public Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, EmbeddingPurpose purpose, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<float[]>>([.. texts.Select(t => PracticeShelf.Vector(new Random(t.Sum(c => (int)c))))]);
}
