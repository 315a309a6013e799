using Copilot.Knowledge;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Postgres;
using Copilot.Knowledge.Stores.Qdrant;
using Copilot.Testing.Knowledge.Stores;
using Copilot.Testing.Qdrant;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Copilot.IntegrationTests.Knowledge.Postgres;

/// <summary>Several nodes share PostgreSQL and one Qdrant.</summary>
public sealed class QdrantNodesTests : IAsyncLifetime
{
    private const int Nodes = 3;
    private const int Each = 12;

    private readonly PostgresStoreUnderTest _place = new();
    private readonly List<QdrantKnowledgeStore> _nodes = [];
    private QdrantStub _stub = null!;

    private static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync()
    {
        _stub = await QdrantStub.StartAsync();
        for (var i = 0; i < Nodes && _place.MissingBecause is null; i++)
        {
            _nodes.Add(new QdrantKnowledgeStore(new PostgresKnowledgeStore(_place.Server(), TimeProvider.System), new QdrantOptions { Url = _stub.Address }, TimeProvider.System, NullLogger.Instance));
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _stub.DisposeAsync();
        await _place.DisposeAsync();
        Assert.Empty(_stub.Violations);
    }

    [SkippableFact]
    public async Task What_all_nodes_write_at_once_is_in_Qdrant_once_and_every_node_is_answered_from_there()
    {
        Skip.If(_place.MissingBecause is not null, _place.MissingBecause);

        await Task.WhenAll(_nodes.Select((node, n) => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await KnowledgeStoreContract.WriteAsync(node, KnowledgeStoreContract.Document($"n{n}-{i:00}"), "Gloves.");
            }
        })));
        foreach (var node in _nodes)
        {
            Assert.True((await node.TendAsync(None)).InUse);
        }

        Assert.Equal(Nodes * Each, Assert.Single(_stub.Collections).Value);
        var queries = _stub.Queries;
        foreach (var node in _nodes)
        {
            Assert.Equal(Nodes * Each, (await node.SearchAsync(KnowledgeStoreContract.Words("glove"), None)).Count);
        }

        Assert.Equal(queries + Nodes, _stub.Queries);
    }

    [SkippableFact]
    public async Task A_right_taken_away_at_one_node_is_gone_at_all_of_them_at_once()
    {
        Skip.If(_place.MissingBecause is not null, _place.MissingBecause);
        await KnowledgeStoreContract.WriteAsync(_nodes[0], KnowledgeStoreContract.Document("a"), "Gloves.");
        foreach (var node in _nodes)
        {
            Assert.True((await node.TendAsync(None)).InUse);
        }

        // Qdrant is gone at the moment at which it should hear of it.
        _stub.Fault = http =>
        {
            http.Abort();
            return Task.FromResult(true);
        };
        await _nodes[1].RelabelAsync(KnowledgeStoreContract.Document("a", l => l with { Readers = ["purchaser"] }), None);
        Assert.Empty(await _nodes[0].SearchAsync(KnowledgeStoreContract.Words("glove"), None));
        _stub.Fault = null;

        foreach (var node in _nodes)
        {
            Assert.Empty(await node.SearchAsync(KnowledgeStoreContract.Words("glove"), None));
        }

        Assert.True((await _nodes[2].TendAsync(None)).InUse);
        Assert.Single(await _nodes[2].SearchAsync(KnowledgeStoreContract.Words("glove") with { Filter = KnowledgeStoreContract.Filter(new Reader(["purchaser"], [])) }, None));
    }
}
