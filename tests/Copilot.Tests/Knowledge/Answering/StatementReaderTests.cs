using Copilot.Knowledge.Answering;
using Xunit;

namespace Copilot.Tests.Knowledge.Answering;

public sealed class StatementReaderTests
{
    [Fact]
    public void Sentences_are_told_apart_in_spite_of_abbreviations_and_clause_numbers()
    {
        var read = StatementReader.Read(string.Empty, "## 2 Range\n2.1 The range is **2 °C** to 8 °C. Boxes, e.g. EPS boxes, weigh approx. 3 kg. See SOP 05.");

        Assert.Equal(["The range is 2 °C to 8 °C.", "Boxes, e.g. EPS boxes, weigh approx. 3 kg.", "See SOP 05."], read.Select(s => s.Text));
        Assert.All(read, s => Assert.Equal("2.1", s.Clause));
    }

    [Fact]
    public void A_list_item_carries_its_introduction()
    {
        var read = StatementReader.Read(string.Empty, "The following are not taken back:\n\n(a) masks;\n(b) gloves,\n    opened.");

        Assert.Equal(
            ["The following are not taken back: masks.", "The following are not taken back: gloves, opened."],
            read.Where(s => s.Group > 0).Select(s => s.Spoken));
    }

    [Fact]
    public void Steps_keep_their_order_and_take_the_heading_as_introduction()
        => Assert.Equal(
            ["How to count: Block the bin.", "How to count: Count blind."],
            StatementReader.Read(string.Empty, "## 3 How to count\n1. Block the bin.\n2. Count blind.").Select(s => s.Spoken));

    [Fact]
    public void A_table_row_is_read_with_its_column_names()
        => Assert.Equal(
            "Class: A – Counted: every 30 days; Accuracy: 99.5 %.",
            Assert.Single(StatementReader.Read(string.Empty, "| Class | Counted | Accuracy |\n| --- | --- | --- |\n| A | every **30 days** | 99.5 % |")).Spoken);

    [Fact]
    public void Rows_of_a_table_that_was_cut_are_read_with_the_header_before_them()
        => Assert.Equal("Class: B – Counted: every 90 days.", Assert.Single(StatementReader.Read("| Class | Counted |\n| --- | --- |", "| B | every 90 days |")).Spoken);

    [Theory]
    [InlineData("")]
    [InlineData("|||\n|")]
    [InlineData("# \n\n- \n> >")]
    [InlineData("a) b) c)")]
    public void Odd_text_is_no_trouble(string text) => Assert.All(StatementReader.Read(string.Empty, text), s => Assert.NotEmpty(s.Spoken));
}
