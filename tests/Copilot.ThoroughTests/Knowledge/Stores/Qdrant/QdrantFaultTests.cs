using Copilot.Knowledge;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Qdrant;
using Copilot.Knowledge.Stores.Sqlite;
using Copilot.Testing.Knowledge.Stores;
using Copilot.Testing.Qdrant;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Copilot.ThoroughTests.Knowledge.Stores.Qdrant;

/// <summary>Whatever happens to Qdrant, nothing is lost, hidden or shown because of it.</summary>
public sealed class QdrantFaultTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("store-").FullName;
    private QdrantStub _stub = null!;
    private QdrantKnowledgeStore _store = null!;

    private static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync()
    {
        _stub = await QdrantStub.StartAsync();
        _store = Open();
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _stub.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        Assert.Empty(_stub.Violations);
    }

    [Fact]
    public async Task Qdrant_answers_while_it_is_in_step()
    {
        await WriteAsync(_store, "a");

        Assert.Equal(["a"], await FindAsync(_store));

        Assert.Equal(1, _stub.Queries);
        Assert.True((await _store.TendAsync(None)).InUse);
    }

    [Fact]
    public async Task A_Qdrant_that_is_down_is_replaced_by_the_store_and_filled_when_it_is_back()
    {
        Break();
        await WriteAsync(_store, "a");
        Assert.Equal(["a"], await FindAsync(_store));
        Assert.False((await _store.TendAsync(None)).InUse);
        _stub.Fault = null;

        Assert.True((await _store.TendAsync(None)).InUse);

        Assert.Equal(["a"], await FindAsync(_store));
        Assert.Equal(1, _stub.Queries);
    }

    [Fact]
    public async Task A_query_that_breaks_off_is_answered_by_the_store()
    {
        await WriteAsync(_store, "a");
        Break();

        Assert.Equal(["a"], await FindAsync(_store));
        Assert.Equal(["a"], await FindAsync(_store));

        Assert.Equal(1, _stub.Queries);
    }

    [Fact]
    public async Task What_was_written_past_Qdrant_is_brought_before_it_is_asked()
    {
        await WriteAsync(_store, "a");
        using (var plain = new SqliteKnowledgeStore(Database))
        {
            await WriteAsync(plain, "b");
            await plain.RemoveAsync("default", "/a", None);
        }

        Assert.Equal(["b"], await FindAsync(_store));

        Assert.Equal(1, _stub.Queries);
        Assert.Equal(1, Assert.Single(_stub.Collections).Value);
    }

    [Fact]
    public async Task A_right_taken_away_while_Qdrant_is_down_is_gone_at_once()
    {
        await WriteAsync(_store, "a");
        Break();

        await _store.RelabelAsync(Document("a", "purchaser"), None);

        Assert.Empty(await FindAsync(_store));
        _stub.Fault = null;
        await _store.TendAsync(None);
        Assert.Empty(await FindAsync(_store));
        Assert.Equal(1, _stub.Queries);
    }

    [Fact]
    public async Task A_new_label_is_brought_without_text_and_vectors()
    {
        await WriteAsync(_store, "a", "gloves", "more gloves");
        await EmbedAsync();
        _stub.Requests.Clear();

        await _store.RelabelAsync(Document("a", "purchaser"), None);

        Assert.Empty(await FindAsync(_store));
        Assert.Equal(["a", "a"], await FindAsync(_store, "purchaser"));
        Assert.Equal(2, (await NearAsync("purchaser")).Length);
        Assert.Equal(3, _stub.Queries);
        Assert.DoesNotContain(_stub.Requests, r => r.StartsWith("PUT ", StringComparison.Ordinal) && r.EndsWith("/points", StringComparison.Ordinal));
        Assert.Single(_stub.Requests, r => r.StartsWith("POST ", StringComparison.Ordinal) && r.EndsWith("/points/batch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_label_of_a_passage_that_Qdrant_lost_brings_it_whole()
    {
        await WriteAsync(_store, "a");
        await WriteAsync(_store, "b");
        await EmbedAsync();
        _stub.LoseHalf();

        await _store.RelabelAsync(Document("a", "purchaser"), None);
        await _store.RelabelAsync(Document("b", "purchaser"), None);

        Assert.Equal(["a", "b"], (await FindAsync(_store, "purchaser")).Order());
        Assert.Equal(["a", "b"], (await NearAsync("purchaser")).Order());
        Assert.Equal(2, _stub.Queries);
    }

    [Fact]
    public async Task A_document_that_is_superseded_costs_Qdrant_its_label()
    {
        await WriteAsync(_store, "a");
        await WriteAsync(_store, "b");
        _stub.Requests.Clear();
        var newer = Document("b");

        await _store.RelabelAsync(newer with { Label = newer.Label with { Supersedes = ["a"] } }, None);

        Assert.Equal(["b"], await FindAsync(_store));
        Assert.DoesNotContain(_stub.Requests, r => r.StartsWith("PUT ", StringComparison.Ordinal));
        Assert.Equal(1, _stub.Queries);
    }

    [Fact]
    public async Task While_another_process_brings_the_store_answers_and_says_so()
    {
        await WriteAsync(_store, "a");
        using var other = new SqliteKnowledgeStore(Database);
        await using (await other.TakeTurnAsync(None))
        {
            await WriteAsync(_store, "b");

            Assert.Equal(["a", "b"], await FindAsync(_store));
            Assert.Equal(0, _stub.Queries);
            var state = await _store.TendAsync(None);
            Assert.False(state.InUse);
            Assert.Contains("still being brought", state.Text, StringComparison.Ordinal);
        }

        Assert.Equal(["a", "b"], await FindAsync(_store));
        Assert.Equal(1, _stub.Queries);
    }

    [Fact]
    public async Task A_server_that_is_lent_to_the_tests_is_left_as_it_was()
    {
        await WriteAsync(_store, "a");
        var before = _stub.Collections;
        await using (var place = new QdrantStoreUnderTest(real: new QdrantServer(_stub.Address, null)))
        {
            await using var lent = (QdrantKnowledgeStore)await place.OpenAsync();
            await WriteAsync(lent, "b");
            Assert.Equal(["b"], await FindAsync(lent));
            Assert.Equal(2, _stub.Collections.Count);
        }

        Assert.Equal(before, _stub.Collections);
    }

    [Fact]
    public async Task A_library_that_is_searched_in_Qdrant_can_be_moved()
    {
        await WriteAsync(_store, "a");

        var first = await ((IMovedStore)_store).FirstKeyAsync(new DocumentKey("default", "a"), None);

        Assert.Equal("gloves", Assert.Single(await ((IMovedStore)_store).MovedChunksAsync(first!.Value, 10, None)).Text);
    }

    [Fact]
    public async Task A_batch_that_broke_off_in_the_middle_is_brought_whole_by_the_next_process()
    {
        for (var i = 0; i < 5; i++)
        {
            await WriteAsync(_store, $"a{i}");
        }

        _stub.LoseHalf();
        await using var next = Open();

        Assert.True((await next.TendAsync(None)).InUse);

        Assert.Equal(5, Assert.Single(_stub.Collections).Value);
    }

    [Fact]
    public async Task Collections_that_were_lost_are_made_and_filled_again()
    {
        await WriteAsync(_store, "a");
        _stub.LoseAll();

        Assert.Equal(["a"], await FindAsync(_store));
        await _store.TendAsync(None);
        Assert.Equal(["a"], await FindAsync(_store));

        Assert.Equal(1, Assert.Single(_stub.Collections).Value);
        Assert.Equal(Assert.Single(_stub.Collections).Key, Assert.Single(_stub.Aliases).Value);
    }

    [Fact]
    public async Task The_alias_moves_with_the_space_and_the_other_collections_go()
    {
        await WriteAsync(_store, "a");
        var before = Assert.Single(_stub.Aliases).Value;
        await _store.OpenSpaceAsync(new EmbeddingSpace { Id = "m", Dimension = 2 }, None);
        Assert.Equal(before, Assert.Single(_stub.Aliases).Value);
        Assert.Equal(2, _stub.Collections.Count);

        await _store.SwitchToAsync("m", None);

        Assert.NotEqual(before, Assert.Single(_stub.Aliases).Value);
        Assert.Equal(Assert.Single(_stub.Collections).Key, Assert.Single(_stub.Aliases).Value);
    }

    [Theory]
    [InlineData("1.10.1", "too old")]
    [InlineData("1.19.0", "refused the key")]
    public async Task An_old_server_and_a_wrong_key_are_told_and_the_store_answers(string version, string said)
    {
        _stub.Version = Version.Parse(version);
        _stub.ApiKey = "right";
        await WriteAsync(_store, "a");

        var state = await _store.TendAsync(None);

        Assert.False(state.InUse);
        Assert.Contains(said, state.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-key", state.Text, StringComparison.Ordinal);
        Assert.Equal(["a"], await FindAsync(_store));
    }

    [Theory]
    [InlineData("1.12.0", "int8", "always_ram")]
    [InlineData("1.19.0", "int8", "memory")]
    [InlineData("1.19.0", "binary", "memory")]
    public async Task Quantization_is_asked_for_in_the_words_of_the_server(string version, string quantization, string word)
    {
        _stub.Version = Version.Parse(version);
        await using var store = Open(quantization);
        await store.OpenSpaceAsync(new EmbeddingSpace { Id = "m", Dimension = 2 }, None);

        Assert.Contains(_stub.Shapes().Values, s => s.TryGetProperty("quantization_config", out var q) && q.GetRawText().Contains(word, StringComparison.Ordinal));
    }

    private string Database => Path.Combine(_folder, "knowledge.db");

    private QdrantKnowledgeStore Open(string quantization = "none")
        => new(new SqliteKnowledgeStore(Database), new QdrantOptions { Url = _stub.Address, ApiKey = "wrong-key", Quantization = quantization }, TimeProvider.System, NullLogger.Instance);

    private void Break() => _stub.Fault = http =>
    {
        http.Abort();
        return Task.FromResult(true);
    };

    private static StoredDocument Document(string id, string reader = "all") => new()
    {
        Collection = "default",
        Source = "/" + id,
        TextHash = id,
        Label = new DocumentLabel { Id = id, Title = id, Readers = [reader], Companies = ["all"] },
    };

    private static async Task WriteAsync(IKnowledgeStore store, string id, params string[] texts)
    {
        string[] given = texts.Length == 0 ? ["gloves"] : texts;
        await using var writer = await store.BeginAsync(Document(id), None);
        await writer.AddAsync(
            [.. given.Select((text, i) => new StoredPart(i, 100 * i, text))],
            [.. given.Select((text, i) => new Chunk(i, 100 * i, (100 * i) + text.Length, [], string.Empty) { Text = text })],
            None);
        await writer.CommitAsync(Document(id), None);
    }

    private async Task EmbedAsync()
    {
        await _store.OpenSpaceAsync(new EmbeddingSpace { Id = "m", Dimension = 2 }, None);
        await _store.SaveVectorsAsync("m", [.. (await _store.UnembeddedAsync("m", 100, None)).Select(w => KeyValuePair.Create(w.Key, new[] { 1f, 0f }))], None);
        await _store.SwitchToAsync("m", None);
    }

    private async Task<string[]> NearAsync(string reader)
        => [.. (await _store.NearestAsync(new VectorQuery { Space = "m", Vector = new[] { 1f, 0f }, Filter = Filter(reader), Limit = 10 }, None)).Select(c => c.DocumentId)];

    private static PassageFilter Filter(string reader) => new() { Reader = new Reader([reader], []), Day = new DateOnly(2026, 6, 15) };

    private static async Task<string[]> FindAsync(QdrantKnowledgeStore store, string reader = "sales-rep")
        => [.. (await store.SearchAsync(new StoreQuery { Stems = ["glove"], Filter = Filter(reader), Limit = 10 }, None)).Select(c => c.DocumentId)];
}
