using Copilot.Contracts;
using Copilot.Testing.Documents;
using Xunit;
using static Copilot.Tests.Documents.Extraction.Pages.LayoutCheck;

namespace Copilot.Tests.Documents.Extraction.Pages;

/// <summary>Habits of the large programs that write documents, and of small firms, each by itself.</summary>
public sealed class ForeignLayoutTests
{
    [Fact]
    public void One_label_may_name_a_number_and_its_day()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Befestigungswerk Oberland GmbH & Co. KG, Gewerbepark 9, 83607 Holzkirchen", 6)
            .Lines(45, 60, "Firma", "Nordlicht Großhandel GmbH", "Kreditorenbuchhaltung", "Postfach 12 04 11", "24103 Kiel")
            .Line(400, 60, "Rechnung", 14)
            .Lines(400, 84, "Nummer/Datum", "90017733 / 14.04.2026", "Auftrag/Datum", "30012288 / 02.04.2026", "Lieferschein/Datum", "80044120 / 10.04.2026", "Bestellnummer/Datum", "4500099812 / 01.04.2026")
            .Row(230, [45, 100, 320, 390, 440, 510], "Pos", "Material Bezeichnung", "Menge", "ME", "Preis / PE", "Wert EUR")
            .Row(248, [45, 100, 330, 390, 440, 510], "10", "100-4711", "500", "ST", "12,40 / 100", "62,00").Line(100, 259, "Zylinderschraube DIN 912 M6x30")
            .Row(278, [45, 100, 330, 390, 440, 510], "20", "100-4820", "100", "ST", "3,10 / 1", "310,00").Line(100, 289, "Sechskantmutter DIN 934 M6")
            .Row(330, [45, 510], "Positionen netto", "372,00").Row(343, [45, 510], "Ausgangssteuer 19,000 % auf 372,00", "70,68").Row(356, [45, 510], "Endbetrag", "442,68"));

        Is(found, BusinessDocumentType.Invoice, "90017733", "2026-04-14", "Befestigungswerk Oberland GmbH & Co. KG", "Nordlicht Großhandel GmbH", 372.00m, 70.68m, 442.68m);
        Assert.Equal((object?[])["4500099812", "80044120", "30012288"], found.Values("orderReference", "deliveryNoteReference", "salesOrderReference"));
        Assert.Equal([("100-4711", "Zylinderschraube DIN 912 M6x30", 100m), ("100-4820", "Sechskantmutter DIN 934 M6", null)], found.Lines.Select(l => (l.Sku!, l.Description!, l.PriceBasis)));
        Lines(found, (500, 12.40m, 62.00m), (100, 3.10m, 310.00m));
    }

    [Fact]
    public void A_firm_without_a_legal_form_writes_to_one_that_has_it()
    {
        var found = Read(new PageSketch()
            .Line(180, 34, "Malerbetrieb Jürgen Tannert", 18).Line(190, 58, "Lindenweg 3 · 78464 Konstanz · Tel. 07531 / 55 01 22", 9)
            .Lines(45, 100, "Hausverwaltung Seeblick GmbH", "Herrn Krämer", "Uferpromenade 41", "78462 Konstanz")
            .Line(420, 160, "Konstanz, 11.05.2026").Line(45, 185, "Rechnung Nr. 2026-038", 12)
            .Row(240, [45, 90, 150, 440, 510], "Menge", "Einheit", "Leistung", "EP in €", "GP in €")
            .Row(256, [45, 90, 150, 440, 510], "148,00", "m²", "Innenwände streichen", "6,50", "962,00")
            .Row(272, [45, 90, 150, 440, 510], "1,00", "psch.", "Anfahrtspauschale", "31,00", "31,00")
            .Row(300, [400, 510], "Zwischensumme", "993,00").Row(313, [400, 510], "19% MwSt", "188,67").Row(326, [400, 510], "Endsumme", "1.181,67"));

        Is(found, BusinessDocumentType.Invoice, "2026-038", "2026-05-11", "Malerbetrieb Jürgen Tannert", "Hausverwaltung Seeblick GmbH", 993.00m, 188.67m, 1181.67m);
        Lines(found, (148, 6.50m, 962.00m), (1, 31.00m, 31.00m));
        Assert.Equal(["Innenwände streichen", "Anfahrtspauschale"], found.Lines.Select(l => l.Description));
    }

    [Fact]
    public void The_readable_copy_of_an_Italian_electronic_invoice()
    {
        var found = Read(new PageSketch()
            .Row(36, [45, 310], "Cedente/prestatore (fornitore)", "Cessionario/committente (cliente)")
            .Row(48, [45, 310], "Identificativo fiscale ai fini IVA: IT02345670987", "Identificativo fiscale ai fini IVA: IT01122330445")
            .Row(60, [45, 310], "Codice fiscale: 02345670987", "Denominazione: DISTRIBUZIONI ALPE SPA").Row(72, [45, 310], "Denominazione: MECCANICA ROSSINI SRL", "Indirizzo: CORSO SUSA 12")
            .Row(120, [45, 180, 240, 350], "Tipologia documento", "Art. 73", "Numero documento", "Data documento").Row(132, [45, 240, 350], "TD01 (fattura)", "FPR 212/26", "27-02-2026")
            .Row(160, [45, 140, 260, 330, 420, 490], "Cod. articolo", "Descrizione", "Quantità", "Prezzo unitario", "UM", "Prezzo totale")
            .Row(174, [45, 140, 260, 360, 420, 505], "MR-0091 (INTERNO)", "Cuscinetto radiale 6205", "40,00", "6,20", "NR", "248,00")
            .Line(45, 196, "RIEPILOGHI IVA E TOTALI")
            .Row(208, [45, 230, 280, 370, 470], "esigibilità iva / riferimenti", "%IVA", "Spese accessorie", "Totale imponibile", "Totale imposta")
            .Row(220, [45, 230, 458, 545], "I (esigibilità immediata)", "22,00", "0", "54,56").Row(240, [45, 280, 400], "Importo bollo", "Valuta", "Totale documento").Row(252, [280, 500], "EUR", "302,56"));

        Assert.Equal((BusinessDocumentType.Invoice, (object?)"FPR 212/26", (object?)"2026-02-27"), (found.Type, found.Fields["number"].Value, found.Fields["issueDate"].Value));
        Assert.Equal((object?[])["MECCANICA ROSSINI SRL", "DISTRIBUZIONI ALPE SPA", 302.56m], found.Values("supplierName", "buyerName", "totalAmount"));
        Assert.Equal([("MR-0091", "NR")], found.Lines.Select(l => (l.Sku!, l.Unit!)));
        Lines(found, (40, 6.20m, 248.00m));
    }

    [Fact]
    public void A_title_that_names_the_invoice_it_credits_is_not_the_credit_notes_number_and_day()
    {
        var found = Read(new PageSketch()
            .Line(45, 80, "Reinigungsbedarf Koslowski e.K. * Am Bahnhof 6 * 99974 Mühlhausen", 7).Lines(45, 92, "Stadtwerke Mühlbach GmbH", "Buchhaltung", "Poststraße 20", "99986 Mühlbach")
            .Row(92, [380, 470], "Gutschrift-Nr.:", "GS-20260017").Row(104, [380, 470], "Datum:", "27.04.2026")
            .Line(45, 170, "Gutschrift zur Rechnung RE-20260391 vom 02.04.2026", 12)
            .Row(220, [45, 80, 130, 330, 380, 440, 510], "Pos.", "Art-Nr.", "Bezeichnung", "Menge", "Einh.", "Einzelpr.", "Gesamtpr.")
            .Row(236, [45, 80, 130, 330, 380, 440, 510], "1", "4711", "Bodenreiniger 10 l", "2,00", "Kan.", "42,15", "84,30")
            .Row(270, [400, 510], "Summe Positionen:", "84,30 EUR").Row(283, [400, 510], "+ 19,00 % USt. auf 84,30:", "16,02 EUR").Row(296, [400, 510], "Gutschriftsbetrag:", "100,32 EUR"));

        Is(found, BusinessDocumentType.CreditNote, "GS-20260017", "2026-04-27", "Reinigungsbedarf Koslowski e.K.", "Stadtwerke Mühlbach GmbH", 84.30m, 16.02m, 100.32m);
        Assert.Equal("RE-20260391", found.Fields["invoiceReference"].Value);
        Lines(found, (2, 42.15m, 84.30m));
    }

    [Fact]
    public void Heads_that_nobody_knows_stand_between_those_that_are_known()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Aceites Guadalén, S.A.", 14).Line(450, 36, "ALBARÁN", 16)
            .Lines(45, 90, "Nº Albarán: AV-2603311", "Fecha: 17/03/2026", "S/Pedido: PED-40092")
            .Row(160, [45, 100, 300, 360, 430, 490], "Artículo", "Descripción", "Lote", "Cons. pref.", "Bultos", "Cantidad")
            .Row(176, [45, 100, 300, 360, 430, 490], "1020", "Aceite de oliva 5 L", "L26-044", "02/2028", "12", "48 Cajas")
            .Row(192, [45, 100, 300, 360, 430, 490], "2204", "Pimiento piquillo", "L25-377", "09/2029", "8", "96 Uds"));

        Assert.Equal((object?[])["AV-2603311", "2026-03-17", "PED-40092"], found.Values("number", "issueDate", "orderReference"));
        Assert.Equal([("1020", 48m, "Cajas"), ("2204", 96m, "Uds")], found.Lines.Select(l => (l.Sku!, l.Quantity!.Value, l.Unit!)));
    }

    [Fact]
    public void A_bill_of_lading_with_American_addresses()
    {
        var found = Read(new PageSketch()
            .Line(120, 34, "STRAIGHT BILL OF LADING - SHORT FORM", 14)
            .Row(60, [45, 320], "Date: 02/11/2026", "Bill of Lading Number: BOL-0099317")
            .Lines(45, 80, "SHIP FROM", "Great Basin Chemicals Inc.", "1880 W 2100 S", "Salt Lake City, UT 84119").Lines(45, 140, "SHIP TO", "Pacific Coatings LLC", "7700 NE 21st Ave", "Portland, OR 97211")
            .Row(210, [45, 150, 200, 270, 310, 460, 520], "Handling Unit Qty", "Type", "Weight (lb)", "H.M.", "Commodity Description", "NMFC #", "Class")
            .Row(226, [45, 150, 200, 310, 460, 520], "10", "Drum", "4,410", "Resin, epoxy", "46030", "55").Row(242, [45, 150, 200, 270, 310, 460, 520], "4", "Drum", "1,764", "X", "Hardener class 8", "43940", "70")
            .Row(258, [45, 200, 310], "14", "6,174", "GRAND TOTAL"));

        Assert.Equal(BusinessDocumentType.BillOfLading, found.Type);
        Assert.Equal((object?[])["BOL-0099317", "2026-02-11", "Great Basin Chemicals Inc.", "Pacific Coatings LLC"], found.Values("number", "issueDate", "supplierName", "buyerName"));
        Assert.Equal([("Resin, epoxy", 10m), ("Hardener class 8", 4m)], found.Lines.Select(l => (l.Description!, l.Quantity!.Value)));
    }

    [Fact]
    public void Services_have_no_quantities()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Hanseatic Cargo Logistics GmbH", 14).Lines(45, 80, "Elbe Import & Handels GmbH", "Lüner Rennbahn 14", "21339 Lüneburg")
            .Row(80, [380, 470], "INVOICE NO.", "F2026-55810").Row(93, [380, 470], "Invoice Date", "12-Mar-2026")
            .Row(190, [45, 280, 400, 500], "Charge description", "Basis", "VAT code", "Amount EUR")
            .Row(206, [45, 280, 400, 510], "Ocean freight 1x40'HC", "USD 2,310.00 @ 1.1000", "0", "2,100.00").Row(222, [45, 400, 520], "Trucking to Lüneburg", "1", "364.50")
            .Row(250, [45, 200, 400, 520], "VAT code", "Rate", "Net", "VAT").Row(264, [45, 200, 400, 520], "0 exempt", "0.00 %", "2,100.00", "0.00").Row(278, [45, 200, 400, 520], "1 standard", "19.00 %", "364.50", "69.26")
            .Row(310, [400, 510], "Total net", "2,464.50").Row(323, [400, 510], "Total VAT", "69.26").Row(336, [400, 510], "TOTAL EUR", "2,533.76"));

        Is(found, BusinessDocumentType.Invoice, "F2026-55810", "2026-03-12", "Hanseatic Cargo Logistics GmbH", "Elbe Import & Handels GmbH", 2464.50m, 69.26m, 2533.76m);
        Assert.Equal([("Ocean freight 1x40'HC", 2100.00m), ("Trucking to Lüneburg", 364.50m)], found.Lines.Select(l => (l.Description!, l.Amount!.Value)));
    }

    [Fact]
    public void The_rows_of_a_statement_are_other_documents()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Pennine Bolt & Nut Co Ltd", 15).Line(450, 36, "STATEMENT", 15).Line(45, 62, "Albion Mills, Huddersfield HD1 6NA")
            .Lines(45, 84, "Calder Agricultural Engineers", "Stansfield Road", "Todmorden", "OL14 5DL").Line(420, 96, "Statement Date: 30/04/2026")
            .Row(160, [45, 130, 220, 330, 400, 480], "Date", "Reference", "Type", "Debit", "Credit", "Balance")
            .Row(176, [45, 130, 220, 330, 480], "27/02/2026", "88120", "Invoice", "812.40", "812.40").Row(192, [45, 130, 220, 400, 480], "20/03/2026", "C1120", "Credit note", "36.00", "776.40")
            .Row(230, [60, 150, 240, 330, 460], "Current", "30 Days", "60 Days", "90+ Days", "Amount Due").Row(243, [60, 150, 240, 330, 460], "0.00", "0.00", "776.40", "0.00", "£776.40"));

        Assert.Equal(BusinessDocumentType.Statement, found.Type);
        Assert.Equal((object?[])["2026-04-30", "Pennine Bolt & Nut Co Ltd", "Calder Agricultural Engineers", 776.40m, null], found.Values("issueDate", "supplierName", "buyerName", "payableAmount", "invoiceReference"));
    }

    [Fact]
    public void Net_amounts_by_rate_make_the_net_amount()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Frutas Turia S.L.U.", 14).Row(80, [45, 130], "FACTURA Nº", "2026-F-00871").Row(93, [45, 130], "FECHA", "9 de abril de 2026").Row(106, [45, 130], "S/ALBARÁN", "12877").Row(119, [45, 130], "VTO.", "9 de mayo de 2026")
            .Lines(330, 80, "COMERCIAL ALCÁNTARA E HIJOS, S.L.", "C/ San Vicente, 44", "12002 Castellón")
            .Row(180, [45, 100, 300, 380, 440, 500], "REF.", "CONCEPTO", "KILOS/UDS", "PRECIO", "IVA", "TOTAL")
            .Row(196, [45, 100, 300, 380, 440, 500], "N4", "Naranja navel", "320 kg", "0,87", "4%", "278,40").Row(212, [45, 100, 300, 380, 440, 500], "E9", "Caja plegable", "80 ud", "4,00", "21%", "320,00")
            .Row(250, [45, 150, 230, 400], "BASE IMPONIBLE", "% IVA", "CUOTA", "TOTAL FACTURA").Row(263, [45, 150, 230], "278,40", "4,00", "11,14").Line(400, 269, "676,74 €", 14).Row(282, [45, 150, 230], "320,00", "21,00", "67,20"));

        Is(found, BusinessDocumentType.Invoice, "2026-F-00871", "2026-04-09", "Frutas Turia S.L.U.", "COMERCIAL ALCÁNTARA E HIJOS, S.L.", 598.40m, 78.34m, 676.74m);
        Assert.Equal((object?[])["2026-05-09", "12877"], found.Values("dueDate", "deliveryNoteReference"));
        Assert.Equal([("kg", 320m), ("ud", 80m)], found.Lines.Select(l => (l.Unit!, l.Quantity!.Value)));
    }

    [Theory]
    [InlineData("Der Betrag wird am 16.06.2026 per Lastschrift von Ihrem Konto abgebucht.", "2026-06-16")]
    [InlineData("Le montant sera prélevé le 16 juin 2026 sur votre compte.", "2026-06-16")]
    [InlineData("Bitte überweisen Sie den Rechnungsbetrag unter Angabe der Nummer bis zum 16.06.2026.", "2026-06-16")]
    [InlineData("Bitte prüfen Sie die Ware bis 16.06.2026 auf Mängel.", null)]
    public void The_day_a_sum_is_due_may_stand_in_a_sentence(string sentence, string? due)
        => Assert.Equal(due, Read(new PageSketch().Line(45, 36, "Rechnung 17", 16).Line(45, 60, "Datum: 02.06.2026").Line(45, 200, sentence)).Fields.GetValueOrDefault("dueDate")?.Value);

    [Fact]
    public void A_value_stands_under_its_label_though_a_postcode_stands_beside_it()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "TAX INVOICE", 16).Lines(320, 36, "Invoice Date", "19 Jan 2026").Row(68, [320, 430], "Invoice Number", "PE28 5GQ").Line(320, 80, "INV-0417")
            .Lines(430, 44, "Fenland Packaging Limited", "Unit 3 Sawtry Way"));

        Assert.Equal((object?[])["INV-0417", "2026-01-19"], found.Values("number", "issueDate"));
    }

    [Fact]
    public void A_printer_of_one_width_leaves_out_the_currency()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "TRI-COUNTY ELECTRICAL SUPPLY", 8).Line(320, 36, "INVOICE", 8).Line(45, 45, "DAYTON OH 45404", 8)
            .Row(60, [320, 410], "INVOICE NO", "INVOICE DATE").Row(70, [320, 410], "447102", "03/09/26")
            .Row(120, [45, 90, 130, 160, 230, 360, 420, 480], "ORDERED", "SHIPPED", "B/O", "ITEM", "DESCRIPTION", "UOM", "PRICE", "EXTENDED").Line(45, 132, new string('-', 90), 8)
            .Row(144, [60, 100, 137, 160, 230, 360, 420, 480], "4", "4", "0", "QO120", "BREAKER 1P 20A", "EA", "9.8500", "39.40").Row(158, [60, 100, 132, 160, 230, 360, 420, 480], "500", "300", "200", "EMT34", "CONDUIT EMT 3/4", "C", "109.5000", "328.50")
            .Row(190, [360, 480], "FREIGHT", "15.86").Row(203, [360, 480], "SALES TAX 6.75%", "25.90").Row(216, [360, 480], "INVOICE TOTAL", "409.66"));

        Assert.Equal((object?[])["447102", "2026-03-09", "USD", 15.86m, 25.90m, 409.66m], found.Values("number", "issueDate", "currency", "chargeTotal", "taxAmount", "totalAmount"));
        Lines(found, (4, 9.85m, 39.40m), (300, 109.50m, 328.50m));
        Assert.DoesNotContain(found.Checks, c => !c.Ok);
    }

    [Fact]
    public void A_confirmation_names_its_own_order_and_the_customers_reference()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Houthandel Brabant", 18).Lines(45, 90, "Timmerfabriek Van Loon B.V.", "Afd. inkoop", "Leemstraat 4", "5721 AB Asten")
            .Line(330, 90, "Orderbevestiging", 14).Row(110, [330, 420], "Ordernummer", "VO260551").Row(123, [330, 420], "Orderdatum", "15 januari 2026").Row(136, [330, 420], "Uw referentie", "IO-2026-018")
            .Row(190, [45, 100, 200, 400, 480], "Aantal", "Artikel", "Omschrijving", "Netto prijs", "Bedrag").Row(206, [45, 100, 200, 400, 480], "60 st", "VUR-75", "Vuren C24", "24,50", "1.470,00")
            .Row(240, [380, 480], "Goederenbedrag", "1.470,00").Row(253, [380, 480], "BTW 21,00 %", "308,70").Row(266, [380, 480], "Orderbedrag", "1.778,70"));

        Is(found, BusinessDocumentType.OrderConfirmation, "VO260551", "2026-01-15", "Houthandel Brabant", "Timmerfabriek Van Loon B.V.", 1470.00m, 308.70m, 1778.70m);
        Assert.Equal("IO-2026-018", found.Fields["orderReference"].Value);
    }

    [Fact]
    public void A_head_in_the_middle_of_a_wide_column_stands_over_all_of_it()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Lone Star Janitorial Supply", 14).Line(420, 36, "CREDIT MEMO", 16).Row(60, [420, 500], "Date", "Credit No.").Row(72, [420, 500], "3/27/2026", "CM-20931")
            .Row(160, [55, 224, 400, 455, 520], "Item", "Description", "Qty", "Rate", "Amount")
            .Row(176, [45, 100, 400, 455, 520], "JS-4410", "Floor finish pail", "-1", "135.00", "-135.00").Line(100, 188, "Return: damaged in transit, ref. INV-118820"));

        Assert.Equal([("JS-4410", "Floor finish pail")], found.Lines.Select(l => (l.Sku!, l.Description!)));
    }

    [Fact]
    public void Each_delivery_has_a_heading_between_the_lines()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "FACTURE N° FC260412 du 30/04/2026", 14)
            .Row(120, [45, 120, 340, 400, 480], "Référence", "Désignation", "Quantité", "P.U. H.T.", "Montant H.T.").Line(120, 134, "BL n° BL260377 du 22/04/26").Row(147, [45, 120, 340, 400, 480], "MEUL125", "Meuleuse d'angle", "5,00", "104,31", "521,55")
            .Line(120, 160, "BL n° BL260391 du 24/04/26").Row(173, [45, 120, 340, 400, 480], "GANT10", "Gants anti-coupure", "30,00", "4,50", "135,00"));

        Assert.Equal(["Meuleuse d'angle", "Gants anti-coupure"], found.Lines.Select(l => l.Description));
    }

    [Fact]
    public void A_remark_in_smaller_letters_is_no_part_of_the_description()
    {
        var found = Read(new PageSketch()
            .Line(45, 36, "Invoice 17", 16).Row(120, [45, 340, 400, 480], "Description", "Qty", "Unit price", "Amount").Row(136, [45, 340, 400, 480], "Business plan", "3", "$300.00", "$900.00").Line(45, 147, "Mar 3 - Apr 3, 2026", 8)
            .Row(165, [45, 340, 400, 480], "More seats", "20", "$15.00", "$300.00").Line(45, 176, "SKU: SEAT-20", 8));

        Assert.Equal([("Business plan", null), ("More seats", "SEAT-20")], found.Lines.Select(l => (l.Description!, l.Sku)));
    }

    [Fact]
    public void Account_and_tax_number_share_a_line_in_the_foot()
    {
        var found = Read(new PageSketch().Line(45, 36, "FACTUUR 26700118", 16).Line(45, 800, "KvK 24123456 - BTW NL812345678B01 - IBAN NL91ABNA0417164300 - BIC ABNANL2A", 8));

        Assert.Equal((object?[])["NL812345678B01", "NL91ABNA0417164300"], found.Values("supplierVat", "iban"));
    }

    [Fact]
    public void A_long_number_is_no_amount_of_tax()
        => Assert.Null(Read(new PageSketch().Line(45, 36, "FATTURA 12/A", 16).Line(45, 60, "P.IVA 01234560498").Row(200, [380, 480], "Totale", "120,00 €")).Fields.GetValueOrDefault("taxAmount"));

    [Fact]
    public void Letters_that_stand_apart_are_words()
    {
        var sketch = new PageSketch().Line(45, 36, "Studio Marlowe Ltd", 14);
        foreach (var (x, letter) in new[] { (300f, "I"), (308f, "N"), (316f, "V"), (324f, "O"), (332f, "I"), (340f, "C"), (348f, "E"), (360f, "N"), (368f, "O") })
        {
            sketch.Line(x, 80, letter);
        }

        Assert.Equal("0193", Read(sketch.Line(380, 80, "0193")).Fields["number"].Value);
    }
}
