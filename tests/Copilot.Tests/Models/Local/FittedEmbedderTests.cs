using Copilot.Contracts;
using Copilot.Models.Local;
using Xunit;

namespace Copilot.Tests.Models.Local;

public sealed class FittedEmbedderTests
{
    private readonly FittedEmbedderSource _source = new(new FitLimits());

    [Fact]
    public async Task Words_that_keep_the_same_company_are_alike_though_they_never_meet()
    {
        var corpus = PracticeCorpus.Passages(400).Select(p => p.Contains("pallet", StringComparison.Ordinal) ? p.Replace("forklift", "shelf", StringComparison.Ordinal) : p);
        var source = new FittedEmbedderSource(new FitLimits { MostDimension = 4 });
        var embedder = source.Load((await source.FitAsync(PracticeCorpus.Stream(corpus), default))!);

        var vectors = await embedder.EmbedAsync(["pallet", "forklift", "invoice"], EmbeddingPurpose.Question, default);

        Assert.InRange(Cosine(vectors[0], vectors[1]), 0.4, 1);
        Assert.InRange(Cosine(vectors[0], vectors[2]), -0.2, 0.2);
    }

    [Fact]
    public async Task A_vector_has_length_1_whatever_the_text()
    {
        var embedder = await FitAsync(PracticeCorpus.Passages(200));
        foreach (var vector in await embedder.EmbedAsync(["pallet", "pallet dock unheard", string.Join(' ', Enumerable.Repeat("truck fuel", 20_000))], EmbeddingPurpose.Passage, default))
        {
            Assert.Equal(embedder.Dimension, vector.Length);
            Assert.Equal(1, Cosine(vector, vector), 5);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("unheard words only")]
    [InlineData("\0 \uD800 🚚")]
    public async Task A_text_in_which_the_model_knows_nothing_has_only_zeros(string text)
    {
        var embedder = await FitAsync(PracticeCorpus.Passages(200));
        Assert.All((await embedder.EmbedAsync([text], EmbeddingPurpose.Question, default))[0], number => Assert.Equal(0, number));
    }

    [Fact]
    public async Task The_order_of_terms_and_the_other_texts_of_a_batch_change_nothing()
    {
        var embedder = await FitAsync(PracticeCorpus.Passages(200));
        var together = await embedder.EmbedAsync(["truck fuel  toll route", "invoice", "toll route  truck fuel"], EmbeddingPurpose.Passage, default);
        var alone = await embedder.EmbedAsync(["truck fuel  toll route"], EmbeddingPurpose.Question, default);
        Assert.Equal(alone[0], together[0]);
        Assert.Equal(together[0], together[2]);
    }

    [Fact]
    public async Task Another_fit_has_another_id_and_the_same_fit_the_same()
    {
        var one = await FitAsync(PracticeCorpus.Passages(200));
        Assert.Equal(one.ModelId, (await FitAsync(PracticeCorpus.Passages(200))).ModelId);
        Assert.NotEqual(one.ModelId, (await FitAsync(PracticeCorpus.Passages(201))).ModelId);
    }

    [Fact]
    public async Task Bytes_that_are_no_model_are_refused_with_what_to_do()
    {
        var model = (await _source.FitAsync(PracticeCorpus.Stream(PracticeCorpus.Passages(100)), default))!;
        var damaged = model.ToArray();
        damaged[^100] ^= 1;
        foreach (var bytes in new[] { [], new byte[10_000], model[..^1], damaged, [.. model, 0] })
        {
            Assert.Contains("fitted anew", Assert.Throws<CopilotException>(() => _source.Load(bytes)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Embedding_stops_when_it_is_cancelled()
    {
        var embedder = await FitAsync(PracticeCorpus.Passages(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => embedder.EmbedAsync(["pallet"], EmbeddingPurpose.Passage, new CancellationToken(true)));
    }

    private static double Cosine(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum();

    private async Task<ITextEmbedder> FitAsync(IReadOnlyList<string> passages)
        => _source.Load((await _source.FitAsync(PracticeCorpus.Stream(passages), default))!);
}
