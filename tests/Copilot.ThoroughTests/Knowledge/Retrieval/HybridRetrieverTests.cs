using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Testing.Knowledge;
using Xunit;

namespace Copilot.ThoroughTests.Knowledge.Retrieval;

public sealed class HybridRetrieverTests : IDisposable
{
    private readonly PracticeEmbedding _embedding = new(isFitted: true, ["lorry", "lorri", "truck"], ["glove", "mitten"]);
    private readonly KnowledgeLibrary _library;

    public HybridRetrieverTests() => _library = new KnowledgeLibrary(embedding: _embedding);

    [Fact]
    public async Task A_passage_without_a_word_of_the_question_is_found_by_its_vector()
    {
        await FillAsync();
        Assert.Empty(await _library.FindAsync("mittens"));

        await _library.Keeper.TendAsync(null, CancellationToken.None);
        var hits = await _library.FindAsync("mittens");

        Assert.Equal("gloves", hits[0].Place.DocumentId);
        Assert.Null(hits[0].Parts.WordsRank);
        Assert.Equal(1, hits[0].Parts.VectorRank);
        Assert.Equal(1, hits[0].Parts.Cosine!.Value, 5);
    }

    [Fact]
    public async Task A_vector_lifts_a_passage_that_the_words_rank_alike()
    {
        _library.Document("a", "readers: all", "# A\nThe mitten stands at the gate of Lyon.");
        _library.Document("b", "readers: all", "# B\nThe truck stands at the gate of Lyon.");
        await _library.IngestAsync();
        await _library.Keeper.TendAsync(null, CancellationToken.None);

        Assert.Equal("b", (await _library.FindAsync("lorry at the gate of Lyon"))[0].Place.DocumentId);
        Assert.Equal("a", (await _library.FindAsync("glove at the gate of Lyon"))[0].Place.DocumentId);
    }

    [Fact]
    public async Task What_the_reader_may_not_see_is_not_found_by_its_vector_either()
    {
        _library.Document("a", "readers: [accountant]", "# A\nGlove.");
        _library.Document("b", "readers: all\nvalid_to: 2020-01-01", "# B\nGlove.");
        _library.Document("c", "readers: all", "# C\nTruck.");
        await _library.IngestAsync();
        await _library.Keeper.TendAsync(null, CancellationToken.None);

        Assert.Empty(await _library.FindAsync("mitten"));
        Assert.Equal(["a"], (await _library.FindAsync("mitten", KnowledgeLibrary.Caller(RoleNames.Accountant))).Select(h => h.Place.DocumentId));
    }

    [Fact]
    public async Task A_code_wins_over_everything_that_sounds_alike()
    {
        for (var i = 0; i < 12; i++)
        {
            _library.Document($"d{i}", "readers: all", $"# Gloves {i}\nGlove glove mitten, the substitute for gloves, order gloves {i}.");
        }

        _library.Document("code", "readers: all", "# Parts\nThe part GLV-NIT-L is kept in a bin among many other things that have nothing to do with one another at all.");
        await _library.IngestAsync();
        await _library.Keeper.TendAsync(null, CancellationToken.None);

        Assert.Equal("code", (await _library.FindAsync("gloves glv-nit-l"))[0].Place.DocumentId);
    }

    [Fact]
    public async Task An_embedder_in_trouble_leaves_the_words()
    {
        await FillAsync();
        await _library.Keeper.TendAsync(null, CancellationToken.None);
        _embedding.Trouble = "the endpoint does not answer";

        var why = await _library.Search.ExplainAsync(
            new KnowledgeQuery { Text = "gloves", Caller = KnowledgeLibrary.Caller(RoleNames.SalesRep) }, null, CancellationToken.None);

        Assert.Equal("gloves", Assert.Single(why.Hits).Place.DocumentId);
        Assert.Equal("the endpoint does not answer", why.WithoutVectors);
    }

    [Fact]
    public async Task The_same_question_gives_the_same_order_however_often_it_is_asked()
    {
        await FillAsync();
        await _library.Keeper.TendAsync(null, CancellationToken.None);
        var first = await _library.FindAsync("gloves and trucks");

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(first.Select(h => (h.Place.DocumentId, h.Score)), (await _library.FindAsync("gloves and trucks")).Select(h => (h.Place.DocumentId, h.Score)));
        }
    }

    public void Dispose() => _library.Dispose();

    private async Task FillAsync()
    {
        _library.Document("gloves", "readers: all", "# G\nThe glove is kept in zone B.");
        _library.Document("trucks", "readers: all", "# T\nThe truck is unloaded at dock 3.");
        _library.Document("other", "readers: all", "# O\nCartons are stacked.");
        await _library.IngestAsync();
    }
}
