using Copilot.Contracts;
using Copilot.Testing.Documents;
using Xunit;
using static Copilot.Tests.Documents.Extraction.Pages.LayoutCheck;

namespace Copilot.Tests.Documents.Extraction.Pages;

/// <summary>Documents as businesses of several countries really lay them out, none like another.</summary>
public sealed class UnlikeLayoutTests
{
    [Fact]
    public void German_invoice_with_labels_under_a_rule_and_totals_on_the_left()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Holz & Eisen Krämer OHG", 15).Line(45, 56, "Krämer OHG · Werftstraße 8 · 24143 Kiel", 7)
            .Lines(45, 120, "Nordwind Handels AG", "Einkauf", "Speicherstraße 12", "20457 Hamburg")
            .Line(45, 230, "Rechnung", 17)
            .Row(262, [45, 170, 290, 420], "Rechnungs-Nr.", "Rechnungsdatum", "Kunden-Nr.", "Ihre Bestellung")
            .Row(275, [45, 170, 290, 420], "2026/00731", "12. März 2026", "10442", "4500018733")
            .Row(320, [45, 80, 150, 400, 470], "Pos", "Menge", "Artikel", "Preis", "Betrag")
            .Row(336, [45, 80, 150, 400, 470], "1", "250 Stk", "Spanplattenschraube 4x40", "0,08", "20,00")
            .Row(352, [45, 80, 150, 400, 470], "2", "12 Pak", "Dübel SX 8", "7,45", "89,40")
            .Line(45, 400, "Summe netto 109,40").Line(45, 413, "+ 19 % USt 20,79").Line(45, 426, "Rechnungsbetrag EUR 130,19")
            .Line(45, 460, "Zahlbar bis 11.04.2026 ohne Abzug."));

        Is(found, BusinessDocumentType.Invoice, "2026/00731", "2026-03-12", "Holz & Eisen Krämer OHG", "Nordwind Handels AG", 109.40m, 20.79m, 130.19m);
        Assert.Equal(("4500018733", "2026-04-11", "EUR"), (found.Fields["orderReference"].Value, found.Fields["dueDate"].Value, found.Fields["currency"].Value));
        Lines(found, (250, 0.08m, 20.00m), (12, 7.45m, 89.40m));
        Assert.Equal("Stk", found.Lines[0].Unit);
    }

    [Fact]
    public void Dutch_invoice_with_dates_of_letters_and_no_unit()
    {
        var found = Read(new PageSketch()
            .Line(380, 36, "Verhoeven Techniek B.V.", 13).Line(380, 52, "Havenkade 4", 8).Line(380, 62, "3011 AB Rotterdam", 8).Line(380, 72, "BTW-nr: NL004495445B01", 8)
            .Line(45, 150, "Aan:").Lines(45, 163, "Bouwmarkt Zuid N.V.", "Postbus 117", "5600 AC Eindhoven")
            .Line(45, 230, "FACTUUR 26-00412", 16)
            .Line(45, 256, "Factuurdatum: 12-mrt-26").Line(45, 269, "Vervaldatum: 11-apr-26").Line(45, 282, "Uw referentie: INK-88213")
            .Row(320, [45, 300, 370, 470], "Omschrijving", "Aantal", "Stukprijs", "Totaal")
            .Row(336, [45, 300, 370, 470], "Slagboormachine 750 W", "3", "€ 89,50", "€ 268,50")
            .Row(352, [45, 300, 370, 470], "Borenset HSS 19-delig", "10", "€ 14,25", "€ 142,50")
            .Row(390, [370, 470], "Subtotaal", "€ 411,00").Row(403, [370, 470], "BTW 21%", "€ 86,31").Row(416, [370, 470], "Te betalen", "€ 497,31"));

        Is(found, BusinessDocumentType.Invoice, "26-00412", "2026-03-12", "Verhoeven Techniek B.V.", "Bouwmarkt Zuid N.V.", 411.00m, 86.31m, 497.31m);
        Assert.Equal("2026-04-11", found.Fields["dueDate"].Value);
        Lines(found, (3, 89.50m, 268.50m), (10, 14.25m, 142.50m));
    }

    [Fact]
    public void French_invoice_dated_in_a_sentence_with_prices_per_hundred()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "ÉTABLISSEMENTS GIRARD SAS", 14).Line(45, 54, "12 rue des Forges, 42000 Saint-Étienne", 8)
            .Line(330, 100, "Saint-Étienne, le 3 février 2026")
            .Lines(330, 140, "Distribution du Port SARL", "8 quai Rambaud", "69002 Lyon")
            .Line(45, 220, "FACTURE N° FA-2026-118", 15).Line(45, 244, "Votre commande n° : CF 20931").Line(45, 257, "Échéance : 5 mars 2026")
            .Row(300, [45, 110, 290, 340, 385, 480], "Réf.", "Désignation", "Qté", "Unité", "Prix unit. /100", "Montant HT")
            .Row(316, [45, 110, 290, 340, 385, 480], "VB-408", "Vis à bois 4x50 zinguée", "2 500", "pce", "3,20", "80,00")
            .Row(332, [45, 110, 290, 340, 385, 480], "EQ-90", "Équerre 90x90", "200", "pce", "85,00", "170,00")
            .Row(370, [400, 475], "Total HT", "250,00 €").Row(383, [400, 475], "TVA 20,00 %", "50,00 €").Row(396, [400, 475], "Total TTC", "300,00 €").Row(409, [400, 475], "Net à payer", "300,00 €"));

        Is(found, BusinessDocumentType.Invoice, "FA-2026-118", "2026-02-03", "ÉTABLISSEMENTS GIRARD SAS", "Distribution du Port SARL", 250.00m, 50.00m, 300.00m);
        Assert.Equal("2026-03-05", found.Fields["dueDate"].Value);
        Lines(found, (2500, 3.20m, 80.00m), (200, 85.00m, 170.00m));
        Assert.All(found.Lines, l => Assert.Equal(100m, l.PriceBasis));
    }

    [Fact]
    public void Spanish_invoice_with_withholding_words_and_a_discount_column()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Ferretería Industrial del Norte, S.L.", 13).Line(45, 52, "Polígono Ugaldeguren 3, 48160 Derio", 8).Line(45, 62, "CIF: ESB95123456", 8)
            .Line(330, 40, "FACTURA", 18)
            .Row(70, [330, 430], "Nº factura", "A/26-0311").Row(83, [330, 430], "Fecha", "14/03/2026").Row(96, [330, 430], "Vencimiento", "13/04/2026").Row(109, [330, 430], "Su pedido", "PC-7741")
            .Line(45, 130, "Cliente").Lines(45, 143, "Almacenes Costa Brava S.A.", "Carrer de Mar 22", "17220 Sant Feliu")
            .Row(220, [45, 110, 290, 340, 400, 500], "Código", "Concepto", "Cant.", "Precio", "Dto.", "Importe")
            .Row(236, [45, 110, 290, 340, 400, 500], "T-12", "Taladro percutor", "4", "120,00", "10 %", "432,00")
            .Row(252, [45, 110, 290, 340, 400, 500], "B-5", "Broca widia 5 mm", "50", "1,50", "", "75,00")
            .Row(290, [45, 150, 260, 400], "Base imponible", "% IVA", "Cuota IVA", "TOTAL FACTURA").Row(303, [45, 150, 260, 400], "507,00", "21", "106,47", "613,47 €"));

        Is(found, BusinessDocumentType.Invoice, "A/26-0311", "2026-03-14", "Ferretería Industrial del Norte, S.L.", "Almacenes Costa Brava S.A.", 507.00m, 106.47m, 613.47m);
        Assert.Equal(("2026-04-13", "PC-7741"), (found.Fields["dueDate"].Value, found.Fields["orderReference"].Value));
        Lines(found, (4, 120.00m, 432.00m), (50, 1.50m, 75.00m));
    }

    [Fact]
    public void Italian_credit_note_with_negative_sums()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Utensil Nord S.p.A.", 15).Line(45, 54, "Via Emilia 210 - 40128 Bologna - P.IVA IT00743110157", 8)
            .Line(330, 90, "Spett.le").Lines(330, 103, "Distribuzione Adriatica S.r.l.", "Via del Porto 9", "60121 Ancona")
            .Line(45, 190, "NOTA DI CREDITO", 16)
            .Line(45, 214, "Numero: NC/2026/045").Line(45, 227, "Data: 21/03/2026").Line(45, 240, "Rif. ordine: OA-55120")
            .Row(280, [45, 300, 360, 450], "Descrizione", "Q.tà", "Prezzo unitario", "Importo")
            .Row(296, [45, 300, 360, 450], "Reso trapano avvitatore 18V", "-2", "149,00", "-298,00")
            .Row(330, [360, 450], "Imponibile", "-298,00").Row(343, [360, 450], "IVA 22%", "-65,56").Row(356, [360, 450], "Totale documento", "-363,56 €"));

        Is(found, BusinessDocumentType.CreditNote, "NC/2026/045", "2026-03-21", "Utensil Nord S.p.A.", "Distribuzione Adriatica S.r.l.", -298.00m, -65.56m, -363.56m);
        Lines(found, (-2, 149.00m, -298.00m));
    }

    [Fact]
    public void German_confirmation_in_two_columns_with_wrapped_text_and_delivery_weeks()
    {
        var found = Read(new PageSketch()
            .Line(45, 40, "Antriebstechnik Weller GmbH", 14)
            .Lines(45, 110, "Nordwind Handels AG", "Speicherstraße 12", "20457 Hamburg")
            .Row(110, [330, 450], "Auftragsnummer:", "AB-553210").Row(123, [330, 450], "Datum:", "05.03.2026").Row(136, [330, 450], "Ihre Bestellnummer:", "P00871").Row(149, [330, 450], "Liefertermin:", "KW 14 / 02.04.2026")
            .Line(45, 210, "AUFTRAGSBESTÄTIGUNG", 15)
            .Row(250, [45, 80, 330, 400, 480], "Pos.", "Bezeichnung", "Menge", "E-Preis", "Gesamt")
            .Row(266, [45, 80, 330, 400, 480], "10", "Getriebemotor 0,37 kW mit Bremse und Fremdlüfter", "2 St", "412,50", "825,00").Line(80, 277, "Bauform B5, Klemmenkasten oben")
            .Row(294, [45, 80, 330, 400, 480], "20", "Kupplung ROTEX 24", "2 St", "38,10", "76,20")
            .Row(330, [400, 480], "Nettosumme", "901,20").Row(343, [400, 480], "MwSt. 19,0 %", "171,23").Row(356, [400, 480], "Gesamtbetrag EUR", "1.072,43"));

        Is(found, BusinessDocumentType.OrderConfirmation, "AB-553210", "2026-03-05", "Antriebstechnik Weller GmbH", "Nordwind Handels AG", 901.20m, 171.23m, 1072.43m);
        Assert.Equal(("P00871", "2026-04-02"), (found.Fields["orderReference"].Value, found.Fields["deliveryDate"].Value));
        Lines(found, (2, 412.50m, 825.00m), (2, 38.10m, 76.20m));
    }

    [Fact]
    public void French_delivery_note_with_ordered_delivered_and_open_quantities()
    {
        var found = Read(new PageSketch()
            .Line(45, 40, "Quincaillerie Lambert SARL", 14).Line(330, 40, "BON DE LIVRAISON", 15).Line(330, 64, "N° BL-88120").Line(330, 77, "Date : 18/03/2026").Line(330, 90, "Commande client n° CF-7731")
            .Line(45, 110, "Livré à :").Lines(45, 123, "Dépôt Sud SARL", "4 avenue du Stade", "13010 Marseille")
            .Row(200, [45, 120, 330, 400, 470], "Référence", "Désignation", "Commandé", "Livré", "Reliquat")
            .Row(216, [45, 120, 330, 400, 470], "CH-20", "Cheville nylon 8x40", "500", "400", "100")
            .Row(232, [45, 120, 330, 400, 470], "PL-3", "Platine acier 100x100", "60", "60", "0"));

        Assert.Equal((BusinessDocumentType.DeliveryNote, "BL-88120", "2026-03-18"), (found.Type, found.Fields["number"].Value, found.Fields["issueDate"].Value));
        Assert.Equal(["CH-20", "PL-3"], found.Lines.Select(l => l.Sku));
        Assert.Equal([400m, 60m], found.Lines.Select(l => l.Quantity!.Value));
    }

    [Fact]
    public void English_invoice_with_values_above_their_labels_and_freight()
    {
        var found = Read(new PageSketch()
            .Line(45, 40, "Baltic Bearings Ltd", 16).Line(400, 40, "TAX INVOICE", 14)
            .Row(80, [45, 200, 360], "Invoice no.", "Tax point", "Customer order").Row(93, [45, 200, 360], "SI-204481", "9 March 2026", "PO-66120")
            .Line(45, 120, "Invoice to").Lines(45, 133, "Harbour Wholesale Limited", "Unit 7 Dock Road", "Hull HU1 2AB")
            .Row(200, [45, 100, 350, 420, 490], "Qty", "Product", "Unit price", "Disc", "Net")
            .Row(216, [45, 100, 350, 420, 490], "20 EA", "Bearing 6204-2RS", "3.15", "5%", "59.85")
            .Row(232, [45, 100, 350, 420, 490], "4 EA", "Pillow block UCP205", "18.40", "", "73.60")
            .Row(270, [400, 490], "Goods", "133.45").Row(283, [400, 490], "Carriage", "12.50").Row(296, [400, 490], "Net total", "145.95").Row(309, [400, 490], "VAT @ 20%", "29.19").Row(322, [400, 490], "Invoice total", "£175.14"));

        Is(found, BusinessDocumentType.Invoice, "SI-204481", "2026-03-09", "Baltic Bearings Ltd", "Harbour Wholesale Limited", 145.95m, 29.19m, 175.14m);
        Assert.Equal(("PO-66120", "GBP"), (found.Fields["orderReference"].Value, found.Fields["currency"].Value));
        Lines(found, (20, 3.15m, 59.85m), (4, 18.40m, 73.60m));
    }

    [Fact]
    public void American_order_with_the_vendor_beside_the_ship_to()
    {
        var found = Read(new PageSketch()
            .Line(45, 40, "Harbor Distribution Inc.", 14).Line(380, 40, "PURCHASE ORDER", 15)
            .Row(70, [380, 470], "P.O. No.", "77-10442").Row(83, [380, 470], "Date", "Mar 6, 2026")
            .Row(120, [45, 300], "VENDOR", "SHIP TO").Row(133, [45, 300], "Midwest Fasteners Inc.", "Harbor Distribution Inc.").Row(146, [45, 300], "1200 Industrial Pkwy", "Dock 5, 88 Commerce Drive").Row(159, [45, 300], "Columbus, OH 43215", "Chicago, IL 60606")
            .Row(210, [45, 110, 300, 350, 410, 480], "Item #", "Description", "Qty", "U/M", "Rate", "Amount")
            .Row(226, [45, 110, 300, 350, 410, 480], "HB-0840", "Hex bolt 1/2-13 x 4", "1,200", "EA", "0.42", "504.00")
            .Row(260, [410, 480], "Subtotal", "504.00").Row(273, [410, 480], "Sales tax", "0.00").Row(286, [410, 480], "TOTAL", "$504.00"));

        Assert.Equal((BusinessDocumentType.PurchaseOrder, "77-10442", "2026-03-06"), (found.Type, found.Fields["number"].Value, found.Fields["issueDate"].Value));
        Assert.Equal(("Midwest Fasteners Inc.", "Harbor Distribution Inc."), (found.Fields["supplierName"].Value, found.Fields["buyerName"].Value));
        Assert.Equal(504.00m, found.Fields["totalAmount"].Value);
        Lines(found, (1200, 0.42m, 504.00m));
    }

    [Fact]
    public void German_invoice_of_two_rates_with_a_table_of_taxes()
    {
        var found = Read(new PageSketch()
            .Line(45, 40, "Bürobedarf Seidel e.K.", 14).Lines(45, 100, "Nordwind Handels AG", "Speicherstraße 12", "20457 Hamburg")
            .Line(400, 100, "Rechnung", 14).Line(400, 120, "Nr. 30771").Line(400, 133, "vom 2. April 2026")
            .Row(220, [45, 250, 310, 380, 490], "Bezeichnung", "Menge", "Einzel €", "USt", "Gesamt €")
            .Row(236, [45, 250, 310, 380, 490], "Fachbuch Lagerlogistik", "2", "40,00", "7 %", "80,00")
            .Row(252, [45, 250, 310, 380, 490], "Ordner A4 breit", "30", "2,10", "19 %", "63,00")
            .Row(300, [300, 370, 430], "Netto", "USt %", "USt €").Row(313, [300, 370, 430], "80,00", "7,00", "5,60").Row(326, [300, 370, 430], "63,00", "19,00", "11,97")
            .Row(350, [300, 490], "Summe netto", "143,00").Row(363, [300, 490], "Summe USt", "17,57").Row(376, [300, 490], "Zu zahlen", "160,57"));

        Is(found, BusinessDocumentType.Invoice, "30771", "2026-04-02", "Bürobedarf Seidel e.K.", "Nordwind Handels AG", 143.00m, 17.57m, 160.57m);
        Assert.Equal(2, found.Taxes.Count);
        Lines(found, (2, 40.00m, 80.00m), (30, 2.10m, 63.00m));
    }

    [Fact]
    public void Dutch_delivery_note_with_the_quantity_first()
    {
        var found = Read(new PageSketch()
            .Line(45, 40, "Staalhandel De Wit B.V.", 14).Line(45, 90, "PAKBON", 18).Line(45, 120, "Pakbonnummer 60031187").Line(45, 133, "Datum 9 april 2026").Line(45, 146, "Uw ordernummer P00933")
            .Row(190, [45, 110, 200], "Aantal", "Artikel", "Omschrijving")
            .Row(206, [45, 110, 200], "12 st", "40-118", "Kokerprofiel 40x40x3 6 m")
            .Row(222, [45, 110, 200], "300 kg", "77-002", "Plaat S235 2 mm"));

        Assert.Equal((BusinessDocumentType.DeliveryNote, "60031187", "2026-04-09", "P00933"), (found.Type, found.Fields["number"].Value, found.Fields["issueDate"].Value, found.Fields["orderReference"].Value));
        Assert.Equal([("40-118", 12m, "st"), ("77-002", 300m, "kg")], found.Lines.Select(l => (l.Sku!, l.Quantity!.Value, l.Unit!)));
    }

    [Fact]
    public void Spanish_order_confirmation_with_long_months()
    {
        var found = Read(new PageSketch()
            .Line(45, 40, "Rodamientos Ebro S.A.", 14).Line(45, 90, "CONFIRMACIÓN DE PEDIDO", 15)
            .Line(45, 116, "Confirmación nº: CP-3391").Line(45, 129, "Fecha: 7 de abril de 2026").Line(45, 142, "Su pedido nº: PO-51220 de 2 de abril de 2026").Line(45, 155, "Fecha de entrega: 21 de abril de 2026")
            .Row(200, [45, 250, 320, 400], "Artículo", "Cantidad", "Precio unitario", "Importe")
            .Row(216, [45, 250, 320, 400], "Rodamiento 6305", "120 uds", "4,75", "570,00")
            .Row(250, [320, 400], "Total sin IVA", "570,00 €").Row(263, [320, 400], "IVA 21 %", "119,70 €").Row(276, [320, 400], "Total con IVA", "689,70 €"));

        Assert.Equal((BusinessDocumentType.OrderConfirmation, "CP-3391", "2026-04-07"), (found.Type, found.Fields["number"].Value, found.Fields["issueDate"].Value));
        Assert.Equal(("PO-51220", "2026-04-21"), (found.Fields["orderReference"].Value, found.Fields["deliveryDate"].Value));
        Assert.Equal((570.00m, 119.70m, 689.70m), (found.Fields["netAmount"].Value, found.Fields["taxAmount"].Value, found.Fields["totalAmount"].Value));
        Lines(found, (120, 4.75m, 570.00m));
    }
}
