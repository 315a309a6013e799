using System.Diagnostics;
using System.Globalization;
using Copilot.Testing.Documents;
using Copilot.Testing.Documents.Files;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Copilot.Benchmarks.Bare;

/// <summary>Large files of each format, and the barest way through them with the usual library.</summary>
internal sealed class BareFiles(string folder)
{
    public static long ReadCsv(string path)
    {
        var letters = 0L;
        using var reader = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',', HasHeader = false }, FileOptions.SequentialScan);
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                letters += reader.GetString(i).Length;
            }
        }

        return letters;
    }

    public static long ReadSheet(string path)
    {
        using var file = SpreadsheetDocument.Open(path, false);
        var letters = 0L;
        foreach (var part in file.WorkbookPart!.WorksheetParts)
        {
            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (reader.ElementType == typeof(Cell) && reader.IsStartElement)
                {
                    letters += ((Cell)reader.LoadCurrentElement()!).InnerText.Length;
                }
            }
        }

        return letters;
    }

    public static long ReadLetter(string path)
    {
        using var file = WordprocessingDocument.Open(path, false);
        var letters = 0L;
        using var reader = OpenXmlReader.Create(file.MainDocumentPart!);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Paragraph) && reader.IsStartElement)
            {
                letters += ((Paragraph)reader.LoadCurrentElement()!).InnerText.Length;
            }
        }

        return letters;
    }

    public static long ReadSlides(string path)
    {
        using var file = PresentationDocument.Open(path, false);
        var letters = 0L;
        foreach (var slide in file.PresentationPart!.SlideParts)
        {
            letters += slide.Slide!.Descendants<DocumentFormat.OpenXml.Drawing.Text>().Sum(t => (long)t.Text.Length);
        }

        return letters;
    }

    public static async Task ReadPdfAsync(string path, CancellationToken cancellationToken)
    {
        using var program = Process.Start(new ProcessStartInfo("pdftotext", ["-bbox-layout", path, "-"]) { RedirectStandardOutput = true })!;
        await program.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        await program.WaitForExitAsync(cancellationToken);
    }

    public string Text() => Write("log.txt", string.Empty, i => $"{i}. The consignment number {i} was counted at the gate and put into the rack.\n{(i % 5 == 0 ? "\n" : string.Empty)}", 130_000);

    public string Markdown() => Write("manual.md", "# Manual\n\n", i => $"{(i % 20 == 0 ? $"## Section {i / 20}\n\n" : string.Empty)}Paragraph number {i} with some **bold** words, a [link](http://example.com/z) and `code` in it.\n\n", 40_000);

    public string Slides()
    {
        var show = new SlideSketch();
        for (var i = 0; i < 300; i++)
        {
            show.Slide(SlideSketch.Shape($"Slide {i}", "title") + SlideSketch.Shape(string.Join('\n', Enumerable.Range(0, 20).Select(l => $"Point {l} of slide {i} says that pallets are counted")), "body"));
        }

        var path = Path.Combine(folder, "training.pptx");
        File.WriteAllBytes(path, show.Bytes());
        return path;
    }

    public string Pdf()
    {
        var random = new Random(3);
        string Word() => new([.. Enumerable.Range(0, random.Next(2, 10)).Select(_ => "etaoinshrdlucmfwyp"[random.Next(18)])]);
        var sketch = new PdfSketch();
        for (var page = 0; page < 200; page++)
        {
            sketch.Text(72, 60, $"{page + 1} {Word()} {Word()}", 14, "F2");
            sketch.Lines(72, 90, 10, [.. Enumerable.Range(0, 50).Select(_ => string.Join(' ', Enumerable.Range(0, 12).Select(_ => Word())))]).Page();
        }

        var path = Path.Combine(folder, "terms.pdf");
        File.WriteAllBytes(path, sketch.Build());
        return path;
    }

    public string Csv() => Write("stock.csv", "SKU,Name,Quantity,Price,Date,Remark\n", i => $"WID-{i},\"Widget, large number {i}\",{i % 1000},{i}.5,2026-03-{1 + (i % 28):00},some remark about the article\n", 530_000);

    public string Html() => Write("page.html", "<html><body>", i => $"<p>Paragraph number {i} with some <b>bold</b> and <a href=\"http://example.com/z\">link</a> text in it.</p>\n", 100_000);

    public string Sheet()
    {
        var path = Path.Combine(folder, "prices.xlsx");
        using var file = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var book = file.AddWorkbookPart();
        var part = book.AddNewPart<WorksheetPart>();
        book.Workbook = new Workbook(new Sheets(new Sheet { Name = "Prices", SheetId = 1, Id = book.GetIdOfPart(part) }));
        using var to = new StreamWriter(part.GetStream(FileMode.Create));
        to.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (var row = 1; row <= 60_000; row++)
        {
            to.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>Article {row}</t></is></c><c r=\"B{row}\"><v>{row}.5</v></c><c r=\"C{row}\"><v>{row}</v></c><c r=\"D{row}\"><v>46112</v></c></row>"));
        }

        to.Write("</sheetData></worksheet>");
        return path;
    }

    public string Letter()
    {
        var path = Path.Combine(folder, "terms.docx");
        using var file = WordprocessingDocument.Create(path, WordprocessingDocumentType.Document);
        using var to = new StreamWriter(file.AddMainDocumentPart().GetStream(FileMode.Create));
        to.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
        for (var i = 0; i < 30_000; i++)
        {
            to.Write(string.Create(CultureInfo.InvariantCulture, $"<w:p><w:pPr><w:spacing w:after=\"120\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Paragraph {i} of a long document with </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>bold words</w:t></w:r><w:r><w:t xml:space=\"preserve\"> and an end.</w:t></w:r></w:p>"));
        }

        to.Write("</w:body></w:document>");
        return path;
    }

    private string Write(string name, string head, Func<int, FormattableString> line, int count)
    {
        var path = Path.Combine(folder, name);
        using var to = new StreamWriter(path);
        to.Write(head);
        for (var i = 0; i < count; i++)
        {
            to.Write(FormattableString.Invariant(line(i)));
        }

        return path;
    }
}
