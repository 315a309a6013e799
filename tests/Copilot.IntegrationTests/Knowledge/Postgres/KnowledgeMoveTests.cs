using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Moving;
using Copilot.Knowledge.Stores.Postgres;
using Copilot.Knowledge.Stores.Qdrant;
using Copilot.Knowledge.Stores.Sqlite;
using Copilot.Testing.Knowledge.Stores;
using Copilot.Testing.Qdrant;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Copilot.IntegrationTests.Knowledge.Postgres;

/// <summary>A library that was filled in the embedded store moves to a real PostgreSQL.</summary>
public sealed class KnowledgeMoveTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("move-").FullName;
    private readonly PostgresStoreUnderTest _place = new();
    private SqliteKnowledgeStore? _from;
    private PostgresKnowledgeStore? _into;

    private static CancellationToken None => CancellationToken.None;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _from?.Dispose();
        if (_into is not null)
        {
            await _into.DisposeAsync();
        }

        await _place.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [SkippableFact]
    public async Task Documents_parts_passages_and_vectors_arrive_and_are_found_as_before()
    {
        Open();
        var shelf = new PracticeShelf(_from!, seed: 3);
        await shelf.FillAsync();
        await WriteLargeAsync(_from!);
        var random = new Random(5);
        var waiting = await _from!.UnembeddedAsync(PracticeShelf.Space, 10_000, None);
        await _from.SaveVectorsAsync(PracticeShelf.Space, [.. waiting.Select(w => KeyValuePair.Create(w.Key, PracticeShelf.Vector(random)))], None);

        var moved = await MoveAsync();

        Assert.Equal(["documents", "parts", "passages", "vectors"], moved.Select(m => m.Name));
        Assert.All(moved, m => Assert.True(m.Rows > 40));
        var query = new StoreQuery { Stems = ["glove"], Limit = 100, Filter = new PassageFilter { Reader = new Reader(PracticeShelf.Names, PracticeShelf.Companies), Day = PracticeShelf.Begin.AddDays(9) } };
        Assert.Equal(Names(await _from.SearchAsync(query, None)), Names(await _into!.SearchAsync(query, None)));
        var near = new VectorQuery { Space = PracticeShelf.Space, Vector = PracticeShelf.Vector(new Random(1)), Filter = query.Filter, Limit = 30 };
        Assert.Equal((await _from.NearestAsync(near, None)).Select(c => (c.Document, c.Ordinal)), (await _into.NearestAsync(near, None)).Select(c => (c.Document, c.Ordinal)));
        Assert.Empty(await _into.UnembeddedAsync(PracticeShelf.Space, 10, None));
        Assert.Equal(moved, await MoveAsync());
    }

    [SkippableFact]
    public async Task Interrupted_it_goes_on_and_gives_the_same()
    {
        Open();
        await new PracticeShelf(_from!, seed: 3).FillAsync();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MoveAsync(new StopAt(17, stop), stop.Token));

        var moved = await MoveAsync();

        Assert.Equal((await _from!.ListAsync(null, None)).Count, moved[0].Rows);
        Assert.Equal(moved[0].Rows, (await _into!.ListAsync(null, None)).Count);
    }

    [SkippableFact]
    public async Task A_library_searched_in_Qdrant_moves_and_is_searched_there_afterwards()
    {
        Open();
        await using var stub = await QdrantStub.StartAsync();
        await using var from = Searched(new SqliteKnowledgeStore(Path.Combine(_folder, "searched.db")), stub);
        await new PracticeShelf(from, seed: 3).FillAsync();
        await using var into = Searched(new PostgresKnowledgeStore(_place.Server(), TimeProvider.System), stub);

        var moved = await new KnowledgePart(new KnowledgeOptions { Store = "the one before" }, () => from).MoveAsync(
            new KnowledgePart(new KnowledgeOptions { Store = _place.ConnectionString }, () => into), new StopAt(int.MaxValue, null), None);

        Assert.All(moved, m => Assert.True(m.Rows > 0));
        Assert.True((await into.TendAsync(None)).InUse);
        var queries = stub.Queries;
        var query = new StoreQuery { Stems = ["glove"], Limit = 100, Filter = new PassageFilter { Reader = new Reader(PracticeShelf.Names, PracticeShelf.Companies), Day = PracticeShelf.Begin.AddDays(9) } };
        Assert.Equal(Names(await from.SearchAsync(query, None)), Names(await into.SearchAsync(query, None)));
        Assert.True(stub.Queries >= queries + 2);
        Assert.Equal(2, stub.Aliases.Count);
        Assert.Empty(stub.Violations);
    }

    [SkippableFact]
    public async Task Characters_that_PostgreSQL_cannot_keep_are_replaced_one_for_one_and_counted()
    {
        Open();
        await WriteOddAsync(_from!);

        var moved = await MoveAsync();

        Assert.Equal([("documents", 2, 4L), ("parts", 2, 1), ("passages", 2, 3), ("vectors", 0, 0)], moved.Select(m => (m.Name, (int)m.Rows, m.Mended)));
        var arrived = (await _into!.ListAsync(null, None)).Single(d => d.Document.Label.Id == "odd").Document;
        Assert.Equal("/mail.zip/na\ufffdme.txt", arrived.Source);
        Assert.Equal("https://odoo.test/\ufffd", arrived.Uri);
        var part = Assert.Single(await _into.PartsAsync(new DocumentKey("default", "odd"), 0, 100, None));
        Assert.Equal("gloves\ufffd stay \ufffd\ufffddry", part.Text);
        var found = Assert.Single(await _into.SearchAsync(
            new StoreQuery { Stems = ["dry"], Limit = 5, Filter = new PassageFilter { Reader = new Reader(["sales-rep"], ["Meridian"]), Day = PracticeShelf.Begin } }, None));
        Assert.Equal(("Lead\ufffd", "Head\ufffding"), (found.Lead, Assert.Single(found.HeadingPath)));
        Assert.Equal("Odd\ufffd", found.Title);
        Assert.Equal(moved, await MoveAsync());
    }

    [SkippableFact]
    public async Task A_library_that_is_in_use_is_not_joined_with_another()
    {
        Open();
        await new PracticeShelf(_from!, seed: 3).FillAsync();
        await WriteLargeAsync(_into!);

        var refused = await Assert.ThrowsAsync<CopilotException>(() => MoveAsync());

        Assert.Contains("/large", refused.Message, StringComparison.Ordinal);
    }

    private static QdrantKnowledgeStore Searched(IMirroredStore store, QdrantStub stub)
        => new(store, new QdrantOptions { Url = stub.Address }, TimeProvider.System, NullLogger.Instance);

    private static string[] Names(IEnumerable<Candidate> found) => [.. found.Select(c => $"{c.Document}#{c.Ordinal}").Order(StringComparer.Ordinal)];

    private static async Task WriteLargeAsync(IKnowledgeStore store)
    {
        var document = new StoredDocument
        {
            Collection = "default", Source = "/large", TextHash = "h", Pages = 700,
            Label = new Copilot.Knowledge.Ingestion.DocumentLabel { Id = "large", Title = "Large", Readers = ["all"], Companies = ["all"] },
        };
        await using var writer = await store.BeginAsync(document, None);
        for (var i = 0; i < 700; i++)
        {
            var text = "gloves " + new string('x', 3000);
            var layout = i == 7 ? new PageLayout(100, 200, [new WordBox(0, 6, 1, 2, 3, 4)]) : null;
            await writer.AddAsync(
                [new StoredPart(i, i * 3100, text, i + 1, layout)],
                [new Chunk(i, i * 3100, (i * 3100) + text.Length, ["One", "Two"], i == 9 ? "Lead" : string.Empty) { Text = text, Page = i + 1, Box = [1, 2, 3.5, 4] }],
                None);
        }

        await writer.CommitAsync(document, None);
    }

    private static async Task WritePlainAsync(SqliteKnowledgeStore store)
    {
        var document = new StoredDocument
        {
            Collection = "default", Source = "/plain", TextHash = "h", Label = new Copilot.Knowledge.Ingestion.DocumentLabel { Id = "plain", Title = "Plain", Readers = ["all"], Companies = ["all"] },
        };
        await using var writer = await store.BeginAsync(document, None);
        await writer.AddAsync([new StoredPart(0, 0, "nothing odd")], [new Chunk(0, 0, 11, [], string.Empty) { Text = "nothing odd" }], None);
        await writer.CommitAsync(document, None);
    }

    private static async Task WriteOddAsync(SqliteKnowledgeStore store)
    {
        await WritePlainAsync(store);
        var document = new StoredDocument
        {
            Collection = "default", Source = "/mail.zip/na\0me.txt", TextHash = "h", Uri = "https://odoo.test/\0", Original = "originals/na\0me.txt", Notes = ["hidden \0 text"],
            Label = new Copilot.Knowledge.Ingestion.DocumentLabel { Id = "odd", Title = "Odd\0", Readers = ["all"], Companies = ["all"] },
        };
        const string text = "gloves\0 stay \0\0dry";
        await using var writer = await store.BeginAsync(document, None);
        await writer.AddAsync([new StoredPart(0, 0, text)], [new Chunk(0, 0, text.Length, ["Head\0ing"], "Lead\0") { Text = text }], None);
        await writer.CommitAsync(document, None);
    }

    private void Open()
    {
        Skip.If(_place.MissingBecause is not null, _place.MissingBecause);
        _from = new SqliteKnowledgeStore(Path.Combine(_folder, "knowledge.db"));
        _into = new PostgresKnowledgeStore(_place.Server(), TimeProvider.System);
    }

    private Task<IReadOnlyList<MovedRows>> MoveAsync(IProgress<MoveProgress>? progress = null, CancellationToken cancellationToken = default)
        => new KnowledgePart(new KnowledgeOptions { Data = _folder }, () => _from!).MoveAsync(
            new KnowledgePart(new KnowledgeOptions { Store = _place.ConnectionString }, () => _into!), progress ?? new StopAt(int.MaxValue, null), cancellationToken);

    private sealed class StopAt(int number, CancellationTokenSource? stop) : IProgress<MoveProgress>
    {
        private int _told;

        public void Report(MoveProgress value)
        {
            if (++_told == number)
            {
                stop?.Cancel();
            }
        }
    }
}
