using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Stores;
using Copilot.Testing.Knowledge;
using Xunit;

namespace Copilot.ThoroughTests.Knowledge.Retrieval;

public sealed class GateTests
{
    private static readonly Caller Rep = KnowledgeLibrary.Caller(RoleNames.SalesRep);

    [Fact]
    public async Task A_document_whose_record_may_not_be_read_is_not_found_and_takes_nobodys_place()
    {
        var feed = new PracticeFeed(new RecordRef("sale.order", 1));
        using var library = new KnowledgeLibrary(feeds: feed);
        for (var i = 0; i < 250; i++)
        {
            await WriteAsync(library, $"locked{i}", "Gloves gloves gloves may be returned.", new RecordRef("sale.order", 1000 + i));
        }

        await WriteAsync(library, "open", "One glove lies among many other things that nobody asks for at all.", new RecordRef("sale.order", 1));

        Assert.Equal(["open"], (await library.FindAsync("gloves")).Select(h => h.Place.DocumentId));
        Assert.True(feed.Asked.Count <= 3);
    }

    [Fact]
    public async Task Without_a_feed_that_answers_nothing_behind_a_record_is_found()
    {
        using var library = new KnowledgeLibrary();
        await WriteAsync(library, "locked", "Gloves.", new RecordRef("sale.order", 1));
        await WriteAsync(library, "free", "Gloves.", null);

        Assert.Equal(["free"], (await library.FindAsync("gloves")).Select(h => h.Place.DocumentId));
    }

    [Theory]
    [InlineData(typeof(HttpRequestException))]
    [InlineData(typeof(TimeoutException))]
    [InlineData(typeof(CopilotException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task Trouble_of_a_feed_closes_its_documents_and_leaves_the_others(Type trouble)
    {
        var exception = trouble == typeof(CopilotException) ? new CopilotException("down") : (Exception)Activator.CreateInstance(trouble)!;
        using var library = new KnowledgeLibrary(feeds: new PracticeFeed(new RecordRef("sale.order", 1)) { Trouble = exception });
        await WriteAsync(library, "locked", "Gloves.", new RecordRef("sale.order", 1));
        await WriteAsync(library, "free", "Gloves.", null);

        Assert.Equal(["free"], (await library.FindAsync("gloves")).Select(h => h.Place.DocumentId));
    }

    [Fact]
    public async Task When_each_round_uncovers_further_locked_documents_those_left_are_dropped()
    {
        using var library = new KnowledgeLibrary(feeds: new PracticeFeed());
        for (var i = 0; i < 1000; i++)
        {
            await WriteAsync(library, $"locked{i:0000}", "Gloves.", new RecordRef("sale.order", i));
        }

        Assert.Empty(await library.FindAsync("gloves"));
    }

    [Fact]
    public async Task A_cited_document_opens_only_while_its_record_may_be_read()
    {
        var record = new RecordRef("sale.order", 1);
        var feed = new PracticeFeed(record);
        using var library = new KnowledgeLibrary(feeds: feed);
        await WriteAsync(library, "gated", "Gloves.", record);
        var hit = Assert.Single(await library.FindAsync("gloves"));
        var evidence = new Evidence { Id = "p", Kind = EvidenceKind.Passage, Title = hit.Title, Excerpt = hit.Text, AsOf = KnowledgeLibrary.Now, Place = hit.Place };

        Assert.NotNull(await library.Opener.OpenAsync(Rep, evidence, CancellationToken.None));
        feed.Trouble = new HttpRequestException();
        Assert.Null(await library.Opener.OpenAsync(Rep, evidence, CancellationToken.None));
    }

    [Fact]
    public async Task An_operator_is_told_which_documents_are_locked_and_nobody_else_is()
    {
        using var library = new KnowledgeLibrary(feeds: new PracticeFeed());
        await WriteAsync(library, "locked", "Gloves.", new RecordRef("sale.order", 1));
        var query = new KnowledgeQuery { Text = "gloves", Caller = Rep };

        var forOperator = await library.Search.ExplainAsync(query, KnowledgeLibrary.Caller(RoleNames.OperationsManager), CancellationToken.None);
        var forRep = await library.Search.ExplainAsync(query, null, CancellationToken.None);

        Assert.Equal(["record not readable"], forOperator.Filtered!["locked"]);
        Assert.Null(forRep.Filtered);
        Assert.Empty(forRep.Hits);
    }

    private static async Task WriteAsync(KnowledgeLibrary library, string id, string text, RecordRef? gate)
    {
        var document = new StoredDocument
        {
            Collection = "default",
            Source = "practice:" + id,
            Label = new DocumentLabel { Id = id, Title = id, Readers = [DocumentLabel.Everyone], Companies = [DocumentLabel.Everyone] },
            TextHash = id,
            Gate = gate,
        };
        await using var writer = await library.Store.BeginAsync(document, CancellationToken.None);
        await writer.AddAsync([new StoredPart(0, 0, text, null, null)], [new Chunk(0, 0, text.Length, [], string.Empty) { Text = text }], CancellationToken.None);
        await writer.CommitAsync(document, CancellationToken.None);
    }
}
