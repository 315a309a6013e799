using Copilot.Knowledge.Stores;
using Xunit;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>Many at once, very large, and stopped in the middle.</summary>
public abstract class KnowledgeCrowdContract(KnowledgeStoreUnderTest place) : KnowledgeStoreContract(place)
{
    [SkippableFact]
    public async Task Readers_see_each_document_whole_while_others_write()
    {
        const int documents = 4, chunks = 5;
        foreach (var i in Enumerable.Range(0, documents))
        {
            await WriteAsync($"d{i}", Version(0));
        }

        using var stop = new CancellationTokenSource();
        var reading = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadUntilAsync(stop.Token))).ToList();
        await Task.WhenAll(Enumerable.Range(0, documents).Select(i => Task.Run(async () =>
        {
            for (var version = 1; version <= 5; version++)
            {
                await WriteAsync(Document($"d{i}") with { TextHash = $"{version}" }, Version(version));
            }
        })));
        await stop.CancelAsync();
        Assert.True((await Task.WhenAll(reading)).Sum() > 0);

        Assert.All(await FindAsync("glove"), c => Assert.StartsWith("gloves version5 ", c.Text, StringComparison.Ordinal));
        Assert.Equal(documents * chunks, await ChunksAsync());

        static string[] Version(int version) => [.. Enumerable.Range(0, chunks).Select(c => $"gloves version{version} chunk{c}")];

        async Task<int> ReadUntilAsync(CancellationToken stopped)
        {
            var rounds = 0;
            do
            {
                foreach (var document in (await FindAsync("glove")).GroupBy(c => c.DocumentId))
                {
                    Assert.Single(document.Select(c => c.Text.Split(' ')[1]).Distinct());
                    Assert.Equal(chunks, document.Count());
                }

                rounds++;
            }
            while (!stopped.IsCancellationRequested);
            return rounds;
        }
    }

    [SkippableFact]
    public async Task Two_processes_write_different_sources_at_once()
    {
        var other = await OpenAsync();

        await Task.WhenAll(
            Task.Run(() => ManyAsync(Store, "a")),
            Task.Run(() => ManyAsync(other, "b")));

        Assert.Equal(20, (await FindAsync("glove")).Count);
        Assert.Equal(20, (await other.ListAsync(null, None)).Count);

        static async Task ManyAsync(IKnowledgeStore store, string prefix)
        {
            for (var i = 0; i < 10; i++)
            {
                await WriteAsync(store, Document($"{prefix}{i}"), "gloves", "tape");
            }
        }
    }

    [SkippableFact]
    public async Task A_store_that_is_opened_leaves_what_another_is_writing()
    {
        await using var writer = await Store.BeginAsync(Document("a"), None);
        var (parts, chunks) = Content("gloves", "tape");
        await writer.AddAsync(parts, chunks, None);

        await OpenAsync();
        await writer.CommitAsync(Document("a"), None);

        Assert.Equal(["a"], await IdsAsync("glove"));
        Assert.Equal("glovestape", await TextAsync("a"));
    }

    [SkippableFact]
    public async Task A_store_that_was_closed_in_the_middle_leaves_nothing_of_it()
    {
        await WriteAsync("a", "gloves");
        var other = await OpenAsync();
        var writer = await other.BeginAsync(Document("a") with { TextHash = "new" }, None);
        var (parts, chunks) = Content("tape");
        await writer.AddAsync(parts, chunks, None);
        await CloseAsync(other);

        var again = await OpenAsync();

        Assert.Equal("gloves", await TextAsync("a"));
        Assert.Empty(await again.SearchAsync(Words("tape"), None));
        Assert.Equal(1, (await again.CountsAsync([], None)).Chunks);
    }

    [SkippableFact]
    public async Task A_huge_document_is_written_bit_by_bit_and_read_by_window()
    {
        const int parts = 400;
        var length = 0;
        await using (var writer = await Store.BeginAsync(Document("huge"), None))
        {
            for (var i = 0; i < parts; i++)
            {
                var text = $"Page {i} about gloves and rare{i}. " + new string('x', 4000);
                await writer.AddAsync([new StoredPart(i, length, text, i + 1)], [Chunk(i, text, length) with { Page = i + 1 }], None);
                length += text.Length;
            }

            await writer.CommitAsync(Document("huge") with { Pages = parts }, None);
        }

        Assert.Equal(length, (await Store.OpenAsync(Anyone, new DocumentKey(Collection, "huge"), Today, None))!.Length);
        Assert.Equal(377, Assert.Single(await FindAsync("rare376")).Page);
        Assert.Equal([99, 100], (await Store.PartsAsync(new DocumentKey(Collection, "huge"), (length / parts * 100) - 500, (length / parts * 100) + 500, None)).Select(p => p.Ordinal));
        Assert.Equal(parts, await ChunksAsync());
        await Store.RemoveAsync(Collection, Document("huge").Source, None);
        Assert.Equal(0, await ChunksAsync());
    }

    [SkippableFact]
    public async Task A_chunk_of_a_million_characters_is_no_trouble()
    {
        var text = string.Concat(Enumerable.Repeat("gloves tape ", 80_000)) + "zeppelin";
        await WriteAsync("a", text);

        Assert.Equal(text, Assert.Single(await FindAsync("zeppelin")).Text);
    }

    [SkippableFact]
    public async Task What_is_cancelled_before_it_begins_does_nothing()
    {
        await WriteAsync("a", "gloves");
        var cancelled = new CancellationToken(canceled: true);
        var (parts, chunks) = Content("tape");
        await using var writer = await Store.BeginAsync(Document("b"), None);

        await Refused(() => Store.BeginAsync(Document("c"), cancelled));
        await Refused(() => writer.AddAsync(parts, chunks, cancelled));
        await Refused(() => writer.CommitAsync(Document("b"), cancelled));
        await Refused(() => Store.RemoveAsync(Collection, Document("a").Source, cancelled));
        await Refused(() => Store.RelabelAsync(Document("a", l => l with { Readers = [] }), cancelled));
        await Refused(() => Store.SearchAsync(Words("glove"), cancelled));
        await Refused(() => Store.ChunksAsync(Filter(), new DocumentKey(Collection, "a"), 0, 1, cancelled));
        await Refused(() => Store.OpenSpaceAsync(new EmbeddingSpace { Id = "m", Dimension = 2 }, cancelled));
        await Refused(() => Store.NearestAsync(new VectorQuery { Space = "m", Vector = new float[2], Filter = Filter(), Limit = 1 }, cancelled));

        Assert.Equal(["a"], (await Store.ListAsync(null, None)).Select(l => l.Document.Label.Id));
        Assert.Equal(["a"], await IdsAsync("glove"));
        Assert.Empty(await Store.SpacesAsync(None));

        static Task Refused(Func<Task> call) => Assert.ThrowsAnyAsync<OperationCanceledException>(call);
    }

    [SkippableFact]
    public async Task A_writer_that_was_refused_can_be_asked_again()
    {
        var (parts, chunks) = Content("gloves", "tape");
        await using var writer = await Store.BeginAsync(Document("a"), None);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer.AddAsync(parts, chunks, new CancellationToken(canceled: true)));

        await writer.AddAsync(parts, chunks, None);
        await writer.CommitAsync(Document("a"), None);

        Assert.Equal(2, await ChunksAsync());
    }

    [SkippableFact]
    public async Task Many_ask_at_once_and_all_get_the_same_answer()
    {
        for (var i = 0; i < 20; i++)
        {
            await WriteAsync($"d{i:00}", $"gloves tape{i % 3} hall{i % 5}");
        }

        var expected = (await FindAsync("glove", "tape1", "hall2")).Select(c => c.DocumentId).ToList();
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => FindAsync("glove", "tape1", "hall2"))));

        Assert.All(answers, a => Assert.Equal(expected, a.Select(c => c.DocumentId)));
    }
}
