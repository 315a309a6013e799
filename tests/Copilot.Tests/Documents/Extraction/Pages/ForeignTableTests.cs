using Copilot.Contracts;
using Copilot.Documents.Extraction.Pages;
using Copilot.Testing.Documents;
using Xunit;
using static Copilot.Tests.Documents.Extraction.Pages.LayoutCheck;

namespace Copilot.Tests.Documents.Extraction.Pages;

/// <summary>What large programs and small firms do with tables, sums and addresses, each habit by itself.</summary>
public sealed class ForeignTableTests
{
    [Fact]
    public void Sums_stand_below_the_columns_of_the_lines()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Silverdale Linen Services Ltd", 12).Lines(400, 36, "CREDIT NOTE", "Credit note number", "CN/2026/0044", "Date", "13 May 2026", "Original invoice", "SI/2026/1077")
            .Lines(45, 90, "To:", "The Old Mill Hotel", "Mill Brow", "Ambleside", "LA22 9AA")
            .Row(190, [45, 330, 380, 430, 480, 530], "Description", "Qty", "Price", "Net", "VAT", "Gross")
            .Row(204, [45, 330, 380, 430, 480, 530], "Bath sheet white", "12", "£8.00", "£96.00", "£19.20", "£115.20").Row(218, [45, 430, 480, 530], "Total", "£96.00", "£19.20", "£115.20"));

        Is(found, BusinessDocumentType.CreditNote, "CN/2026/0044", "2026-05-13", "Silverdale Linen Services Ltd", "The Old Mill Hotel", 96.00m, 19.20m, 115.20m);
        Assert.Equal("SI/2026/1077", found.Fields["invoiceReference"].Value);
    }

    [Fact]
    public void Columns_whose_heads_say_nothing_prove_themselves()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "INVOICE S26-30991", 14).Line(45, 56, "Date: 11 August 2026")
            .Row(120, [45, 110, 300, 360, 420, 480], "CODE", "DESCRIPTION", "QTY", "PRICE", "GOODS", "VAT%").Row(134, [45, 110, 300, 360, 420, 480], "CC110", "Dinner plate", "10", "38.50", "385.00", "23.0")
            .Row(148, [45, 110, 300, 360, 420, 480], "CC207", "Gloves L", "30", "4.60", "138.00", "0.0"));
        Lines(found, (10, 38.50m, 385.00m), (30, 4.60m, 138.00m));

        found = Read(new PageSketch()
            .Line(45, 36, "BESTELBON B/417", 14).Row(120, [45, 90, 300, 360, 420, 500], "Lijn", "Omschrijving", "Aantal", "Eenheid", "Kostprys", "Bedrag")
            .Row(134, [45, 90, 300, 360, 420, 500], "1", "Fietsbeugel", "15", "st", "142,00", "2.130,00"));
        Lines(found, (15, 142.00m, 2130.00m));
    }

    [Fact]
    public void One_dollar_that_is_named_is_that_of_all_signs()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Yarra Valley Fasteners Pty Ltd", 14).Lines(380, 36, "Tax Invoice", "Invoice No: TI-55120", "Issue date: 17/10/2026", "Due: 6/11/2026")
            .Row(140, [45, 110, 300, 350, 420, 490], "Code", "Description", "Qty", "Unit Price", "GST", "Total (ex GST)").Row(154, [45, 110, 300, 350, 420, 490], "TEK12", "Tek screw", "8", "$65.00", "$52.00", "$520.00")
            .Line(380, 190, "Subtotal (ex GST): $520.00").Line(380, 203, "GST: $52.00").Line(380, 216, "Total AUD: $572.00"));

        Assert.Equal((object?[])["AUD", "2026-10-17", "2026-11-06", 520.00m, 52.00m, 572.00m], found.Values("currency", "issueDate", "dueDate", "netAmount", "taxAmount", "totalAmount"));
        Lines(found, (8, 65.00m, 520.00m));
    }

    [Fact]
    public void A_sentence_names_the_invoice_that_is_cancelled()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Zeltverleih Hohmann", 18).Lines(45, 90, "TSV Grünwald e.V.", "Am Sportplatz 1", "82031 Grünwald").Row(150, [380, 470], "Rechnungsnr.:", "ST-2026-014").Row(163, [380, 470], "Datum:", "18.03.2026")
            .Line(45, 200, "Stornorechnung", 14).Line(45, 226, "Wir stornieren hiermit unsere Rechnung Nr. RE-2026-0311 vom 11.03.2026."));

        Assert.Equal(BusinessDocumentType.CreditNote, found.Type);
        Assert.Equal((object?[])["ST-2026-014", "2026-03-18", "RE-2026-0311", "Zeltverleih Hohmann", "TSV Grünwald e.V."], found.Values("number", "issueDate", "invoiceReference", "supplierName", "buyerName"));
    }

    [Fact]
    public void The_letterhead_at_the_right_is_not_the_address_at_the_left()
    {
        var found = Read(new PageSketch()
            .Lines(380, 36, "Northgate Catering Equipment PLC", "7 Meadow Lane", "Leeds, LS11 5BJ").Line(45, 80, "Order Confirmation SO-004411", 14).Line(45, 100, "June 8, 2026")
            .Lines(45, 130, "Brindle Hotels Ltd", "21 Promenade", "Southport, PR8 1AA"));

        Assert.Equal((object?[])["SO-004411", "2026-06-08", "Northgate Catering Equipment PLC", "Brindle Hotels Ltd"], found.Values("number", "issueDate", "supplierName", "buyerName"));
    }

    [Fact]
    public void The_order_of_a_small_cooperative_names_its_buyer_as_a_person()
    {
        var found = Read(new PageSketch()
            .Lines(45, 36, "COOPÉRATIVE GASCOGNE APPROS", "Service Achats", "Route de Bordeaux", "32000 AUCH", "Tél. 05 62 00 00 00").Line(320, 44, "BON DE COMMANDE", 14).Line(320, 66, "N° CF2600981 du 10/02/2026")
            .Lines(330, 120, "Papeteries de l'Adour", "Zone Artisanale", "40800 AIRE-SUR-L'ADOUR", "Fax : 05 58 00 00 00").Line(45, 180, "Acheteur : C. Lafitte").Line(45, 200, "Livraison souhaitée le : 24/02/2026"));

        Assert.Equal(BusinessDocumentType.PurchaseOrder, found.Type);
        Assert.Equal((object?[])["CF2600981", "2026-02-10", "2026-02-24", "Papeteries de l'Adour", "COOPÉRATIVE GASCOGNE APPROS"], found.Values("number", "issueDate", "deliveryDate", "supplierName", "buyerName"));
    }

    [Fact]
    public void A_quantity_and_a_description_may_share_a_cell()
    {
        var found = Read(new PageSketch().Line(45, 36, "BON DE LIVRAISON BL-7", 14).Line(67, 120, "Quantité Description", 8).Line(71, 136, "125 kg Tuyau hydraulique", 8));

        Assert.Equal([("Tuyau hydraulique", 125m)], found.Lines.Select(l => (l.Description!, l.Quantity!.Value)));
    }

    [Fact]
    public void A_trade_name_is_given_with_its_legal_form()
        => Assert.Equal("Kwekerij De Linde V.O.F.", Read(new PageSketch().Line(45, 36, "Kwekerij De Linde", 20).Line(400, 36, "Kwekerij De Linde V.O.F.", 8).Line(45, 140, "FACTUUR 26/1184", 12)).Fields["supplierName"].Value);

    [Fact]
    public void Prices_may_include_the_tax()
    {
        var found = Read(new PageSketch()
            .Line(200, 34, "Teeladen am Markt", 20).Lines(45, 90, "Kita Sonnenschein e.V.", "Ringparkweg 2", "97072 Würzburg").Line(420, 130, "Würzburg, 30. Januar 2026").Line(45, 150, "Rechnung 26-0815", 12)
            .Row(190, [45, 100, 290, 380, 490], "Anzahl", "Bezeichnung", "MwSt", "Einzelpreis brutto", "Summe brutto").Row(204, [45, 100, 290, 400, 510], "10", "Kräutertee", "7 %", "6,95 €", "69,50 €").Row(218, [45, 100, 290, 400, 510], "1", "Teekanne", "19 %", "24,95 €", "24,95 €")
            .Line(430, 250, "Rechnungsbetrag: 94,45 €").Line(400, 264, "enthaltene MwSt 7 % aus 64,95 €: 4,55 €").Line(400, 278, "enthaltene MwSt 19 % aus 20,97 €: 3,98 €"));

        Is(found, BusinessDocumentType.Invoice, "26-0815", "2026-01-30", "Teeladen am Markt", "Kita Sonnenschein e.V.", 85.92m, 8.53m, 94.45m);
        Assert.DoesNotContain(found.Checks, c => !c.Ok);
    }

    [Fact]
    public void Who_ships_goods_is_no_party_to_the_bill_for_their_freight()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Prairie Star Freight Lines, Inc.", 14).Lines(380, 36, "FREIGHT INVOICE", "PRO Number: 778-204411", "Invoice Date: 03/19/2026")
            .Row(110, [45, 220, 400], "SHIPPER", "CONSIGNEE", "BILL TO").Row(122, [45, 220, 400], "Red River Oats LLC", "Kettle Moraine Foods DC", "Kettle Moraine Foods").Row(134, [45, 220, 400], "Grand Forks, ND 58201", "West Bend, WI 53095", "West Bend, WI 53095")
            .Row(190, [45, 100, 400, 500], "Pieces", "Description", "Rate", "Charges").Row(204, [45, 100, 400, 500], "4", "Freight, class 70", "16.00", "548.00").Line(380, 230, "TOTAL CHARGES DUE: $548.00"));

        Assert.Equal((object?[])["Prairie Star Freight Lines, Inc.", "Kettle Moraine Foods", 548.00m], found.Values("supplierName", "buyerName", "totalAmount"));
    }

    [Fact]
    public void An_order_is_written_to_the_supplier()
    {
        var found = Read(new PageSketch().Line(45, 36, "Green Fig Trading", 20).Line(45, 80, "Purchase Order", 14).Lines(45, 110, "PO no: 2026-118", "Date: 3 November 2026", "To: Harlow Print & Pack Ltd, 5 Edinburgh Way, Harlow CM20 2DG"));

        Assert.Equal((object?[])["2026-118", "Harlow Print & Pack Ltd", "Green Fig Trading"], found.Values("number", "supplierName", "buyerName"));
    }

    [Fact]
    public void Forms_number_their_boxes()
    {
        var found = Read(new PageSketch().Line(45, 36, "CMR VRACHTBRIEF", 14).Line(400, 60, "Nr. CMR 0044182")
            .Lines(45, 90, "1 Afzender / Sender", "Bloembollen Export Lisse B.V.", "2161 CA Lisse").Lines(45, 140, "2 Geadresseerde / Consignee", "Gartencenter Nordrhein GmbH", "41460 Neuss").Line(320, 200, "Pakbon 88210").Line(45, 320, "Lisse, 12 oktober 2026"));

        Assert.Equal(BusinessDocumentType.BillOfLading, found.Type);
        Assert.Equal((object?[])["CMR 0044182", "2026-10-12", "Bloembollen Export Lisse B.V.", "Gartencenter Nordrhein GmbH"], found.Values("number", "issueDate", "supplierName", "buyerName"));
    }

    [Fact]
    public void A_name_may_begin_with_the_word_of_a_label()
    {
        var found = Read(new PageSketch().Line(45, 36, "Lieferant GmbH", 14).Line(45, 54, "Lieferantenstraße 20, 80333 München", 8).Lines(45, 110, "Kunden AG Mitte", "Kundenstraße 15", "69876 Frankfurt")
            .Line(45, 200, "Rechnung 471102", 14).Line(45, 220, "Datum: 05.03.2026"));
        Assert.Equal((object?[])["Lieferant GmbH", "Kunden AG Mitte"], found.Values("supplierName", "buyerName"));

        found = Read(new PageSketch().Row(36, [45, 210], "Lieferant", "Käufer").Row(48, [45, 210], "MUSTERWERK GMBH", "MUSTER-KUNDE GMBH").Row(60, [45, 210], "99199 MUSTERHAUSEN", "40235 DÜSSELDORF").Line(45, 120, "Rechnung 17", 14));
        Assert.Equal((object?[])["MUSTERWERK GMBH", "MUSTER-KUNDE GMBH"], found.Values("supplierName", "buyerName"));
    }

    [Fact]
    public void A_number_in_a_sentence_below_the_lines_is_no_quantity()
    {
        var found = Read(new PageSketch().Line(45, 36, "Rechnung 17", 14).Row(120, [45, 120, 300, 380, 480], "Artikel", "Bezeichnung", "Menge", "Preis", "Betrag")
            .Row(134, [45, 120, 300, 380, 480], "K-432", "Faltenbeutel", "35", "1,00", "35,00").Row(148, [45, 120, 300, 380, 480], "K-433", "Kopierpapier", "12", "2,00", "24,00").Row(162, [45, 120, 300], "Skonto", "2% bei Zahlung binnen", "10 Tagen"));

        Lines(found, (35, 1.00m, 35.00m), (12, 2.00m, 24.00m));
    }

    [Theory]
    [InlineData("Zahlung dankend erhalten", null, "120.00")]
    [InlineData("Anzahlung", "20,00", null)]
    public void A_total_is_to_be_paid_unless_something_was_paid(string label, string? amount, string? payable)
    {
        var found = Read(new PageSketch().Line(45, 36, "Rechnung 17", 14).Row(200, [380, 480], "Nettobetrag", "100,84").Row(213, [380, 480], "USt 19 %", "19,16").Row(226, [380, 480], "Gesamtbetrag", "120,00").Row(239, [380, 480], label, amount ?? string.Empty));

        Assert.Equal(payable, (found.Fields.GetValueOrDefault("payableAmount")?.Value as decimal?)?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Heads_at_the_left_stand_over_figures_at_the_right()
    {
        var found = Read(new PageSketch().Line(45, 36, "PURCHASE ORDER 108834", 14).Lines(45, 60, "TO:", "Great Plains Abrasives Co.", "1400 Industrial Dr", "Salina, KS 67401", "Attn: Sales")
            .Row(140, [45, 80, 120, 220, 400, 495], "QTY", "UNIT", "YOUR PART #", "DESCRIPTION", "UNIT PRICE", "TOTAL").Row(156, [45, 80, 120, 220, 472, 548], "300", "EA", "4.5-CUT", "Cut-off wheel", "1.86", "558.00"));

        Lines(found, (300, 1.86m, 558.00m));
        Assert.Equal("Great Plains Abrasives Co.", found.Fields["supplierName"].Value);
    }

    [Fact]
    public void An_item_beside_an_article_counts_the_lines()
    {
        var found = Read(new PageSketch().Line(45, 36, "ORDER ACKNOWLEDGEMENT OA-55187", 14).Line(45, 60, "Estimated Despatch Date: 14 May 2026")
            .Row(140, [45, 90, 170, 330, 380, 430, 500], "Item", "Part No", "Description", "Qty", "UoM", "Unit Price", "Line Value").Row(156, [45, 90, 170, 330, 380, 430, 500], "10", "PP-CM40", "Centrifugal pump", "2", "ea", "1,875.00", "3,750.00"));

        Assert.Equal([("10", "PP-CM40")], found.Lines.Select(l => (l.Position!, l.Sku!)));
        Assert.Equal("2026-05-14", found.Fields["deliveryDate"].Value);
    }

    [Fact]
    public void Recognised_lines_of_an_address_are_not_of_one_height()
    {
        var page = new PageSketch().Line(45, 36, "Outillage Martin SAS", 15).Line(45, 137, "Harbor Distribution GmbH", 8).Line(45, 147, "45 avenue Jean Jaurès", 14).Line(45, 162, "33000 Bordeaux", 8).Line(45, 239, "FACTURE 26/562997", 14).Page();

        Assert.Equal("Harbor Distribution GmbH", PageDocument.Read([page with { Recognised = true }], "ocr").Text("buyerName"));
    }
}
