using System.Globalization;
using System.Text;
using Copilot.Contracts;
using Copilot.Documents.Readers.Delimited;
using Copilot.Testing.Documents.Files;
using CsvHelper;
using Xunit;

namespace Copilot.Tests.Documents.Readers;

public sealed class DelimitedReaderTests
{
    [Fact]
    public async Task Rows_are_lines_and_the_header_is_their_lead()
    {
        var parts = await ReaderTrial.PartsAsync(Fixtures.Reader("a.csv"), "a.csv", Fixtures.Bytes("stock.csv"));
        var part = Assert.Single(parts);
        Assert.Equal(["Table SKU | Name | Qty / WID-9 | Widget; large | 12 / WID-10 | a \"quoted\" name | 7 / WID-11 | two lines | 0"], ReaderTrial.Blocks(parts));
        Assert.Equal("SKU | Name | Qty", part.Blocks[0].Lead);
        Assert.Empty(part.Notes);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a;b\n1;2\n3;4\n")]
    [InlineData("a\tb\n1\t2\n3\t4")]
    [InlineData("a|b\n1|2\n3|4")]
    [InlineData("sep=;\na;b\n1;2\n3;4")]
    [InlineData("a;b\r1;2\r3;4\r")]
    [InlineData("\uFEFFa;b\r\n\r\n1;2\r\n3;4\r\n\r\n")]
    [InlineData("\"a\",\"b\"\n\"1\",\"2\"\n\"3\",\"4\"")]
    public async Task The_sign_between_cells_is_found(string text)
        => Assert.Equal(["Table a | b / 1 | 2 / 3 | 4"], await ReaderTrial.BlocksAsync(Fixtures.Reader("a.csv"), "a.csv", text));

    [Fact]
    public async Task Decimal_commas_do_not_cut_cells()
        => Assert.Equal(["Table sku;price;text".Replace(";", " | ", StringComparison.Ordinal) + " / A | 1,50 | x, y / B | 2,75 | z"], await ReaderTrial.BlocksAsync(Fixtures.Reader("a.csv"), "a.csv", "sku;price;text\nA;1,50;x, y\nB;2,75;z\n"));

    [Fact]
    public async Task A_table_without_header_has_no_lead()
        => Assert.Equal(string.Empty, (await ReaderTrial.PartsAsync(Fixtures.Reader("a.csv"), "a.csv", "1,2026-03-01,x\n2,2026-03-02,y\n"))[0].Blocks[0].Lead);

    [Fact]
    public async Task Encodings_are_told_by_mark_and_bytes()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF8 })
        {
            Assert.Equal(["Table Größe | Maß / 1 | 2"], await ReaderTrial.BlocksAsync(Fixtures.Reader("a.csv"), "a.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes("Größe,Maß\n1,2\n")]));
        }

        var parts = await ReaderTrial.PartsAsync(Fixtures.Reader("a.csv"), "a.csv", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Größe;€\n1;2\n"));
        Assert.Equal(["Table Größe | € / 1 | 2"], ReaderTrial.Blocks(parts));
        Assert.Contains(ReaderTrial.Notes(parts), n => n.Contains("Windows-1252", StringComparison.Ordinal));
        Assert.Equal(["Table Größe | Maß / 1 | 2"], await ReaderTrial.BlocksAsync(Fixtures.Reader("a.csv"), "a.csv", Encoding.Unicode.GetBytes("Größe,Maß\n1,2\n")));
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_swallows_nothing()
    {
        var text = new StringBuilder("name,size,qty\nbolt,\"5 inch,1\n");
        for (var i = 0; i < 5000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"nut {i},\"M{i}\",{i}\n");
        }

        var parts = await ReaderTrial.PartsAsync(Fixtures.Reader("a.csv"), "a.csv", text.ToString());
        var all = string.Concat(parts.Select(p => p.Text));
        Assert.Contains("bolt | \"5 inch | 1", all, StringComparison.Ordinal);
        Assert.Contains("\nnut 0 | M0 | 0\n", all, StringComparison.Ordinal);
        Assert.Contains("\nnut 4999 | M4999 | 4999\n", all, StringComparison.Ordinal);
        Assert.Contains(ReaderTrial.Notes(parts), n => n.StartsWith("line 2: a quote is opened", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Quotes_broken_in_every_line_take_no_longer_than_whole_ones()
    {
        var text = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"\"{i}\" pipe,\"{i},x\n"));
        var parts = await ReaderTrial.PartsAsync(Fixtures.Reader("a.csv"), "a.csv", text);
        Assert.Equal(50_000, parts.Sum(p => p.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Contains(ReaderTrial.Notes(parts), n => n.Contains("50000 such lines", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_of_another_width_are_told_with_their_line()
        => Assert.Contains("2 rows have more or fewer cells than the first row; the first of them is in line 3", ReaderTrial.Notes(await ReaderTrial.PartsAsync(Fixtures.Reader("a.csv"), "a.csv", "a,b\n1,2\n1\n1,2,3\n")));

    [Fact]
    public async Task A_line_without_end_is_refused_with_its_number()
    {
        var fault = await Assert.ThrowsAsync<CopilotException>(() => ReaderTrial.PartsAsync(Fixtures.Reader("a.csv"), "a.csv", "a,b\n" + new string('x', 5_000_000)));
        Assert.StartsWith("line 2 is longer", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Well_formed_tables_are_read_like_by_the_usual_library()
    {
        var random = new Random(20260321);
        string[] pieces = ["a", "12", " ", ",", "\"\"", "\n", "\r\n", "ü", "x y", ";", "\t", ""];
        for (var round = 0; round < 2000; round++)
        {
            var text = new StringBuilder();
            var width = random.Next(2, 6);
            for (var row = random.Next(1, 8); row > 0; row--)
            {
                for (var cell = 0; cell < width; cell++)
                {
                    var content = string.Concat(Enumerable.Range(0, random.Next(0, 5)).Select(_ => pieces[random.Next(pieces.Length)]));
                    var bare = !content.AsSpan().ContainsAny(",\"\r\n") && random.Next(2) == 0 && content.Trim().Length > 0;
                    text.Append(cell > 0 ? "," : "").Append(bare ? content : $"\"{content}\"");
                }

                text.Append(random.Next(2) == 0 ? "\n" : "\r\n");
            }

            Assert.Equal(Usual(text.ToString()), Own(text.ToString()));
        }
    }

    private static List<string> Own(string text)
    {
        var rows = new List<string>();
        var records = new RecordReader(new StringReader(text), ',');
        while (records.Read())
        {
            rows.Add(string.Join('¦', Enumerable.Range(0, records.Cells.Count).Select(i => records.Cells[i].ToString())));
        }

        Assert.Equal(0, records.BrokenCount);
        return rows;
    }

    private static List<string> Usual(string text)
    {
        var rows = new List<string>();
        using var reader = CsvReader.FromText(text, new CsvReaderOptions { Separator = ',', HasHeader = false, TrimWhitespace = false });
        while (reader.Read())
        {
            rows.Add(string.Join('¦', Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)));
        }

        return rows;
    }
}
