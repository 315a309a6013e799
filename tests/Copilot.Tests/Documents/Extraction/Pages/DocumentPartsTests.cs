using Copilot.Documents.Extraction.Pages;
using Copilot.Documents.Layout;
using Copilot.Testing.Documents;
using Xunit;

namespace Copilot.Tests.Documents.Extraction.Pages;

/// <summary>One file may hold several documents; one document may have several pages.</summary>
public sealed class DocumentPartsTests
{
    private static readonly float[] Columns = [45, 110, 330, 400, 480];

    [Fact]
    public void Two_invoices_are_two_documents()
        => Assert.Equal("1,2", Parted(Invoice("R-1"), Invoice("R-2")));

    [Fact]
    public void An_invoice_and_its_delivery_note_are_two_documents()
        => Assert.Equal("1,2", Parted(Invoice("R-1"), Delivery("D-9")));

    [Fact]
    public void Delivery_notes_have_no_totals_and_are_parted_by_their_numbers()
        => Assert.Equal("1,2,3", Parted(Delivery("D-1"), Delivery("D-2"), Delivery("D-3")));

    [Fact]
    public void A_second_page_with_the_same_head_goes_on()
        => Assert.Equal("12", Parted(Start("R-1"), Invoice("R-1")));

    [Fact]
    public void A_second_page_without_a_head_goes_on()
        => Assert.Equal("12", Parted(Invoice("R-1"), new PageSketch().Lines(45, 60, "General conditions of sale", "1. Goods stay ours until they are paid.", "2. Courts of Leeds.")));

    [Fact]
    public void A_count_of_pages_that_begins_anew_begins_a_document()
        => Assert.Equal("12,3", Parted(Start("R-1").Line(45, 800, "Page 1 of 2"), Rest().Line(45, 800, "Page 2 of 2"), Invoice("R-2").Line(45, 800, "Page 1 of 1")));

    [Theory]
    [InlineData("Seite 2 von 2")]
    [InlineData("Pagina 2 di 2")]
    [InlineData("Página: 2")]
    [InlineData("Blad 2 van 2")]
    [InlineData("Meier GmbH · Seite 2/2")]
    [InlineData("2 / 2")]
    public void A_page_that_says_it_is_the_second_goes_on_whatever_stands_on_it(string mark)
        => Assert.Equal("12", Parted(Invoice("R-1"), Delivery("D-9").Line(45, 800, mark)));

    [Fact]
    public void A_carried_total_goes_on()
        => Assert.Equal("12", Parted(Start("R-1").Row(700, [330, 480], "Carried forward", "25.00"), Rest().Row(100, [330, 480], "Carried forward", "25.00")));

    [Fact]
    public void A_reference_to_a_delivery_note_in_the_lines_begins_nothing()
        => Assert.Equal("12", Parted(Start("R-1"), new PageSketch().Line(45, 60, "Delivery note No. D-77 of 2026-03-02").Row(90, Columns, "Code", "Description", "Qty", "Unit Price", "Amount").Row(108, Columns, "AB-3", "Nut", "4", "2.50", "10.00").Row(150, [400, 480], "Total", "£12.00")));

    [Fact]
    public void A_date_and_a_fraction_in_the_text_are_no_count_of_pages()
        => Assert.Equal("1,2", Parted(Invoice("R-1").Line(45, 400, "Ball valve 1/2"), Invoice("R-2").Line(45, 400, "2/3 of the goods")));

    [Fact]
    public void One_misread_letter_of_a_scan_is_no_other_document_unless_it_is_whole()
    {
        PlacedPage Scan(PageSketch page, int number) => page.Page(number) with { Recognised = true };
        Assert.Single(DocumentParts.Of([Scan(Invoice("RE-81177"), 1), Scan(Start("RE-81171"), 2)]));
        Assert.Equal(2, DocumentParts.Of([Scan(Invoice("RE-81177"), 1), Scan(Invoice("RE-81178"), 2)]).Count);
    }

    [Fact]
    public void A_document_in_the_middle_is_read_by_its_own_first_page()
    {
        var parts = DocumentParts.Of([Invoice("R-1").Page(1), Invoice("R-2").Page(2)]);
        var second = PageDocument.Read(parts[1], "text").Finish("a.pdf");

        Assert.Equal(("R-2", "Northgate Fixings Ltd", "Harbor Distribution GmbH", 2), (second.Fields["number"].Value, second.Fields["supplierName"].Value, second.Fields["buyerName"].Value, second.Fields["number"].Page!.Value));
        Assert.Equal((30.00m, 1), (second.Fields["totalAmount"].Value, second.Lines.Count));
    }

    [Fact]
    public void No_pages_are_one_empty_document() => Assert.Empty(Assert.Single(DocumentParts.Of([])));

    private static PageSketch Start(string number)
        => new PageSketch().Line(45, 40, "Northgate Fixings Ltd", 14).Line(330, 70, "INVOICE", 18).Line(330, 98, $"Invoice No: {number}").Line(330, 112, "Invoice Date: 2026-03-04")
            .Lines(45, 123, "Harbor Distribution GmbH", "9 Dock Street", "Hull HU1 2AB")
            .Row(220, Columns, "Code", "Description", "Qty", "Unit Price", "Amount").Row(238, Columns, "AB-1", "Hex bolt zinc plated", "10", "2.50", "25.00");

    private static PageSketch Invoice(string number) => Start(number).Row(290, [400, 480], "Net Total", "25.00").Row(304, [400, 480], "VAT 20%", "5.00").Row(318, [400, 480], "Total", "£30.00");

    private static PageSketch Rest() => new PageSketch().Row(120, Columns, "Code", "Description", "Qty", "Unit Price", "Amount").Row(138, Columns, "AB-2", "Washer", "4", "2.50", "10.00").Row(190, [400, 480], "Total", "£35.00");

    private static PageSketch Delivery(string number)
        => new PageSketch().Line(45, 40, "Northgate Fixings Ltd", 14).Line(330, 70, "DELIVERY NOTE", 18).Line(330, 98, $"Delivery Note No: {number}").Line(330, 112, "Date: 2026-03-04")
            .Row(220, [45, 330], "Description", "Quantity").Row(238, [45, 330], "Hex bolt zinc plated", "10");

    /// <summary>The numbers of the pages, documents parted by commas.</summary>
    private static string Parted(params PageSketch[] pages)
        => string.Join(',', DocumentParts.Of([.. pages.Select((p, i) => p.Page(i + 1))]).Select(d => string.Concat(d.Select(p => p.Number))));
}
