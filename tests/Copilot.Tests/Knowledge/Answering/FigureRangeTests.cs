using Copilot.Knowledge.Answering;
using Xunit;

namespace Copilot.Tests.Knowledge.Answering;

public sealed class FigureRangeTests
{
    [Theory]
    [InlineData("late in more than 20 % of receipts", "above 5 % up to 20 %", false)]
    [InlineData("late in more than 20 % of receipts", "above 20 %", true)]
    [InlineData("late in 20 % of receipts", "above 5 % up to 20 %", true)]
    public void More_than_a_limit_asks_for_the_next_step(string question, string step, bool holds)
        => Assert.Equal(holds, FigureRange.Holds(Figure.InQuestion(question), step));

    [Theory]
    [InlineData("a score of 65", "60 to 79", true)]
    [InlineData("a score of 65", "80 and more", false)]
    [InlineData("a score of 85", "80 and more", true)]
    [InlineData("a score of 20", "below 40, or no report", true)]
    [InlineData("a score of 65", "accountant", null)]
    [InlineData("what is the score", "60 to 79", null)]
    [InlineData("order 65 for €65", "60 to 79 kg", null)]
    public void A_plain_number_falls_into_the_step_of_a_row(string question, string key, bool? holds)
        => Assert.Equal(holds, FigureRange.HoldsNumber(question, key));

    [Fact]
    public void A_step_that_only_begins_says_where()
    {
        Assert.Equal(140000m, FigureRange.Beginning("from €140,000"));
        Assert.Null(FigureRange.Beginning("above 5 % up to 10 %"));
    }
}
