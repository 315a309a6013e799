using Copilot.Contracts;
using Copilot.Documents.Extraction.Pages;
using Copilot.Documents.Layout;
using Copilot.Testing.Documents;
using Xunit;
using static Copilot.Tests.Documents.Extraction.Pages.LayoutCheck;

namespace Copilot.Tests.Documents.Extraction.Pages;

/// <summary>Habits of sample documents, form pages and small programs for bills, each by itself.</summary>
public sealed class SampleFieldTests
{
    [Theory]
    [InlineData("Handelsrechnung (380) Nr. 55107 vom 07.04.2026", "55107")]
    [InlineData("Rechnungskorrektur (384) Nr. KR2604177 vom 07.04.2026", "KR2604177")]
    [InlineData("Commercial invoice (380) No. 55107 of 07.04.2026", "55107")]
    public void A_code_in_brackets_is_no_number(string title, string number)
        => Assert.Equal((object?[])[number, "2026-04-07"], Read(new PageSketch().Line(45, 36, title, 14).Lines(45, 80, "Bestellung: B-901", "Seite 1 von 1", "Vielen Dank")).Values("number", "issueDate"));

    [Fact]
    public void A_title_with_gaps_between_its_parts_is_read_as_one()
    {
        var found = Read(new PageSketch().Row(36, [45, 190, 260], "Handelsrechnung (380)", "Nr. 55107", "vom 07.04.2026").Line(45, 80, "Bestellung: B-901"));
        Assert.Equal((object?[])["55107", "B-901"], found.Values("number", "orderReference"));
    }

    [Fact]
    public void A_title_may_begin_with_a_word_of_no_label()
    {
        var found = Read(new PageSketch().Line(45, 36, "Kaufmännische Gutschrift (381) Nr. G-26/417 vom 07.04.2026", 14).Row(70, [45, 200], "Rechnungsbezug:", "R-26/9001 vom 02.03.2026").Row(100, [45, 200], "Nummer:", "70021").Line(45, 130, "Seite 1 von 1"));
        Assert.Equal(BusinessDocumentType.CreditNote, found.Type);
        Assert.Equal((object?[])["G-26/417", "2026-04-07", "R-26/9001"], found.Values("number", "issueDate", "invoiceReference"));
    }

    [Fact]
    public void The_letters_of_a_number_are_no_label()
    {
        var found = Read(new PageSketch().Line(45, 36, "DELIVERY NOTE", 14).Row(70, [300, 420], "Delivery note:", "DN 88120").Row(84, [300, 420], "Our ref:", "SO 60077").Row(98, [300, 420], "Order no:", "PO-17"));
        Assert.Equal((object?[])["DN 88120", "SO 60077", "PO-17"], found.Values("number", "salesOrderReference", "orderReference"));
    }

    [Fact]
    public void A_day_below_the_number_is_the_documents()
    {
        var found = Read(new PageSketch().Row(70, [300, 420], "Auftragsbestätigung:", "AB-4411").Row(84, [300, 420], "vom:", "19.02.2026").Row(98, [300, 420], "Ihre Bestellung:", "K-33 vom 17.02.2026"));
        Assert.Equal((object?[])["AB-4411", "2026-02-19", "K-33"], found.Values("number", "issueDate", "orderReference"));
    }

    [Theory]
    [InlineData("Serie", "A")]
    [InlineData("Serie A", "")]
    public void A_series_stands_beside_the_number(string label, string series)
    {
        var found = Read(new PageSketch().Line(45, 36, "FACTURA", 14).Row(60, [300, 345, 380, 450], label, series, "Número", "4471").Row(74, [300, 400], "Fecha", "14/10/2026"));
        Assert.Equal((object?[])["4471", "A"], found.Values("number", "series"));
    }

    [Fact]
    public void A_series_and_its_number_may_stand_in_one_line()
    {
        var found = Read(new PageSketch().Line(45, 36, "FACTURA RECTIFICATIVA", 14).Line(300, 60, "Serie R Número 26-018").Line(300, 74, "Fecha expedición 25.02.26"));
        Assert.Equal((object?[])["26-018", "R", "2026-02-25"], found.Values("number", "series", "issueDate"));
    }

    [Fact]
    public void A_series_of_goods_is_none()
        => Assert.False(Read(new PageSketch().Line(45, 36, "FACTURA", 14).Row(60, [300, 400], "Número", "4471").Row(500, [45, 100], "Serie", "ZX")).Fields.ContainsKey("series"));

    [Fact]
    public void Heads_that_stand_close_together_have_a_value_each()
    {
        // All of one line of the page, as a program writes it that draws a grid around them.
        PlacedWord[] words =
        [
            new("INVOICE", 45, 36, 110, 52, 1), new("DATE", 300, 80, 320, 90, 2), new("INVOICE", 357, 80, 392, 90, 2), new("#", 394.5f, 80, 399.5f, 90, 2),
            new("11/30/2026", 300, 94, 350, 104, 3), new("48817", 357, 94, 382, 104, 3), new("Thank", 45, 200, 70, 210, 4), new("you", 72.5f, 200, 87.5f, 210, 4),
        ];
        var found = PageDocument.Read([new PlacedPage(1, 595, 842, words)], "text").Finish("invoice.pdf");
        Assert.Equal((object?[])["48817", "2026-11-30"], found.Values("number", "issueDate"));
    }

    [Fact]
    public void Numbered_boxes_name_numbers_as_well()
    {
        var found = Read(new PageSketch().Line(220, 36, "COMMERCIAL INVOICE", 15).Lines(300, 70, "2. Invoice no. and date", "HL-26-0447 18 May 2026").Lines(300, 100, "3. Buyer's order no.", "4500087711").Lines(45, 70, "1. Exporter", "Harrow & Lyle Ltd", "Sheffield S9 2RX"));
        Assert.Equal((object?[])["HL-26-0447", "2026-05-18", "4500087711", "Harrow & Lyle Ltd"], found.Values("number", "issueDate", "orderReference", "supplierName"));
    }

    [Fact]
    public void The_customers_tax_number_is_the_customers()
    {
        var found = Read(new PageSketch().Line(45, 36, "FACTURE F-26-0881", 14).Line(300, 80, "N° TVA client : FR40303265045").Line(45, 400, "TVA FR61482110934"));
        Assert.Equal((object?[])["FR61482110934", "FR40303265045"], found.Values("supplierVat", "buyerVat"));
    }

    [Fact]
    public void An_order_beside_the_customers_is_the_sellers()
    {
        var found = Read(new PageSketch().Line(300, 36, "PACKING SLIP", 16).Row(70, [300, 420], "Packing slip #", "PS-88412").Row(84, [300, 420], "Order #", "SO-40177").Row(98, [300, 420], "Customer PO", "CTS-19"));
        Assert.Equal((object?[])["PS-88412", "CTS-19", "SO-40177"], found.Values("number", "orderReference", "salesOrderReference"));
    }

    [Fact]
    public void What_is_taken_off_with_a_minus_was_paid()
    {
        var found = Read(new PageSketch().Line(45, 36, "Invoice 4711", 14).Row(200, [300, 480], "Net amount", "100.00").Row(214, [300, 480], "VAT 19%", "19.00").Row(228, [300, 480], "Total", "119.00").Row(242, [300, 480], "Deposit", "-50.00").Row(256, [300, 480], "Balance due", "69.00"));
        Assert.Equal((object?[])[119.00m, 50.00m, 69.00m], found.Values("totalAmount", "prepaidAmount", "payableAmount"));
    }

    [Fact]
    public void The_invoice_that_a_correction_refers_to_is_not_its_number()
    {
        var found = Read(new PageSketch().Line(300, 36, "RECHNUNGSKORREKTUR", 12).Row(60, [300, 420], "Beleg-Nr", ": RK4410887").Row(74, [300, 420], "Beleg-Datum", ": 12.05.2026").Row(88, [300, 420], "Bezug-Rechnung", ": R4410201"));
        Assert.Equal((object?[])["RK4410887", "R4410201"], found.Values("number", "invoiceReference"));
    }

    [Fact]
    public void The_day_of_payment_stands_behind_other_days()
    {
        var found = Read(new PageSketch().Line(45, 36, "FATTURA n. 2026/115 del 18/06/2026", 13).Line(45, 80, "Vostro ordine n. 88 del 03/06/2026, bonifico a 30 gg, scadenza 18/07/2026"));
        Assert.Equal((object?[])["2026/115", "2026-07-18"], found.Values("number", "dueDate"));
    }

    [Fact]
    public void What_is_still_to_be_paid_is_not_the_total()
    {
        var found = Read(new PageSketch().Line(45, 36, "Schlussrechnung Nr. 26-117", 14).Row(200, [300, 480], "Summe netto", "1.000,00 €").Row(214, [300, 480], "zzgl. 19 % MwSt", "190,00 €").Row(228, [300, 480], "Summe brutto", "1.190,00 €").Row(242, [260, 480], "abzüglich erhaltene Abschlagszahlung", "-600,00 €").Row(256, [300, 480], "Noch zu zahlen", "590,00 €"));
        Assert.Equal((object?[])[1190.00m, 600.00m, 590.00m], found.Values("totalAmount", "prepaidAmount", "payableAmount"));
    }

    [Fact]
    public void Sums_in_a_sentence_are_read_one_after_the_other()
    {
        var found = Read(new PageSketch().Line(45, 36, "Rechnung Nr. 2026/61", 14).Line(45, 200, "Nettobetrag 143,70 €, zuzüglich 19 % MwSt. 27,30 €, zu zahlender Betrag 171,00 €.").Line(45, 220, "Lieferung am 09.06.2026 frei Haus."));
        Assert.Equal((object?[])[143.70m, 27.30m, 171.00m, 171.00m, "2026-06-09"], found.Values("netAmount", "taxAmount", "totalAmount", "payableAmount", "deliveryDate"));
    }

    [Fact]
    public void What_is_to_be_paid_is_the_total_of_several_rates()
    {
        var found = Read(new PageSketch().Line(45, 36, "Factuur 2026-77", 14).Row(200, [300, 480], "Totaal exclusief btw", "534,00").Row(214, [300, 480], "Btw 9% over 474,00", "42,66").Row(228, [300, 480], "Btw 21% over 60,00", "12,60").Row(242, [300, 480], "Te voldoen", "589,26"));
        Assert.Equal((object?[])[534.00m, 55.26m, 589.26m, 589.26m], found.Values("netAmount", "taxAmount", "totalAmount", "payableAmount"));
    }

    [Fact]
    public void The_owner_below_a_name_is_not_the_name()
    {
        var found = Read(new PageSketch().Line(350, 36, "Papeterie Lindner", 16).Line(350, 58, "Inh. Sabine Lindner e.K. · Lindenstr. 14 · 50674 Köln", 8).Lines(45, 110, "Kanzlei Ortmann mbB", "Hohenring 50", "50672 Köln").Line(45, 180, "Rechnung Nr. 2026/61", 12));
        Assert.Equal((object?[])["Papeterie Lindner", "Kanzlei Ortmann mbB"], found.Values("supplierName", "buyerName"));
    }
}
