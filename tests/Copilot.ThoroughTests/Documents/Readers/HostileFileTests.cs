using System.Globalization;
using System.Text;
using Copilot.Contracts;
using Copilot.Documents;
using Copilot.Documents.Readers.Office;
using Copilot.Testing.Documents.Files;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Documents.Readers;

public sealed class HostileFileTests
{
    private const string Word = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    [Theory]
    [InlineData("a.docx", "prices.xlsx", "this is an Excel workbook named .docx; rename it to .xlsx and add it again.")]
    [InlineData("a.xlsx", "review.pptx", "this is a PowerPoint presentation named .xlsx; rename it to .pptx and add it again.")]
    [InlineData("a.pptx", "terms.docx", "this is a Word document named .pptx; rename it to .docx and add it again.")]
    [InlineData("a.docx", "page.html", "this is a web page named .docx; rename it to .html and add it again.")]
    [InlineData("a.html", "terms.docx", "this is a Word document named .html; rename it to .docx and add it again.")]
    [InlineData("a.csv", "prices.xlsx", "this is an Excel workbook named .csv; rename it to .xlsx and add it again.")]
    public async Task A_wrong_extension_is_told(string name, string fixture, string message)
        => Assert.Equal(message, (await Fault(name, Fixtures.Bytes(fixture))).Message);

    [Theory]
    [InlineData("EncryptedPackage", "protected by a password")]
    [InlineData("WordDocument", "save it as .docx or PDF")]
    [InlineData("Workbook", "save it as .xlsx")]
    [InlineData("PowerPoint Document", "save it as .pptx or PDF")]
    [InlineData("__properties_version1.0", "save it as .eml or PDF")]
    [InlineData("Something", "before 2007")]
    public async Task Old_and_locked_files_are_told_apart(string stream, string words)
    {
        byte[] bytes = [.. Compound, .. Encoding.Unicode.GetBytes(stream), .. new byte[100]];
        Assert.Contains(words, (await Fault("a.docx", bytes)).Message, StringComparison.Ordinal);
        Assert.Contains(words, (await Assert.ThrowsAsync<CopilotException>(() => ReaderTrial.PartsAsync(new OldFormatsReader(), "a.doc", bytes))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.doc", "{\\rtf1 hello}", "Rich Text")]
    [InlineData("a.xls", "<html><table><tr><td>1", "web page named .xls")]
    [InlineData("a.odt", "PK", "OpenDocument")]
    [InlineData("a.doc", "", "empty")]
    public async Task Formats_that_are_not_read_say_what_to_do(string name, string text, string words)
        => Assert.Contains(words, (await Assert.ThrowsAsync<CopilotException>(() => ReaderTrial.PartsAsync(new OldFormatsReader(), name, text))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("terms.docx")]
    [InlineData("prices.xlsx")]
    [InlineData("review.pptx")]
    public async Task Office_files_cut_off_are_told(string fixture)
    {
        var bytes = Fixtures.Bytes(fixture);
        for (var length = 0; length < bytes.Length; length += bytes.Length / 7)
        {
            await Fault(fixture, bytes[..length]);
        }
    }

    [Theory]
    [InlineData("terms.docx")]
    [InlineData("prices.xlsx")]
    [InlineData("review.pptx")]
    public async Task Entities_are_refused_in_every_part(string fixture)
    {
        const string Bomb = "<!DOCTYPE z [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>";
        var bytes = ZipSketch.Changed(Fixtures.Bytes(fixture), (_, b) =>
        {
            var text = Encoding.UTF8.GetString(b).TrimStart('\uFEFF');
            var start = text.StartsWith("<?xml", StringComparison.Ordinal) ? text.IndexOf("?>", StringComparison.Ordinal) + 2 : 0;
            return Encoding.UTF8.GetBytes(text[..start] + Bomb + text[start..]);
        });
        Assert.Contains("XML bomb", (await Fault(fixture, bytes)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.docx", "word/document.xml", "wordprocessingml.document")]
    [InlineData("a.xlsx", "xl/workbook.xml", "spreadsheetml.sheet")]
    [InlineData("a.pptx", "ppt/presentation.xml", "presentationml.presentation")]
    public async Task A_part_of_a_gigabyte_is_refused(string name, string main, string type)
    {
        var package = ZipSketch.Package(main, type, (main, "<x/>"));
        var bomb = ZipSketch.Zeros("big.xml", 1L << 30);
        Assert.Contains("ZIP bomb", (await Fault(name, Joined(package, bomb))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relations_in_a_circle_end()
    {
        const string Circle = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            + "<Relationship Id='r1' Type='http://x/styles' Target='document.xml'/><Relationship Id='r2' Type='http://x/numbering' Target='document.xml'/><Relationship Id='r3' Type='http://x/footnotes' Target='document.xml'/>"
            + "<Relationship Id='r4' Type='http://x/header' Target='document.xml'/><Relationship Id='r5' Type='http://x/image' TargetMode='External' Target='http://127.0.0.1:1/track'/></Relationships>";
        var bytes = ZipSketch.Package("word/document.xml", "wordprocessingml.document", ("word/document.xml", $"<w:document {Word}><w:body><w:p><w:r><w:t>Words</w:t></w:r></w:p></w:body></w:document>"), ("word/_rels/document.xml.rels", Circle));
        Assert.Contains("Paragraph Words", await ReaderTrial.BlocksAsync(Fixtures.Reader("a.docx"), "a.docx", bytes));
    }

    [Fact]
    public async Task Styles_in_a_circle_end()
    {
        var sketch = new WordSketch
        {
            Styles = "<w:style w:type='paragraph' w:styleId='a'><w:name w:val='A'/><w:basedOn w:val='b'/></w:style><w:style w:type='paragraph' w:styleId='b'><w:name w:val='B'/><w:basedOn w:val='a'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>",
            Body = WordSketch.P("Round", "a"),
        };
        Assert.Equal(["Heading2 Round"], await ReaderTrial.BlocksAsync(Fixtures.Reader("a.docx"), "a.docx", sketch.Bytes()));
    }

    [Fact]
    public async Task Notes_that_refer_to_themselves_end()
    {
        var sketch = new WordSketch
        {
            Footnotes = "<w:footnote w:id='2'><w:p><w:r><w:t>Round</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p></w:footnote>",
            Body = "<w:p><w:r><w:t>Words</w:t><w:footnoteReference w:id='2'/></w:r></w:p>",
        };
        Assert.Equal(["Paragraph Words", "Paragraph [note 1] Round"], await ReaderTrial.BlocksAsync(Fixtures.Reader("a.docx"), "a.docx", sketch.Bytes()));
    }

    [Theory]
    [InlineData("w:sdt")]
    [InlineData("w:p")]
    [InlineData("w:tbl")]
    public async Task Elements_nested_without_end_neither_hang_nor_crash(string element)
    {
        var text = new StringBuilder($"<w:document {Word}><w:body>").Insert($"<w:document {Word}><w:body>".Length, $"<{element}>", 100_000).Insert(0, "");
        text.Insert(text.Length, $"</{element}>", 100_000).Append("</w:body></w:document>");
        var bytes = ZipSketch.Package("word/document.xml", "wordprocessingml.document", ("word/document.xml", text.ToString()));
        await PartsOrFault("a.docx", bytes);
    }

    [Fact]
    public async Task An_attribute_without_end_is_refused()
    {
        var random = new Random(5);
        var letters = string.Create(40_000_000, random, (span, r) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = (char)('a' + r.Next(26));
            }
        });
        var bytes = ZipSketch.Package("word/document.xml", "wordprocessingml.document", ("word/document.xml", $"<w:document {Word} x='{letters}'/>"));
        Assert.Contains("million characters in one place", (await Fault("a.docx", bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_text_shared_by_thousands_of_cells_is_refused()
    {
        var random = new Random(7);
        var text = string.Concat(Enumerable.Range(0, 4000).Select(_ => random.Next(1_000_000_000).ToString("x8", CultureInfo.InvariantCulture)));
        var sheet = new ExcelSketch { Strings = [text] }.Sheet("S", "<row r='1'>" + string.Concat(Enumerable.Repeat("<c t='s'><v>0</v></c>", 1000)) + "</row>");
        Assert.Contains("spells out more text", (await Fault("a.xlsx", sheet.Bytes())).Message, StringComparison.Ordinal);
        sheet = new ExcelSketch().Sheet("S", "<row r='1'>" + string.Concat(Enumerable.Repeat("<c><v>0</v></c>", 20_000)) + "</row>");
        Assert.Contains("more than 16,384 cells", (await Fault("a.xlsx", sheet.Bytes())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cells_merged_over_everything_are_not_repeated_without_end()
    {
        var page = "<table><tr>" + string.Concat(Enumerable.Repeat($"<td rowspan=1000>{new string('x', 300)}", 250)) + string.Concat(Enumerable.Repeat("<tr><td>y", 20_000)) + "</table>";
        Assert.InRange((await ReaderTrial.PartsAsync(Fixtures.Reader("a.html"), "a.html", page)).Sum(p => (long)p.Text.Length), 100_000, 6_000_000);
        var sheet = new ExcelSketch().Sheet(
            "S",
            Row(1, new string('x', 300)) + string.Concat(Enumerable.Range(2, 20_000).Select(r => Row(r, null, "y"))),
            after: "<mergeCells>" + string.Concat(Enumerable.Range(0, 26).Select(c => $"<mergeCell ref='{(char)('A' + c)}1:{(char)('A' + c)}1048576'/>")) + "</mergeCells>");
        Assert.InRange((await ReaderTrial.PartsAsync(Fixtures.Reader("a.xlsx"), "a.xlsx", sheet.Bytes())).Sum(p => (long)p.Text.Length), 100_000, 6_000_000);

        static string Row(int number, params object?[] cells) => ExcelSketch.Row(number, cells);
    }

    [Fact]
    public async Task A_part_that_thousands_of_others_refer_to_is_not_read_for_each()
    {
        const int Slides = 2000;
        var relations = new StringBuilder("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>");
        var list = new StringBuilder("<p:presentation xmlns:p='p' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><p:sldIdLst>");
        var parts = new List<(string, string)> { ("ppt/notes.xml", "<p:notes xmlns:p='p'>" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"<a{i % 977}/>")) + "</p:notes>") };
        for (var i = 0; i < Slides; i++)
        {
            relations.Append(CultureInfo.InvariantCulture, $"<Relationship Id='r{i}' Type='http://x/slide' Target='slides/s{i}.xml'/>");
            list.Append(CultureInfo.InvariantCulture, $"<p:sldId id='{i}' r:id='r{i}'/>");
            parts.Add(($"ppt/slides/s{i}.xml", "<p:sld xmlns:p='p'/>"));
            parts.Add(($"ppt/slides/_rels/s{i}.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='n' Type='http://x/notesSlide' Target='../notes.xml'/></Relationships>"));
        }

        parts.Add(("ppt/presentation.xml", list.Append("</p:sldIdLst></p:presentation>").ToString()));
        parts.Add(("ppt/_rels/presentation.xml.rels", relations.Append("</Relationships>").ToString()));
        Assert.Contains("again and again", (await Fault("a.pptx", ZipSketch.Package("ppt/presentation.xml", "presentationml.presentation", [.. parts]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_slide_listed_a_thousand_times_is_read_once()
    {
        var bytes = ZipSketch.Changed(Fixtures.Bytes("review.pptx"), (name, b) =>
        {
            var text = Encoding.UTF8.GetString(b);
            var entry = text.IndexOf("<p:sldId ", StringComparison.Ordinal);
            return name == "ppt/presentation.xml" ? Encoding.UTF8.GetBytes(text.Insert(entry, string.Concat(Enumerable.Repeat(text[entry..(text.IndexOf("/>", entry, StringComparison.Ordinal) + 2)], 1000)))) : b;
        });
        Assert.Equal(2, (await ReaderTrial.PartsAsync(Fixtures.Reader("a.pptx"), "a.pptx", bytes)).Count);
    }

    [Fact]
    public async Task Readers_know_their_bytes_and_pass_all_limits_to_each_format()
    {
        using var services = new ServiceCollection().AddDocuments(new DocumentsOptions()).BuildServiceProvider();
        var readers = services.GetServices<IFileReader>().ToList();
        foreach (var fixture in Fixtures.Names)
        {
            var bytes = Fixtures.Bytes(fixture);
            var reader = Assert.Single(readers, r => r.Extensions.Contains(Path.GetExtension(fixture)));
            Assert.True(reader.Knows(bytes.AsSpan(0, Math.Min(4096, bytes.Length))), fixture);
            Assert.NotEmpty(await ReaderTrial.PartsAsync(reader, fixture, bytes));
        }

        Assert.Equal(readers.SelectMany(r => r.Extensions).Count(), readers.SelectMany(r => r.Extensions).Distinct().Count());
        Assert.Equal([".eml", ".zip"], services.GetServices<IContainerReader>().SelectMany(r => r.Extensions).Order());
    }

    [Fact]
    public async Task Reading_stops_when_the_caller_leaves()
    {
        using var left = new CancellationTokenSource();
        await left.CancelAsync();
        foreach (var fixture in Fixtures.Names)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReaderTrial.PartsAsync(Fixtures.Reader(fixture), fixture, Fixtures.Bytes(fixture), left.Token));
        }
    }

    internal static async Task<IReadOnlyList<DocumentPart>?> PartsOrFault(string name, byte[] bytes)
    {
        try
        {
            return await ReaderTrial.PartsAsync(Fixtures.Reader(name), name, bytes);
        }
        catch (CopilotException e)
        {
            Assert.True(e.Message.Length > 20, e.Message);
            return null;
        }
    }

    private static Task<CopilotException> Fault(string name, byte[] bytes) => Assert.ThrowsAsync<CopilotException>(() => ReaderTrial.PartsAsync(Fixtures.Reader(name), name, bytes));

    /// <summary>Two archives as one: the members of the second are copied packed, so that a gigabyte need not be unpacked for it.</summary>
    private static byte[] Joined(byte[] package, byte[] bomb)
    {
        var first = End(package);
        var second = End(bomb);
        var list = package.AsSpan(first.Start, first.Length).ToArray();
        var more = bomb.AsSpan(second.Start, second.Length).ToArray();
        BitConverter.TryWriteBytes(more.AsSpan(42), (uint)first.Start);
        var end = package.AsSpan(first.Start + first.Length).ToArray();
        BitConverter.TryWriteBytes(end.AsSpan(8), (ushort)(first.Count + second.Count));
        BitConverter.TryWriteBytes(end.AsSpan(10), (ushort)(first.Count + second.Count));
        BitConverter.TryWriteBytes(end.AsSpan(12), (uint)(list.Length + more.Length));
        BitConverter.TryWriteBytes(end.AsSpan(16), (uint)(first.Start + second.Start));
        return [.. package.AsSpan(0, first.Start), .. bomb.AsSpan(0, second.Start), .. list, .. more, .. end];
    }

    private static (int Start, int Length, int Count) End(byte[] zip)
    {
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        return (BitConverter.ToInt32(zip, end + 16), BitConverter.ToInt32(zip, end + 12), BitConverter.ToUInt16(zip, end + 10));
    }
}
