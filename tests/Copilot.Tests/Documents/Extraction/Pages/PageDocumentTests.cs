using Copilot.Contracts;
using Copilot.Documents.Extraction;
using Copilot.Documents.Extraction.Pages;
using Copilot.Testing.Documents;
using Xunit;

namespace Copilot.Tests.Documents.Extraction.Pages;

public sealed class PageDocumentTests
{
    private static readonly float[] Columns = [45, 110, 330, 400, 480];

    [Fact]
    public void An_invoice_gives_its_head_its_lines_and_totals_that_agree()
    {
        var found = Read(Invoice("04/03/2026", "13/03/2026"));

        Assert.Equal((BusinessDocumentType.Invoice, "text", false), (found.Type, found.Engine, found.NeedsReview));
        Assert.Equal("R-2026-7", found.Fields["number"].Value);
        Assert.Equal("2026-03-04", found.Fields["issueDate"].Value);
        Assert.Equal("2026-03-13", found.Fields["dueDate"].Value);
        Assert.Equal("Northgate Fixings Ltd", found.Fields["supplierName"].Value);
        Assert.Equal("Harbor Distribution GmbH", found.Fields["buyerName"].Value);
        Assert.Equal("PO4711", found.Fields["orderReference"].Value);
        Assert.Equal((35.00m, 7.00m, 42.00m), (found.Fields["netAmount"].Value, found.Fields["taxAmount"].Value, found.Fields["totalAmount"].Value));
        Assert.Equal(2, found.Lines.Count);
        Assert.Equal(("AB-1", "Hex bolt zinc plated", 10m, 2.50m, 25.00m), (found.Lines[0].Sku, found.Lines[0].Description, found.Lines[0].Quantity, found.Lines[0].UnitPrice, found.Lines[0].Amount));
        Assert.All(found.Checks, c => Assert.True(c.Ok, c.Name));
        Assert.Contains(found.Checks, c => c.Name == "lines_sum_to_net");
    }

    [Fact]
    public void Every_field_on_a_page_says_where_it_stands()
    {
        var number = Read(Invoice("04/03/2026", "13/03/2026")).Fields["number"];

        Assert.Equal(1, number.Page);
        Assert.Equal(4, number.Box!.Count);
        Assert.InRange(number.Box[1], 90, 110);
    }

    [Fact]
    public void A_date_that_could_be_two_days_is_less_sure_and_needs_review()
    {
        var told = Read(Invoice("04/03/2026", "13/03/2026")).Fields["issueDate"];
        var doubtful = Read(Invoice("04/03/2026", "05/03/2026"));

        Assert.True(doubtful.Fields["issueDate"].Confidence < 0.7);
        Assert.True(told.Confidence > 0.9);
        Assert.True(doubtful.NeedsReview);
    }

    [Fact]
    public void A_total_that_does_not_add_up_is_doubted()
    {
        var found = Read(Invoice("04/03/2026", "13/03/2026", total: "43.00"));

        Assert.True(found.NeedsReview);
        Assert.Contains(found.Checks, c => c is { Name: "net_plus_tax_is_total", Ok: false });
        Assert.True(found.Fields["totalAmount"].Confidence < 0.7);
    }

    [Fact]
    public void German_words_put_together_and_decimal_commas_are_read()
    {
        var page = new PageSketch().Line(45, 40, "Schraubenwerk Nordhausen GmbH", 14).Line(45, 180, "Rechnung", 16)
            .Line(45, 210, "Rechnungsnummer: RE-77").Line(45, 224, "Rechnungsdatum: 3. Februar 2026").Line(45, 238, "Ihre Bestellnummer: P00012")
            .Lines(45, 110, "Harbor Distribution GmbH", "Am Hafen 3", "28195 Bremen")
            .Row(300, Columns, "Pos.", "Bezeichnung", "Menge", "Einzelpreis", "Gesamtpreis")
            .Row(318, Columns, "1", "Sechskantschraube M8", "1.200 Stk", "0,25", "300,00")
            .Row(360, [330, 480], "Nettobetrag", "300,00").Row(374, [330, 480], "zzgl. MwSt. 19 %", "57,00").Row(388, [330, 480], "Rechnungsbetrag", "357,00 EUR");
        var found = Read(page);

        Assert.Equal(("RE-77", "2026-02-03", "P00012", "EUR"), (found.Fields["number"].Value, found.Fields["issueDate"].Value, found.Fields["orderReference"].Value, found.Fields["currency"].Value));
        Assert.Equal((300.00m, 57.00m, 357.00m), (found.Fields["netAmount"].Value, found.Fields["taxAmount"].Value, found.Fields["totalAmount"].Value));
        Assert.Equal((1200m, "Stk", 0.25m), (found.Lines[0].Quantity, found.Lines[0].Unit, found.Lines[0].UnitPrice));
    }

    [Fact]
    public void A_description_that_is_broken_over_two_lines_is_one()
    {
        var page = new PageSketch().Line(45, 40, "Delivery Note", 16).Line(45, 70, "Delivery Note No: D-9").Line(45, 84, "Date: 2026-05-06")
            .Row(120, [45, 300], "Description", "Quantity")
            .Row(138, [45, 300], "Circular saw blade with reinforced tips for", "12 pcs").Line(45, 150, "laminated boards")
            .Row(168, [45, 300], "Gloves", "4 pcs");
        var found = Read(page);

        Assert.Equal(BusinessDocumentType.DeliveryNote, found.Type);
        Assert.Equal(["Circular saw blade with reinforced tips for laminated boards", "Gloves"], found.Lines.Select(l => l.Description));
        Assert.Equal("D-9", found.Fields["number"].Value);
    }

    [Fact]
    public void A_page_of_prose_is_no_invoice()
    {
        var found = Read(new PageSketch().Lines(45, 60, "We met on Tuesday to talk about the roof.", "It will be mended before the winter comes."));

        Assert.Equal(BusinessDocumentType.Other, found.Type);
        Assert.Empty(found.Lines);
        Assert.False(found.Fields.ContainsKey("totalAmount"));
    }

    [Fact]
    public void An_empty_page_gives_nothing()
        => Assert.Empty(Read(new PageSketch()).Fields);

    [Theory]
    [InlineData("purchase order", BusinessDocumentType.PurchaseOrder)]
    [InlineData("Auftragsbestätigung", BusinessDocumentType.OrderConfirmation)]
    [InlineData("Bon de livraison", BusinessDocumentType.DeliveryNote)]
    [InlineData("Nota di credito", BusinessDocumentType.CreditNote)]
    [InlineData("Factuur", BusinessDocumentType.Invoice)]
    [InlineData("Albarán", BusinessDocumentType.DeliveryNote)]
    [InlineData("Bill of Lading", BusinessDocumentType.BillOfLading)]
    [InlineData("Proof of Delivery", BusinessDocumentType.ProofOfDelivery)]
    [InlineData("Packing List", BusinessDocumentType.PackingSlip)]
    [InlineData("Statement of Account", BusinessDocumentType.Statement)]
    public void A_title_tells_the_type(string title, BusinessDocumentType type)
        => Assert.Equal(type, Read(new PageSketch().Line(45, 40, title, 18).Lines(45, 90, "Some words", "and more words", "below them")).Type);

    private static PageSketch Invoice(string date, string due, string total = "42.00")
        => new PageSketch().Line(45, 40, "Northgate Fixings Ltd", 14).Line(330, 70, "INVOICE", 18)
            .Line(330, 98, "Invoice No: R-2026-7").Line(330, 112, $"Invoice Date: {date}").Line(330, 126, $"Due Date: {due}").Line(330, 140, "Your Order No: PO4711")
            .Line(45, 110, "Bill To:").Lines(45, 123, "Harbor Distribution GmbH", "9 Dock Street", "Hull HU1 2AB")
            .Row(220, Columns, "Code", "Description", "Qty", "Unit Price", "Amount")
            .Row(238, Columns, "AB-1", "Hex bolt zinc plated", "10", "2.50", "25.00")
            .Row(254, Columns, "AB-2", "Washer", "4", "2.50", "10.00")
            .Row(290, [400, 480], "Net Total", "35.00").Row(304, [400, 480], "VAT 20%", "7.00").Row(318, [400, 480], "Total", $"£{total}");

    private static ExtractedDocument Read(PageSketch page) => PageDocument.Read([page.Page()], "text").Finish("document.pdf");
}
