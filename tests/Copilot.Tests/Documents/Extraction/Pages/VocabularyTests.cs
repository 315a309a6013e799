using Copilot.Documents.Extraction.Pages;
using Copilot.Testing.Documents;
using Xunit;

namespace Copilot.Tests.Documents.Extraction.Pages;

public sealed class VocabularyTests
{
    [Theory]
    [InlineData("Rechnungsnummer", "Invoice, Number")]
    [InlineData("lnvoice", "Invoice")]
    [InlineData("T0tal", "Total")]
    [InlineData("Nurnmer", "Number")]
    [InlineData("Tota1", "Total")]
    [InlineData("Numero", "Number")]
    [InlineData("lamp", "Nothing")]
    [InlineData("Tarn", "Nothing")]
    [InlineData("10110", "Nothing")]
    public void Words_are_known_though_a_scan_confuses_their_letters(string word, string meaning)
        => Assert.Equal(meaning, string.Join(", ", Folding.Tokens(word).Select(Vocabulary.Of)));

    [Theory]
    [InlineData("+ 19 % USt 20,79", 20.79)]
    [InlineData("zzgl. 7,0 % MwSt 20,79", 20.79)]
    [InlineData("19% USt. 20,79", 20.79)]
    public void A_rate_may_stand_before_its_tax_with_a_word_for_plus(string tax, double amount)
    {
        var found = PageDocument.Read([new PageSketch().Line(45, 40, "Rechnung", 16).Line(45, 100, "Summe netto 109,40").Line(45, 113, tax).Line(45, 126, "Rechnungsbetrag 130,19 EUR").Page()], "text").Finish("a.pdf");

        Assert.Equal((decimal)amount, found.Fields["taxAmount"].Value);
        Assert.Equal(130.19m, found.Fields["totalAmount"].Value);
    }
}
