using Copilot.Contracts;
using Copilot.Knowledge.Stores;
using Xunit;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>A document is written whole or not at all, and nobody sees it half.</summary>
public abstract class KnowledgeWritingContract(KnowledgeStoreUnderTest place) : KnowledgeStoreContract(place)
{
    [SkippableFact]
    public async Task A_written_document_is_found_by_its_words()
    {
        await WriteAsync("a", "Gloves are stored dry.");

        var found = Assert.Single(await FindAsync("glove"));
        Assert.Equal(("a", "Gloves are stored dry.", 0), (found.DocumentId, found.Text, found.Ordinal));
    }

    [SkippableFact]
    public async Task What_is_not_committed_is_neither_found_nor_counted_nor_listed()
    {
        await WriteAsync("a", "Gloves are stored dry.", "Tape is stored cold.");
        var before = await SeenAsync();
        var (parts, chunks) = Content("Gloves are burnt.", "Zeppelins are stored dry.");

        await using var writer = await Store.BeginAsync(Document("b"), None);
        await writer.AddAsync(parts, chunks, None);

        Assert.Equal(before, await SeenAsync());
        Assert.Equal(0, (await Store.CountsAsync(["zeppelin"], None)).ByStem.GetValueOrDefault("zeppelin"));
        Assert.DoesNotContain(await Store.VocabularyAsync(None), w => w.Text.StartsWith("zeppelin", StringComparison.Ordinal));
        Assert.Null(await Store.OpenAsync(Anyone, new DocumentKey(Collection, "b"), Today, None));
        Assert.Empty(await Store.ChunksAsync(Filter(), new DocumentKey(Collection, "b"), 0, 10, None));
        Assert.Empty(await Store.PartsAsync(new DocumentKey(Collection, "b"), 0, int.MaxValue, None));
        Assert.Empty(await Store.ExcludedAsync(Words("zeppelin") with { Filter = Filter(new Reader([Buying], [])) }, None));
    }

    [SkippableFact]
    public async Task What_is_not_committed_has_no_language_and_gets_no_vectors()
    {
        await WriteAsync("a", "Gloves are stored dry.");
        await Store.OpenSpaceAsync(new EmbeddingSpace { Id = "m", Dimension = 2 }, None);
        await using var writer = await Store.BeginAsync(Document("b") with { Language = "de" }, None);
        var (parts, chunks) = Content("Handschuhe trocken lagern.", "Band kalt lagern.");
        await writer.AddAsync(parts, chunks, None);

        Assert.Equal(["en"], await Store.LanguagesAsync(None));
        Assert.Single(await Store.UnembeddedAsync("m", 10, None));
        Assert.Equal(1, await Store.StemsAsync(None).CountAsync());
    }

    [SkippableFact]
    public async Task Disposed_without_commit_nothing_is_left_and_the_earlier_version_stands()
    {
        await WriteAsync("a", "Gloves are stored dry.");
        var before = await SeenAsync();
        var (parts, chunks) = Content("Gloves are burnt.");
        var writer = await Store.BeginAsync(Document("a") with { TextHash = "another" }, None);
        await writer.AddAsync(parts, chunks, None);

        await writer.DisposeAsync();

        Assert.Equal(before, await SeenAsync());
        Assert.Equal("Gloves are stored dry.", await TextAsync("a"));
    }

    [SkippableFact]
    public async Task A_commit_replaces_all_that_its_source_held()
    {
        await WriteAsync("a", "Gloves are stored dry.", "Tape is stored cold.");

        await WriteAsync(Document("a") with { TextHash = "new" }, "Boxes are stacked.");

        Assert.Empty(await FindAsync("glove"));
        Assert.Empty(await FindAsync("tape"));
        Assert.Equal(["a"], await IdsAsync("box"));
        Assert.Equal("Boxes are stacked.", await TextAsync("a"));
        Assert.Equal(1, await ChunksAsync());
        Assert.Equal("new", Assert.Single(await Store.MarksAsync(Collection, None)).TextHash);
        Assert.DoesNotContain(await Store.VocabularyAsync(None), w => w.Text == "gloves");
    }

    [SkippableFact]
    public async Task A_source_may_change_its_id()
    {
        await WriteAsync("a", "Gloves are stored dry.");

        await WriteAsync(Document("b") with { Source = Document("a").Source }, "Gloves are stored dry.");

        Assert.Equal(["b"], await IdsAsync("glove"));
    }

    [SkippableFact]
    public async Task An_id_that_belongs_to_another_source_is_refused_and_both_stay_as_they_were()
    {
        await WriteAsync("a", "Gloves are stored dry.");
        await WriteAsync("b", "Tape is stored cold.");
        var before = await SeenAsync();
        var (parts, chunks) = Content("Boxes are stacked.");
        var taken = Document("a") with { Source = Document("b").Source };

        var writer = await Store.BeginAsync(taken, None);
        await writer.AddAsync(parts, chunks, None);
        var refused = await Assert.ThrowsAsync<CopilotException>(() => writer.CommitAsync(taken, None));
        await writer.DisposeAsync();

        Assert.Contains("\"a\"", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await SeenAsync());
        Assert.Empty(await FindAsync("box"));
    }

    [SkippableFact]
    public async Task The_same_id_may_live_in_two_collections()
    {
        await WriteAsync("a", "Gloves are stored dry.");
        await WriteAsync(Document("a") with { Collection = "other" }, "Gloves are washed.");

        Assert.Equal(["default", "other"], (await FindAsync("glove")).Select(c => c.Collection).Order());
        await Store.RemoveAsync("other", Document("a").Source, None);
        Assert.Equal("Gloves are stored dry.", Assert.Single(await FindAsync("glove")).Text);
    }

    [SkippableFact]
    public async Task Of_two_writers_of_one_source_the_last_to_commit_wins_whole()
    {
        var (firstParts, firstChunks) = Content("Gloves are stored dry.", "Gloves are counted.");
        var (secondParts, secondChunks) = Content("Tape is stored cold.");
        await using var first = await Store.BeginAsync(Document("a"), None);
        await using var second = await Store.BeginAsync(Document("a"), None);
        await second.AddAsync(secondParts, secondChunks, None);
        await first.AddAsync(firstParts, firstChunks, None);

        await second.CommitAsync(Document("a"), None);
        Assert.Equal("Tape is stored cold.", await TextAsync("a"));
        await first.CommitAsync(Document("a"), None);

        Assert.Equal("Gloves are stored dry.Gloves are counted.", await TextAsync("a"));
        Assert.Equal(2, await ChunksAsync());
        Assert.Empty(await FindAsync("tape"));
        Assert.Single(await Store.ListAsync(null, None));
    }

    [SkippableFact]
    public async Task A_source_removed_while_it_is_written_anew_is_there_after_the_commit()
    {
        await WriteAsync("a", "Gloves are stored dry.");
        var (parts, chunks) = Content("Tape is stored cold.");
        await using var writer = await Store.BeginAsync(Document("a"), None);
        await writer.AddAsync(parts, chunks, None);

        await Store.RemoveAsync(Collection, Document("a").Source, None);
        Assert.Equal(0, await ChunksAsync());
        await writer.CommitAsync(Document("a"), None);

        Assert.Equal(["a"], await IdsAsync("tape"));
    }

    [SkippableFact]
    public async Task Rights_pages_and_remarks_are_those_known_at_the_commit()
    {
        var (parts, chunks) = Content("Gloves are stored dry.");
        await using (var writer = await Store.BeginAsync(Document("a"), None))
        {
            await writer.AddAsync(parts, chunks, None);
            await writer.CommitAsync(Document("a", l => l with { Readers = [Buying] }) with { Pages = 7, Notes = ["page 3 reads badly"] }, None);
        }

        Assert.Empty(await FindAsync("glove"));
        var opened = await Store.OpenAsync(new Reader([Buying], []), new DocumentKey(Collection, "a"), Today, None);
        Assert.Equal(7, opened!.Document.Pages);
        Assert.Equal(["page 3 reads badly"], opened.Document.Notes);
    }

    [SkippableFact]
    public async Task Chunks_may_come_before_their_parts_and_in_many_steps()
    {
        var (parts, chunks) = Content("Gloves one. ", "Gloves two. ", "Gloves three.");
        await using (var writer = await Store.BeginAsync(Document("a"), None))
        {
            await writer.AddAsync([], [.. chunks.Take(2)], None);
            await writer.AddAsync([.. parts.Take(1)], [], None);
            await writer.AddAsync([], [], None);
            await writer.AddAsync([.. parts.Skip(1)], [.. chunks.Skip(2)], None);
            await writer.CommitAsync(Document("a"), None);
        }

        Assert.Equal("Gloves one. Gloves two. Gloves three.", await TextAsync("a"));
        Assert.Equal([0, 1, 2], (await FindAsync("glove")).Select(c => c.Ordinal).Order());
    }

    [SkippableFact]
    public async Task A_document_without_text_is_known_and_finds_nothing()
    {
        await WriteAsync("a");

        Assert.Equal(0, await ChunksAsync());
        Assert.Equal(0, (await Store.OpenAsync(Anyone, new DocumentKey(Collection, "a"), Today, None))!.Length);
        Assert.Equal(0, Assert.Single(await Store.ListAsync(null, None)).Chunks);
        Assert.Empty(await FindAsync("paper"));
    }

    [SkippableFact]
    public async Task A_removed_source_leaves_nothing()
    {
        await WriteAsync("a", "Gloves are stored dry.");
        await WriteAsync("b", "Gloves are washed.");

        await Store.RemoveAsync(Collection, Document("a").Source, None);
        await Store.RemoveAsync(Collection, "/never/there.md", None);

        Assert.Equal(["b"], await IdsAsync("glove"));
        Assert.Equal(1, await ChunksAsync());
        Assert.Equal(1, (await Store.CountsAsync(["glove"], None)).ByStem["glove"]);
        Assert.Equal(Document("b").Source, Assert.Single(await Store.MarksAsync(Collection, None)).Source);
        Assert.Empty(await Store.PartsAsync(new DocumentKey(Collection, "a"), 0, int.MaxValue, None));
    }

    [SkippableFact]
    public async Task A_new_label_changes_rights_and_leaves_text_and_chunks()
    {
        await WriteAsync("a", "Gloves are stored dry.");

        await Store.RelabelAsync(Document("a", l => l with { Readers = [Buying], Revision = "2", Companies = [Other] }) with { Notes = ["checked"], Pages = 3, Gate = new RecordRef("sale.order", 7) }, None);

        Assert.Empty(await FindAsync("glove"));
        var found = Assert.Single(await Store.SearchAsync(Words("glove") with { Filter = Filter(new Reader([Buying], [Other])) }, None));
        Assert.Equal(("2", new RecordRef("sale.order", 7), "Gloves are stored dry."), (found.Revision, found.Gate, found.Text));
        Assert.Equal([Other], found.Companies);
        var listed = Assert.Single(await Store.ListAsync(null, None)).Document;
        Assert.Equal("checked", Assert.Single(listed.Notes));
        Assert.Equal(3, listed.Pages);
        Assert.Equal("Gloves are stored dry.", await TextAsync("a"));
    }

    [SkippableFact]
    public async Task A_new_label_for_a_source_that_is_gone_changes_nothing()
    {
        await WriteAsync("a", "Gloves are stored dry.");

        await Store.RelabelAsync(Document("b"), None);

        Assert.Single(await Store.ListAsync(null, None));
    }

    [SkippableFact]
    public async Task A_new_label_may_not_take_the_id_of_another_source()
    {
        await WriteAsync("a", "Gloves are stored dry.");
        await WriteAsync("b", "Tape is stored cold.");

        var refused = await Assert.ThrowsAsync<CopilotException>(() => Store.RelabelAsync(Document("a") with { Source = Document("b").Source }, None));

        Assert.Contains("\"a\"", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], (await Store.ListAsync(null, None)).Select(l => l.Document.Label.Id));
    }

    [SkippableFact]
    public async Task A_label_changed_while_the_text_is_written_anew_gives_way_to_the_commit()
    {
        await WriteAsync("a", "Gloves are stored dry.");
        var (parts, chunks) = Content("Gloves are washed.");
        await using var writer = await Store.BeginAsync(Document("a"), None);
        await writer.AddAsync(parts, chunks, None);

        await Store.RelabelAsync(Document("a", l => l with { Readers = [Buying] }), None);
        await writer.CommitAsync(Document("a", l => l with { Readers = [Sales] }), None);

        Assert.Equal("Gloves are washed.", Assert.Single(await FindAsync("glove")).Text);
    }

    private async Task<string> SeenAsync()
    {
        var counts = await Store.CountsAsync(["glove", "tape", "store"], None);
        var found = await FindAsync("glove", "tape", "store");
        return string.Join(
            '\n',
            [
                $"{counts.Chunks} {counts.Words}",
                .. counts.ByStem.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}"),
                .. found.Select(c => $"{c.DocumentId}#{c.Ordinal}"),
                .. (await Store.ListAsync(null, None)).Select(l => $"{l.Document.Label.Id} {l.Length} {l.Chunks}"),
                .. (await Store.MarksAsync(Collection, None)).Select(m => $"{m.Source} {m.TextHash}"),
                .. (await Store.VocabularyAsync(None)).Select(w => $"{w.Text} {w.Stem} {w.Chunks}").Order(StringComparer.Ordinal),
            ]);
    }
}
