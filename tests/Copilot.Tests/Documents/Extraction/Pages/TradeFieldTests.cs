using Copilot.Contracts;
using Copilot.Testing.Documents;
using Xunit;
using static Copilot.Tests.Documents.Extraction.Pages.LayoutCheck;

namespace Copilot.Tests.Documents.Extraction.Pages;

/// <summary>Where companies write their numbers, days, names and sums, each habit by itself.</summary>
public sealed class TradeFieldTests
{
    [Theory]
    [InlineData("Account No.", "HAR004")]
    [InlineData("A/c:", "SEV019")]
    [InlineData("Kunde", "70455")]
    [InlineData("Kd.-Nr.:", "45102")]
    public void An_account_with_the_seller_is_the_customers_number(string label, string value)
        => Assert.Equal(value, Read(new PageSketch().Line(45, 36, "INVOICE 4711", 14).Row(80, [350, 430], label, value)).Fields["buyerId"].Value);

    [Fact]
    public void An_account_with_a_bank_is_no_customers_number()
        => Assert.False(Read(new PageSketch().Line(45, 36, "INVOICE 4711", 14).Row(80, [350, 430], "Account No.", "40771829")).Fields.ContainsKey("buyerId"));

    [Fact]
    public void A_despatch_with_letters_and_figures_is_a_delivery_note()
        => Assert.Equal("DN-45001", Read(new PageSketch().Line(45, 36, "INVOICE 4711", 14).Line(350, 80, "Despatch: DN-45001, 13 February 2026")).Fields["deliveryNoteReference"].Value);

    [Fact]
    public void A_credit_note_names_the_invoice_behind_a_small_word()
    {
        var found = Read(new PageSketch().Line(350, 36, "GUTSCHRIFT", 14).Row(60, [350, 430], "Nummer", "GS-26-0077").Row(74, [350, 430], "Datum", "13.02.2026").Row(88, [350, 430], "Kunde", "70455").Row(102, [350, 430], "zu Rechnung", "RE-25-9914").Row(116, [350, 430], "vom", "18.12.2025")
            .Lines(45, 60, "Modehaus Pirol OHG", "Marktstr. 40", "59065 Hamm"));

        Assert.Equal((object?[])["GS-26-0077", "2026-02-13", "RE-25-9914", "70455", "Modehaus Pirol OHG"], found.Values("number", "issueDate", "invoiceReference", "buyerId", "buyerName"));
    }

    [Theory]
    [InlineData("Bis 19.03.2026 ohne Abzug")]
    [InlineData("Mode de règlement : LCR 45 jours fin de mois Échéance le 19/03/26")]
    [InlineData("Bankeinzug am: 19.03.2026")]
    public void The_day_of_payment_stands_in_words(string terms)
        => Assert.Equal("2026-03-19", Read(new PageSketch().Line(45, 36, "RECHNUNG 4711", 14).Line(45, 56, "Datum: 17.02.2026").Line(45, 300, terms)).Fields["dueDate"].Value);

    [Fact]
    public void A_sentence_names_the_order()
        => Assert.Equal("26-088", Read(new PageSketch().Line(45, 36, "Auftragsbestätigung AB 260412", 14).Line(45, 80, "Ihre Bestellung vom 20.02.26 per E-Mail, Nr. 26-088. Vielen Dank.")).Fields["orderReference"].Value);

    [Fact]
    public void A_number_of_the_tax_office_is_not_the_documents()
        => Assert.Equal("26/0318", Read(new PageSketch().Line(400, 36, "St.-Nr. 111/260/51234").Line(45, 100, "RECHNUNG", 14).Line(45, 130, "Nr. 26/0318")).Fields["number"].Value);

    [Fact]
    public void Labels_stand_in_a_row_with_dots_between()
    {
        var found = Read(new PageSketch().Line(45, 36, "Facture 260-1187", 14).Line(45, 80, "Bulletin de livraison n° 77120 · N° client 2240 · Payable net"));
        Assert.Equal((object?[])["260-1187", "77120", "2240"], found.Values("number", "deliveryNoteReference", "buyerId"));
    }

    [Fact]
    public void A_number_alone_in_large_letters_is_the_documents()
    {
        var found = Read(new PageSketch().Line(45, 36, "Blue Heron Aquatics LLC").Line(45, 100, "WH/OUT/00871", 16).Row(140, [45, 150], "Order:", "Carrier:").Row(152, [45, 150], "S01422", "Road freight")
            .Row(200, [45, 300, 400], "Product", "Ordered", "Delivered").Row(216, [45, 300, 400], "Pool salt", "60.00", "60.00"));

        Assert.Equal(BusinessDocumentType.DeliveryNote, found.Type);
        Assert.Equal((object?[])["WH/OUT/00871", "S01422"], found.Values("number", "orderReference"));
    }

    [Fact]
    public void A_delivery_note_beside_its_number_is_a_reference()
    {
        var found = Read(new PageSketch().Line(45, 36, "Rechnung Nr. 2026-10447", 10).Row(60, [45, 160], "Rechnungsdatum", "26. Februar 2026").Row(74, [45, 160], "Lieferschein", "LS-88120 vom 24. Februar 2026"));
        Assert.Equal(BusinessDocumentType.Invoice, found.Type);
        Assert.Equal((object?[])["2026-10447", "LS-88120"], found.Values("number", "deliveryNoteReference"));
    }

    [Fact]
    public void Packing_among_the_goods_makes_no_packing_slip()
        => Assert.Equal(BusinessDocumentType.Invoice, Read(new PageSketch().Line(350, 36, "Invoice no.: 510882").Row(120, [45, 130, 300, 370, 450], "Item", "Description", "Qty", "Unit price", "Amount").Row(134, [45, 130, 300, 370, 450], "G65", "Gasket", "24", "1.85", "44.40").Row(148, [130, 300, 370, 450], "Packing, pallet", "1", "35.00", "35.00")).Type);

    [Fact]
    public void Invoices_that_a_ledger_lists_make_no_invoice()
        => Assert.Equal(BusinessDocumentType.Statement, Read(new PageSketch().Line(45, 36, "Fenland Fixings Ltd", 14).Line(400, 36, "STATEMENT").Row(120, [45, 130, 220, 400, 480], "Date", "Ref", "Details", "Debit", "Balance").Row(134, [45, 130, 220, 400, 480], "05/01/2026", "INV 20871", "Invoice", "412.80", "412.80").Row(148, [45, 130, 220, 400, 480], "19/01/2026", "INV 20944", "Invoice", "188.40", "601.20")).Type);

    [Fact]
    public void What_a_company_is_worth_belongs_neither_to_its_name_nor_to_its_bill()
    {
        var found = Read(new PageSketch().Line(45, 36, "Médilis Distribution SAS au capital de 150 000 €").Lines(45, 48, "Parc du Moulin", "35760 Montgermont").Line(350, 100, "BON DE LIVRAISON BL-7", 14));
        Assert.Equal((object?[])["Médilis Distribution SAS", null], found.Values("supplierName", "currency"));
        Assert.Equal("C P Labels Ltd", Read(new PageSketch().Line(45, 36, "Cotswold Labels", 10).Line(45, 48, "trading name of C P Labels Ltd").Line(350, 100, "INVOICE 17", 14)).Fields["supplierName"].Value);
    }

    [Fact]
    public void The_writer_of_an_order_is_told_by_a_telephone_below_a_gap()
    {
        var found = Read(new PageSketch().Line(500, 30, "Order", 14).Lines(45, 70, "Kestrel Fasteners Ltd.", "88 Tyburn Road", "Birmingham", "B24 8NT").Lines(330, 70, "Corvina Industrial Supplies PLC", "2 Docklands Way", "Hull, HU1 2DX")
            .Row(124, [330, 400], "Phone No.", "01482 550 118").Row(136, [330, 400], "VAT Reg. No.", "GB 733 1109 25").Row(170, [45, 150], "Order No.", "PO-106221"));

        Assert.Equal((object?[])["Kestrel Fasteners Ltd.", "Corvina Industrial Supplies PLC", null, "GB733110925"], found.Values("supplierName", "buyerName", "supplierVat", "buyerVat"));
    }

    [Fact]
    public void A_payment_between_total_and_balance_was_made()
    {
        var found = Read(new PageSketch().Line(45, 36, "INVOICE GL-20418", 14).Row(200, [350, 480], "SUBTOTAL", "5,619.44").Row(214, [350, 480], "TAX (7.25%)", "393.99").Row(228, [350, 480], "TOTAL", "6,013.43").Row(242, [350, 480], "PAYMENT", "1,000.00").Row(256, [350, 480], "BALANCE DUE", "$5,013.43"));
        Assert.Equal((object?[])[5619.44m, 393.99m, 6013.43m, 1000.00m, 5013.43m], found.Values("netAmount", "taxAmount", "totalAmount", "prepaidAmount", "payableAmount"));
    }

    [Fact]
    public void A_rate_of_nothing_proves_no_total()
    {
        var found = Read(new PageSketch().Line(45, 36, "TAX INVOICE TV889120", 14).Row(200, [45, 90, 150, 210], "V", "Rate", "Goods", "VAT").Row(214, [45, 90, 150, 210], "S", "20.0%", "161.80", "32.36").Row(228, [45, 90, 150, 210], "Z", "0.0%", "267.57", "0.00")
            .Row(260, [350, 480], "Goods", "429.37").Row(274, [350, 480], "VAT", "32.36").Row(288, [350, 480], "TOTAL £", "461.73"));
        Assert.Equal((object?[])[429.37m, 32.36m, 461.73m], found.Values("netAmount", "taxAmount", "totalAmount"));
    }

    [Fact]
    public void Sums_in_one_row_each_have_their_label()
        => Assert.Equal((object?[])[299.94m, 56.99m, 356.93m], Read(new PageSketch().Line(45, 36, "Rechnung SR-118204", 14).Row(300, [200, 320, 450], "Netto EUR 299,94", "19 % MwSt EUR 56,99", "Gesamt EUR 356,93")).Values("netAmount", "taxAmount", "totalAmount"));

    [Fact]
    public void An_account_may_end_with_a_single_figure()
        => Assert.Equal("CH9300762011623852957", Read(new PageSketch().Line(45, 36, "Rechnung 17", 14).Line(45, 700, "CH93 0076 2011 6238 5295 7")).Fields["iban"].Value);

    [Fact]
    public void A_tax_number_in_the_address_of_the_buyer_is_the_buyers()
    {
        var found = Read(new PageSketch().Line(45, 36, "Weinkontor Reben & Fass GmbH", 14).Lines(330, 90, "Bistro Alsterblick GmbH", "Ballindamm 3", "20095 Hamburg", "USt-IdNr.: DE299110284").Line(45, 180, "Rechnung RG-147", 14));
        Assert.Equal((object?[])["Bistro Alsterblick GmbH", null, "DE299110284"], found.Values("buyerName", "supplierVat", "buyerVat"));
    }

    [Fact]
    public void The_number_of_the_tax_office_is_no_tax()
    {
        var found = Read(new PageSketch().Line(45, 36, "NV Claeys Verpakking", 14).Line(45, 60, "BTW/TVA BE 0418.331.207").Line(350, 36, "FACTUUR / FACTURE VF260771", 12)
            .Row(200, [300, 500], "Maatstaf van heffing / Base imposable", "648,00").Row(214, [300, 500], "BTW / TVA 21 %", "136,08").Row(228, [300, 500], "Te betalen / À payer EUR", "784,08"));
        Assert.Equal((object?[])[648.00m, 136.08m, 784.08m], found.Values("netAmount", "taxAmount", "totalAmount"));
    }

    [Fact]
    public void A_promised_day_is_that_of_the_delivery()
    {
        var found = Read(new PageSketch().Line(45, 36, "Sales Order Acknowledgement", 14).Row(80, [330, 430], "Our order no.", "SOP-30219").Row(94, [330, 430], "Order date", "18/02/2026").Row(108, [330, 430], "Promised date", "04/03/2026"));
        Assert.Equal((object?[])["SOP-30219", "2026-02-18", "2026-03-04"], found.Values("number", "issueDate", "deliveryDate"));
    }

    [Fact]
    public void The_one_address_beside_the_place_of_delivery_is_the_senders()
    {
        var found = Read(new PageSketch().Line(45, 36, "PACKING LIST", 14).Lines(45, 70, "Cascade Textile Imports", "1919 Occidental Ave S", "Seattle, WA 98134").Lines(220, 70, "Ship to:", "Northern Thread Outfitters", "220 N Reserve St", "Missoula, MT 59801").Lines(400, 70, "Packing list #: PL-60218", "Sales order: SO-118002"));
        Assert.Equal((object?[])["PL-60218", "SO-118002", "Cascade Textile Imports", "Northern Thread Outfitters"], found.Values("number", "salesOrderReference", "supplierName", "buyerName"));
    }

    [Fact]
    public void A_delivery_between_the_lines_does_not_name_the_paper()
        => Assert.Equal(BusinessDocumentType.Invoice, Read(new PageSketch().Row(60, [350, 450], "Factura nº", "Fecha").Row(72, [350, 450], "26/00932", "19-02-2026").Row(180, [45, 120, 300, 380, 460], "Cantidad", "Código", "Descripción", "Precio", "Importe").Line(45, 194, "*** Albarán 26/01877 de 12-02-2026 ***").Row(208, [45, 120, 300, 380, 460], "12", "8410110", "Gel baño", "1,64", "19,68")).Type);

    [Fact]
    public void Months_have_Austrian_names()
        => Assert.Equal("2026-02-18", Read(new PageSketch().Line(45, 36, "RECHNUNG Nr. 26-1204", 14).Line(45, 60, "Wels, am 18. Feber 2026 · Kundennummer: 30551 · Lieferung vom 16.02.2026")).Fields["issueDate"].Value);

    [Fact]
    public void What_is_asked_for_politely_is_to_be_paid()
        => Assert.Equal(3442.91m, Read(new PageSketch().Line(45, 36, "INVOICE 994127", 14).Row(300, [330, 500], "Fuel surcharge", "6.50").Row(314, [330, 500], "PLEASE PAY THIS AMOUNT", "$3,442.91")).Fields["totalAmount"].Value);

    [Fact]
    public void An_order_to_the_supplier_says_so_in_its_title()
        => Assert.Equal(BusinessDocumentType.PurchaseOrder, Read(new PageSketch().Line(45, 36, "BON DE COMMANDE FOURNISSEUR").Line(45, 48, "N° BCF-2026-0119")).Type);

    [Fact]
    public void An_invoice_names_orders_and_is_none()
    {
        var found = Read(new PageSketch().Line(45, 36, "TRI-COUNTY SUPPLY", 14).Lines(400, 36, "INVOICE 118842", "Date Feb 17, 2026", "Order W-22091", "P.O. 26-00871", "Shipped Feb 16, 2026").Line(45, 300, "Due upon receipt. Pay by Mar 19, 2026."));
        Assert.Equal(BusinessDocumentType.Invoice, found.Type);
        Assert.Equal((object?[])["118842", "26-00871", "2026-02-16", "2026-03-19"], found.Values("number", "orderReference", "deliveryDate", "dueDate"));
    }

    [Fact]
    public void A_docket_has_its_number_behind_it()
        => Assert.Equal("55-118204", Read(new PageSketch().Line(45, 36, "DELIVERY DOCKET", 14).Line(350, 36, "Docket 55-118204")).Fields["number"].Value);

    [Fact]
    public void An_invoice_has_its_day_behind_it()
        => Assert.Equal((object?[])["1 184 220", "2026-02-15"], Read(new PageSketch().Row(60, [45, 230], "Sammelrechnung vom 15.02.2026", "Rg.-Nr. 1 184 220")).Values("number", "issueDate"));

    [Fact]
    public void Sums_follow_each_other_in_a_line()
        => Assert.Equal((object?[])[2075.00m, 456.50m, 2531.50m], Read(new PageSketch().Line(45, 36, "FATTURA 12", 14).Line(200, 300, "Totale netto 2.075,00 IVA 22% 456,50 Totale 2.531,50 €")).Values("netAmount", "taxAmount", "totalAmount"));

    [Fact]
    public void A_name_ends_before_the_address_in_its_line()
        => Assert.Equal("The Olive Branch Deli", Read(new PageSketch().Line(45, 36, "Sales Invoice 2026/044", 14).Line(45, 60, "Bill to: The Olive Branch Deli, 9 Sadler Gate, Derby DE1 3NL")).Fields["buyerName"].Value);

    [Fact]
    public void A_senders_line_may_have_lost_its_dots()
    {
        var found = Read(new PageSketch().Line(45, 70, "Korenaar Foodservice B.V. Handelsweg 12 5071 NT Udenhout", 7).Lines(45, 90, "Zorgcentrum Lindenhof", "Lindenlaan 40", "5038 AB Tilburg").Line(45, 180, "FACTUUR 2604418", 14));
        Assert.Equal((object?[])["Korenaar Foodservice B.V.", "Zorgcentrum Lindenhof"], found.Values("supplierName", "buyerName"));
    }
}
