using Copilot.Knowledge.Stores;
using Xunit;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>What ingestion asks of a store: what a source holds, whose an id is, which members a container has, where a file went.</summary>
public abstract class KnowledgeSourceContract(KnowledgeStoreUnderTest place) : KnowledgeStoreContract(place)
{
    [SkippableFact]
    public async Task What_a_source_holds_is_found_by_source_and_by_id()
    {
        await WriteAsync(Document("a", l => l with { Readers = ["auditor"], Language = "de", HasOwnTitle = true }) with { Original = "/o/1", Notes = ["read slowly"] }, "Gloves are stored dry.");

        var held = await Store.HeldAsync(Collection, "/documents/a.md", None);
        Assert.Equal("a", held!.Label.Id);
        Assert.Equal(["auditor"], held.Label.Readers);
        Assert.Equal(("de", true, "/o/1"), (held.Label.Language, held.Label.HasOwnTitle, held.Original));
        Assert.Equal(["read slowly"], held.Notes);
        Assert.Equal(held.Source, (await Store.HeldAsync(new DocumentKey(Collection, "a"), None))!.Source);
        Assert.Null(await Store.HeldAsync("other", "/documents/a.md", None));
        Assert.Null(await Store.HeldAsync(new DocumentKey("other", "a"), None));
    }

    [SkippableFact]
    public async Task What_is_not_committed_is_held_by_nobody()
    {
        await using var writer = await Store.BeginAsync(Document("a"), None);

        Assert.Null(await Store.HeldAsync(Collection, "/documents/a.md", None));
        Assert.Empty(await Store.SourcesAsync(Collection, "/documents/", None));
    }

    [SkippableFact]
    public async Task Members_of_a_container_are_listed_by_the_beginning_of_their_source()
    {
        foreach (var (id, source) in new[] { ("1", "/in/a_b.zip!/x.txt"), ("2", "/in/a_b.zip!/y/z.txt"), ("3", "/in/a_b.zip2!/x.txt"), ("4", "/in/aXb.zip!/x.txt"), ("5", "/in/a_b.zip!/ü %.txt") })
        {
            await WriteAsync(Document(id) with { Source = source }, "Gloves.");
        }

        Assert.Equal(["/in/a_b.zip!/x.txt", "/in/a_b.zip!/y/z.txt", "/in/a_b.zip!/ü %.txt"], (await Store.SourcesAsync(Collection, "/in/a_b.zip!/", None)).Order(StringComparer.Ordinal));
        Assert.Empty(await Store.SourcesAsync("other", "/in/", None));
    }

    [SkippableFact]
    public async Task Originals_in_use_are_listed_once()
    {
        await WriteAsync(Document("a") with { Original = "/o/1" }, "Gloves.");
        await WriteAsync(Document("b") with { Original = "/o/1" }, "Tape.");
        await WriteAsync(Document("c"), "Rope.");

        Assert.Equal(["/o/1"], await Store.OriginalsAsync(None));
    }

    [SkippableFact]
    public async Task A_file_that_moved_keeps_its_id_its_text_and_its_vectors()
    {
        await WriteAsync("a", "Gloves are stored dry.");
        await Store.OpenSpaceAsync(new EmbeddingSpace { Id = "m", Dimension = 2 }, None);
        var chunk = Assert.Single(await Store.UnembeddedAsync("m", 10, None));
        await Store.SaveVectorsAsync("m", [KeyValuePair.Create(chunk.Key, new[] { 1f, 0f })], None);

        await Store.MoveAsync(Collection, "/documents/a.md", "/documents/sub/b.md", "/documents/sub/b.md", None);

        Assert.Null(await Store.HeldAsync(Collection, "/documents/a.md", None));
        var held = await Store.HeldAsync(Collection, "/documents/sub/b.md", None);
        Assert.Equal(("a", "/documents/sub/b.md", "hash of a"), (held!.Label.Id, held.Original, held.TextHash));
        Assert.Empty(await Store.UnembeddedAsync("m", 10, None));
        Assert.Equal("a", Assert.Single(await FindAsync("glove")).DocumentId);
    }

    [SkippableFact]
    public async Task A_file_never_moves_over_another()
    {
        await WriteAsync("a", "Gloves are stored dry.");
        await WriteAsync("b", "Tape is stored cold.");

        await Store.MoveAsync(Collection, "/documents/a.md", "/documents/b.md", null, None);
        await Store.MoveAsync(Collection, "/documents/none.md", "/documents/c.md", null, None);

        Assert.Equal("b", (await Store.HeldAsync(Collection, "/documents/b.md", None))!.Label.Id);
        Assert.Equal("a", (await Store.HeldAsync(Collection, "/documents/a.md", None))!.Label.Id);
        Assert.Null(await Store.HeldAsync(Collection, "/documents/c.md", None));
    }
}
