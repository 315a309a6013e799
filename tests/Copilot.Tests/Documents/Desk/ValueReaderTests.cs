using Copilot.Contracts;
using Copilot.Documents.Desk.Reviewing;
using Copilot.Documents.Extraction.Pages;
using Copilot.Documents.Layout;
using Xunit;

namespace Copilot.Tests.Documents.Desk;

/// <summary>Values as people type or pick them. A wrong number is worse than a question.</summary>
public sealed class ValueReaderTests
{
    [Theory]
    [InlineData("totalAmount", "1.234,56", "1234.56")]
    [InlineData("totalAmount", "1234.56", "1234.56")]
    [InlineData("totalAmount", "€ 99,95", "99.95")]
    [InlineData("totalAmount", "-12,50", "-12.50")]
    [InlineData("totalAmount", "1234", "1234")]
    public void Amounts_are_read_as_the_document_writes_them(string name, string typed, string value)
        => Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), German().Read(name, typed, picked: false));

    [Theory]
    [InlineData("1.234")]
    [InlineData("1,234")]
    [InlineData("-12.500")]
    public void A_typed_number_that_may_be_a_thousand_or_a_fraction_is_asked_back(string typed)
        => Assert.Contains("write all digits", Assert.Throws<CopilotException>(() => German().Read("netAmount", typed, picked: false)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_number_picked_on_the_page_is_read_as_the_page_writes()
        => Assert.Equal(1234m, German().Read("netAmount", "1.234", picked: true));

    [Theory]
    [InlineData("issueDate", "14.09.2026", "2026-09-14")]
    [InlineData("dueDate", "2026-03-04", "2026-03-04")]
    [InlineData("iban", "de89 3704 0044 0532 0130 00", "DE89370400440532013000")]
    [InlineData("currency", "€", "EUR")]
    [InlineData("currency", "chf", "CHF")]
    [InlineData("number", "  RE  2026-17\t", "RE 2026-17")]
    public void Texts_are_brought_into_their_form(string name, string typed, string value) => Assert.Equal(value, German().Read(name, typed, picked: false));

    [Theory]
    [InlineData("issueDate", "03/04/2026", "other way round")]
    [InlineData("issueDate", "soon", "not a date")]
    [InlineData("issueDate", "31.02.2026", "not a date")]
    [InlineData("totalAmount", "a lot", "not a number")]
    [InlineData("currency", "money", "three letters")]
    [InlineData("iban", "12", "IBAN")]
    [InlineData("password", "x", "no field")]
    [InlineData("number", "  ", "1 to 500")]
    public void What_can_not_be_read_says_how_to_write_it(string name, string typed, string because)
        => Assert.Contains(because, Assert.Throws<CopilotException>(() => new ValueReader(null).Read(name, typed, picked: false)).Message, StringComparison.Ordinal);

    private static ValueReader German() => new(new PageText([new PlacedPage(1, 595, 842, [new("1.234,50", 10, 10, 60, 20, 1), new("99,95", 10, 30, 60, 40, 2), new("25.12.2026", 10, 50, 60, 60, 3)])]));
}
