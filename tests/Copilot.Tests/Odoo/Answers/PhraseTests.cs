using System.Globalization;
using Copilot.Odoo.Answers;
using Xunit;

namespace Copilot.Tests.Odoo.Answers;

public sealed class PhraseTests
{
    [Theory]
    [InlineData("1234.5", "EUR", "€1,234.50")]
    [InlineData("-0.5", "EUR", "-€0.50")]
    [InlineData("1000000", "USD", "$1,000,000.00")]
    [InlineData("99.999", "SEK", "100.00 SEK")]
    public void Money_is_grouped_with_two_decimals(string amount, string currency, string expected)
        => Assert.Equal(expected, Phrase.Money(decimal.Parse(amount, CultureInfo.InvariantCulture), currency));

    [Fact]
    public void Figures_read_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal("1,240.5 Units", Phrase.Quantity(1240.5m, "Units"));
            Assert.Equal("12.5 %", Phrase.Percent(12.5m));
            Assert.Equal("Fri 27 Nov 2026", Phrase.Day(new DateOnly(2026, 11, 27)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Lists_end_with_and()
        => Assert.Equal(["", "a", "a and b", "a, b or c"], [Phrase.List([]), Phrase.List(["a"]), Phrase.List(["a", "b"]), Phrase.List(["a", "b", "c"], "or")]);

    [Fact]
    public void Text_from_outside_becomes_one_short_line()
    {
        Assert.Equal("a b", Phrase.Clean("  a\r\n\t b\0 "));
        Assert.Equal(20, Phrase.Clean(new string('x', 50), 20).Length);
        Assert.Equal("\"say 'hi'\"", Phrase.Quoted("say \"hi\""));
    }

    [Theory]
    [InlineData("done", "done.")]
    [InlineData("done. ", "done.")]
    [InlineData("really?", "really?")]
    public void Sentences_end_once(string text, string expected) => Assert.Equal(expected, Phrase.Sentence(text));
}
