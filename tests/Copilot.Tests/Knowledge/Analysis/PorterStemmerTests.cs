using Copilot.Knowledge.Analysis;
using Xunit;

namespace Copilot.Tests.Knowledge.Analysis;

public sealed class PorterStemmerTests
{
    // Examples from the article that describes the algorithm.
    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("cats", "cat")]
    [InlineData("feed", "feed")]
    [InlineData("agreed", "agre")]
    [InlineData("plastered", "plaster")]
    [InlineData("motoring", "motor")]
    [InlineData("sing", "sing")]
    [InlineData("conflated", "conflat")]
    [InlineData("hopping", "hop")]
    [InlineData("falling", "fall")]
    [InlineData("filing", "file")]
    [InlineData("happy", "happi")]
    [InlineData("sky", "sky")]
    [InlineData("relational", "relat")]
    [InlineData("vietnamization", "vietnam")]
    [InlineData("electrical", "electr")]
    [InlineData("hopefulness", "hope")]
    [InlineData("adjustment", "adjust")]
    [InlineData("adoption", "adopt")]
    [InlineData("probate", "probat")]
    [InlineData("controlling", "control")]
    [InlineData("oscillators", "oscil")]
    public void Published_examples_are_stemmed_as_published(string word, string stem)
        => Assert.Equal(stem, PorterStemmer.Stem(word));

    [Theory]
    [InlineData("returns", "returned")]
    [InlineData("deliveries", "delivery")]
    [InlineData("shipping", "shipped")]
    [InlineData("penalties", "penalty")]
    public void Forms_of_one_word_share_a_stem(string one, string other)
        => Assert.Equal(PorterStemmer.Stem(one), PorterStemmer.Stem(other));

    [Theory]
    [InlineData("s00042")]
    [InlineData("überfällig")]
    [InlineData("a")]
    [InlineData("")]
    public void Words_with_anything_but_letters_stay(string word) => Assert.Equal(word, PorterStemmer.Stem(word));
}
