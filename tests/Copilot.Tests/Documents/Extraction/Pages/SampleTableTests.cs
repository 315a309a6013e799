using Copilot.Contracts;
using Copilot.Testing.Documents;
using Xunit;
using static Copilot.Tests.Documents.Extraction.Pages.LayoutCheck;

namespace Copilot.Tests.Documents.Extraction.Pages;

/// <summary>Tables with several storeys: heads over each other, texts and prices in rows of their own.</summary>
public sealed class SampleTableTests
{
    private static PageSketch Bill => new PageSketch().Line(45, 36, "RECHNUNG 4711", 14).Line(45, 60, "Datum: 11.08.2026");

    [Fact]
    public void Codes_over_each_other_are_told_by_their_place()
    {
        float[] at = [45, 80, 200, 340, 400, 480];
        var found = Read(Bill.Row(120, at, "Pos", "Art-Nr-Kunde", "Beschreibung", "Nettopreis", "Menge", "Nettobetrag").Line(80, 132, "Art-Nr-Lief.").Line(80, 144, "Art-Nr").Line(80, 156, "(Art)")
            .Row(180, at, "1", "BM-20117", "Planziegel 24 cm", "3,15", "96", "302,40").Line(80, 192, "ZS-240").Line(80, 204, "4260123412346").Line(80, 216, "(EAN)")
            .Row(240, at, "2", "BM-20344", "Ziegelsturz", "11,90", "7", "83,30").Line(80, 252, "ZS-STURZ").Line(80, 264, "4260123412988").Line(80, 276, "(EAN)"));

        Assert.Equal([("ZS-240", "BM-20117", "4260123412346"), ("ZS-STURZ", "BM-20344", "4260123412988")], found.Lines.Select(l => (l.Sku!, l.BuyerSku!, l.Gtin!)));
    }

    [Fact]
    public void A_figure_in_the_middle_of_a_text_below_is_no_quantity()
    {
        float[] at = [45, 140, 260, 340, 430, 500];
        var found = Read(Bill.Row(120, at, "GTIN", "Art-Nr-Lieferant", "Menge", "Nettopreis", "MwSt-%", "Nettowert").Row(132, at, "Art-Nr-Kunde", "Artikelbezeichnung", "", "", "", "")
            .Row(156, at, "4388110113306", "FA-1102", "24,00 Stk.", "2,89", "7,0", "69,36").Row(168, at, "N55012", "Grüne Oliven entkernt 370 ML", "", "", "", "")
            .Row(188, at, "4388110113405", "FA-1140", "10,00 Stk.", "18,45", "7,0", "184,50").Row(200, at, "N55030", "Antipasti gemischt Schale 2 KG", "", "", "", ""));

        Lines(found, (24, 2.89m, 69.36m), (10, 18.45m, 184.50m));
        Assert.Equal([("FA-1102", "Grüne Oliven entkernt 370 ML"), ("FA-1140", "Antipasti gemischt Schale 2 KG")], found.Lines.Select(l => (l.Sku!, l.Description!)));
    }

    [Fact]
    public void Prices_may_stand_in_rows_below_the_line()
    {
        float[] at = [45, 90, 220, 330, 400, 500];
        var found = Read(Bill.Row(120, at, "Pos.", "Material", "Bezeichnung", "Menge", "Preis", "Wert")
            .Row(136, at, "000010", "VAL-80-16", "", "6 ST", "", "").Line(90, 148, "Schieber weichdichtend").Row(160, at, "", "Bruttopreis", "", "", "214,50", "1.287,00").Row(172, at, "", "Kundenrabatt", "", "", "12,000- %", "154,44-").Row(184, at, "", "Nettowert", "", "", "188,76", "1.132,56")
            .Row(204, at, "000020", "DIC-EPDM", "", "250 ST", "", "").Line(90, 216, "Flachdichtung EPDM").Row(228, at, "", "Nettowert", "", "", "0,86", "215,00")
            .Row(260, [330, 500], "Nettobetrag", "1.347,56").Row(272, [330, 500], "Ausgangssteuer 19 %", "256,04").Row(284, [330, 500], "Endbetrag", "1.603,60"));

        Lines(found, (6, 188.76m, 1132.56m), (250, 0.86m, 215.00m));
        Assert.Equal([("VAL-80-16", "Schieber weichdichtend"), ("DIC-EPDM", "Flachdichtung EPDM")], found.Lines.Select(l => (l.Sku!, l.Description!)));
        Assert.Equal((object?[])[1347.56m, 256.04m, 1603.60m], found.Values("netAmount", "taxAmount", "totalAmount"));
    }

    [Fact]
    public void A_strip_of_sums_that_begins_with_a_carried_word_ends_the_lines()
    {
        float[] at = [45, 100, 160, 230, 400, 450, 510];
        var found = Read(new PageSketch().Row(36, [300, 400, 470], "FACTURA Nº", "FECHA", "CLIENTE").Row(48, [300, 400, 470], "26/00771", "30-06-2026", "430")
            .Row(120, at, "ALBARÁN", "FECHA", "REF.", "DESCRIPCIÓN", "UDS.", "PRECIO", "IMPORTE").Row(134, at, "A-1180", "04-06-26", "HARF25", "Harina fuerza saco", "20", "17,40", "348,00").Row(148, at, "A-1233", "18-06-26", "LEV500", "Levadura prensada", "36", "1,85", "66,60")
            .Row(240, [45, 120, 220, 330, 400, 470], "SUMA", "DTO. P.P. 2%", "BASE IMPONIBLE", "% IVA", "IVA", "TOTAL A PAGAR").Row(254, [45, 120, 220, 330, 400, 470], "414,60", "8,29", "406,31", "10", "40,63", "446,94 €"));

        Assert.Equal(BusinessDocumentType.Invoice, found.Type);
        Lines(found, (20, 17.40m, 348.00m), (36, 1.85m, 66.60m));
        Assert.Equal((object?[])["26/00771", 406.31m, 40.63m, 446.94m], found.Values("number", "netAmount", "taxAmount", "totalAmount"));
    }

    [Fact]
    public void A_head_in_two_rows_may_say_what_stands_in_the_two_rows_of_a_line()
    {
        float[] at = [45, 100, 200, 330, 430];
        var found = Read(Bill.Row(120, at, "Pos.", "Material", "Bezeichnung", "", "").Row(136, at, "", "Bestellmenge", "Einheit", "Preis pro Einheit", "Nettowert")
            .Row(150, at, "00010", "M-880121", "O-Ring 45x3 NBR 70", "", "").Row(162, at, "", "50", "Stück", "1,85", "92,50").Row(174, at, "00020", "M-880377", "Wellendichtring", "", "").Row(186, at, "", "120", "Stück", "1,64", "196,80")
            .Row(206, at, "Gesamtnettowert", "", "", "", "289,30"));

        Lines(found, (50, 1.85m, 92.50m), (120, 1.64m, 196.80m));
        Assert.Equal([("M-880121", "O-Ring 45x3 NBR 70", "Stück"), ("M-880377", "Wellendichtring", "Stück")], found.Lines.Select(l => (l.Sku!, l.Description!, l.Unit!)));
    }

    [Fact]
    public void A_tax_that_multiplies_is_no_line()
    {
        float[] at = [45, 80, 300, 380, 450, 510];
        var found = Read(Bill.Row(120, at, "Pos.", "Beschreibung", "Menge", "Einzelpreis", "USt.", "Gesamtpreis").Row(134, at, "1.", "Entwurf", "1 Std", "160,00 €", "7%", "160,00 €").Row(148, at, "2.", "Pfeifen", "12 Stk", "79,80 €", "19%", "957,60 €")
            .Row(176, [300, 510], "Wert der Waren", "1.117,60 €").Row(190, [300, 510], "7% USt. auf 160,00 €", "11,20 €").Row(204, [300, 510], "19% USt. auf 957,60 €", "181,94 €").Row(218, [300, 510], "Gesamt", "1.310,74 €"));

        Lines(found, (1, 160.00m, 160.00m), (12, 79.80m, 957.60m));
        Assert.Equal((object?[])[1117.60m, 193.14m, 1310.74m], found.Values("netAmount", "taxAmount", "totalAmount"));
    }

    [Theory]
    [InlineData("Abrechnungszeitraum KW 36")]
    [InlineData("Leistungszeitraum 01.09. - 30.09.2026")]
    [InlineData("Service period from 1 to 30 September")]
    public void A_period_below_a_name_is_no_part_of_it(string remark)
    {
        float[] at = [45, 80, 300, 380, 480];
        var found = Read(Bill.Row(120, at, "Pos.", "Beschreibung", "Menge", "Einzelpreis", "Gesamtpreis").Row(134, at, "1", "Kommissionierer, zwei Schichten im Lager Nord", "2", "160,00", "320,00").Line(80, 146, remark));
        Assert.Equal("Kommissionierer, zwei Schichten im Lager Nord", Assert.Single(found.Lines).Description);
    }

    [Fact]
    public void Where_others_begin_with_a_code_one_of_letters_is_a_code_as_well()
    {
        float[] at = [45, 80, 120, 160, 400, 500];
        var found = Read(Bill.Row(120, at, "Pos", "Menge", "ME", "Bezeichnung", "E-Preis", "G-Preis").Row(134, at, "10", "2", "Stk", "RB-600", "412,00", "824,00").Line(160, 146, "Röllchenbahn verzinkt").Row(166, at, "20", "1", "psch", "MONT", "480,00", "480,00").Line(160, 178, "Montage vor Ort"));
        Assert.Equal([("RB-600", "Röllchenbahn verzinkt"), ("MONT", "Montage vor Ort")], found.Lines.Select(l => (l.Sku!, l.Description!)));
    }
}
