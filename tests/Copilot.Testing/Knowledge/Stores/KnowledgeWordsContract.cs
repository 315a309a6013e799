using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Stores;
using Xunit;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>Words and codes find the passages that hold them, in an order that does not depend on chance.</summary>
public abstract class KnowledgeWordsContract(KnowledgeStoreUnderTest place) : KnowledgeStoreContract(place)
{
    [SkippableFact]
    public async Task Any_of_the_words_may_match_and_more_of_them_rank_higher()
    {
        await WriteAsync("both", "Gloves lie beside the tape in the hall.");
        await WriteAsync("one", "Gloves lie beside the boxes in the hall.");
        await WriteAsync("none", "Nothing lies beside the boxes in the hall.");

        var found = await FindAsync("glove", "tape");

        Assert.Equal(["both", "one"], found.Select(c => c.DocumentId));
        Assert.True(found[0].Bm25 > found[1].Bm25 && found[1].Bm25 > 0);
    }

    [SkippableFact]
    public async Task A_rare_word_weighs_more_than_a_common_one()
    {
        for (var i = 0; i < 20; i++)
        {
            await WriteAsync($"common{i:00}", "Gloves are kept in the hall.");
        }

        await WriteAsync("rare", "Zeppelin are kept in the hall.");

        Assert.Equal("rare", (await FindAsync("glove", "zeppelin"))[0].DocumentId);
        Assert.Equal(21, (await FindAsync("glove", "zeppelin")).Count);
    }

    [SkippableFact]
    public async Task Title_headings_and_subject_are_found_with_each_chunk()
    {
        var document = Document("a", l => l with { Title = "Returns procedure", About = ["Nordlicht AG"] });
        await using (var writer = await Store.BeginAsync(document, None))
        {
            await writer.AddAsync([new StoredPart(0, 0, "one two")], [Chunk(0, "one", 0, "Charges") with { Lead = "Fee | Euro" }, Chunk(1, "two", 4, "Deadlines")], None);
            await writer.CommitAsync(document, None);
        }

        Assert.Equal([0, 1], await OrdinalsAsync("procedur"));
        Assert.Equal([0, 1], await OrdinalsAsync("nordlicht"));
        Assert.Equal([0], await OrdinalsAsync("charg"));
        Assert.Equal([1], await OrdinalsAsync("deadlin"));
        Assert.Equal([0], await OrdinalsAsync("fee"));
    }

    [SkippableFact]
    public async Task Equal_passages_come_in_the_order_of_their_documents_whoever_came_first()
    {
        string[] ids = ["d", "b", "e", "a", "c"];
        foreach (var id in ids)
        {
            await WriteAsync(Document(id, l => l with { Title = "Paper" }), "gloves", "gloves");
        }

        await WriteAsync(Document("b", l => l with { Title = "Paper" }) with { TextHash = "anew" }, "gloves", "gloves");
        var expected = ids.Order(StringComparer.Ordinal).SelectMany(id => new[] { $"{id}0", $"{id}1" }).ToArray();

        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(expected, (await FindAsync("glove")).Select(c => $"{c.DocumentId}{c.Ordinal}"));
            Assert.Equal(expected[..3], (await Store.SearchAsync(Words("glove") with { Limit = 3 }, None)).Select(c => $"{c.DocumentId}{c.Ordinal}"));
        }
    }

    [SkippableFact]
    public async Task A_limit_gives_the_best_and_no_more()
    {
        for (var i = 0; i < 30; i++)
        {
            await WriteAsync($"d{i:00}", string.Join(' ', Enumerable.Repeat("gloves", i % 7 + 1).Concat(Enumerable.Repeat("hall", 7 - (i % 7)))));
        }

        var all = await FindAsync("glove");
        var some = await Store.SearchAsync(Words("glove") with { Limit = 7 }, None);

        Assert.Equal(30, all.Count);
        Assert.Equal(all.Take(7).Select(c => (c.DocumentId, c.Bm25)), some.Select(c => (c.DocumentId, c.Bm25)));
        Assert.Equal(all.Select(c => c.Bm25).OrderDescending(), all.Select(c => c.Bm25));
    }

    [SkippableFact]
    public async Task Codes_are_found_as_codes_however_they_are_written()
    {
        await WriteAsync("a", "The glove WID-9 is stored dry.");
        await WriteAsync("b", "The glove WID-90 is stored dry.");
        await WriteAsync(Document("c", l => l with { About = ["SO00042"] }), "See clause 7.2 (b) of it.");

        Assert.Equal(["a"], await CodesAsync(CodeWords.OfQuestion("wid 9")));
        Assert.Equal(["a"], await CodesAsync(["wid9"]));
        Assert.Equal(["c"], await CodesAsync(["so00042"]));
        Assert.Equal(["c"], await CodesAsync(CodeWords.Of("§7.2 (b)")));
        Assert.Empty(await CodesAsync(["wid"]));
    }

    [SkippableFact]
    public async Task A_code_is_found_even_among_words_that_everybody_uses()
    {
        for (var i = 0; i < 30; i++)
        {
            await WriteAsync($"d{i:00}", $"The glove WID-{i + 10} is stored dry in the hall.");
        }

        var found = await Store.SearchAsync(Words("glove", "store", "dry", "hall") with { Codes = ["wid25"], Limit = 5 }, None);

        Assert.Equal("d15", found[0].DocumentId);
    }

    [SkippableFact]
    public async Task Nothing_asked_finds_nothing()
    {
        await WriteAsync("a", "gloves");

        Assert.Empty(await FindAsync());
        Assert.Empty(await FindAsync("absent"));
        Assert.Empty(await FindAsync(string.Empty, " "));
        Assert.Empty(await Store.ExcludedAsync(Words(), None));
        Assert.Empty(await Store.SearchAsync(Words("glove") with { Limit = 0 }, None));
    }

    [SkippableTheory]
    [InlineData("\"")]
    [InlineData("glove\" OR \"tape")]
    [InlineData("tape*")]
    [InlineData("NEAR(glove tape)")]
    [InlineData("AND")]
    [InlineData("title:glove")]
    [InlineData("{title} : glove")]
    [InlineData("^glove")]
    [InlineData("'; drop table chunk; --")]
    [InlineData("glove & !tape")]
    [InlineData("glove:*")]
    [InlineData("$1 @x :y ?")]
    [InlineData("\0")]
    [InlineData("\ud800")]
    [InlineData("😀")]
    public async Task The_engines_own_query_language_is_only_text(string word)
    {
        await WriteAsync("a", "gloves");
        await WriteAsync("b", "tape");

        Assert.DoesNotContain("b", await IdsAsync(Words(word) with { Codes = [word] }));
        Assert.Contains("a", await IdsAsync(Words(word, "glove") with { Codes = [word] }));
    }

    [SkippableFact]
    public async Task Words_of_every_script_are_found()
    {
        await WriteAsync("de", "Größe und Präzision der Handschuhe");
        await WriteAsync("ja", "手袋を保管する");
        await WriteAsync("ru", "Перчатки хранить сухо");
        await WriteAsync("el", "Γάντια στεγνά");
        await WriteAsync("ar", "قفازات جافة");
        await WriteAsync("tr", "Iğdır İstanbul ırmak");

        foreach (var (id, text) in new[] { ("de", "Präzision"), ("ja", "手袋"), ("ru", "Перчатки"), ("el", "Γάντια"), ("ar", "قفازات"), ("tr", "İstanbul ırmak") })
        {
            Assert.Equal([id], await IdsAsync([.. WordSplitter.Split(text).Select(w => w.Stem)]));
        }
    }

    [SkippableFact]
    public async Task Very_many_words_are_no_trouble()
    {
        await WriteAsync("a", "gloves");

        Assert.Equal(["a"], await IdsAsync([.. Enumerable.Range(0, 500).Select(i => $"word{i}"), "glove", new string('x', 10_000)]));
    }

    [SkippableFact]
    public async Task Chunks_and_words_are_counted()
    {
        await WriteAsync("a", "gloves gloves tape", "gloves hall");
        await WriteAsync(Document("b", l => l with { Readers = ["nobody"], Title = "Gloves", ValidTo = Today.AddDays(-900) }), "boxes WID-9");

        var counts = await Store.CountsAsync(["glove", "tape", "wid9", "absent", "glove"], None);

        Assert.Equal(3, counts.Chunks);
        Assert.Equal(3 + 2 + 3, counts.Words);
        Assert.Equal((3, 1, 1, 0), (Holders("glove"), Holders("tape"), Holders("wid9"), Holders("absent")));
        await Store.RemoveAsync(Collection, Document("a").Source, None);
        counts = await Store.CountsAsync(["glove", "tape", "wid9", "absent"], None);
        Assert.Equal((1, 1, 0), (counts.Chunks, Holders("glove"), Holders("tape")));

        int Holders(string stem) => counts.ByStem.GetValueOrDefault(stem);
    }

    [SkippableFact]
    public async Task The_vocabulary_holds_the_words_as_they_are_written()
    {
        await WriteAsync(Document("a", l => l with { Title = "Procedures", About = ["Nordlicht"] }), "Gloves gloves, Präzision of an x12");
        await WriteAsync("b", "Glove");

        var words = (await Store.VocabularyAsync(None)).ToDictionary(w => w.Text, StringComparer.Ordinal);

        Assert.Equal(("glove", 2), (words["gloves"].Stem, words["gloves"].Chunks));
        Assert.Equal(("glove", 2), (words["glove"].Stem, words["glove"].Chunks));
        Assert.All(["prazision", "procedures", "nordlicht"], w => Assert.Equal(1, words[w].Chunks));
        Assert.DoesNotContain(words.Keys, w => w is "an" or "x12");
        await Store.RemoveAsync(Collection, Document("a").Source, None);
        Assert.DoesNotContain(await Store.VocabularyAsync(None), w => w.Text is "prazision" or "procedures");
    }

    [SkippableFact]
    public async Task Languages_are_told_by_their_chunks()
    {
        Assert.Empty(await Store.LanguagesAsync(None));
        await WriteAsync(Document("a") with { Language = "de" }, "eins", "zwei");
        await WriteAsync(Document("b") with { Language = "en" }, "one", "two", "three");
        await WriteAsync(Document("c") with { Language = "fr" }, "un", "deux");

        Assert.Equal(["en", "de", "fr"], await Store.LanguagesAsync(None));
        await WriteAsync(Document("d") with { Language = "fr" }, "trois", "quatre");
        Assert.Equal(["fr", "en", "de"], await Store.LanguagesAsync(None));
    }

    private async Task<List<int>> OrdinalsAsync(string stem) => [.. (await FindAsync(stem)).Select(c => c.Ordinal).Order()];

    private Task<string[]> CodesAsync(IReadOnlyList<string> codes) => IdsAsync(new StoreQuery { Stems = [], Codes = codes, Filter = Filter(), Limit = 10 });
}
