using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Testing.Knowledge;
using Xunit;

namespace Copilot.ThoroughTests.Knowledge.Retrieval;

public sealed class KnowledgeSearchTests : IDisposable
{
    private readonly KnowledgeLibrary _library = new();

    [Fact]
    public async Task A_passage_is_the_exact_text_at_its_place()
    {
        _library.Document("a", "readers: all", "# Returns\n\n## 1 Periods\nGloves may be returned within 30 days.\n\n## 2 Freight\nThe customer pays the freight.");
        await _library.IngestAsync();

        var hit = (await _library.FindAsync("who pays the freight"))[0];
        var source = await _library.Opener.OpenAsync(KnowledgeLibrary.Caller(RoleNames.SalesRep), EvidenceFor(hit), CancellationToken.None);

        Assert.Equal(["Returns", "2 Freight"], hit.Place.HeadingPath);
        Assert.Equal(hit.Text, source!.Text![hit.Place.Start..hit.Place.End]);
    }

    [Theory]
    [InlineData("retrun of gloves")]
    [InlineData("GLOVES RETURNED")]
    [InlineData("returning a glove")]
    [InlineData("golves")]
    [InlineData("glovse")]
    public async Task Forms_case_and_typos_do_not_matter(string question)
    {
        _library.Document("a", "readers: all", "# A\nGloves may be returned within 30 days.");
        _library.Document("b", "readers: all", "# B\nCartons are stacked in zone C.");
        await _library.IngestAsync();

        Assert.Equal("a", (await _library.FindAsync(question))[0].Place.DocumentId);
    }

    [Theory]
    [InlineData("WID-9")]
    [InlineData("wid 9")]
    [InlineData("§7.2")]
    [InlineData("clause 7.2 (b)")]
    [InlineData("order S00042")]
    public async Task Codes_and_clauses_are_found_however_they_are_written(string question)
    {
        _library.Document("codes", "readers: all", "# 7.2 Parts\n\n(a) WID-8 is blue;\n(b) WID-9 is red, as in S00042.");
        for (var i = 0; i < 5; i++)
        {
            _library.Document($"other{i}", "readers: all", $"# {i + 10}.1 Parts\nNine widgets, part {i}, order and clause, wid and 7 and 2 and 42.");
        }

        await _library.IngestAsync();

        Assert.Equal("codes", (await _library.FindAsync(question))[0].Place.DocumentId);
    }

    [Fact]
    public async Task A_word_of_the_trade_finds_its_synonym()
    {
        _library.Document("a", "readers: all", "# A\nHazardous cleaners stand in zone H.");
        await _library.IngestAsync();

        Assert.Single(await _library.FindAsync("dangerous cleaners"));
    }

    [Fact]
    public async Task Superseded_expired_and_future_documents_are_not_current()
    {
        _library.Document("r3", "readers: all\nid: r3\nvalid_from: 2024-01-01", "# Returns\nGloves may be returned within 21 days.");
        _library.Document("r4", "readers: all\nid: r4\nvalid_from: 2026-03-01\nsupersedes: r3", "# Returns\nGloves may be returned within 30 days of the delivery.");
        _library.Document("r5", "readers: all\nid: r5\nvalid_from: 2027-01-01\nsupersedes: r4", "# Returns\nGloves may never come back.");
        _library.Document("old", "readers: all\nid: old\nvalid_to: 2025-12-31", "# Notice\nGloves are returned at dock 3.");
        await _library.IngestAsync();

        Assert.Equal(["r4"], await IdsAsync(null));
        Assert.Equal(["old", "r3"], await IdsAsync(new DateOnly(2025, 6, 1)));
        Assert.Equal(["r4"], await IdsAsync(new DateOnly(2026, 3, 1)));
        Assert.Equal(["r5"], await IdsAsync(new DateOnly(2027, 1, 1)));
    }

    [Fact]
    public async Task A_successor_that_may_not_be_read_still_supersedes()
    {
        _library.Document("r1", "readers: all\nid: r1", "# Returns\nGloves may be returned.");
        _library.Document("r2", "readers: [accountant]\nid: r2\nsupersedes: r1", "# Returns\nGloves may be returned.");
        await _library.IngestAsync();

        Assert.Empty(await _library.FindAsync("gloves returned"));
    }

    [Fact]
    public async Task The_agreement_with_whom_is_named_goes_first_and_others_go_last()
    {
        const string text = "Goods may be returned within {0} days of delivery.";
        _library.Document("general", "readers: all\nkind: sop", "# Returns\n" + text.Replace("{0}", "30", StringComparison.Ordinal));
        _library.Document("north", "readers: all\nkind: customer-agreement\nabout: [Nordlicht Logistik GmbH]", "# Agreement\nFor the north: " + text.Replace("{0}", "45", StringComparison.Ordinal));
        _library.Document("south", "readers: all\nkind: customer-agreement\nabout: [Aurélia Santé SAS]", "# Agreement\nFor the south: " + text.Replace("{0}", "60", StringComparison.Ordinal));
        await _library.IngestAsync();

        Assert.Equal("north", (await _library.FindAsync("return of goods by nordlicht"))[0].Place.DocumentId);
        Assert.Equal("south", (await _library.FindAsync("return of goods by Aurelia"))[0].Place.DocumentId);
        Assert.Equal("general", (await _library.FindAsync("return of goods"))[0].Place.DocumentId);
    }

    [Fact]
    public async Task A_passage_that_repeats_a_better_one_is_left_out_but_documents_are_all_ranked()
    {
        for (var i = 0; i < 3; i++)
        {
            _library.Write($"copy{i}.txt", "Gloves in saleable condition may be returned within thirty days of the delivery to the returns bench in Lyon.");
        }

        await _library.IngestAsync();
        var query = new KnowledgeQuery { Text = "gloves returned", Caller = KnowledgeLibrary.Caller(RoleNames.SalesRep) };

        Assert.Single(await _library.Search.SearchAsync(query, CancellationToken.None));
        Assert.Equal(3, (await _library.Search.RankDocumentsAsync(query, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task An_explanation_says_how_each_passage_scored_and_why_others_were_filtered()
    {
        _library.Document("a", "readers: all\nid: a", "# A\nGloves may be returned.");
        _library.Document("b", "readers: [accountant]\nid: b\ncompany: Elsewhere\nvalid_to: 2020-01-01", "# B\nGloves may be burnt.");
        await _library.IngestAsync();

        var why = await _library.Search.ExplainAsync(
            new KnowledgeQuery { Text = "gloves", Caller = KnowledgeLibrary.Caller(RoleNames.SalesRep) }, KnowledgeLibrary.Caller(RoleNames.Auditor), CancellationToken.None);

        Assert.Equal(["reader", "company", "not valid on the day"], why.Filtered!["b"]);
        var hit = Assert.Single(why.Hits);
        Assert.Equal(1, hit.Parts.IndexRank);
        Assert.Equal(hit.Score, (hit.Parts.FromWords + hit.Parts.FromVector + hit.Parts.FromCodes) * hit.Parts.Subject, 6);
        Assert.Contains(why.Words, w => w.StartsWith("gloves = glove", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("what's the \"price")]
    [InlineData("a AND")]
    [InlineData("title:x OR NOT (")]
    [InlineData("* ^ -x {}")]
    [InlineData("'; drop table document; --")]
    [InlineData("\0\u202e")]
    [InlineData("")]
    public async Task No_question_breaks_the_index(string question)
    {
        _library.Document("a", "readers: all", "# A\nThe price of gloves.");
        await _library.IngestAsync();

        await _library.FindAsync(question);
        Assert.Single(await _library.FindAsync("price of gloves"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task The_number_of_results_has_limits(int top)
        => await Assert.ThrowsAsync<CopilotException>(() => _library.Search.SearchAsync(
            new KnowledgeQuery { Text = "x", Caller = KnowledgeLibrary.Caller(RoleNames.SalesRep), Top = top }, CancellationToken.None));

    public void Dispose() => _library.Dispose();

    private static Evidence EvidenceFor(KnowledgeHit hit)
        => new() { Id = "p", Kind = EvidenceKind.Passage, Title = hit.Title, Excerpt = hit.Text, AsOf = KnowledgeLibrary.Now, Place = hit.Place };

    private async Task<IEnumerable<string>> IdsAsync(DateOnly? day)
        => (await _library.FindAsync("gloves returned", asOf: day)).Select(h => h.Place.DocumentId).Order();
}
