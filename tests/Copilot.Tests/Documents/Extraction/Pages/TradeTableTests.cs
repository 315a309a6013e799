using Copilot.Contracts;
using Copilot.Testing.Documents;
using Xunit;
using static Copilot.Tests.Documents.Extraction.Pages.LayoutCheck;

namespace Copilot.Tests.Documents.Extraction.Pages;

/// <summary>How trades of goods lay out their lines, each habit by itself: what a column holds is proved by what it makes with the others.</summary>
public sealed class TradeTableTests
{
    private static PageSketch Bill => new PageSketch().Line(45, 36, "INVOICE 4711", 14).Line(45, 60, "Date: 11 August 2026");

    [Fact]
    public void Units_over_figures_are_how_many()
    {
        var found = Read(Bill.Row(120, [45, 300, 360, 430, 500], "CONCEPTO", "PRECIO", "UNIDADES", "SUBTOTAL", "TOTAL")
            .Row(134, [45, 300, 380, 430, 500], "Aceite de oliva", "31,20", "16", "499,20", "519,17").Row(148, [45, 300, 380, 430, 500], "Vinagre", "4,95", "24", "118,80", "130,68"));

        Lines(found, (16, 31.20m, 499.20m), (24, 4.95m, 118.80m));
    }

    [Fact]
    public void Two_discounts_are_taken_off_one_after_the_other()
    {
        var found = Read(Bill.Row(120, [45, 130, 280, 340, 400, 470], "Artikel", "Bezeichnung", "Menge", "Einzel", "Rab.", "Gesamt")
            .Row(134, [45, 130, 280, 340, 400, 470], "V12", "Kugelhahn", "40", "6,90", "50+10", "124,20").Row(148, [45, 130, 280, 340, 400, 470], "R20", "Verschraubung", "100", "4,15", "50+10", "186,75"));
        Lines(found, (40, 6.90m, 124.20m), (100, 4.15m, 186.75m));
        Assert.DoesNotContain(found.Checks, c => !c.Ok);

        found = Read(Bill.Row(120, [45, 130, 260, 310, 370, 420, 480], "Referencia", "Artículo", "Cant.", "Precio", "Dto1", "Dto2", "Importe")
            .Row(134, [45, 130, 260, 310, 370, 420, 480], "MAG16", "Interruptor", "12", "64,20", "50", "15", "327,42"));
        Lines(found, (12, 64.20m, 327.42m));
        Assert.DoesNotContain(found.Checks, c => !c.Ok);
    }

    [Fact]
    public void A_net_price_before_the_amount_is_what_one_costs()
    {
        var found = Read(Bill.Row(120, [45, 130, 260, 310, 400, 480], "Referencia", "Artículo", "Cant.", "Precio", "Neto", "Importe").Row(134, [45, 130, 260, 310, 400, 480], "CAB25", "Cable negro", "5", "62,00", "43,40", "217,00"));
        Lines(found, (5, 43.40m, 217.00m));
    }

    [Fact]
    public void Lines_go_on_below_the_sum_of_a_group()
    {
        float[] at = [45, 80, 150, 330, 380, 430, 500];
        var found = Read(Bill.Row(120, at, "Pos.", "Art.-Nr.", "Bezeichnung", "Menge", "ME", "Einzel", "Gesamt").Line(45, 134, "Titel 1: Bad")
            .Row(148, at, "1.1", "WC44", "Wand-WC", "2", "Stk", "189,00", "378,00").Row(162, [380, 500], "Zwischensumme Titel 1", "378,00").Line(45, 176, "Titel 2: Heizung")
            .Row(190, at, "2.1", "CU15", "Kupferrohr hart", "75", "m", "7,94", "595,50").Row(204, [380, 500], "Zwischensumme Titel 2", "595,50")
            .Row(232, [380, 500], "Gesamt netto", "973,50").Row(246, [380, 500], "19 % MwSt.", "184,97").Row(260, [380, 500], "Gesamt brutto", "1.158,47"));

        Assert.Equal([("WC44", 378.00m), ("CU15", 595.50m)], found.Lines.Select(l => (l.Sku!, l.Amount!.Value)));
        Assert.Equal((object?[])[973.50m, 184.97m, 1158.47m], found.Values("netAmount", "taxAmount", "totalAmount"));
    }

    [Fact]
    public void Heads_of_two_rows_may_have_words_that_nobody_knows()
    {
        var found = Read(Bill.Row(120, [45, 100, 280, 340, 420, 500], "No.", "Description", "Quantity", "Unit of", "Direct Unit", "Amount").Row(133, [340, 420], "Measure", "Kost")
            .Row(152, [45, 100, 280, 340, 420, 500], "1896-S", "Hex bolt M12", "2,000", "Pieces", "0.184", "368.00"));

        Assert.Equal(("1896-S", 2000m, "Pieces", 368.00m), found.Lines.Select(l => (l.Sku, l.Quantity!.Value, l.Unit, l.Amount!.Value)).Single());
    }

    [Fact]
    public void Heads_that_stand_close_are_parted_by_the_figures_below()
    {
        var found = Read(Bill.Row(120, [45, 130, 300, 380], "Artikel", "Omschrijving", "Aantal Eenh.", "Prijs Per Kort.% Bedrag")
            .Row(134, [45, 130, 300, 340, 380, 413, 440, 480], "4016220", "Lasklem", "1000", "st", "32,50", "100", "12,0", "286,00").Row(148, [45, 130, 300, 340, 380, 413, 480], "5100007", "Verdeelkast", "2", "st", "212,75", "1", "425,50"));

        Assert.Equal([(1000m, 32.50m, 100m, 286.00m), (2m, 212.75m, 1m, 425.50m)], found.Lines.Select(l => (l.Quantity!.Value, l.UnitPrice!.Value, l.PriceBasis ?? 1, l.Amount!.Value)));
    }

    [Fact]
    public void Heads_that_nobody_knows_are_read_by_what_multiplies_below_them()
    {
        var found = Read(Bill.Row(120, [45, 130, 300, 380, 470], "Kennung", "Ware und Ausführung", "Anz/Geb", "Satz/Geb", "Endwert")
            .Row(134, [45, 130, 310, 390, 470], "K-17", "Blumenerde torffrei", "24", "3,45", "82,80").Row(148, [45, 130, 310, 390, 470], "K-18", "Rindenmulch grob", "12", "5,10", "61,20"));

        Lines(found, (24, 3.45m, 82.80m), (12, 5.10m, 61.20m));
        Assert.Contains("Blumenerde torffrei", found.Lines[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_narrow_column_breaks_a_number_at_its_hyphen()
    {
        float[] at = [45, 120, 300, 380, 470];
        var found = Read(Bill.Row(120, at, "Code", "Désignation", "Qté", "P.U. HT", "Montant HT").Row(134, at, "CAR-", "Caisse carton double", "500", "0,60", "300,00").Row(145, at, "3020", "cannelure", string.Empty, string.Empty, string.Empty)
            .Row(166, at, "FIL-23", "Film étirable", "24", "5,00", "120,00"));

        Assert.Equal(["CAR-3020", "FIL-23"], found.Lines.Select(l => l.Sku));
    }

    [Fact]
    public void What_the_goods_are_called_stands_below_their_numbers()
    {
        float[] at = [45, 250, 330, 400, 480];
        var found = Read(Bill.Row(120, at, "Teilenummer", "Menge", "UPE", "Netto/Stk", "Summe").Row(134, at, "0 986 494 524", "2", "64,80", "37,58", "75,16").Line(45, 147, "Bremsbelagsatz vorn")
            .Row(166, at, "W 712/95", "20", "11,95", "5,38", "107,60").Line(45, 179, "Filter zum Anschrauben"));

        Assert.Equal([("0 986 494 524", "Bremsbelagsatz vorn"), ("W 712/95", "Filter zum Anschrauben")], found.Lines.Select(l => (l.Sku!, l.Description!)));
    }

    [Fact]
    public void A_number_in_brackets_leads_the_name()
        => Assert.Equal(("PMP-VS15", "Pump 1.5 HP"), Read(new PageSketch().Line(45, 36, "DELIVERY NOTE D-7", 14).Row(120, [45, 300, 400], "Product", "Ordered", "Delivered").Row(136, [45, 300, 400], "[PMP-VS15] Pump 1.5 HP", "2.00 Units", "2.00 Units")).Lines.Select(l => (l.Sku!, l.Description!)).Single());

    [Fact]
    public void What_has_not_come_yet_is_no_line_of_the_delivery()
    {
        var found = Read(new PageSketch().Line(45, 36, "DELIVERY NOTE D-7", 14).Row(120, [45, 300, 400], "Product", "Ordered", "Delivered").Row(136, [45, 300, 400], "Chlorine tablets", "12.00", "10.00")
            .Line(45, 156, "Remaining quantities not yet delivered:").Row(172, [45, 400], "Chlorine tablets", "2.00"));
        Assert.Equal([10m], found.Lines.Select(l => l.Quantity!.Value));
    }

    [Fact]
    public void A_price_by_the_kilogram_makes_the_amount_of_the_weight()
    {
        var found = Read(Bill.Row(120, [45, 110, 260, 330, 400, 480], "Code", "Omschrijving", "Aantal", "Gewicht", "Prijs/kg", "Totaal").Row(134, [45, 110, 260, 330, 400, 480], "10200", "Patentbloem", "20", "500 kg", "0,684", "342,00"));
        Assert.Equal((500m, "kg", 342.00m), found.Lines.Select(l => (l.Quantity!.Value, l.Unit!, l.Amount!.Value)).Single());
    }

    [Fact]
    public void Numbers_of_lots_and_customers_are_no_part_of_the_name()
    {
        float[] at = [45, 110, 330, 400, 480];
        var found = Read(Bill.Row(120, at, "Artikel", "Bezeichnung", "Menge", "Preis", "Wert").Row(134, at, "LS16", "Schutzschalter B16 einpolig 6 kA", "48", "3,12", "149,76").Line(110, 146, "Ihre Materialnr. 771020").Line(110, 158, "Charge 260117"));
        Assert.Equal("Schutzschalter B16 einpolig 6 kA", found.Lines.Single().Description);

        found = Read(Bill.Row(120, [45, 330, 400, 480], "Artikel", "Menge", "Preis", "Total").Row(134, [45, 330, 400, 480], "Natronlauge technisch", "40", "38.50", "1540.00").Line(45, 146, "Art. 1002-25, Kanister 25 kg"));
        Assert.Equal(("1002-25", "Natronlauge technisch"), found.Lines.Select(l => (l.Sku!, l.Description!)).Single());
    }

    [Fact]
    public void What_begins_with_a_small_letter_goes_on()
        => Assert.Equal("Tiefspül-WC weiß mit Befestigung", Read(Bill.Row(120, [45, 330, 400, 480], "Artikel", "Menge", "Preis", "Total").Row(134, [45, 330, 400, 480], "Tiefspül-WC weiß", "2", "189.00", "378.00").Line(45, 146, "mit Befestigung")).Lines.Single().Description);

    [Fact]
    public void Goods_that_came_back_are_taken_off()
    {
        var found = Read(Bill.Row(120, [45, 100, 330, 420], "QTY", "DESCRIPTION", "PRICE", "EXT PRICE").Row(134, [45, 100, 330, 420], "16", "Breaker 20A", "9.87", "157.92").Row(148, [45, 100, 330, 420], "-2", "Conduit body", "11.25", "22.50CR"));
        Lines(found, (16, 9.87m, 157.92m), (-2, 11.25m, -22.50m));
    }

    [Fact]
    public void The_letterhead_of_the_next_page_is_no_line()
    {
        float[] at = [45, 110, 300, 380, 460];
        PageSketch Page(string page) => new PageSketch().Line(45, 36, "Shannon Safety Wear Ltd", 14).Row(56, [45, 400], "Ballysimon Road, Limerick", "No. SW-31177").Line(400, 70, "Date 16 February 2026").Line(400, 84, page).Row(140, at, "Our ref", "Goods description", "Qty", "Nett price", "Value");
        var found = Read(Page("INVOICE Page 1 of 2").Row(156, at, "P10", "Gloves", "60", "6.45", "387.00").Row(172, [300, 460], "Carried forward", "387.00"), Page("INVOICE Page 2 of 2").Row(156, at, "P20", "Boots", "6", "46.75", "280.50"));
        Lines(found, (60, 6.45m, 387.00m), (6, 46.75m, 280.50m));
    }

    [Fact]
    public void Of_several_columns_that_may_count_the_one_that_mostly_does_is_taken()
    {
        float[] at = [45, 100, 270, 330, 390, 440, 500];
        var found = Read(Bill.Row(120, at, "Artnr.", "Omschrijving", "Colli", "Inhoud", "Stuks", "Prijs", "Bedrag")
            .Row(134, at, "30899", "Rijst zilvervlies", "3", "1", "3", "17,20", "51,60").Row(148, at, "30110", "Appelmoes pot", "5", "12", "60", "1,09", "65,40").Row(162, at, "30475", "Groentesoep blik", "4", "6", "24", "1,85", "44,40"));

        Lines(found, (3, 17.20m, 51.60m), (60, 1.09m, 65.40m), (24, 1.85m, 44.40m));
    }

    [Fact]
    public void Two_columns_whose_heads_say_too_little_prove_each_other()
    {
        float[] at = [45, 80, 150, 300, 350, 410, 480];
        var found = Read(Bill.Row(120, at, "Qty", "Product", "Description", "List", "Disc1", "Nett", "Goods").Row(134, at, "8", "110B92", "Bend double socket", "14.20", "45.0", "7.81", "62.48").Row(148, at, "4", "AGG20", "Limestone bulk bag", "52.00", string.Empty, "52.00", "208.00"));
        Lines(found, (8, 7.81m, 62.48m), (4, 52.00m, 208.00m));
    }

    [Fact]
    public void What_was_shipped_stands_under_a_word_that_elsewhere_names_a_day()
    {
        float[] at = [45, 85, 125, 180, 360, 440];
        var found = Read(Bill.Row(120, at, "Ord", "Ship", "Item #", "Description", "Price", "Extension").Row(134, at, "5", "4", "35100", "Frying oil clear", "38.75", "155.00"));
        Lines(found, (4, 38.75m, 155.00m));
    }

    [Fact]
    public void Half_of_the_heads_may_stand_in_a_row_above()
    {
        float[] at = [45, 86, 141, 175, 420, 471];
        var found = Read(new PageSketch().Line(45, 36, "BILL OF LADING BOL-22", 14).Row(120, [45, 141, 175, 420, 471], "Handling unit", "HM", "Commodity description", "NMFC", "Class").Row(136, [45, 86], "Qty", "Type")
            .Row(152, at, "4", "Drum", "X", "Hypochlorite solutions", "45680", "85").Row(168, at, "2", "Pallet", string.Empty, "Soda ash dense bags", "43150", "60"));

        Assert.Equal([("Hypochlorite solutions", 4m), ("Soda ash dense bags", 2m)], found.Lines.Select(l => (l.Description!, l.Quantity!.Value)));
    }

    [Fact]
    public void Heads_may_be_counted()
    {
        float[] at = [45, 110, 300, 350, 400, 440, 490];
        var found = Read(Bill.Row(120, at, "Codice", "Descrizione merce", "Pezzi", "Prezzo", "Sc.1", "Sc.2", "Netto riga").Row(134, at, "TOR200", "Torta barozzi", "40", "4,80", "20", "5", "145,92"));
        Lines(found, (40, 4.80m, 145.92m));
        Assert.DoesNotContain(found.Checks, c => !c.Ok);
    }

    [Fact]
    public void A_discount_between_them_does_not_hide_what_multiplies()
    {
        float[] at = [45, 110, 300, 350, 400, 460];
        var found = Read(Bill.Row(120, at, "PZN", "Bezeichnung", "Zahl", "AEP", "Rab%", "GEP").Row(134, at, "04324188", "Nasenspray", "60", "0,92", "8,5", "50,51").Row(148, at, "10714367", "Verbandmull", "24", "2,35", "5,0", "53,58"));
        Lines(found, (60, 0.92m, 50.51m), (24, 2.35m, 53.58m));
    }

    [Fact]
    public void A_head_may_say_for_how_many_the_price_is()
    {
        float[] at = [45, 80, 280, 360, 470];
        var found = Read(Bill.Row(120, at, "Rif.", "Articolo", "Q.tà (pz)", "Prezzo x 1000", "Importo €").Row(134, at, "1", "Astuccio stampato", "10.000", "148,00", "1.480,00").Row(148, at, "2", "Foglietto", "10.000", "21,50", "215,00"));
        Assert.Equal([(10000m, 148.00m, 1000m), (10000m, 21.50m, 1000m)], found.Lines.Select(l => (l.Quantity!.Value, l.UnitPrice!.Value, l.PriceBasis ?? 1)));
    }
}
