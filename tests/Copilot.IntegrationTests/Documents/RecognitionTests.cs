using Copilot.Contracts;
using Copilot.Testing.Documents;
using Xunit;

namespace Copilot.IntegrationTests.Documents;

/// <summary>Scanned pages and pictures are read with tesseract; what reads badly is kept and flagged.</summary>
public sealed class RecognitionTests : IDisposable
{
    private static readonly string[] Lines =
    [
        "The supplier delivers the goods to the place that the order names and bears the", "risk until they are handed over to the carrier. Part deliveries are allowed only where",
        "the buyer has agreed to them in writing. Invoices are due within thirty days of", "their date. Late payment bears interest at nine points above the base rate.",
        "Defects have to be notified within eight days of the delivery of the goods.",
    ];

    private readonly ReadingDesk _desk = new();

    public void Dispose()
    {
        Assert.Empty(_desk.LeftBehind);
        _desk.Dispose();
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("/Rotate 90")]
    [InlineData("/Rotate 180")]
    [InlineData("/Rotate 270")]
    public async Task A_scanned_page_is_read_however_it_lies(string boxes)
    {
        InstalledProgram.Need("pdftotext", "pdftoppm", "tesseract");
        var part = Assert.Single(await _desk.ReadAsync(_desk.File("scan.pdf", new PdfSketch().Scan(await PictureAsync(), boxes: boxes).Build())));

        PartCheck.Holds(part);
        Assert.InRange(Accuracy(part.Text), 0.97, 1);
        Assert.Empty(part.Notes);
        Assert.All(part.Blocks, b => Assert.Equal(BlockMark.None, b.Mark));
        Assert.Equal(boxes.Contains("90", StringComparison.Ordinal) || boxes.Contains("270", StringComparison.Ordinal) ? 842 : 595, part.Layout!.Width, 1);
    }

    [SkippableFact]
    public async Task A_recognised_word_stands_where_it_was_printed()
    {
        InstalledProgram.Need("pdftotext", "pdftoppm", "tesseract");
        var part = Assert.Single(await _desk.ReadAsync(_desk.File("scan.pdf", new PdfSketch().Scan(await PictureAsync()).Build())));

        var word = part.Layout!.Words.First(w => part.Text[w.Start..w.End] == "Defects");
        Assert.InRange(word.X0, 69, 75);
        Assert.InRange(word.Y1, 155, 172);
    }

    [SkippableFact]
    public async Task Pages_with_text_and_scanned_pages_come_in_order()
    {
        InstalledProgram.Need("pdftotext", "pdftoppm", "tesseract");
        var picture = await PictureAsync();
        var parts = await _desk.ReadAsync(_desk.File("mixed.pdf", new PdfSketch()
            .Lines(72, 100, 12, Lines).Page().Scan(picture).Page().Lines(72, 100, 12, Lines).Page().Scan(picture).Build()));

        Assert.Equal([1, 2, 3, 4, 5], parts.Select(p => p.Page!.Value));
        Assert.All(new[] { 0, 1, 3, 4 }, i => Assert.InRange(Accuracy(parts[i].Text), 0.97, 1));
        Assert.Empty(parts[2].Text);
        Assert.Empty(parts[2].Notes);
    }

    [SkippableFact]
    public async Task A_page_that_reads_badly_is_kept_flagged_and_noted()
    {
        InstalledProgram.Need("pdftotext", "pdftoppm", "tesseract");
        var picture = await PictureAsync();
        var (width, _, pixels) = PdfSketch.Pixels(picture);
        var chance = new Random(7);
        for (var i = 0; i < pixels.Length; i++)
        {
            // Nearly half of all specks fall out, as on a fax of a fax.
            pixels[i] = chance.Next(100) < 22 ? (byte)chance.Next(256) : (byte)Math.Clamp(pixels[i] + 90, 0, 255);
        }

        var part = Assert.Single(await _desk.ReadAsync(_desk.File("fax.pdf", new PdfSketch().Scan([.. System.Text.Encoding.ASCII.GetBytes($"P5\n{width} {pixels.Length / width}\n255\n"), .. pixels]).Build())));

        Assert.NotEmpty(part.Text);
        Assert.All(part.Blocks, b => Assert.True(b.Mark.HasFlag(BlockMark.ReadsBadly)));
        Assert.Matches(@"^page 1 was read by character recognition and reads badly \(\d+ % sure\)$", Assert.Single(part.Notes));
    }

    [SkippableTheory]
    [InlineData("deu", "Der Lieferant trägt die Gefahr, bis die Ware an den Käufer übergeben ist.", "Rügen müssen über das Büro in der Großen Straße schriftlich erfolgen;", "für Maßabweichungen gilt eine Toleranz von fünf Prozent.", "übergeben Großen Straße fünf für Maßabweichungen")]
    [InlineData("fra", "Le fournisseur supporte les frais jusqu'à la livraison à l'acheteur.", "Les réclamations doivent être envoyées par écrit dans les huit jours;", "le délai de paiement est fixé à trente jours après la réception.", "réclamations être délai fixé réception.")]
    public async Task A_scan_in_another_language_keeps_its_letters(string language, string first, string second, string third, string words)
    {
        InstalledProgram.Need("pdftotext", "pdftoppm");
        InstalledProgram.NeedLanguages(language);

        var part = Assert.Single(await _desk.ReadAsync(_desk.File("scan.pdf", new PdfSketch().Scan(await PictureAsync(first, second, third)).Build())));

        var read = part.Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Empty(words.Split(' ').Except(read));
        Assert.Empty(part.Notes);
    }

    [SkippableFact]
    public async Task A_scan_of_enormous_size_is_read_at_a_lower_resolution()
    {
        InstalledProgram.Need("pdftotext", "pdftoppm", "tesseract");
        var part = Assert.Single(await _desk.ReadAsync(_desk.File("plan.pdf", new PdfSketch().Scan(await PictureAsync(), 14_400, 20_377).Build())));

        Assert.InRange(Accuracy(part.Text), 0.9, 1);
        Assert.Contains("page 1 measures 200 by 283 inches; it was read at", Assert.Single(part.Notes), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_picture_is_read_like_a_scanned_page_and_drawn_as_it_is()
    {
        InstalledProgram.Need("pdftoppm", "tesseract");
        var pdf = _desk.File("source.pdf", new PdfSketch().Lines(72, 100, 12, Lines).Page().Build());
        var png = await _desk.Renderer.DrawAsync(pdf, 1, 150, default);
        var file = _desk.File("photo.png", png);

        var part = Assert.Single(await _desk.ReadAsync(file));

        PartCheck.Holds(part);
        Assert.InRange(Accuracy(part.Text), 0.97, 1);
        Assert.InRange(part.Layout!.Width, 594, 596);
        Assert.Equal(png, await _desk.Renderer.DrawAsync(file, 1, 100, default));
    }

    [SkippableFact]
    public async Task A_bitmap_is_drawn_as_png()
    {
        InstalledProgram.Need("pdftoppm", "tesseract");
        var pixels = Enumerable.Repeat((byte)255, 3 * 100 * 80).ToArray();
        byte[] bmp = [.. "BM"u8, .. BitConverter.GetBytes(54 + pixels.Length), 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 100, 0, 0, 0, 80, 0, 0, 0, 1, 0, 24, 0, .. new byte[24], .. pixels];

        var png = await _desk.Renderer.DrawAsync(_desk.File("x.bmp", bmp), 1, 150, default);

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
    }

    [SkippableFact]
    public async Task A_broken_picture_is_refused()
    {
        InstalledProgram.Need("tesseract");
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 1, 0, 0, 0, 1, 0, 8, 0, 0, 0, 0, .. new byte[60]];

        var fault = await Assert.ThrowsAsync<CopilotException>(() => _desk.ReadAsync(_desk.File("broken.png", png)));

        Assert.Contains("\"broken.png\" can't be read", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_desk.PathOf(string.Empty), fault.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task There_is_no_page_nought_and_none_after_the_last()
    {
        InstalledProgram.Need("pdftoppm", "pdfinfo");
        var file = _desk.File("one.pdf", new PdfSketch().Text(50, 50, "x").Page().Build());

        Assert.Contains("has no page 2; it has 1", (await Assert.ThrowsAsync<CopilotException>(() => _desk.Renderer.DrawAsync(file, 2, 100, default))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<CopilotException>(() => _desk.Renderer.DrawAsync(file, 0, 100, default));
    }

    private static double Accuracy(string text)
    {
        var expected = string.Join(' ', Lines).Split(' ');
        var found = text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToList();
        return (double)expected.Count(found.Remove) / expected.Length;
    }

    private async Task<byte[]> PictureAsync(params string[] lines)
    {
        var source = _desk.File("print.pdf", new PdfSketch().Lines(72, 100, 12, lines.Length > 0 ? lines : Lines).Page().Build());
        var target = _desk.PathOf("print");
        using var program = System.Diagnostics.Process.Start("pdftoppm", ["-gray", "-r", "200", "-singlefile", source.Path, target]);
        await program.WaitForExitAsync();
        return await File.ReadAllBytesAsync(target + ".pgm");
    }
}
