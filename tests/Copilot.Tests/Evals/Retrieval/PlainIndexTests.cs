using Copilot.Evals.Retrieval;
using Xunit;

namespace Copilot.Tests.Evals.Retrieval;

public sealed class PlainIndexTests
{
    [Fact]
    public void Bm25_orders_as_computed_by_hand()
    {
        // Without stop words and stemmed: a = 2 words, b = 3, c = 1; "wing" in a and b, "lift" in b.
        using var index = new PlainIndex([("a", "The wings, a wing"), ("b", "lifting of the wing by tails"), ("c", "nothing")]);

        // With b = 0 only frequency counts: a holds "wing" twice, b once and "lift" once, which is rarer.
        Assert.Equal(["a", "b"], index.Bm25("wings", 1.2, 0, 10));
        Assert.Equal(["b", "a"], index.Bm25("the lift of wings", 1.2, 0, 10));
        Assert.Equal(["a", "b"], index.Fts5("wings", 10));
    }

    [Fact]
    public void Stop_words_and_signs_ask_for_nothing()
    {
        using var index = new PlainIndex([("a", "the wing")]);
        Assert.Empty(index.Bm25("the of and \"*", 1.2, 0.75, 10));
        Assert.Empty(index.Fts5("the \" OR", 10));
    }

    [Fact]
    public void Only_what_may_be_read_is_ranked()
    {
        using var index = new PlainIndex([("a", "wing"), ("b", "wing tail")]);
        Assert.Equal(["b"], index.Bm25("wing", 1.2, 0.75, 10, new HashSet<string> { "b" }));
        Assert.Equal(["b"], index.Fts5("wing", 10, new HashSet<string> { "b" }));
    }
}
