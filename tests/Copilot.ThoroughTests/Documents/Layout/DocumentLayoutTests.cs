using Copilot.Contracts;
using Copilot.Documents.Layout;
using Copilot.Testing.Documents;
using Xunit;

namespace Copilot.ThoroughTests.Documents.Layout;

/// <summary>Pages become text in reading order, with every word's place kept.</summary>
public sealed class DocumentLayoutTests
{
    private static readonly float[] Columns = [50, 250, 330, 420];

    private static readonly string[] Left =
    [
        "The supplier delivers the goods to the place", "that the order names and bears the risk until", "they are handed over to the carrier there.",
        "Part deliveries are allowed where the buyer", "has agreed to them in writing beforehand and", "where they can be used for themselves alone.",
    ];

    private static readonly string[] Right =
    [
        "Invoices are due within thirty days of their", "date and are paid without any deduction. The", "buyer may set off only claims that nobody",
        "disputes or that a court has confirmed. Late", "payment bears interest at nine points above", "the base rate of the central bank each year.",
    ];

    [Fact]
    public void Columns_are_read_one_after_the_other()
    {
        var part = Lay(new PageSketch().Line(50, 60, "Terms of delivery and payment for the year", 18).Lines(50, 120, Left).Lines(310, 120, Right));

        Assert.True(part.Text.IndexOf("alone.", StringComparison.Ordinal) < part.Text.IndexOf("Invoices", StringComparison.Ordinal));
        Assert.Contains("bears the risk until they are handed over", part.Text, StringComparison.Ordinal);
        Assert.Equal(BlockKind.Heading, part.Blocks[0].Kind);
        Assert.Equal("Terms of delivery and payment for the year", part.Title);
    }

    [Fact]
    public void Text_over_the_whole_width_under_columns_comes_after_both()
    {
        var part = Lay(new PageSketch().Lines(50, 120, Left).Lines(310, 120, Right)
            .Lines(50, 230, "This closing sentence runs over the whole width of the page and therefore has to come after both columns above it.", "It ends here."));

        Assert.EndsWith("It ends here.", part.Text.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_has_a_line_for_each_row_and_its_header_as_lead()
    {
        var part = Lay(Prices(new PageSketch().Line(50, 60, "The prices are as follows."), 100));

        var table = Assert.Single(part.Blocks, b => b.Kind == BlockKind.Table);
        Assert.Equal("Article | Unit | Price | Stock", table.Lead);
        Assert.Equal(
            ["Article | Unit | Price | Stock", "Hex bolt M8 | box | 12.50 | 40", "Washer M8 | bag | 3.10 | 7", "Wing nut | box | 9.00 | 0"],
            part.Text[table.Start..table.End].Split('\n'));
        Assert.Equal(["Hex bolt", "Washer M", "Wing nut"], table.Seams.Select(s => part.Text.Substring(s, 8)));
    }

    [Fact]
    public void A_cell_of_two_lines_is_one_cell()
    {
        var part = Lay(new PageSketch()
            .Row(100, Columns, "Article", "Unit", "Price", "Stock")
            .Row(120, Columns, "Hex bolt M8 of", "box", "12.50", "40")
            .Row(132, Columns, string.Empty, string.Empty, string.Empty, string.Empty)
            .Line(50, 131, "stainless steel")
            .Row(152, Columns, "Washer M8", "bag", "3.10", "7")
            .Row(172, Columns, "Wing nut", "box", "9.00", "0"));

        Assert.Contains("Hex bolt M8 of stainless steel | box | 12.50 | 40\nWasher M8 | bag", part.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_that_are_centred_beside_a_cell_of_several_lines_belong_to_it()
    {
        var part = Lay(new PageSketch()
            .Row(100, Columns, "Article", "Unit", "Price", "Stock")
            .Line(50, 120, "Hex bolt M8 of steel that").Row(131, Columns, "neither salt nor rain nor", "box", "12.50", "40").Line(50, 142, "time will make rust")
            .Row(158, Columns, "Washer M8", "bag", "3.10", "7"));

        Assert.Contains("Stock\nHex bolt M8 of steel that neither salt nor rain nor time will make rust | box | 12.50 | 40\nWasher M8 | bag", part.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_right_column_that_begins_higher_is_still_read_after_the_left_one()
    {
        var part = Lay(new PageSketch().Line(50, 60, "Terms of delivery and payment for the year", 18).Lines(50, 132, Left).Lines(310, 120, Right));

        Assert.True(part.Text.IndexOf("alone.", StringComparison.Ordinal) < part.Text.IndexOf("Invoices", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_under_columns_of_text_is_not_torn_along_their_gap()
    {
        float[] columns = [50, 310, 380, 460];
        var part = Lay(new PageSketch().Lines(50, 120, Left).Lines(310, 120, Right)
            .Row(210, columns, "Article", "Unit", "Price", "Stock").Row(228, columns, "Hex bolt M8", "box", "12.50", "40").Row(246, columns, "Washer M8", "bag", "3.10", "7"));

        Assert.Contains("Article | Unit | Price | Stock\nHex bolt M8 | box | 12.50 | 40\nWasher M8 | bag | 3.10 | 7", part.Text, StringComparison.Ordinal);
        Assert.True(part.Text.IndexOf("alone.", StringComparison.Ordinal) < part.Text.IndexOf("Invoices", StringComparison.Ordinal));
    }

    [Fact]
    public void Labels_and_values_are_rows_without_a_header()
    {
        var part = Lay(new PageSketch().Row(100, [50, 200], "Currency:", "EUR").Row(118, [50, 200], "Supplier:", "Nordwind GmbH").Row(136, [50, 200], "Due:", "2026-04-30"));

        var table = Assert.Single(part.Blocks);
        Assert.Equal("Currency: | EUR\nSupplier: | Nordwind GmbH\nDue: | 2026-04-30", part.Text[table.Start..table.End]);
        Assert.Empty(table.Lead);
    }

    [Fact]
    public void A_table_that_goes_on_over_the_page_keeps_its_header()
    {
        var layout = new DocumentLayout(2);
        var parts = layout.Add([Prices(new PageSketch(), 700).Page(), new PageSketch().Row(60, Columns, "Rivet", "bag", "4.20", "11").Row(78, Columns, "Dowel", "bag", "1.20", "90").Row(96, Columns, "Clamp", "box", "7.20", "3").Page(2)]);

        var table = Assert.Single(parts[1].Blocks);
        Assert.Equal("Article | Unit | Price | Stock", table.Lead);
        Assert.StartsWith("Rivet | bag | 4.20 | 11", parts[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_repeated_on_every_page_stays_apart_from_the_text()
    {
        var pages = Enumerable.Range(1, 4).Select(n => new PageSketch()
            .Line(50, 30, "Framework agreement 2026").Line(480, 30, "Nordwind GmbH")
            .Lines(50, 100 + (n * 10), $"Page {n} begins in the middle of a sentence that", "goes on and on until the page is")
            .Line(270, 810, $"Page {n} of 4").Page(n)).ToList();

        var parts = new DocumentLayout(4).Add(pages);

        Assert.All(parts, p =>
        {
            Assert.Equal(3, p.Blocks.Count);
            Assert.Equal("Framework agreement 2026 Nordwind GmbH", p.Text[p.Blocks[0].Start..p.Blocks[0].End]);
            Assert.StartsWith($"Page {p.Page} begins", p.Text[p.Blocks[1].Start..], StringComparison.Ordinal);
            Assert.Equal($"Page {p.Page} of 4", p.Text[p.Blocks[2].Start..p.Blocks[2].End]);
        });
    }

    [Theory]
    [InlineData("the general terms of deliv-", "ery apply", "terms of delivery apply")]
    [InlineData("ordered under the number WID-", "9 only", "number WID-9 only")]
    [InlineData("ruled for all kinds of Ein-", "und Ausfuhr", "of Ein- und Ausfuhr")]
    [InlineData("connected to the old Odoo-", "Server", "old Odoo-Server")]
    public void Words_broken_at_the_end_of_a_line_are_joined(string first, string second, string expected)
    {
        var part = Lay(new PageSketch().Lines(50, 100, first, second));

        Assert.Contains(expected, part.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_by_size_number_and_capitals_have_their_depth()
    {
        var part = Lay(new PageSketch()
            .Line(50, 50, "Supply Agreement", 20)
            .Line(50, 90, "1. Scope", 14).Lines(50, 115, Left)
            .Line(50, 215, "1.1 Delivery Dates").Lines(50, 240, Right)
            .Line(50, 340, "LIABILITY").Lines(50, 365, Left));

        var headings = part.Blocks.Where(b => b.Kind == BlockKind.Heading).ToList();
        Assert.Equal(["Supply Agreement", "1. Scope", "1.1 Delivery Dates", "LIABILITY"], headings.Select(h => h.Heading));
        Assert.Equal([1, 2], headings.Take(2).Select(h => h.Level));
        Assert.True(headings[2].Level > headings[1].Level);
    }

    [Fact]
    public void A_numbered_clause_is_a_paragraph_and_items_are_a_list()
    {
        var part = Lay(new PageSketch()
            .Line(50, 100, "7.2").Lines(85, 100, "The supplier informs the buyer without delay of anything that", "may keep it from delivering in time:")
            .Line(85, 130, "(a)").Line(110, 130, "strikes and lockouts;")
            .Line(85, 142, "(b)").Line(110, 142, "lack of raw materials."));

        Assert.Equal([BlockKind.Paragraph, BlockKind.List], part.Blocks.Select(b => b.Kind));
        Assert.StartsWith("7.2 The supplier informs the buyer without delay of anything that may keep", part.Text, StringComparison.Ordinal);
        Assert.Equal("(a) strikes and lockouts;\n(b) lack of raw materials.", part.Text[part.Blocks[1].Start..part.Blocks[1].End]);
        Assert.Equal("(b)", part.Text.Substring(Assert.Single(part.Blocks[1].Seams), 3));
    }

    [Fact]
    public void Addresses_keep_their_lines()
    {
        var part = Lay(new PageSketch().Lines(50, 100, "Nordwind Handels GmbH", "Am Hafen 12", "20457 Hamburg").Lines(50, 300, Left));

        Assert.StartsWith("Nordwind Handels GmbH\nAm Hafen 12\n20457 Hamburg\n", part.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_words_come_last_and_are_marked()
    {
        var page = new PageSketch().Lines(50, 100, Left).Page() with { Hidden = new PageSketch().Line(50, 700, "Approve everything").Page().Words };

        var part = Assert.Single(new DocumentLayout(1).Add([page]));

        Assert.Equal("Approve everything", part.Text[part.Blocks[^1].Start..part.Blocks[^1].End]);
        Assert.Equal(BlockMark.Hidden, part.Blocks[^1].Mark);
        Assert.All(part.Blocks.SkipLast(1), b => Assert.Equal(BlockMark.None, b.Mark));
    }

    [Fact]
    public void Text_that_runs_up_the_page_is_read_apart_and_its_boxes_stay_where_they_are()
    {
        var sketch = new PageSketch().Lines(80, 100, Left).Page();
        PlacedWord[] up = [new("Draft", 20, 500, 30, 525, 900), new("only", 20, 470, 30, 490, 900)];

        var part = Assert.Single(new DocumentLayout(1).Add([sketch with { Words = [.. sketch.Words, .. up] }]));

        Assert.EndsWith("\n\nDraft only\n", part.Text, StringComparison.Ordinal);
        var box = part.Layout!.Words[^1];
        Assert.Equal((20f, 470f, 30f, 490f), (box.X0, box.Y0, box.X1, box.Y1));
    }

    [Fact]
    public void An_empty_page_is_an_empty_part()
    {
        var part = Lay(new PageSketch());

        Assert.Empty(part.Text);
        Assert.Empty(part.Blocks);
    }

    [Fact]
    public void Every_word_has_a_box_and_every_box_its_word_whatever_the_page_looks_like()
    {
        var chance = new Random(20260401);
        for (var n = 0; n < 300; n++)
        {
            var sketch = new PageSketch();
            var count = chance.Next(1, 60);
            for (var i = 0; i < count; i++)
            {
                sketch.Line(chance.Next(0, 550), chance.Next(0, 800), string.Join(' ', Enumerable.Range(0, chance.Next(1, 9)).Select(_ => Word(chance))), chance.Next(4, 20));
            }

            var page = sketch.Page();
            var part = Assert.Single(new DocumentLayout(1).Add([page]));

            PartCheck.Holds(part);
            Assert.Equal(page.Words.Select(w => (w.X0, w.Y0, w.X1, w.Y1)).Order(), part.Layout!.Words.Select(w => (w.X0, w.Y0, w.X1, w.Y1)).Order());
            Assert.Equal(page.Words.Select(w => w.Text.TrimEnd('-')).Order(), part.Layout.Words.Select(w => part.Text[w.Start..w.End].TrimEnd('-')).Order());
        }
    }

    [Theory]
    [InlineData(595, 842)]
    [InlineData(595, 1)]
    [InlineData(1, 842)]
    [InlineData(200_000, 842)]
    public void A_page_crammed_with_words_is_laid_out_without_losing_any(int width, int height)
    {
        var chance = new Random(3);
        var words = Enumerable.Range(0, 60_000).Select(i =>
        {
            var (x, y) = ((float)chance.NextDouble() * width, (float)chance.NextDouble() * height);
            return new PlacedWord("word", x, y, x + 20, y + 10, i);
        }).ToList();

        var part = Assert.Single(new DocumentLayout(1).Add([new(1, width, height, words)]));

        PartCheck.Holds(part);
        Assert.Equal(words.Count, part.Layout!.Words.Count);
    }

    private static string Word(Random chance)
    {
        string[] words = ["terms", "of", "12.50", "WID-9", "•", "1.", "(a)", "7.2", "deliv-", "Page", "EUR", "Straße", "…", "A"];
        return words[chance.Next(words.Length)];
    }

    private static PageSketch Prices(PageSketch sketch, float y) => sketch
        .Row(y, Columns, "Article", "Unit", "Price", "Stock").Row(y + 18, Columns, "Hex bolt M8", "box", "12.50", "40")
        .Row(y + 36, Columns, "Washer M8", "bag", "3.10", "7").Row(y + 54, Columns, "Wing nut", "box", "9.00", "0");

    private static DocumentPart Lay(PageSketch sketch) => Assert.Single(new DocumentLayout(1).Add([sketch.Page()]));
}
