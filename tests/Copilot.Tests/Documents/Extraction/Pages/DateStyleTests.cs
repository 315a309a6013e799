using Copilot.Documents.Extraction.Pages;
using Xunit;

namespace Copilot.Tests.Documents.Extraction.Pages;

public sealed class DateStyleTests
{
    [Theory]
    [InlineData("2026-03-04", "2026-03-04")]
    [InlineData("04.03.2026", "2026-03-04")]
    [InlineData("4. März 2026", "2026-03-04")]
    [InlineData("March 4, 2026", "2026-03-04")]
    [InlineData("4 mars 2026", "2026-03-04")]
    [InlineData("4 de marzo de 2026", "2026-03-04")]
    [InlineData("04-mrt-2026", "2026-03-04")]
    [InlineData("04.03.26", "2026-03-04")]
    [InlineData("31.02.2026", null)]
    [InlineData("123/456/7890", null)]
    public void Dates_are_read_in_the_ways_people_write_them(string text, string? iso)
        => Assert.Equal(iso, DateStyle.Of(text, american: false).First(text)?.Iso);

    [Fact]
    public void Another_date_of_the_document_tells_whether_the_month_comes_first()
    {
        Assert.Equal("2026-03-04", DateStyle.Of("03/04/2026 and 03/25/2026", american: false).First("03/04/2026")?.Iso);
        Assert.Equal("2026-04-03", DateStyle.Of("03/04/2026 and 25/03/2026", american: true).First("03/04/2026")?.Iso);
    }

    [Theory]
    [InlineData("Facture n° 7 Date : 03/04/2026 Montant HT TVA", "2026-04-03", true)]
    [InlineData("Fattura n. 7 Data 03/04/2026 Importo Totale imponibile IVA", "2026-04-03", true)]
    [InlineData("Invoice 7 Date 03/04/2026 Amount VAT", "2026-04-03", false)]
    [InlineData("Die Rechnung", null, false)]
    public void The_language_of_a_document_tells_that_the_day_comes_first_though_not_for_certain(string text, string? iso, bool isLikely)
    {
        var found = DateStyle.Of(text, american: false).First(text);

        Assert.Equal(iso, found?.Iso);
        Assert.Equal(isLikely, found?.Sure is > 0.75 and < 0.9);
    }

    [Fact]
    public void Without_another_date_it_is_not_sure()
        => Assert.True(DateStyle.Of("03/04/2026", american: true).First("03/04/2026")?.Sure < 0.7);
}
