using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Sqlite;
using Copilot.Testing.Knowledge.Stores;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Copilot.Tests.Knowledge.Stores.Sqlite;

/// <summary>What only the embedded store does: it cleans up after the dead, keeps its index true, and leaves out words that everybody uses.</summary>
public sealed class SqliteStoreTests : IAsyncLifetime
{
    private static readonly PassageFilter Anyone = new() { Reader = new Reader(["sales-rep"], ["Meridian"]), Day = new DateOnly(2026, 6, 15) };

    private readonly SqliteStoreUnderTest _place = new();
    private readonly List<SqliteKnowledgeStore> _opened = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _opened.ForEach(s => s.Dispose());
        await _place.DisposeAsync();
    }

    [Fact]
    public async Task What_a_dead_writer_left_is_removed_and_what_a_living_one_writes_stays()
    {
        var store = Open();
        await using var living = await store.BeginAsync(Document("living"), CancellationToken.None);
        await living.AddAsync([new StoredPart(0, 0, "gloves")], [Chunk(0, "gloves")], CancellationToken.None);
        await using var dead = await store.BeginAsync(Document("dead"), CancellationToken.None);
        await dead.AddAsync([new StoredPart(0, 0, "tape")], [Chunk(0, "tape")], CancellationToken.None);
        Number("update document set writer = 'of-a-process-that-is-gone' where id = 'dead' returning key");

        Open();

        Assert.Equal(1, Number("select count(*) from document where not live"));
        Assert.Equal(1, Number("select count(*) from chunk"));
        Assert.Equal(1, Number("select count(*) from part"));
        await living.CommitAsync(Document("living"), CancellationToken.None);
        Assert.Equal("living", Assert.Single(await store.ListAsync(null, CancellationToken.None)).Document.Label.Id);
        var refused = await Assert.ThrowsAsync<Copilot.Contracts.CopilotException>(() => dead.CommitAsync(Document("dead"), CancellationToken.None));
        Assert.Contains("take the document in again", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_closed_leaves_no_file_but_its_own()
    {
        var store = Open();
        await WriteAsync(store, "a", "gloves");
        await store.OpenSpaceAsync(new EmbeddingSpace { Id = "m", Dimension = 2 }, CancellationToken.None);
        await store.SaveVectorsAsync("m", [KeyValuePair.Create((await store.UnembeddedAsync("m", 1, CancellationToken.None))[0].Key, new[] { 1f, 0f })], CancellationToken.None);
        Assert.Single(await store.NearestAsync(new VectorQuery { Space = "m", Vector = new[] { 1f, 0f }, Filter = Anyone, Limit = 9 }, CancellationToken.None));
        Assert.Equal(
            ["knowledge.db", "knowledge.db-shm", "knowledge.db-wal"],
            Directory.EnumerateFiles(Path.GetDirectoryName(_place.Database)!).Select(Path.GetFileName).Where(f => !f!.Contains(".writer-", StringComparison.Ordinal)).Order());

        store.Dispose();

        Assert.Equal(["knowledge.db"], Directory.EnumerateFiles(Path.GetDirectoryName(_place.Database)!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_index_stays_true_to_the_rows_through_every_change()
    {
        var store = Open();
        var shelf = new PracticeShelf(store, seed: 3);
        await shelf.FillAsync();
        for (var change = 0; change < 60; change++)
        {
            await shelf.ChangeAsync();
        }

        store.Dispose();
        Open();

        Number("insert into chunk_fts(chunk_fts, rank) values('integrity-check', 1)");
        Assert.Equal(0, Number("select count(*) from (select chunks, words from state except select sum(chunks), sum(words) from document)"));
        Assert.Equal(0, Number("select count(*) from vector where chunk not in (select key from chunk)"));
        Assert.Equal(0, Number("select count(*) from unembedded where chunk not in (select key from chunk)"));
        Assert.Equal(0, Number("select count(*) from supersession where document not in (select key from document)"));
    }

    [Fact]
    public async Task Words_that_everybody_uses_are_left_out_beside_rarer_ones_and_codes_never_are()
    {
        var store = Open(new SqliteLimits(CommonFrom: 3));
        for (var i = 0; i < 20; i++)
        {
            await WriteAsync(store, $"d{i:00}", $"gloves hall CODE-1 {(i < 2 ? "zeppelin" : "boxes")}");
        }

        Assert.Equal(["d00", "d01"], await FindAsync(store, ["glove", "hall", "zeppelin"]));
        Assert.Equal(20, (await FindAsync(store, ["glove", "zeppelin"])).Count);
        Assert.Equal(20, (await FindAsync(store, ["glove", "hall", "box"])).Count);
        Assert.Equal(20, (await FindAsync(store, ["glove", "hall", "zeppelin"], "code1")).Count);
    }

    [Fact]
    public async Task Vectors_that_pile_up_for_documents_that_are_gone_are_read_anew()
    {
        var store = Open(new SqliteLimits(MostGone: 0));
        await store.OpenSpaceAsync(new EmbeddingSpace { Id = "m", Dimension = 2 }, CancellationToken.None);
        for (var version = 0; version < 6; version++)
        {
            await WriteAsync(store, "a", [.. Enumerable.Range(0, 300).Select(i => $"version{version} text {i}")]);
            var waiting = await store.UnembeddedAsync("m", 1000, CancellationToken.None);
            await store.SaveVectorsAsync("m", [.. waiting.Select(w => KeyValuePair.Create(w.Key, new[] { 1f, 0f }))], CancellationToken.None);

            var found = await store.NearestAsync(new VectorQuery { Space = "m", Vector = new[] { 1f, 0f }, Filter = Anyone, Limit = 1000 }, CancellationToken.None);

            Assert.Equal(300, found.Count);
            Assert.All(found, f => Assert.StartsWith($"version{version} ", f.Text, StringComparison.Ordinal));
        }
    }

    private static StoredDocument Document(string id) => new()
    {
        Collection = "default",
        Source = "/documents/" + id,
        TextHash = "hash",
        Label = new DocumentLabel { Id = id, Title = "Paper", Readers = ["all"], Companies = ["all"] },
    };

    private static Chunk Chunk(int ordinal, string text) => new(ordinal, 0, text.Length, [], string.Empty) { Text = text };

    private static async Task WriteAsync(SqliteKnowledgeStore store, string id, params string[] texts)
    {
        await using var writer = await store.BeginAsync(Document(id), CancellationToken.None);
        await writer.AddAsync([], [.. texts.Select((t, i) => Chunk(i, t))], CancellationToken.None);
        await writer.CommitAsync(Document(id), CancellationToken.None);
    }

    private static async Task<List<string>> FindAsync(SqliteKnowledgeStore store, string[] stems, params string[] codes)
        => [.. (await store.SearchAsync(new StoreQuery { Stems = stems, Codes = codes, Filter = Anyone, Limit = 100 }, CancellationToken.None)).Select(c => c.DocumentId).Order(StringComparer.Ordinal)];

    private SqliteKnowledgeStore Open(SqliteLimits? limits = null)
    {
        var store = new SqliteKnowledgeStore(_place.Database, limits);
        _opened.Add(store);
        return store;
    }

    private long Number(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_place.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant text of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() as long? ?? 0;
    }
}
