using Copilot.Contracts;
using Copilot.Evals.Checking;
using Copilot.Evals.Truth;
using Xunit;

namespace Copilot.Tests.Evals;

public sealed class FactCheckTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData("It is €12,345.60 [S1].", 12345.60)]
    [InlineData("It is EUR 12 345.60.", 12345.60)]
    [InlineData("It is 12\u202F345.60 €.", 12345.60)]
    [InlineData("About €12,346 in all.", 12345.60)]
    [InlineData("**40** boxes are free.", 40)]
    [InlineData("There are none.", 0)]
    [InlineData("Three receipts are late.", 3)]
    public void A_number_counts_in_any_formatting(string answer, double value)
        => Assert.True(FactCheck.Holds(new AnswerText(Answers.Of(answer)), TruthValue.Number((decimal)value), Today));

    [Theory]
    [InlineData("It is €1,240 [S40].", 40)]
    [InlineData("It is 140.", 40)]
    [InlineData("It is 40.5.", 40)]
    [InlineData("L2409-040", 40)]
    [InlineData("It is €12,347.", 12345.60)]
    public void Another_number_does_not_count(string answer, double value)
        => Assert.False(FactCheck.Holds(new AnswerText(Answers.Of(answer)), TruthValue.Number((decimal)value), Today));

    [Theory]
    [InlineData("on 3 March")]
    [InlineData("on Tuesday 3 Mar 2026")]
    [InlineData("by 2026-03-03")]
    [InlineData("on March 3, 2026")]
    [InlineData("tomorrow")]
    [InlineData("03/03/2026")]
    public void A_day_counts_in_any_wording(string answer)
        => Assert.True(FactCheck.Holds(new AnswerText(Answers.Of(answer)), TruthValue.On(new DateOnly(2026, 3, 3)), Today));

    [Theory]
    [InlineData("on 13 March")]
    [InlineData("by 2026-03-30")]
    [InlineData("on 3 May")]
    public void Another_day_does_not_count(string answer)
        => Assert.False(FactCheck.Holds(new AnswerText(Answers.Of(answer)), TruthValue.On(new DateOnly(2026, 3, 3)), Today));

    [Fact]
    public void Words_count_in_one_variant_and_not_inside_longer_ones()
    {
        var answer = new AnswerText(Answers.Of("Within 130 days, up to 10 %."));
        Assert.False(FactCheck.Holds(answer, TruthValue.Words("30 days"), Today));
        Assert.True(FactCheck.Holds(answer, TruthValue.Words("5%", "10%"), Today));
    }

    [Fact]
    public void A_list_must_be_told_whole_unless_it_is_long()
    {
        var answer = new AnswerText(Answers.Of("S00001 and S00002"));
        Assert.True(FactCheck.Holds(answer, TruthValue.All(["S00001", "S00002"]), Today));
        Assert.False(FactCheck.Holds(answer, TruthValue.All(["S00001", "S00003"]), Today));
        Assert.True(FactCheck.Holds(answer, TruthValue.Some(["S00001", "S00002", "S00003"], 2), Today));
    }

    [Fact]
    public void Cards_are_read_too()
    {
        var card = new KeyFiguresCard { Title = "Stock", Items = [new KeyFigure("Free", "1250", FactKind.Quantity, "Box")] };
        Assert.True(FactCheck.Holds(new AnswerText(Answers.Of("See below.", cards: [card])), TruthValue.Number(1250), Today));
    }
}
