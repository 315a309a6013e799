using Copilot.Contracts;
using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Stores;
using Xunit;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>What was written comes back as it was, in windows, with pages and boxes.</summary>
public abstract class KnowledgeReadingContract(KnowledgeStoreUnderTest place) : KnowledgeStoreContract(place)
{
    private static readonly DocumentKey A = new(Collection, "a");

    [SkippableFact]
    public async Task A_document_comes_back_as_it_was_written()
    {
        var document = Full();
        await WriteAsync(document, "Gloves.");

        foreach (var read in new[] { (await Store.OpenAsync(new Reader([Buying], [Other]), A, Today, None))!.Document, Assert.Single(await Store.ListAsync(null, None)).Document })
        {
            Assert.Equal(document with { Label = read.Label, Notes = read.Notes }, read);
            Assert.Equal(document.Label.Hash(), read.Label.Hash());
            Assert.Equal(document.Notes, read.Notes);
        }

        var mark = Assert.Single(await Store.MarksAsync(Collection, None));
        Assert.Equal(new DocumentMark(document.Source, "a", document.TextHash, document.Label.Hash(), document.Label.IndexedPart()), mark);
        Assert.Empty(await Store.MarksAsync("other", None));
    }

    [SkippableFact]
    public async Task A_passage_brings_all_that_a_reader_is_shown()
    {
        var document = Full();
        var chunk = Chunk(0, "Gloves GLV-9 stay dry.", 3, "Storing", "7.2 Gloves") with { Lead = "Item | Place", Page = 4, Box = [1, 2.5, 300.25, 400], Marks = BlockMark.ReadsBadly | BlockMark.Hidden };
        await using (var writer = await Store.BeginAsync(document, None))
        {
            await writer.AddAsync([new StoredPart(0, 0, "\n\n\nGloves GLV-9 stay dry.", 4)], [chunk], None);
            await writer.CommitAsync(document, None);
        }

        var filter = Filter(new Reader([Buying], [Other]));
        var neighbour = Assert.Single(await Store.ChunksAsync(filter, A, 0, 0, None));
        var found = Assert.Single(await Store.SearchAsync(Words(WordSplitter.Stems("gloves", document.Language)) with { Filter = filter }, None));

        foreach (var read in new[] { found, neighbour })
        {
            Assert.Equal((A, 0, 3, 3 + chunk.Text.Length, chunk.Text, chunk.Lead, 4), (read.Document, read.Ordinal, read.Start, read.End, read.Text, read.Lead, read.Page));
            Assert.Equal(chunk.HeadingPath, read.HeadingPath);
            Assert.Equal(chunk.Box, read.Box);
            Assert.Equal(chunk.Marks, read.Marks);
            Assert.Equal(("Full paper", "3", "sop", "de"), (read.Title, read.Revision, read.Kind, read.Language));
            Assert.Equal((document.Label.ValidFrom, document.Label.ValidTo, document.Gate), (read.ValidFrom, read.ValidTo, read.Gate));
            Assert.Equal(document.Label.About, read.About);
            Assert.Equal(document.Label.Companies, read.Companies);
            var indexed = new IndexedDocument(document).Of(chunk);
            Assert.Equal((indexed.Context, indexed.Body, indexed.Codes), (read.ContextStems, read.BodyStems, read.Codes));
            Assert.Null(read.Cosine);
        }

        Assert.True(found.Bm25 > 0);
        Assert.Equal(0, neighbour.Bm25);
    }

    [SkippableFact]
    public async Task A_document_that_says_little_comes_back_so()
    {
        await WriteAsync("a", "Gloves.");

        var document = (await Store.OpenAsync(Anyone, A, Today, None))!.Document;
        Assert.Equal((null, null, null, null), (document.Pages, document.Original, document.Uri, document.Gate));
        Assert.Empty(document.Notes);
        var found = Assert.Single(await FindAsync("glove"));
        Assert.Equal((null, null, null, null, null), (found.Page, found.Box, found.Gate, found.ValidFrom, found.Kind));
        Assert.Equal(BlockMark.None, found.Marks);
        Assert.Empty(found.HeadingPath);
        Assert.Empty(found.Lead);
    }

    [SkippableFact]
    public async Task Parts_are_given_by_window()
    {
        await WriteAsync("a", "0123456789", "abcdefghij", "ABCDEFGHIJ");

        Assert.Equal([0, 1, 2], await PartsAsync(0, 30));
        Assert.Equal([1], await PartsAsync(10, 20));
        Assert.Equal([0, 1], await PartsAsync(9, 11));
        Assert.Equal([1, 2], await PartsAsync(19, int.MaxValue));
        Assert.Equal([1], await PartsAsync(12, 13));
        Assert.Equal([1], await PartsAsync(10, 10));
        Assert.Empty(await PartsAsync(30, 40));
        Assert.Equal("abcdefghij", (await Store.PartsAsync(A, 10, 20, None))[0].Text);
        Assert.Equal(10, (await Store.PartsAsync(A, 10, 20, None))[0].Start);
        Assert.Empty(await Store.PartsAsync(new DocumentKey("other", "a"), 0, 30, None));
    }

    [SkippableFact]
    public async Task The_places_of_words_on_a_page_come_back()
    {
        var layout = new PageLayout(595.25, 842, [new WordBox(0, 6, 10.5f, 20, 60.125f, 32), new WordBox(7, 11, 61, 20, 90, 32)]);
        await using (var writer = await Store.BeginAsync(Document("a"), None))
        {
            await writer.AddAsync([new StoredPart(0, 0, "Gloves stay", 1, layout), new StoredPart(1, 11, " dry.", 2)], [Chunk(0, "Gloves stay")], None);
            await writer.CommitAsync(Document("a"), None);
        }

        var parts = await Store.PartsAsync(A, 0, 100, None);
        Assert.Equal((layout.Width, layout.Height), (parts[0].Layout!.Width, parts[0].Layout!.Height));
        Assert.Equal(layout.Words, parts[0].Layout!.Words);
        Assert.Null(parts[1].Layout);
        Assert.Equal([1, 2], parts.Select(p => p.Page!.Value));
    }

    [SkippableFact]
    public async Task Neighbours_are_given_in_order_and_only_to_those_who_may_read()
    {
        await WriteAsync("a", "one", "two", "three", "four");
        await WriteAsync(Document("b", l => l with { Readers = [Buying] }), "one", "two");

        Assert.Equal(["two", "three"], (await Store.ChunksAsync(Filter(), A, 1, 2, None)).Select(c => c.Text));
        Assert.Equal(["four"], (await Store.ChunksAsync(Filter(), A, 3, 99, None)).Select(c => c.Text));
        Assert.Equal(["one"], (await Store.ChunksAsync(Filter(), A, -5, 0, None)).Select(c => c.Text));
        Assert.Empty(await Store.ChunksAsync(Filter(), A, 2, 1, None));
        Assert.Empty(await Store.ChunksAsync(Filter(), new DocumentKey(Collection, "b"), 0, 9, None));
        Assert.Empty(await Store.ChunksAsync(Filter() with { Except = [A] }, A, 0, 9, None));
    }

    [SkippableFact]
    public async Task Opening_heeds_readers_and_companies_and_tells_the_validity()
    {
        await WriteAsync(Document("a", l => l with { Readers = [Buying], Companies = [Other], ValidTo = Today.AddDays(-9) }), "Gloves.");
        await WriteAsync(Document("b", l => l with { Title = "The successor", Readers = ["accountant"], Supersedes = ["a"], ValidFrom = Today.AddDays(-3) }), "Tape.");
        await WriteAsync(Document("c", l => l with { Title = "A later one", Supersedes = ["a"], ValidFrom = Today.AddDays(3) }), "Tape.");
        await WriteAsync(Document("d", l => l with { Supersedes = ["e"] }), "Tape.");
        await WriteAsync(Document("e"), "Tape.");

        Assert.Null(await Store.OpenAsync(Anyone, A, Today, None));
        Assert.Null(await Store.OpenAsync(new Reader([Buying], [Company]), A, Today, None));
        Assert.Null(await Store.OpenAsync(new Reader([Buying], [Other]), new DocumentKey("other", "a"), Today, None));
        var reader = new Reader([Buying], [Other]);
        var opened = (await Store.OpenAsync(reader, A, Today, None))!;
        Assert.Equal((7, "The successor", Today.AddDays(-3)), (opened.Length, opened.SupersededBy, opened.SupersededOn!.Value));
        var before = (await Store.OpenAsync(reader, A, Today.AddDays(-4), None))!;
        Assert.Equal((null, null), (before.SupersededBy, before.SupersededOn));
        var always = (await Store.OpenAsync(reader, new DocumentKey(Collection, "e"), Today, None))!;
        Assert.Equal(("Paper d", null), (always.SupersededBy, always.SupersededOn));
    }

    [SkippableFact]
    public async Task Documents_are_listed_by_collection_and_id_with_their_size_and_successor()
    {
        await WriteAsync(Document("b", l => l with { Readers = ["nobody"] }), "12345", "123");
        await WriteAsync(Document("a", l => l with { Supersedes = ["b"], ValidFrom = Today.AddDays(100) }), "1");
        await WriteAsync(Document("z") with { Collection = "contracts" }, "12");

        var all = await Store.ListAsync(null, None);

        Assert.Equal(["z", "a", "b"], all.Select(l => l.Document.Label.Id));
        Assert.Equal([2, 1, 8], all.Select(l => l.Length));
        Assert.Equal([1, 1, 2], all.Select(l => l.Chunks));
        Assert.Equal([null, null, "a"], all.Select(l => l.SupersededBy));
        Assert.Equal("z", Assert.Single(await Store.ListAsync("contracts", None)).Document.Label.Id);
        Assert.Empty(await Store.ListAsync("none", None));
    }

    [SkippableFact]
    public async Task Every_character_comes_back()
    {
        const string odd = "Grün ß ﬁ 漢字 한국어 עברית ‮right‬ 😀👩‍👩‍👧 𝔘 é\u0301 \u00a0\u200b\ufeff ' \" ; -- % _ \\ $1 :x @y \r\n\t{}[]";
        await WriteAsync(Document("a'\"; drop table", l => l with { Title = odd, About = [odd], Owner = odd }) with { Source = odd, Uri = odd, Notes = [odd] }, odd + "gloves");

        var found = Assert.Single(await FindAsync("glove"));
        Assert.Equal((odd + "gloves", odd, odd), (found.Text, found.Title, found.About[0]));
        var opened = (await Store.OpenAsync(Anyone, new DocumentKey(Collection, "a'\"; drop table"), Today, None))!.Document;
        Assert.Equal((odd, odd, odd, odd), (opened.Source, opened.Uri, opened.Notes[0], opened.Label.Owner));
        Assert.Equal(odd + "gloves", await TextAsync("a'\"; drop table"));
        await Store.RemoveAsync(Collection, odd, None);
        Assert.Empty(await Store.ListAsync(null, None));
    }

    [SkippableFact]
    public async Task What_was_written_is_there_when_the_store_is_opened_again()
    {
        await WriteAsync("a", "Gloves stay dry.");
        var again = await OpenAsync();

        Assert.Equal(["a"], Ids(await again.SearchAsync(Words("glove"), None)));
        await WriteAsync(again, Document("b"), "More gloves.");

        Assert.Equal(["a", "b"], await IdsAsync("glove"));
    }

    private static StoredDocument Full() => new()
    {
        Collection = Collection,
        Source = "/in/mail.eml!/terms.pdf",
        TextHash = "t1",
        Format = "pdf",
        Language = "de",
        Pages = 12,
        Original = "originals/aa/bb",
        Uri = "https://odoo.example/web#id=17",
        Gate = new RecordRef("sale.order", 42),
        Notes = ["page 3 reads badly", "holds macros, which are not run"],
        Label = new DocumentLabel
        {
            Id = "a",
            HasOwnId = true,
            Title = "Full paper",
            Revision = "3",
            ValidFrom = new DateOnly(2026, 1, 2),
            ValidTo = new DateOnly(2027, 3, 4),
            Owner = "operations-manager",
            Kind = "sop",
            Readers = [Buying, "user:ann"],
            Companies = [Other, Company],
            Supersedes = ["x", "y"],
            About = ["Nordlicht AG", "GLV-9"],
        },
    };

    private async Task<List<int>> PartsAsync(int from, int to) => [.. (await Store.PartsAsync(A, from, to, None)).Select(p => p.Ordinal)];
}
