using Copilot.Knowledge.Stores;
using Xunit;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>What a store must do that is searched in an index outside it: note every change in the transaction that makes it, and keep the note until the index holds it.</summary>
public abstract class MirrorContract(KnowledgeStoreUnderTest place) : IAsyncLifetime
{
    private const string Space = "m";

    private readonly List<IMirroredStore> _opened = [];

    private static CancellationToken None => CancellationToken.None;

    private IMirroredStore Store => _opened[0];

    public async Task InitializeAsync()
    {
        if (place.MissingBecause is null)
        {
            await OpenAsync();
            await Store.BeginMirrorAsync(None);
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var store in _opened)
        {
            await KnowledgeStoreContract.CloseAsync(store);
        }

        await place.DisposeAsync();
    }

    [SkippableFact]
    public async Task What_is_written_is_noted_whole_and_what_is_begun_is_not()
    {
        Skip.If(place.MissingBecause is not null, place.MissingBecause);
        await using var begun = await Store.BeginAsync(Document("b"), None);
        var (parts, chunks) = KnowledgeStoreContract.Content("Tape.");
        await begun.AddAsync(parts, chunks, None);
        Assert.False((await Store.MirrorStateAsync(None)).Pending);

        await WriteAsync(Store, "a", "Gloves.", "More gloves.");

        var stale = await Store.StaleAsync(10, None);
        Assert.True(stale.State.Pending);
        Assert.Equal(2, stale.Passages.Count);
        Assert.All(stale.Passages, p => Assert.True(p.IsWhole && p.Passage!.Document == new DocumentKey("default", "a")));
        Assert.Contains("glove", stale.Passages[0].Passage!.Indexed.Body, StringComparison.Ordinal);
        await SettleAsync();
        Assert.False((await Store.MirrorStateAsync(None)).Pending);
    }

    [SkippableFact]
    public async Task A_new_label_is_noted_without_text_and_vectors()
    {
        Skip.If(place.MissingBecause is not null, place.MissingBecause);
        await WriteAsync(Store, "a", "Gloves.");
        await EmbedAsync();
        await SettleAsync();

        await Store.RelabelAsync(KnowledgeStoreContract.Document("a", l => l with { Readers = ["purchaser"], Companies = ["Nord"], ValidTo = new DateOnly(2027, 1, 1) }), None);

        var noted = Assert.Single((await Store.StaleAsync(10, None)).Passages);
        Assert.False(noted.IsWhole);
        Assert.Empty(noted.Passage!.Vectors);
        Assert.Equal(["purchaser"], noted.Passage.Readers);
        Assert.Equal(["NORD"], noted.Passage.Companies.Select(c => c.ToUpperInvariant()));
        Assert.Equal(new DateOnly(2027, 1, 1), noted.Passage.ValidTo);
        await SettleAsync();

        await Store.RelabelAsync(KnowledgeStoreContract.Document("a", l => l with { Readers = ["purchaser"], Companies = ["Nord"], ValidTo = new DateOnly(2027, 1, 1), Owner = "ann" }), None);
        Assert.False((await Store.MirrorStateAsync(None)).Pending);
    }

    [SkippableFact]
    public async Task A_document_that_is_superseded_and_one_that_is_again_in_force_are_noted_without_vectors()
    {
        Skip.If(place.MissingBecause is not null, place.MissingBecause);
        await WriteAsync(Store, "a", "Gloves.");
        await SettleAsync();

        await WriteAsync(Store, KnowledgeStoreContract.Document("b", l => l with { Supersedes = ["a"], ValidFrom = new DateOnly(2026, 5, 1) }), "Newer gloves.");

        var stale = (await Store.StaleAsync(10, None)).Passages;
        var older = stale.Single(p => p.Passage!.Document.Id == "a");
        Assert.Equal((false, new DateOnly(2026, 5, 1)), (older.IsWhole, older.Passage!.SupersededOn!.Value));
        Assert.True(stale.Single(p => p.Passage!.Document.Id == "b").IsWhole);
        await SettleAsync();

        await Store.RemoveAsync("default", Document("b").Source, None);

        stale = (await Store.StaleAsync(10, None)).Passages;
        Assert.Null(Assert.Single(stale, p => p.Passage is null).Passage);
        Assert.Null(Assert.Single(stale, p => p.Passage is not null).Passage!.SupersededOn);
    }

    [SkippableFact]
    public async Task Vectors_that_come_and_that_change_and_spaces_that_open_are_noted_whole()
    {
        Skip.If(place.MissingBecause is not null, place.MissingBecause);
        await WriteAsync(Store, "a", "Gloves.");
        await SettleAsync();

        await Store.OpenSpaceAsync(new EmbeddingSpace { Id = Space, Dimension = 2 }, None);
        var noted = Assert.Single((await Store.StaleAsync(10, None)).Passages);
        Assert.True(noted.IsWhole);
        Assert.Empty(noted.Passage!.Vectors);
        await SettleAsync();

        await Store.SaveVectorsAsync(Space, [KeyValuePair.Create(noted.Key, new[] { 1f, 0f })], None);
        Assert.Equal(new[] { 1f, 0f }, Assert.Single((await Store.StaleAsync(10, None)).Passages).Passage!.Vectors[Space]);
        await SettleAsync();

        await Store.SaveVectorsAsync(Space, [KeyValuePair.Create(noted.Key, new[] { 0f, 1f })], None);
        noted = Assert.Single((await Store.StaleAsync(10, None)).Passages);
        Assert.True(noted.IsWhole);
        Assert.Equal(new[] { 0f, 1f }, noted.Passage!.Vectors[Space]);
    }

    [SkippableFact]
    public async Task A_new_label_does_not_hide_that_more_changed_before()
    {
        Skip.If(place.MissingBecause is not null, place.MissingBecause);
        await WriteAsync(Store, "a", "Gloves.");

        await Store.RelabelAsync(KnowledgeStoreContract.Document("a", l => l with { Readers = ["purchaser"] }), None);

        Assert.True(Assert.Single((await Store.StaleAsync(10, None)).Passages).IsWhole);
    }

    [SkippableFact]
    public async Task What_changes_while_it_is_brought_stays_noted()
    {
        Skip.If(place.MissingBecause is not null, place.MissingBecause);
        await WriteAsync(Store, "a", "Gloves.");
        var read = (await Store.StaleAsync(10, None)).Passages;

        await Store.RelabelAsync(KnowledgeStoreContract.Document("a", l => l with { Readers = ["purchaser"] }), None);
        await Store.SettleAsync(read, None);

        Assert.Equal(["purchaser"], Assert.Single((await Store.StaleAsync(10, None)).Passages).Passage!.Readers);
    }

    [SkippableFact]
    public async Task What_another_struck_meanwhile_is_brought_once_more_as_whole_as_it_was()
    {
        Skip.If(place.MissingBecause is not null, place.MissingBecause);
        await WriteAsync(Store, "a", "Gloves.");
        var slow = (await Store.StaleAsync(10, None)).Passages;
        await SettleAsync();
        await Store.RelabelAsync(KnowledgeStoreContract.Document("a", l => l with { Readers = ["purchaser"] }), None);

        await Store.SettleAsync(slow, None);
        Assert.True(Assert.Single((await Store.StaleAsync(10, None)).Passages).IsWhole);
        await SettleAsync();

        await Store.SettleAsync(slow, None);
        Assert.True(Assert.Single((await Store.StaleAsync(10, None)).Passages).IsWhole);
    }

    [SkippableFact]
    public async Task Passages_are_given_only_to_whom_the_filter_lets_through()
    {
        Skip.If(place.MissingBecause is not null, place.MissingBecause);
        await WriteAsync(Store, "a", "Gloves.");
        await WriteAsync(Store, KnowledgeStoreContract.Document("b", l => l with { Readers = ["purchaser"] }), "Gloves.");
        long[] keys = [.. (await Store.StaleAsync(10, None)).Passages.Select(p => p.Key), 12345L << 20, -1];

        var mine = await Store.CandidatesAsync(KnowledgeStoreContract.Filter(), [.. keys, .. keys], None);
        var theirs = await Store.CandidatesAsync(KnowledgeStoreContract.Filter(new Reader(["purchaser"], [])), keys, None);

        Assert.Equal(["a"], mine.Values.Select(c => c.DocumentId));
        Assert.Equal(["a", "b"], theirs.Values.Select(c => c.DocumentId).Order());
        Assert.Empty(await Store.CandidatesAsync(KnowledgeStoreContract.Filter(new Reader([], [])), keys, None));
    }

    [SkippableFact]
    public async Task One_process_at_a_time_has_the_turn_until_it_gives_it_back_or_ends()
    {
        Skip.If(place.MissingBecause is not null, place.MissingBecause);
        var second = await OpenAsync();
        var third = await OpenAsync();
        var turn = await Store.TakeTurnAsync(None);
        Assert.NotNull(turn);
        Assert.Null(await Store.TakeTurnAsync(None));
        Assert.Null(await second.TakeTurnAsync(None));

        await turn.DisposeAsync();
        Assert.NotNull(await second.TakeTurnAsync(None));
        Assert.Null(await Store.TakeTurnAsync(None));

        // It ends without giving the turn back. A file's lock goes with its handle, which is not let go before the process ends: that is the kill test's.
        await KnowledgeStoreContract.CloseAsync(second);
        _opened.Remove(second);
        if (place is not SqliteStoreUnderTest)
        {
            await using var again = await third.TakeTurnAsync(None);
            Assert.NotNull(again);
        }
    }

    [SkippableFact]
    public async Task Noting_begins_once_however_many_begin_it()
    {
        Skip.If(place.MissingBecause is not null, place.MissingBecause);
        await WriteAsync(Store, "a", "Gloves.");
        await SettleAsync();
        var others = new[] { await OpenAsync(), await OpenAsync() };

        await Task.WhenAll(others.Select(o => o.BeginMirrorAsync(None)));

        Assert.False((await Store.MirrorStateAsync(None)).Pending);
        Assert.Equal((await Store.MirrorStateAsync(None)).Name, (await others[1].MirrorStateAsync(None)).Name);
    }

    /// <summary>Two who bring at once, without turns, while others write: when all is quiet, the index holds what the store holds. Locks that were lost can cause this.</summary>
    [SkippableFact]
    public async Task Whoever_brings_and_whatever_happens_meanwhile_the_index_becomes_what_the_store_is()
    {
        Skip.If(place.MissingBecause is not null, place.MissingBecause);
        var index = new Dictionary<long, Held>();
        var stores = new[] { Store, await OpenAsync(), await OpenAsync() };
        await Store.OpenSpaceAsync(new EmbeddingSpace { Id = Space, Dimension = 2 }, None);
        using var written = new CancellationTokenSource();
        var bringers = stores.Take(2).Select(s => Task.Run(async () =>
        {
            while (!written.IsCancellationRequested)
            {
                await BringAsync(s, index);
            }
        })).ToList();

        await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => Task.Run(() => ScribbleAsync(stores[2 - writer], writer))));
        await written.CancelAsync();
        await Task.WhenAll(bringers);
        while ((await Store.MirrorStateAsync(None)).Pending)
        {
            await BringAsync(Store, index);
        }

        await Store.MarkStaleAsync(null, None);
        var truth = (await Store.StaleAsync(1000, None)).Passages.ToDictionary(p => p.Key, p => Held.Of(p.Passage!));
        Assert.NotEmpty(truth);
        Assert.Equal(truth.OrderBy(t => t.Key), index.OrderBy(i => i.Key));
    }

    private static StoredDocument Document(string id) => KnowledgeStoreContract.Document(id);

    private static Task WriteAsync(IMirroredStore store, string id, params string[] texts) => KnowledgeStoreContract.WriteAsync(store, Document(id), texts);

    private static Task WriteAsync(IMirroredStore store, StoredDocument document, params string[] texts) => KnowledgeStoreContract.WriteAsync(store, document, texts);

    private async Task<IMirroredStore> OpenAsync()
    {
        var store = (IMirroredStore)await place.OpenAsync();
        _opened.Add(store);
        return store;
    }

    private async Task EmbedAsync()
    {
        await Store.OpenSpaceAsync(new EmbeddingSpace { Id = Space, Dimension = 2 }, None);
        var waiting = await Store.UnembeddedAsync(Space, 100, None);
        await Store.SaveVectorsAsync(Space, [.. waiting.Select(w => KeyValuePair.Create(w.Key, new[] { 1f, 0f }))], None);
    }

    private async Task SettleAsync() => await Store.SettleAsync((await Store.StaleAsync(1000, None)).Passages, None);

    private static async Task ScribbleAsync(IMirroredStore store, int writer)
    {
        var random = new Random(writer);
        for (var i = 0; i < 60; i++)
        {
            var document = KnowledgeStoreContract.Document($"w{writer}-{random.Next(4)}", l => l with { Readers = [$"r{random.Next(5)}"] });
            switch (random.Next(4))
            {
                case 0:
                    await WriteAsync(store, document, "Gloves.", "Tape.");
                    break;
                case 1:
                    await store.RelabelAsync(document, None);
                    break;
                case 2:
                    await store.RemoveAsync("default", document.Source, None);
                    break;
                default:
                    var waiting = await store.UnembeddedAsync(Space, 10, None);
                    await store.SaveVectorsAsync(Space, [.. waiting.Select(w => KeyValuePair.Create(w.Key, new[] { 1f, random.Next(9) }))], None);
                    break;
            }
        }
    }

    private static async Task BringAsync(IMirroredStore store, Dictionary<long, Held> index)
    {
        var stale = await store.StaleAsync(3, None);
        foreach (var passage in stale.Passages)
        {
            bool missing;
            lock (index)
            {
                missing = !passage.IsWhole && passage.Passage is not null && !index.ContainsKey(passage.Key);
                if (passage.Passage is not { } now)
                {
                    index.Remove(passage.Key);
                }
                else if (!missing)
                {
                    index[passage.Key] = passage.IsWhole ? Held.Of(now) : index[passage.Key] with { Readers = Held.Of(now).Readers };
                }
            }

            if (missing)
            {
                await store.MarkStaleAsync([passage.Key], None);
            }
        }

        await store.SettleAsync(stale.Passages, None);
    }

    /// <summary>What the imagined index keeps of a passage.</summary>
    private sealed record Held(string Readers, string Body, string Vectors)
    {
        public static Held Of(MirroredPassage passage)
            => new(string.Join(',', passage.Readers), passage.Indexed.Body, string.Join(';', passage.Vectors.Select(v => $"{v.Key}:{string.Join(',', v.Value)}")));
    }
}
