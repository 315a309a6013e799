using System.Security.Cryptography;
using Copilot.Contracts;
using Copilot.Models.Local;
using Xunit;

namespace Copilot.Tests.Models.Local;

public sealed class FittingTests
{
    [Fact]
    public async Task The_same_passages_give_the_same_bytes_on_every_machine()
    {
        // The hash was made once; another one here means that stored vectors of other machines are not comparable any more.
        var model = await FitAsync(PracticeCorpus.Passages(300), new FitLimits());
        Assert.Equal("BBE422E63CE48333", Convert.ToHexString(SHA256.HashData(model!))[..16]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(47)]
    public async Task Too_few_passages_give_no_model(int passages)
        => Assert.Null(await FitAsync(PracticeCorpus.Passages(passages), new FitLimits()));

    [Fact]
    public async Task Passages_without_words_give_no_model()
        => Assert.Null(await FitAsync([.. Enumerable.Repeat("   ", 500)], new FitLimits()));

    [Fact]
    public async Task A_corpus_that_says_the_same_over_and_over_gives_no_faulty_numbers()
    {
        var words = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{i}"));
        var source = new FittedEmbedderSource(new FitLimits());
        var model = await FitAsync([.. Enumerable.Repeat(words, 100)], new FitLimits());
        var vector = (await source.Load(model!).EmbedAsync([words], EmbeddingPurpose.Passage, default))[0];
        Assert.All(vector, number => Assert.True(float.IsFinite(number)));
    }

    [Theory]
    [InlineData(60, 32)]
    [InlineData(400, 128)]
    [InlineData(2000, 256)]
    [InlineData(1_000_000, 256)]
    public void More_passages_give_longer_vectors_up_to_a_limit(int passages, int dimension)
        => Assert.Equal(dimension, new FitLimits().Dimension(passages, 50_000));

    [Fact]
    public async Task Of_more_passages_than_fit_a_sample_is_taken_that_is_always_the_same()
    {
        var limits = new FitLimits { MostEntries = 2000 };
        var passages = PracticeCorpus.Passages(3000);
        var table = new PassageTable(limits);
        foreach (var passage in passages)
        {
            table.Add(passage);
        }

        var counts = table.Close().Counts;
        Assert.InRange(counts.Columns.Length, 500, 2000);
        Assert.Equal(await FitAsync(passages, limits), await FitAsync(passages, limits));
        Assert.NotNull(await FitAsync(passages, limits));
    }

    [Fact]
    public void Of_more_words_than_fit_those_in_most_passages_stay()
    {
        var table = new PassageTable(new FitLimits { MostWords = 5, MostWordsWhileReading = 40 });
        for (var i = 0; i < 300; i++)
        {
            table.Add($"every  day  {(i % 2 == 0 ? "even" : "odd")}  {(i % 3 == 0 ? "third" : string.Empty)}  once{i}");
        }

        var (words, counts) = table.Close();
        Assert.Equal(["day", "even", "every", "odd", "third"], words);
        Assert.Equal(300, counts.Count);
        Assert.All(counts.Columns, column => Assert.InRange(column, 0, 4));
    }

    [Fact]
    public void Neighbours_count_as_pairs_when_more_than_one_passage_has_them()
    {
        var table = new PassageTable(new FitLimits());
        table.Add("purchase order line");
        table.Add("open purchase order");
        table.Add("order purchase");
        var (words, counts) = table.Close();
        Assert.Equal(["line", "open", "order", "purchase", "purchase order"], words);
        Assert.Equal([0, 4, 8, 10], counts.Starts);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("a", "a")]
    [InlineData("a b c", "a|b|a b|c|b c")]
    [InlineData(" a  b c ", "a|b|c|b c")]
    public void A_text_is_walked_word_by_word_with_each_pair_of_neighbours(string text, string terms)
    {
        var found = new List<string>();
        foreach (var term in new TextTerms(text))
        {
            found.Add(term.ToString());
        }

        Assert.Equal(terms, string.Join('|', found));
    }

    [Fact]
    public void A_word_counts_as_often_as_it_occurs_and_endless_words_not_at_all()
    {
        var table = new PassageTable(new FitLimits());
        table.Add($"box  box tape box {new string('x', 65)}");
        var (words, counts) = table.Close();
        Assert.Equal(["box", "tape"], words);
        Assert.Equal([3, 1], counts.Values);
    }

    [Fact]
    public async Task Fitting_stops_when_it_is_cancelled()
        => await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new FittedEmbedderSource(new FitLimits()).FitAsync(PracticeCorpus.Stream(PracticeCorpus.Passages(300)), new CancellationToken(true)));

    private static Task<byte[]?> FitAsync(IReadOnlyList<string> passages, FitLimits limits)
        => new FittedEmbedderSource(limits).FitAsync(PracticeCorpus.Stream(passages), default);
}
