using Copilot.Contracts;
using Copilot.Testing.Documents;
using Xunit;
using static Copilot.Tests.Documents.Extraction.Pages.LayoutCheck;

namespace Copilot.Tests.Documents.Extraction.Pages;

/// <summary>Layouts far from those of the project's own documents: two languages at once, sums on another page, codes for taxes, no tax at all.</summary>
public sealed class FarLayoutTests
{
    [Fact]
    public void Swiss_invoice_with_apostrophes_and_a_sum_rounded_to_five_cents()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Schrauben Huber AG", 14).Line(45, 54, "Industriestrasse 14, 8604 Volketswil", 8).Line(45, 66, "CHE-116.281.710 MWST", 8)
            .Lines(330, 110, "Alpen Handel GmbH", "Bahnhofstrasse 3", "3011 Bern")
            .Line(45, 190, "Rechnung 2026-1187", 15)
            .Row(214, [45, 160], "Rechnungsdatum", "04.05.2026").Row(227, [45, 160], "Zahlbar bis", "03.06.2026").Row(240, [45, 160], "Ihre Bestellung", "B-20931")
            .Row(280, [45, 90, 300, 370, 450], "Pos.", "Artikel", "Menge", "Preis CHF", "Total CHF")
            .Row(296, [45, 90, 300, 370, 450], "1", "Sechskantschraube M10x60", "1'500", "0.42", "630.00")
            .Row(312, [45, 90, 300, 370, 450], "2", "Bohrmaschine D-26", "2", "412.35", "824.70")
            .Row(350, [300, 450], "Zwischentotal", "1'454.70").Row(363, [300, 450], "MWST 8.1 %", "117.83").Row(376, [300, 450], "Rundung", "0.02").Row(389, [300, 450], "Rechnungsbetrag CHF", "1'572.55"));

        Is(found, BusinessDocumentType.Invoice, "2026-1187", "2026-05-04", "Schrauben Huber AG", "Alpen Handel GmbH", 1454.70m, 117.83m, 1572.55m);
        Assert.Equal((object?[])["2026-06-03", "B-20931", "CHF"], found.Values("dueDate", "orderReference", "currency"));
        Lines(found, (1500, 0.42m, 630.00m), (2, 412.35m, 824.70m));
    }

    [Fact]
    public void Belgian_invoice_in_two_languages()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Outillage Meuse SPRL", 14).Line(45, 54, "Rue de la Station 9, 4000 Liège", 8).Line(45, 66, "TVA/BTW BE 0417.497.106", 8)
            .Line(330, 36, "FACTUUR / FACTURE", 16)
            .Row(70, [330, 450], "Nr. / N°", "VF26/00318").Row(83, [330, 450], "Datum / Date", "11/05/2026").Row(96, [330, 450], "Vervaldag / Échéance", "10/06/2026")
            .Lines(330, 130, "Bouwgroep Noord NV", "Havenlaan 88", "1000 Brussel")
            .Row(220, [45, 110, 290, 350, 410, 480], "Art.", "Omschrijving / Description", "Aantal", "Prijs / Prix", "BTW/TVA", "Bedrag / Montant")
            .Row(236, [45, 110, 290, 350, 410, 480], "SL-230", "Slijpschijf 230 mm", "40", "2,15", "21%", "86,00")
            .Row(252, [45, 110, 290, 350, 410, 480], "HH-8", "Werkhandschoenen maat 9", "24", "3,50", "21%", "84,00")
            .Row(300, [350, 480], "Totaal excl. BTW / Total HTVA", "170,00").Row(313, [350, 480], "BTW / TVA 21%", "35,70").Row(326, [350, 480], "Totaal / Total EUR", "205,70"));

        Is(found, BusinessDocumentType.Invoice, "VF26/00318", "2026-05-11", "Outillage Meuse SPRL", "Bouwgroep Noord NV", 170.00m, 35.70m, 205.70m);
        Assert.Equal("2026-06-10", found.Fields["dueDate"].Value);
        Lines(found, (40, 2.15m, 86.00m), (24, 3.50m, 84.00m));
    }

    [Fact]
    public void British_invoice_of_two_pages_with_sums_on_the_second_and_codes_for_taxes()
    {
        var columns = new[] { 45f, 110, 300, 350, 410, 455, 510 };
        var found = Read(
            new PageSketch()
                .Line(45, 36, "Pennine Electrical Wholesale Ltd", 14).Line(45, 54, "Mill Lane, Halifax HX1 5QR", 8)
                .Line(400, 36, "INVOICE", 16).Line(400, 60, "Page 1 of 2", 8)
                .Row(90, [45, 150, 260, 380], "Invoice No", "Date", "Account", "Your Order").Row(103, [45, 150, 260, 380], "PEW118204", "14/05/2026", "HAR004", "PO-9917")
                .Line(45, 130, "Invoice To:").Lines(45, 143, "Harbour Wholesale Limited", "Unit 7 Dock Road", "Hull HU1 2AB")
                .Row(220, columns, "Code", "Description", "Qty", "Price", "Per", "VAT", "Value")
                .Row(236, columns, "CAB-25", "Twin and earth cable 2.5 mm 100 m", "6", "48.20", "EA", "1", "289.20")
                .Row(252, columns, "BK-88", "Book: wiring regulations", "3", "21.00", "EA", "2", "63.00")
                .Row(290, [410, 510], "Carried forward", "352.20"),
            new PageSketch()
                .Line(45, 36, "Pennine Electrical Wholesale Ltd", 14).Line(400, 36, "INVOICE", 16).Line(400, 60, "Page 2 of 2", 8)
                .Row(90, [45, 150], "Invoice No", "Date").Row(103, [45, 150], "PEW118204", "14/05/2026")
                .Row(140, columns, "Code", "Description", "Qty", "Price", "Per", "VAT", "Value")
                .Row(156, columns, "LMP-60", "LED lamp 60 W equivalent", "50", "1.84", "EA", "1", "92.00")
                .Row(200, [45, 120, 190], "VAT code", "Rate", "Goods").Row(213, [45, 120, 190], "1", "20.00%", "381.20").Row(226, [45, 120, 190], "2", "0.00%", "63.00")
                .Row(200, [400, 510], "Total goods", "444.20").Row(213, [400, 510], "Total VAT", "76.24").Row(226, [400, 510], "Invoice total GBP", "520.44"));

        Is(found, BusinessDocumentType.Invoice, "PEW118204", "2026-05-14", "Pennine Electrical Wholesale Ltd", "Harbour Wholesale Limited", 444.20m, 76.24m, 520.44m);
        Assert.Equal("PO-9917", found.Fields["orderReference"].Value);
        Lines(found, (6, 48.20m, 289.20m), (3, 21.00m, 63.00m), (50, 1.84m, 92.00m));
    }

    [Fact]
    public void German_invoice_that_takes_another_back_is_a_credit_note()
    {
        var found = Read(new PageSketch()
            .Line(45, 40, "Folien Brandt GmbH", 14).Lines(45, 110, "Nordwind Handels AG", "Speicherstraße 12", "20457 Hamburg")
            .Line(45, 200, "Stornorechnung", 15)
            .Row(226, [45, 160], "Belegnummer", "RK-10077").Row(239, [45, 160], "Datum", "18.05.2026").Row(252, [45, 160], "Zu Rechnung", "RE-99120 vom 02.05.2026")
            .Row(290, [45, 250, 320, 420], "Bezeichnung", "Menge", "Einzelpreis", "Gesamt")
            .Row(306, [45, 250, 320, 420], "Stretchfolie 500 mm (beschädigt)", "12", "7,90", "94,80")
            .Row(340, [320, 420], "Nettobetrag", "94,80").Row(353, [320, 420], "19 % MwSt.", "18,01").Row(366, [320, 420], "Gutschriftbetrag", "112,81"));

        Is(found, BusinessDocumentType.CreditNote, "RK-10077", "2026-05-18", "Folien Brandt GmbH", "Nordwind Handels AG", 94.80m, 18.01m, 112.81m);
        Lines(found, (12, 7.90m, 94.80m));
    }

    [Fact]
    public void French_credit_note_that_names_the_invoice()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Emballages Loire SAS", 14).Line(330, 36, "AVOIR", 18)
            .Row(70, [330, 430], "Avoir n°", "AV-26-071").Row(83, [330, 430], "Date", "20/05/2026").Row(96, [330, 430], "Facture n°", "FA-26-1108")
            .Lines(330, 130, "Distribution du Port SARL", "8 quai Rambaud", "69002 Lyon")
            .Row(220, [45, 300, 360, 450], "Désignation", "Qté", "P.U. HT", "Total HT")
            .Row(236, [45, 300, 360, 450], "Carton double cannelure retourné", "60", "1,35", "81,00")
            .Row(280, [360, 450], "Total HT", "81,00 €").Row(293, [360, 450], "TVA 20 %", "16,20 €").Row(306, [360, 450], "Total TTC", "97,20 €"));

        Is(found, BusinessDocumentType.CreditNote, "AV-26-071", "2026-05-20", "Emballages Loire SAS", "Distribution du Port SARL", 81.00m, 16.20m, 97.20m);
        Assert.Equal("FA-26-1108", found.Fields["invoiceReference"].Value);
        Lines(found, (60, 1.35m, 81.00m));
    }

    [Fact]
    public void American_invoice_with_freight_sales_tax_and_a_balance()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Great Lakes Supply Co.", 15).Line(45, 56, "4410 Lakeshore Blvd, Cleveland, OH 44114", 8)
            .Line(420, 36, "Invoice", 18)
            .Row(80, [380, 470], "Invoice #", "0088412").Row(93, [380, 470], "Date", "05/22/2026").Row(106, [380, 470], "P.O. #", "77-10513").Row(119, [380, 470], "Terms", "Net 30").Row(132, [380, 470], "Due Date", "06/21/2026")
            .Line(45, 110, "Bill To").Lines(45, 123, "Harbor Distribution Inc.", "88 Commerce Drive", "Chicago, IL 60606")
            .Row(200, [45, 100, 320, 400, 490], "Quantity", "Description", "Unit Price", "Disc.", "Line Total")
            .Row(216, [45, 100, 320, 400, 490], "250", "Cable tie 14 in black, bag of 100", "$4.20", "", "$1,050.00")
            .Row(232, [45, 100, 320, 400, 490], "16", "Safety vest class 2", "$11.95", "", "$191.20")
            .Row(280, [400, 490], "Subtotal", "$1,241.20").Row(293, [400, 490], "Freight", "$48.00").Row(306, [400, 490], "Sales Tax (6.25%)", "$77.58").Row(319, [400, 490], "Total", "$1,366.78").Row(332, [400, 490], "Balance Due", "$1,366.78"));

        Assert.Equal((BusinessDocumentType.Invoice, (object)"0088412", (object)"2026-05-22"), (found.Type, found.Fields["number"].Value, found.Fields["issueDate"].Value));
        Assert.Equal((object?[])["2026-06-21", "77-10513", "USD", 77.58m, 1366.78m], found.Values("dueDate", "orderReference", "currency", "taxAmount", "totalAmount"));
        Lines(found, (250, 4.20m, 1050.00m), (16, 11.95m, 191.20m));
    }

    [Fact]
    public void Invoice_within_the_union_without_tax()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Metalurgia Norte S.L.", 14).Line(45, 54, "NIF ESB95123456", 8)
            .Lines(45, 110, "Nordwind Handels AG", "Speicherstraße 12", "20457 Hamburg", "VAT DE811907980")
            .Line(45, 200, "INVOICE 26/0441", 15).Line(45, 224, "Date: 25 May 2026").Line(45, 237, "Your order: P00988")
            .Row(280, [45, 110, 300, 370, 460], "Ref.", "Description", "Qty", "Price", "Amount")
            .Row(296, [45, 110, 300, 370, 460], "BR-12", "Brass fitting 1/2", "400", "1.25", "500.00")
            .Row(340, [300, 460], "Taxable base", "500.00").Row(353, [300, 460], "VAT 0 % (intra-Community supply, art. 138)", "0.00").Row(366, [300, 460], "TOTAL EUR", "500.00"));

        Assert.Equal((object?[])["26/0441", "2026-05-25", "P00988", 500.00m, 500.00m, "EUR"], found.Values("number", "issueDate", "orderReference", "netAmount", "totalAmount", "currency"));
        Lines(found, (400, 1.25m, 500.00m));
    }

    [Fact]
    public void Austrian_confirmation_with_a_day_for_each_line()
    {
        var found = Read(new PageSketch()
            .Line(45, 40, "Pumpen Lechner GmbH", 14).Lines(45, 100, "Nordwind Handels AG", "Speicherstraße 12", "20457 Hamburg")
            .Line(45, 190, "Auftragsbestätigung Nr. 40081", 15).Line(45, 214, "Wien, am 26.05.2026").Line(45, 227, "Ihre Bestellung P01002 vom 21.05.2026")
            .Row(270, [45, 80, 260, 320, 390, 480], "Pos", "Artikel", "Menge", "Preis", "Liefertermin", "Betrag")
            .Row(286, [45, 80, 260, 320, 390, 480], "1", "Tauchpumpe TP-8", "4 Stk", "212,00", "09.06.2026", "848,00")
            .Row(302, [45, 80, 260, 320, 390, 480], "2", "Schlauchtülle 2\"", "20 Stk", "6,40", "16.06.2026", "128,00")
            .Row(340, [390, 480], "Summe", "976,00").Row(353, [390, 480], "20 % USt", "195,20").Row(366, [390, 480], "Gesamtsumme EUR", "1.171,20"));

        Assert.Equal((BusinessDocumentType.OrderConfirmation, (object)"40081", (object)"2026-05-26", (object)"P01002"), (found.Type, found.Fields["number"].Value, found.Fields["issueDate"].Value, found.Fields["orderReference"].Value));
        Assert.Equal(["2026-06-09", "2026-06-16"], found.Lines.Select(l => l.DeliveryDate));
        Lines(found, (4, 212.00m, 848.00m), (20, 6.40m, 128.00m));
    }

    [Fact]
    public void Italian_delivery_note_with_its_articles_over_two_rows()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Raccordi Veneti S.r.l.", 14).Line(330, 36, "DOCUMENTO DI TRASPORTO", 13)
            .Row(60, [330, 420], "Numero", "1182/26").Row(73, [330, 420], "Data", "28/05/2026").Row(86, [330, 420], "Vs. ordine", "OA-60177")
            .Line(45, 110, "Destinatario:").Lines(45, 123, "Distribuzione Adriatica S.r.l.", "Via del Porto 9", "60121 Ancona")
            .Row(200, [45, 130, 400, 460], "Codice", "Descrizione dei beni", "U.M.", "Quantità")
            .Row(216, [45, 130, 400, 460], "RC-15", "Raccordo a compressione 15 mm", "pz", "250").Line(130, 227, "lotto 26-118")
            .Row(244, [45, 130, 400, 460], "TB-22", "Tubo rame 22 mm, barra 5 m", "m", "60"));

        Assert.Equal((BusinessDocumentType.DeliveryNote, (object)"1182/26", (object)"2026-05-28", (object)"OA-60177"), (found.Type, found.Fields["number"].Value, found.Fields["issueDate"].Value, found.Fields["orderReference"].Value));
        Assert.Equal([("RC-15", 250m), ("TB-22", 60m)], found.Lines.Select(l => (l.Sku!, l.Quantity!.Value)));
    }

    [Fact]
    public void British_delivery_note_with_what_was_ordered_and_what_is_on_back_order()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Severn Fixings Ltd", 14).Line(380, 36, "DELIVERY NOTE", 15)
            .Row(70, [380, 480], "Note no.", "DN 40117").Row(83, [380, 480], "Despatched", "29/05/2026").Row(96, [380, 480], "Order no.", "PO-10024")
            .Line(45, 110, "Deliver to").Lines(45, 123, "Harbour Wholesale Limited", "Unit 7 Dock Road", "Hull HU1 2AB")
            .Row(200, [45, 120, 330, 400, 470], "Part", "Description", "Ordered", "Delivered", "Back order")
            .Row(216, [45, 120, 330, 400, 470], "AN-10", "Anchor bolt M10", "500", "350", "150")
            .Row(232, [45, 120, 330, 400, 470], "WS-10", "Washer M10", "500", "500", "0"));

        Assert.Equal((BusinessDocumentType.DeliveryNote, (object)"PO-10024"), (found.Type, found.Fields["orderReference"].Value));
        Assert.Equal([("AN-10", 350m), ("WS-10", 500m)], found.Lines.Select(l => (l.Sku!, l.Quantity!.Value)));
    }
}
