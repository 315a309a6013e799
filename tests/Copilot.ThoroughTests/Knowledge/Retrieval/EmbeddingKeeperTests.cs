using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Testing.Knowledge;
using Xunit;

namespace Copilot.ThoroughTests.Knowledge.Retrieval;

public sealed class EmbeddingKeeperTests
{
    private static readonly string[][] Groups = [["glove", "mitten"], ["truck", "lorry"]];

    [Fact]
    public async Task Passages_are_embedded_and_the_space_answers_when_all_of_them_are()
    {
        var embedding = new PracticeEmbedding(isFitted: true, Groups);
        using var library = new KnowledgeLibrary(embedding: embedding);
        await FillAsync(library, 7);
        var told = new List<VectorProgress>();

        var state = await library.Keeper.TendAsync(new Told(told), CancellationToken.None);

        Assert.True(state.InUse);
        Assert.Equal(7, embedding.Passages);
        Assert.Equal(new VectorProgress(7, 7), told[^1]);
        Assert.Single(await library.Store.SpacesAsync(CancellationToken.None), s => s is { Active: true, FittedOn: 7 });
    }

    [Fact]
    public async Task Looking_after_them_again_costs_nothing()
    {
        var embedding = new PracticeEmbedding(isFitted: true, Groups);
        using var library = new KnowledgeLibrary(embedding: embedding);
        await FillAsync(library, 7);
        await library.Keeper.TendAsync(null, CancellationToken.None);

        await library.Keeper.TendAsync(null, CancellationToken.None);

        Assert.Equal((1, 7), (embedding.Fits, embedding.Passages));
    }

    [Fact]
    public async Task A_few_new_passages_go_into_the_space_that_is_there()
    {
        var embedding = new PracticeEmbedding(isFitted: true, Groups);
        using var library = new KnowledgeLibrary(embedding: embedding);
        await FillAsync(library, 10);
        await library.Keeper.TendAsync(null, CancellationToken.None);
        await FillAsync(library, 12);

        await library.Keeper.TendAsync(null, CancellationToken.None);

        Assert.Equal((1, 12), (embedding.Fits, embedding.Passages));
    }

    [Fact]
    public async Task Many_new_passages_have_the_model_fitted_again_and_the_old_space_goes()
    {
        var embedding = new PracticeEmbedding(isFitted: true, Groups);
        using var library = new KnowledgeLibrary(embedding: embedding);
        await FillAsync(library, 10);
        await library.Keeper.TendAsync(null, CancellationToken.None);
        await FillAsync(library, 14);

        await library.Keeper.TendAsync(null, CancellationToken.None);

        Assert.Equal(2, embedding.Fits);
        Assert.Equal("practice-14", Assert.Single(await library.Store.SpacesAsync(CancellationToken.None)).Id);
        Assert.NotEmpty(await library.FindAsync("mitten"));
    }

    [Fact]
    public async Task A_change_of_the_model_at_the_endpoint_embeds_again_and_switches()
    {
        var embedding = new PracticeEmbedding(isFitted: false, Groups) { Model = "one" };
        using var library = new KnowledgeLibrary(embedding: embedding);
        await FillAsync(library, 3);
        await library.Keeper.TendAsync(null, CancellationToken.None);
        using var restarted = new Restarted(library, new PracticeEmbedding(isFitted: false, Groups) { Model = "two" });

        var state = await restarted.Keeper.TendAsync(null, CancellationToken.None);

        Assert.True(state.InUse);
        Assert.Equal("two", Assert.Single(await library.Store.SpacesAsync(CancellationToken.None)).Id);
    }

    [Fact]
    public async Task A_model_that_changed_its_dimension_under_the_same_name_is_told_and_nothing_is_mixed()
    {
        using var library = new KnowledgeLibrary(embedding: new PracticeEmbedding(isFitted: false, Groups));
        await FillAsync(library, 3);
        await library.Keeper.TendAsync(null, CancellationToken.None);
        using var restarted = new Restarted(library, new PracticeEmbedding(isFitted: false, Groups) { Spare = 5 });

        var state = await restarted.Keeper.TendAsync(null, CancellationToken.None);

        Assert.Contains("vectors of 7 numbers, and those kept have 3", state.Text, StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(await library.Store.SpacesAsync(CancellationToken.None)).Dimension);
    }

    [Fact]
    public async Task An_endpoint_in_trouble_is_told_and_tried_again()
    {
        var embedding = new PracticeEmbedding(isFitted: false, Groups) { Trouble = "http://embed does not answer; is it running?" };
        using var library = new KnowledgeLibrary(embedding: embedding);
        await FillAsync(library, 3);

        var down = await library.Keeper.TendAsync(null, CancellationToken.None);
        Assert.False(down.InUse);
        Assert.Contains("does not answer", down.Text, StringComparison.Ordinal);
        Assert.NotEmpty(await library.FindAsync("glove"));

        embedding.Trouble = null;
        Assert.True((await library.Keeper.TendAsync(null, CancellationToken.None)).InUse);
        Assert.Equal(3, embedding.Passages);
    }

    [Fact]
    public async Task Too_little_text_leaves_words_alone()
    {
        using var library = new KnowledgeLibrary(embedding: new PracticeEmbedding(isFitted: true, Groups));
        Assert.Equal(new VectorState(false, "no documents yet"), await library.Keeper.TendAsync(null, CancellationToken.None));

        await FillAsync(library, 1);
        Assert.Equal(new VectorState(false, "words only: too little text to fit an embedding on"), await library.Keeper.TendAsync(null, CancellationToken.None));
    }

    private static async Task FillAsync(KnowledgeLibrary library, int documents)
    {
        for (var i = 0; i < documents; i++)
        {
            library.Write($"d{i:00}.txt", $"A glove of size {i}.");
        }

        await library.IngestAsync();
    }

    private sealed class Told(List<VectorProgress> told) : IProgress<VectorProgress>
    {
        public void Report(VectorProgress value) => told.Add(value);
    }

    /// <summary>The same store after a restart with another embedder.</summary>
    private sealed class Restarted : IDisposable
    {
        private readonly Copilot.Knowledge.Retrieval.QuestionVectors _questions;

        public Restarted(KnowledgeLibrary library, IEmbedderSource embedding)
        {
            var embedders = new Copilot.Knowledge.Embedding.Embedders(embedding);
            _questions = new(library.Store, embedders, library.Time, Microsoft.Extensions.Logging.Abstractions.NullLogger<Copilot.Knowledge.Retrieval.QuestionVectors>.Instance);
            Keeper = new(library.Store, embedders, _questions, Microsoft.Extensions.Logging.Abstractions.NullLogger<EmbeddingKeeper>.Instance);
        }

        public EmbeddingKeeper Keeper { get; }

        public void Dispose()
        {
            Keeper.Dispose();
            _questions.Dispose();
        }
    }
}
