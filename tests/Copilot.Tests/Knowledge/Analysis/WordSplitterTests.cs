using Copilot.Knowledge.Analysis;
using Xunit;

namespace Copilot.Tests.Knowledge.Analysis;

public sealed class WordSplitterTests
{
    [Theory]
    [InlineData("Präzision", "prazision")]
    [InlineData("Aurélia", "aurelia")]
    [InlineData("Straße", "strasse")]
    [InlineData("Fjørdline", "fjordline")]
    [InlineData("OÜ", "ou")]
    public void Accents_and_case_do_not_matter(string word, string folded) => Assert.Equal(folded, Assert.Single(WordSplitter.Split(word)).Text);

    [Fact]
    public void Places_point_at_the_word_in_the_text()
    {
        const string text = "  Échange de “gants”: 30 j.";

        Assert.Equal(["Échange", "de", "gants", "30", "j"], WordSplitter.Split(text).Select(w => text[w.Start..w.End]));
    }

    [Fact]
    public void Decomposed_letters_stay_one_word() => Assert.Equal("aurelia", Assert.Single(WordSplitter.Split("Aure\u0301lia")).Text);

    [Fact]
    public void Stop_words_are_not_indexed() => Assert.Equal("return dai", WordSplitter.Stems("the returns of a day"));

    [Fact]
    public void Ideographs_are_words_by_themselves() => Assert.Equal(3, WordSplitter.Split("退货期").Count());
}
