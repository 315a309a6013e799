using Copilot.Contracts;
using Copilot.Documents.Extraction.Pages;
using Copilot.Testing.Documents;
using Xunit;
using Column = Copilot.Documents.Extraction.Pages.TableColumn;

namespace Copilot.Tests.Documents.Extraction.Pages;

/// <summary>Recognition loses decimal marks and prices; a line's own arithmetic gives them back, or leaves the line as it is.</summary>
public sealed class ScannedLineTests
{
    [Theory]
    [InlineData(645, 0.86, 55.47, 64.5, 0.86, 55.47)]
    [InlineData(275, 0.44, 12.10, 27.5, 0.44, 12.10)]
    [InlineData(73, 108, 78.84, 73, 1.08, 78.84)]
    [InlineData(246, 60.81, 1495926, 246, 60.81, 14959.26)]
    [InlineData(-56, 0.43, 24.08, 56, 0.43, 24.08)]
    public void A_decimal_mark_that_was_lost_and_a_rule_read_as_minus_are_put_right(decimal quantity, decimal price, decimal amount, decimal rightQuantity, decimal rightPrice, decimal rightAmount)
    {
        var (line, fits) = ScannedLine.Mend(Line(quantity, price, amount), false, isDiscounted: false);
        Assert.True(fits);
        Assert.Equal((rightQuantity, rightPrice, rightAmount), (line.Quantity, line.UnitPrice, line.Amount));
    }

    [Theory]
    [InlineData(96, 47.71, 4585.92)]
    [InlineData(12, 3.40, 99.00)]
    public void A_line_that_nothing_proves_stays_as_it_was_read(decimal quantity, decimal price, decimal amount)
    {
        var (line, fits) = ScannedLine.Mend(Line(quantity, price, amount), false, isDiscounted: false);
        Assert.False(fits);
        Assert.Equal((quantity, price, amount), (line.Quantity, line.UnitPrice, line.Amount));
    }

    [Fact]
    public void With_a_discount_the_arithmetic_proves_nothing()
        => Assert.Equal(645, ScannedLine.Mend(Line(645, 0.86m, 55.47m), false, isDiscounted: true).Line.Quantity);

    [Fact]
    public void A_price_that_is_missing_is_given_by_a_quantity_that_divides_the_amount_to_the_cent()
    {
        Assert.Equal(16.53m, ScannedLine.Mend(Line(127, null, 2099.31m), null, isDiscounted: false).Line.UnitPrice);
        Assert.Null(ScannedLine.Mend(Line(127, null, 2099.32m), null, isDiscounted: false).Line.UnitPrice);

        // Few pieces divide any amount often enough by chance: a discount may hide behind it.
        Assert.Null(ScannedLine.Mend(Line(4, null, 10.00m), null, isDiscounted: false).Line.UnitPrice);
    }

    [Fact]
    public void A_quantity_is_never_reckoned_from_a_price()
        => Assert.Null(ScannedLine.Mend(Line(null, 391, 3878.72m), null, isDiscounted: false).Line.Quantity);

    [Fact]
    public void A_price_is_given_by_half_pieces_as_well()
        => Assert.Equal(27.57m, ScannedLine.Mend(Line(39.5m, null, 1089.02m), null, isDiscounted: false).Line.UnitPrice);

    [Fact]
    public void Less_than_nothing_makes_no_amount_whatever_the_discount()
        => Assert.Equal(56, ScannedLine.Mend(Line(-56, 0.43m, 22.88m), false, isDiscounted: true).Line.Quantity);

    [Fact]
    public void A_price_for_ten_in_one_line_of_several_is_a_decimal_mark_that_was_lost()
    {
        var lines = new List<ExtractedLine> { Line(645, 0.86m, 55.47m) with { PriceBasis = 10 }, Line(3, 2, 6), Line(4, 2, 8) };
        ScannedLine.WithoutTens(lines);
        Assert.Equal((64.5m, null), (lines[0].Quantity, lines[0].PriceBasis));

        var tens = new List<ExtractedLine> { Line(645, 0.86m, 55.47m) with { PriceBasis = 10 }, Line(30, 2, 6) with { PriceBasis = 10 } };
        ScannedLine.WithoutTens(tens);
        Assert.Equal([645m, 30m], tens.Select(l => l.Quantity));
    }

    [Fact]
    public void A_quantity_whose_head_was_lost_stands_left_of_the_price_with_which_it_multiplies()
    {
        var item = new TableItem();
        var price = new Column(ColumnKind.Price, Meaning.Price, 300, 340, "Price");
        var amount = new Column(ColumnKind.Amount, Meaning.Amount, 400, 440, "Amount");
        item.Numbers.AddRange([(price, 292m), (price, 189.47m), (amount, 55325.24m)]);
        var (line, fits) = item.Finish(delivered: false);
        Assert.Equal((292m, 189.47m, true), (line.Quantity, line.UnitPrice, fits));
    }

    [Fact]
    public void A_short_word_on_a_high_line_of_a_scan_is_no_word_that_runs_up_the_margin()
    {
        var row = Assert.Single(PageRows.Of([new PageSketch().Line(45, 100, "Paint roller set 25 cm", 10).Page() with { Recognised = true }]), r => r.Text.Contains("roller", StringComparison.Ordinal));
        Assert.Equal("Paint roller set 25 cm", row.Text);

        var noisy = new PageSketch().Line(45, 100, "Paint roller set 25 cm", 10).Page();
        noisy = noisy with { Recognised = true, Words = [.. noisy.Words.Select(w => w with { Y0 = w.Y0 - 8, Y1 = w.Y1 + 8 })] };
        Assert.Equal("Paint roller set 25 cm", Assert.Single(PageRows.Of([noisy])).Text);
    }

    [Fact]
    public void Roman_numerals_are_read_as_such()
        => Assert.Equal("Anchor bolt FAZ II 10/30", ScannedLine.Mend(Line(1, 1, 1) with { Description = "Anchor bolt FAZ Il 10/30" }, true, isDiscounted: false).Line.Description);

    [Fact]
    public void A_count_before_each_description_is_the_position()
    {
        var lines = new List<ExtractedLine> { Named("1 Safety gloves"), Named("2 Ball valve DN25"), Named("3 Pallet jack 2500 kg") };
        ScannedLine.WithoutCount(lines);
        Assert.Equal(["Safety gloves", "Ball valve DN25", "Pallet jack 2500 kg"], lines.Select(l => l.Description));
        Assert.Equal(["1", "2", "3"], lines.Select(l => l.Position));
    }

    [Theory]
    [InlineData("2 Safety gloves", "3 Ball valve", "4 Pallet jack")]
    [InlineData("1 Safety gloves", "2 Ball valve", "Pallet jack")]
    [InlineData("1 m cable", "1 m hose", "1 m chain")]
    public void Numbers_that_do_not_count_belong_to_the_description(params string[] descriptions)
    {
        var lines = descriptions.Select(Named).ToList();
        ScannedLine.WithoutCount(lines);
        Assert.Equal(descriptions, lines.Select(l => l.Description));
    }

    private static ExtractedLine Line(decimal? quantity, decimal? price, decimal? amount) => new() { Quantity = quantity, UnitPrice = price, Amount = amount };

    private static ExtractedLine Named(string description) => new() { Description = description, Quantity = 1 };
}
