using Copilot.Contracts;
using Copilot.Testing.Knowledge;
using Xunit;

namespace Copilot.Tests.Knowledge.Retrieval;

public sealed class RerankingTests
{
    [Fact]
    public async Task A_reranker_orders_the_passages_anew()
    {
        using var library = await FilledAsync(new Reranker(text => text.Contains("zone B", StringComparison.Ordinal) ? 1 : 0));

        var hits = await library.FindAsync("gloves");

        Assert.Equal(["b", "a"], hits.Select(h => h.Place.DocumentId));
        Assert.Equal([1, 0], hits.Select(h => h.Parts.Reranked));
        Assert.True(hits[0].Score >= hits[1].Score);
    }

    [Fact]
    public async Task A_reranker_in_trouble_changes_nothing()
    {
        using var library = await FilledAsync(new Reranker(_ => throw new CopilotException("down")));
        Assert.Equal(["a", "b"], (await library.FindAsync("gloves")).Select(h => h.Place.DocumentId));
    }

    [Fact]
    public async Task Scores_that_are_no_numbers_change_nothing()
    {
        using var library = await FilledAsync(new Reranker(_ => double.NaN));
        Assert.Equal(["a", "b"], (await library.FindAsync("gloves")).Select(h => h.Place.DocumentId));
    }

    private static async Task<KnowledgeLibrary> FilledAsync(IReranker reranker)
    {
        var library = new KnowledgeLibrary(reranker: reranker);
        library.Document("a", "readers: all", "# A\nGloves and gloves and gloves.");
        library.Document("b", "readers: all", "# B\nThe gloves lie in zone B among other things.");
        await library.IngestAsync();
        return library;
    }

    private sealed class Reranker(Func<string, double> score) : IReranker
    {
        public string ModelId => "practice";

        public Task<IReadOnlyList<double>> ScoreAsync(string question, IReadOnlyList<string> passages, CancellationToken cancellationToken)
            => Task.FromResult<IReadOnlyList<double>>([.. passages.Select(score)]);
    }
}
