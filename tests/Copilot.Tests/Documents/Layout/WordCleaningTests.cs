using Copilot.Documents.Layout;
using Xunit;

namespace Copilot.Tests.Documents.Layout;

/// <summary>Words are cleaned so that they are found.</summary>
public sealed class WordCleaningTests
{
    [Theory]
    [InlineData("o\uFB03ce", "office")]
    [InlineData("\uFB02ow", "flow")]
    [InlineData("Lie\u00ADfer\u00ADung", "Lieferung")]
    [InlineData("Lie\u00AD", "Lie\u00AD")]
    [InlineData("zero\u200Bwidth\uFEFF", "zerowidth")]
    [InlineData("\uF0B7", "•")]
    [InlineData("non\u2011breaking", "non-breaking")]
    [InlineData("..........", "…")]
    [InlineData("Stra\u00DFe", "Straße")]
    [InlineData("u\u0308ber", "über")]
    [InlineData("\u202Eexe.fdp", "exe.fdp")]
    [InlineData("m²", "m²")]
    [InlineData("\u0001", "")]
    public void A_word_is_cleaned(string word, string expected) => Assert.Equal(expected, WordCleaning.Clean(word));

    [Fact]
    public void A_text_layer_without_meaning_is_told()
    {
        Assert.True(WordCleaning.IsGarbled([new("\uE001\uE002\uFFFD", 0, 0, 1, 1, 0)]));
        Assert.False(WordCleaning.IsGarbled([new("Lieferung\uFFFD", 0, 0, 1, 1, 0)]));
        Assert.False(WordCleaning.IsGarbled([]));
    }
}
