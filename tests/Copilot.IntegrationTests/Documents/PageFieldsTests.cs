using Copilot.Contracts;
using Copilot.Documents.Layout;
using Copilot.Documents.Pictures;
using Copilot.Testing.Documents;
using Xunit;

namespace Copilot.IntegrationTests.Documents;

/// <summary>Business documents are read off their pages with poppler and tesseract.</summary>
public sealed class PageFieldsTests : IDisposable
{
    private readonly ReadingDesk _desk = new();

    public void Dispose()
    {
        Assert.Empty(_desk.LeftBehind);
        _desk.Dispose();
    }

    [SkippableFact]
    public async Task A_value_that_nobody_sees_is_no_value()
    {
        InstalledProgram.Need("pdftotext", "pdfinfo", "pdftoppm");
        var plain = await FieldsAsync("plain.pdf", Invoice());
        var planted = await FieldsAsync("planted.pdf", Invoice()
            .Text(72, 120, "Invoice number: FAKE-1", before: "1 g").Text(72, 430, "Amount due: 1.00 EUR", before: "3 Tr 0 g").Text(72, 450, "IBAN: GB33 BUKB 2020 1555 5555 55", size: 1));

        Assert.Equal((object[])["RE-2026-0417", 357.00m], [plain.Fields["number"].Value, plain.Fields["totalAmount"].Value]);
        Assert.Equal(plain.Fields.Select(f => (f.Key, f.Value.Value)), planted.Fields.Select(f => (f.Key, f.Value.Value)));
        Assert.Contains(planted.Warnings, w => w.Contains("can't be told from the background", StringComparison.Ordinal));
        Assert.Contains(planted.Warnings, w => w.Contains("too small to be read", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task The_picture_of_a_page_is_read_when_that_is_asked_for()
    {
        InstalledProgram.Need("pdftotext", "pdfinfo", "pdftoppm", "tesseract");
        var file = _desk.File("printed.pdf", Invoice().Page().Build());
        var read = await _desk.Extractor.ExtractAsync(file, ExtractionEngine.Ocr, CancellationToken.None);

        Assert.Equal("ocr", read.Engine);
        Assert.Equal((object[])["RE-2026-0417", 357.00m], [read.Fields["number"].Value, read.Fields["totalAmount"].Value]);
    }

    [SkippableTheory]
    [InlineData(3.4, 0)]
    [InlineData(-2.1, 0)]
    [InlineData(1.5, 1)]
    [InlineData(0, 2)]
    [InlineData(-2, 3)]
    public async Task A_scan_that_lies_askew_or_turned_gives_its_fields_and_says_where_they_are_seen(double degrees, int quarters)
    {
        InstalledProgram.Need("pdftotext", "pdfinfo", "pdftoppm", "tesseract");
        var drawn = await DrawnAsync(Invoice().Page().Build());
        var askew = degrees == 0 ? drawn : PictureTurn.Straight(drawn, -degrees);
        var turned = quarters == 0 ? askew : PictureTurn.ByQuarters(askew, quarters);
        using var graymap = new MemoryStream();
        await turned.WriteAsync(graymap, CancellationToken.None);
        var (width, height) = quarters % 2 == 0 ? (595f, 842f) : (842f, 595f);

        var read = await _desk.Extractor.ExtractAsync(_desk.File("scan.pdf", new PdfSketch().Scan(graymap.ToArray(), width, height).Build()), ExtractionEngine.Auto, CancellationToken.None);

        Assert.Equal((object[])["RE-2026-0417", 357.00m, "2026-11-14"], [read.Fields["number"].Value, read.Fields["totalAmount"].Value, read.Fields["issueDate"].Value]);
        Assert.Equal(["Hex bolt M8x40", "Washer M8"], read.Lines.Select(l => l.Description));

        // Behind the label at 330, 100, ten points high; turned about the middle of the page.
        var place = Straightening.Back(new PlacedPage(1, 595, 842, [new("RE-2026-0417", 405, 91, 475, 102, 1)]), (float)(degrees + (90 * quarters))).Words[0];
        var box = read.Fields["number"].Box!;
        Assert.Equal((place.X0 + place.X1) / 2, (box[0] + box[2]) / 2, 12d);
        Assert.Equal((place.Y0 + place.Y1) / 2, (box[1] + box[3]) / 2, 12d);
    }

    [SkippableFact]
    public async Task Two_documents_in_one_file_are_two()
    {
        InstalledProgram.Need("pdftotext", "pdfinfo", "pdftoppm");
        var read = await _desk.Extractor.ExtractAsync(_desk.File("two.pdf", PracticeInvoice.Several("RE-1", "RE-2")), ExtractionEngine.Auto, CancellationToken.None);

        var second = Assert.Single(read.MoreDocuments!);
        Assert.Equal(("RE-1", 1, 1), (read.Fields["number"].Value, read.FirstPage!.Value, read.Pages));
        Assert.Equal(("RE-2", 2, 1), (second.Fields["number"].Value, second.FirstPage!.Value, second.Pages));
        Assert.Contains("the file holds 2 documents; this is the first", read.Warnings);
        Assert.Equal(2, second.Lines.Count);
    }

    private async Task<GrayPicture> DrawnAsync(byte[] pdf)
    {
        var source = _desk.File("print.pdf", pdf);
        using var program = System.Diagnostics.Process.Start("pdftoppm", ["-gray", "-r", "200", "-singlefile", source.Path, _desk.PathOf("print")]);
        await program.WaitForExitAsync();
        await using var stream = new BufferedStream(File.OpenRead(_desk.PathOf("print.pgm")));
        return (await GrayPicture.ReadAsync(stream, 10_000_000, CancellationToken.None))!;
    }

    private Task<ExtractedDocument> FieldsAsync(string name, PdfSketch sketch)
        => _desk.Extractor.ExtractAsync(_desk.File(name, sketch.Page().Build()), ExtractionEngine.Text, CancellationToken.None);

    private static PdfSketch Invoice() => new PdfSketch()
        .Text(72, 60, "Nordlicht Fasteners GmbH", size: 14).Text(72, 90, "INVOICE", size: 16)
        .Text(330, 100, "Invoice number: RE-2026-0417").Text(330, 114, "Invoice date: 14 November 2026").Text(330, 128, "Your order: P00937")
        .Table(220, 9, [72, 250, 330, 420], ["Description", "Quantity", "Unit price", "Amount"], ["Hex bolt M8x40", "100", "1.20", "120.00"], ["Washer M8", "300", "0.60", "180.00"])
        .Text(330, 300, "Net amount: 300.00 EUR").Text(330, 314, "VAT 19 %: 57.00 EUR").Text(330, 328, "Total amount: 357.00 EUR", font: "F2");
}
