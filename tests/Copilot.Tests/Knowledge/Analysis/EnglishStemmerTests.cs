using Copilot.Knowledge.Analysis.Stemming;
using Xunit;

namespace Copilot.Tests.Knowledge.Analysis;

public sealed class EnglishStemmerTests
{
    [Theory]
    [InlineData("customs", "customer")]
    [InlineData("production", "product")]
    [InlineData("goods", "good")]
    public void Words_of_the_trade_that_only_look_alike_stay_apart(string one, string other)
    {
        var stemmer = new EnglishStemmer();
        Assert.NotEqual(stemmer.Stem(one), stemmer.Stem(other));
    }

    [Fact]
    public void Forms_of_one_word_still_meet()
    {
        var stemmer = new EnglishStemmer();
        Assert.Equal(stemmer.Stem("customers"), stemmer.Stem("customer"));
        Assert.Equal(stemmer.Stem("products"), stemmer.Stem("product"));
    }
}
