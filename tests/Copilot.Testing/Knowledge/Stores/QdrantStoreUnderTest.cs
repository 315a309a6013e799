using Copilot.Knowledge;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Qdrant;
using Copilot.Knowledge.Stores.Sqlite;
using Copilot.Testing.Qdrant;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>The embedded store searched in Qdrant: in a real server when <c>QDRANT_URL</c> names one, else in the strict stub.</summary>
/// <param name="real">The address of a real server, or null for the stub.</param>
public sealed class QdrantStoreUnderTest(Uri? real = null) : KnowledgeStoreUnderTest
{
    private readonly string _folder = Directory.CreateTempSubdirectory("store-").FullName;
    private QdrantStub? _stub;

    public string Database => Path.Combine(_folder, "knowledge.db");

    /// <summary>The stub, once the store was opened.</summary>
    public QdrantStub Stub => _stub!;

    internal override async Task<IKnowledgeStore> OpenAsync()
    {
        _stub ??= real is null ? await QdrantStub.StartAsync() : null;
        var options = new QdrantOptions { Url = real ?? _stub!.Address, ApiKey = Environment.GetEnvironmentVariable("QDRANT_API_KEY") };
        return new QdrantKnowledgeStore(new SqliteKnowledgeStore(Database), options, TimeProvider.System, NullLogger.Instance);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_stub is not null)
        {
            await _stub.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
        Assert.Empty(_stub?.Violations ?? []);
    }
}
