using Copilot.Knowledge;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Qdrant;
using Copilot.Testing.Qdrant;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>A store searched in Qdrant: in the strict stub, or in a real server.</summary>
/// <param name="below">The place of the store below; null for the embedded one.</param>
/// <param name="real">The real server, or null for the stub.</param>
public sealed class QdrantStoreUnderTest(KnowledgeStoreUnderTest? below = null, QdrantServer? real = null) : KnowledgeStoreUnderTest
{
    private readonly KnowledgeStoreUnderTest _below = below ?? new SqliteStoreUnderTest();
    private QdrantStub? _stub;

    public override string? MissingBecause => real is null ? _below.MissingBecause : real.MissingBecause ?? _below.MissingBecause;

    /// <summary>The stub, once the store was opened.</summary>
    public QdrantStub Stub => _stub!;

    internal override async Task<IKnowledgeStore> OpenAsync()
    {
        _stub ??= real is null ? await QdrantStub.StartAsync() : null;
        var options = new QdrantOptions { Url = real?.Url ?? _stub!.Address, ApiKey = real?.ApiKey };
        return new QdrantKnowledgeStore((IMirroredStore)await _below.OpenAsync(), options, TimeProvider.System, NullLogger.Instance);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_stub is not null)
        {
            await _stub.DisposeAsync();
        }

        if (real is { MissingBecause: null } && MissingBecause is null)
        {
            await ForgetAsync(real);
        }

        await _below.DisposeAsync();
        Assert.Empty(_stub?.Violations ?? []);
    }

    // On a server of somebody's own nothing is left behind.
    private async Task ForgetAsync(QdrantServer server)
    {
        var store = (IMirroredStore)await _below.OpenAsync();
        try
        {
            await store.BeginMirrorAsync(CancellationToken.None);
            await server.RemoveAsync(QdrantCollections.AliasOf(await store.MirrorStateAsync(CancellationToken.None)));
        }
        finally
        {
            await KnowledgeStoreContract.CloseAsync(store);
        }
    }
}
