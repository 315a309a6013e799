using Copilot.Odoo.Actions.Stock;
using Xunit;

namespace Copilot.Tests.Odoo.Actions;

public sealed class DirectionTests
{
    [Theory]
    [InlineData("move 3 from Rotterdam to Lyon", true, true)]
    [InlineData("bring 3 to Lyon from Rotterdam", true, true)]
    [InlineData("restock Lyon with 3 from RTM", true, true)]
    [InlineData("3 boxes Rotterdam -> Lyon", true, false)]
    public void The_words_before_the_names_say_where_goods_come_from(string question, bool inOrder, bool isSure)
        => Assert.Equal((inOrder, isSure), Direction.Sort(question, ["RTM", "Rotterdam Port", "Rotterdam"], ["LYO", "Lyon Central", "Lyon"]));

    [Theory]
    [InlineData("give S00042 the stock reserved for S00040", false)]
    [InlineData("take the stock of order 40 for order 42", true)]
    [InlineData("reallocate from s00040 to s00042", true)]
    public void Orders_are_found_by_number_and_by_bare_digits(string question, bool inOrder)
        => Assert.Equal((inOrder, true), Direction.Sort(question, First(question), First(question)[0] == "S00040" ? ["S00042", "42"] : ["S00040", "40"]));

    [Fact]
    public void A_question_that_takes_long_to_read_does_not_hang()
        => Assert.True(Direction.Sort(new string('a', 4000) + " from " + string.Concat(Enumerable.Repeat("the order ", 400)), ["S1"], ["S2"]).InOrder);

    /// <summary>The order that is mentioned first.</summary>
    private static IReadOnlyList<string> First(string question)
        => question.IndexOf("40", StringComparison.Ordinal) < question.IndexOf("42", StringComparison.Ordinal) ? ["S00040", "40"] : ["S00042", "42"];
}
