using Copilot.Contracts;
using Copilot.Documents.Readers.Office.Excel;
using Copilot.Testing.Documents.Files;
using Xunit;
using static Copilot.Testing.Documents.Files.ExcelSketch;

namespace Copilot.ThoroughTests.Documents.Readers;

public sealed class XlsxReaderTests
{
    [Fact]
    public async Task Everything_in_the_fixture_has_its_place()
    {
        var parts = await ReaderTrial.PartsAsync(Fixtures.Reader("a.xlsx"), "a.xlsx", Fixtures.Bytes("prices.xlsx"));
        Assert.Equal(
            ["Heading1 Prices", "Table Article | Price | Since / Bolt M8 | 1,234.50 EUR | 2026-03-31 / Nut M8 | 2,469.00 EUR", "hidden Heading1 Costs", "hidden Table Article | Cost / Bolt | 3"],
            ReaderTrial.Blocks(parts));
        Assert.Equal(2, parts.Count);
        Assert.Equal("Article | Price | Since", parts[0].Blocks[1].Lead);
    }

    [Theory]
    [InlineData("General", 1234.5, "1234.5")]
    [InlineData("General", 0.1 + 0.2, "0.3")]
    [InlineData("0", 2.5, "3")]
    [InlineData("00000", 42, "00042")]
    [InlineData("#,##0.00", -1234567.891, "-1,234,567.89")]
    [InlineData("#,##0.00;[Red](#,##0.00)", -5, "-5.00")]
    [InlineData("0.0%", 0.1234, "12.3%")]
    [InlineData("0.##", 1.5, "1.5")]
    [InlineData("#,##0.00 [$€-407]", 12, "12.00 €")]
    [InlineData("[$$-409]#,##0.00", 12, "$12.00")]
    [InlineData("0.00 \"kg\"", 3.14159, "3.14 kg")]
    [InlineData("#,##0,", 1234567, "1,235")]
    [InlineData("0.00E+00", 12345, "12345")]
    [InlineData("# ?/?", 0.5, "0.5")]
    [InlineData("dd.mm.yyyy", 46112, "2026-03-31")]
    [InlineData("m/d/yy h:mm", 46112.5, "2026-03-31 12:00")]
    [InlineData("[$-407]d. mmmm yyyy", 46112, "2026-03-31")]
    [InlineData("hh:mm", 0.75, "18:00")]
    [InlineData("[h]:mm", 1.5, "36:00:00")]
    [InlineData("mmm yy", 46082, "2026-03-01")]
    [InlineData("yyyy-mm-dd", 59, "1900-02-28")]
    [InlineData("yyyy-mm-dd", 61, "1900-03-01")]
    [InlineData("yyyy-mm-dd", -1, "-1")]
    public void A_number_is_written_as_its_format_shows_it(string code, double number, string expected)
        => Assert.Equal(expected, FormatCode.Read(code).Write(number, from1904: false));

    [Fact]
    public async Task Days_may_be_counted_from_1904()
        => Assert.Equal(
            ["Heading1 S", "Paragraph 2026-03-31"],
            await Read(new ExcelSketch { From1904 = true, Styles = "<cellXfs><xf numFmtId='14'/></cellXfs>" }.Sheet("S", "<row r='1'><c r='A1'><v>44650</v></c></row>")));

    [Fact]
    public async Task Several_tables_on_a_sheet_are_told_apart_with_their_titles()
        => Assert.Equal(
            ["Heading1 S", "Paragraph Price list 2026", "Table SKU | Price / A | 1", "Paragraph Stock", "Table SKU | Qty / A | 9"],
            await Read(new ExcelSketch().Sheet("S", Row(1, "Price list 2026") + Row(2, "SKU", "Price") + Row(3, "A", 1) + Row(5, "Stock") + Row(6, "SKU", "Qty") + Row(7, "A", 9))));

    [Fact]
    public async Task A_column_of_single_cells_is_one_table()
        => Assert.Equal(["Heading1 S", "Table one / two / three"], await Read(new ExcelSketch().Sheet("S", Row(1, "one") + Row(2, "two") + Row(3, "three"))));

    [Fact]
    public async Task Hidden_rows_columns_and_cells_are_marked()
    {
        var sketch = new ExcelSketch { Styles = "<fonts><font/><font><color rgb='FFFFFFFF'/></font></fonts><fills><fill/></fills><cellXfs><xf numFmtId='0'/><xf numFmtId='0' fontId='1'/></cellXfs>" }
            .Sheet(
                "S",
                Row(1, "SKU", "Price", "Cost") + Row(2, "A", 10, 4) + "<row r='3' hidden='1'><c r='A3' t='inlineStr'><is><t>B</t></is></c><c r='B3'><v>20</v></c></row>" + Row(4, "C", 30, 5) + $"<row r='5'>{Cell("A5", "D")}{Cell("B5", "white", 1)}</row>",
                before: "<cols><col min='3' max='3' hidden='1'/></cols>");
        var parts = await ReaderTrial.PartsAsync(Fixtures.Reader("a.xlsx"), "a.xlsx", sketch.Bytes());
        Assert.Equal(
            ["Heading1 S", "Table SKU | Price / A | 10", "hidden Table B | 20", "Table C | 30 / D", "hidden Table C1: Cost / C2: 4 / C4: 5 / B5: white"],
            ReaderTrial.Blocks(parts));
        Assert.Contains(ReaderTrial.Notes(parts), n => n.Contains("hidden", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cells_merged_downwards_are_repeated()
        => Assert.Equal(
            ["Heading1 S", "Table Region | Month | Sales / North | Jan | 1 / North | Feb | 2 / South | Jan | 3"],
            await Read(new ExcelSketch().Sheet("S", Row(1, "Region", "Month", "Sales") + Row(2, "North", "Jan", 1) + Row(3, null, "Feb", 2) + Row(4, "South", "Jan", 3), after: "<mergeCells><mergeCell ref='A2:A3'/></mergeCells>")));

    [Fact]
    public async Task A_cell_at_the_end_of_the_world_costs_nothing()
        => Assert.Equal(
            ["Heading1 S", "Paragraph far away"],
            await Read(new ExcelSketch().Sheet("S", $"<row r='1048576'>{Cell("XFD1048576", "far away")}</row>")));

    [Fact]
    public async Task Formulas_without_a_value_are_told()
    {
        var parts = await ReaderTrial.PartsAsync(Fixtures.Reader("a.xlsx"), "a.xlsx", new ExcelSketch().Sheet("S", "<row r='1'><c r='A1'><f>1+1</f></c><c r='B1'><f>2</f><v>2</v></c><c r='C1' t='b'><v>1</v></c><c r='D1' t='e'><v>#REF!</v></c></row>").Bytes());
        Assert.Equal(["Heading1 S", "Table 2 | TRUE | #REF!"], ReaderTrial.Blocks(parts));
        Assert.Contains(ReaderTrial.Notes(parts), n => n.StartsWith("1 formulas on the sheet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_large_sheet_comes_in_parts_and_loses_no_row()
    {
        var rows = string.Concat(Enumerable.Range(2, 20_000).Select(i => Row(i, $"Article {i}", i, "some more words")));
        var parts = await ReaderTrial.PartsAsync(Fixtures.Reader("a.xlsx"), "a.xlsx", new ExcelSketch().Sheet("Big", Row(1, "Article", "No", "Text") + rows).Bytes());
        Assert.True(parts.Count > 5);
        Assert.Equal(20_001, parts.SelectMany(p => p.Blocks).Where(b => b.Kind == BlockKind.Table).Sum(b => b.Seams.Count + 1) + 1);
        Assert.All(parts, p => Assert.Equal("Article | No | Text", p.Blocks[^1].Lead));
    }

    [Fact]
    public async Task Many_shared_texts_go_to_a_file_that_is_gone_afterwards()
    {
        var folder = Directory.CreateTempSubdirectory("copilot-strings-");
        try
        {
            var strings = Enumerable.Range(0, 3000).Select(i => $"{i} x" + string.Concat(Enumerable.Range(0, 1200).Select(j => (i * 31L * j * j % 99_991).ToString("x8", System.Globalization.CultureInfo.InvariantCulture)))).ToList();
            var sketch = new ExcelSketch { Strings = strings }.Sheet("S", "<row r='1'><c r='A1' t='s'><v>2999</v></c></row><row r='2'><c r='A2' t='s'><v>0</v></c></row>");
            var parts = await ReaderTrial.PartsAsync(new XlsxReader(new(), Path.Combine(folder.FullName, "work")), "a.xlsx", sketch.Bytes());
            Assert.StartsWith("S\n\n2999 x", string.Concat(parts.Select(p => p.Text)), StringComparison.Ordinal);
            Assert.Empty(Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<IReadOnlyList<string>> Read(ExcelSketch sketch) => ReaderTrial.BlocksAsync(Fixtures.Reader("a.xlsx"), "a.xlsx", sketch.Bytes());
}
