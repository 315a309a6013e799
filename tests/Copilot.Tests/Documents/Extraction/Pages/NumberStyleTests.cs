using Copilot.Documents.Extraction.Pages;
using Copilot.Documents.Layout;
using Xunit;

namespace Copilot.Tests.Documents.Extraction.Pages;

public sealed class NumberStyleTests
{
    [Theory]
    [InlineData("1.234,50 99,95", "1.234", "1234")]
    [InlineData("1,234.50 99.95", "1.234", "1.234")]
    [InlineData("1,234.50 99.95", "1,234", "1234")]
    [InlineData("99,95", "1 234,50", "1234.50")]
    [InlineData("99,95", "12,5", "12.5")]
    [InlineData("99.95", "(12.50)", "-12.50")]
    [InlineData("99.95", "12.50-", "-12.50")]
    [InlineData("99.95", "1'234.50", "1234.50")]
    [InlineData("99.95", "10000.0000", "10000")]
    public void The_other_numbers_of_a_document_tell_how_one_is_read(string others, string figure, string value)
    {
        var style = NumberStyle.Of(others.Split(' ').Select(t => new PlacedWord(t, 0, 0, 10, 10, 1)));

        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), style.Amount(figure));
    }

    [Theory]
    [InlineData("€ 12.50", 12.50)]
    [InlineData("12.50 EUR", 12.50)]
    [InlineData("call 12.50", null)]
    [InlineData("", null)]
    [InlineData("99999999999999999999999999", null)]
    public void An_amount_may_have_its_currency_and_nothing_else(string text, double? value)
        => Assert.Equal((decimal?)value, new NumberStyle('.').Amount(text));
}
