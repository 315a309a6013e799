using Copilot.Conversation.Streaming;
using Xunit;

namespace Copilot.Tests.Conversation.Streaming;

public sealed class AnswerCutterTests
{
    private const string Mixed = "Here it is:\n\n## Late orders\n1. S00042 is due on 27 November [S1]. It waits for P00031 [S2]!\n   - Ask Mr. Smith at approx. 9 a.m. [S3]\n2. S00043, 1.5 kg, i.e. light. [S1][S2] Next one?\n\n| A | B |\n|---|---|\n| x | 1 [S1] |\n\nDer Auftrag ist am 27. November fällig [S1]. Ende\nweiter im Absatz.";

    [Fact]
    public void Text_is_cut_into_sentences_with_their_blocks()
    {
        var units = Cut([Mixed]);
        Assert.Equal(
            [
                "Paragraph 0 Here it is:",
                "Heading 0 Late orders",
                "Numbered 0 S00042 is due on 27 November [S1].",
                "Numbered 0 It waits for P00031 [S2]!",
                "Bullet 1 Ask Mr. Smith at approx. 9 a.m. [S3]",
                "Numbered 0 S00043, 1.5 kg, i.e. light. [S1][S2]",
                "Numbered 0 Next one?",
                "Table 0 | A | B |\n|---|---|\n| x | 1 [S1] |",
                "Paragraph 0 Der Auftrag ist am 27. November fällig [S1].",
                "Paragraph 0 Ende",
                "Paragraph 0 weiter im Absatz.",
            ],
            units.Select(u => $"{u.Kind} {u.Indent} {u.Text}"));
        Assert.Equal(units[2].Block, units[3].Block);
        Assert.NotEqual(units[2].Block, units[4].Block);
        Assert.Equal(units[8].Block, units[10].Block);
    }

    [Fact]
    public void Wherever_the_stream_is_split_the_same_units_come_out()
    {
        var whole = Cut([Mixed]).Select(u => (u.Kind, u.Indent, u.Text)).ToList();
        for (var i = 1; i < Mixed.Length; i++)
        {
            Assert.Equal(whole, Cut([Mixed[..i], Mixed[i..]]).Select(u => (u.Kind, u.Indent, u.Text)));
        }

        Assert.Equal(whole, Cut(Mixed.Select(c => c.ToString())).Select(u => (u.Kind, u.Indent, u.Text)));
    }

    [Fact]
    public void A_sentence_that_ends_with_a_mark_comes_out_before_the_next_begins()
    {
        var cutter = new AnswerCutter();
        Assert.Empty(cutter.Add("We have 240 Units [S1]"));
        Assert.Equal("We have 240 Units [S1].", Assert.Single(cutter.Add(".")).Text);
    }

    [Fact]
    public void A_last_sentence_without_its_end_is_not_whole()
    {
        var cutter = new AnswerCutter();
        cutter.Add("We have 240 Units on");
        Assert.False(Assert.Single(cutter.Finish()).IsWhole);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("```\n```")]
    [InlineData("---")]
    [InlineData("|")]
    [InlineData("[S1][S2")]
    [InlineData("....!!!???")]
    [InlineData("| a\n\n| b")]
    public void Odd_text_never_breaks_it(string text) => Cut([text]);

    private static List<AnswerUnit> Cut(IEnumerable<string> pieces)
    {
        var cutter = new AnswerCutter();
        return [.. pieces.SelectMany(cutter.Add).ToList(), .. cutter.Finish()];
    }
}
