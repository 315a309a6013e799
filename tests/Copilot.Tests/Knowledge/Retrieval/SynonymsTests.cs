using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Retrieval;
using Xunit;

namespace Copilot.Tests.Knowledge.Retrieval;

public sealed class SynonymsTests
{
    private readonly Synonyms _synonyms = new();

    [Fact]
    public void Words_of_a_phrase_count_together_even_when_others_stand_between()
    {
        var phrase = Assert.Single(_synonyms.PhrasesIn([.. WordSplitter.Split("May they send the gloves back?")]));

        Assert.Equal("send", phrase.First.Text);
        Assert.Equal("back", Assert.Single(phrase.Rest).Text);
        Assert.Contains("return", phrase.Meant);
    }

    [Fact]
    public void Words_in_another_order_are_no_phrase()
        => Assert.Empty(_synonyms.PhrasesIn([.. WordSplitter.Split("the back door must not be used to send parcels")]));

    [Theory]
    [InlineData("teh", "the")]
    [InlineData("waht", "what")]
    public void Misspelt_grammar_is_recognised(string word, string meant) => Assert.Equal(meant, StopWords.Meant(word));

    [Fact]
    public void Other_words_are_no_misspelt_grammar() => Assert.Null(StopWords.Meant("bearing"));
}
