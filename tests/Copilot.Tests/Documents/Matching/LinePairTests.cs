using Copilot.Contracts;
using Xunit;
using static Copilot.Tests.Documents.Matching.MatchSketch;

namespace Copilot.Tests.Documents.Matching;

public sealed class LinePairTests
{
    [Fact]
    public void The_suppliers_number_our_number_and_the_barcode_each_find_the_line()
    {
        Assert.Equal("the supplier's number", Single(Item("KA10455", 500, 1.20m)).By);
        Assert.Equal("our number", Single(Item(ours: "BOX-400", quantity: 500, price: 1.20m)).By);
        Assert.Equal("the barcode", Single(new ExtractedLine { Gtin = "04006381333931", Quantity = 200, UnitPrice = 2.5m }).By);
    }

    [Fact]
    public void A_description_finds_the_line_and_sizes_keep_it_from_the_wrong_one()
    {
        Assert.Equal(2, Single(Item(quantity: 200, price: 2.50m, description: "Folding box 600x400x400, brown")).Line!.Id);
        Assert.Null(Single(Item(quantity: 5, price: 90, description: "Steel shelf 180x90x40")).Line);
    }

    [Fact]
    public void Our_number_inside_the_description_is_found()
        => Assert.Equal("the number in its description", Single(Item(quantity: 500, price: 1.20m, description: "Carton (your BOX-400)")).By);

    [Fact]
    public void The_order_of_lines_does_not_matter()
    {
        var match = Match(Document(lines: [.. Goods.Reverse()]));
        Assert.Equal([2, 1], match.Lines.Select(l => l.Line!.Id));
    }

    [Theory]
    [InlineData("box", "Box of 100 folding boxes 400x300x200")]
    [InlineData("VPE", "Faltkarton 400x300x200 VPE 100")]
    [InlineData(null, "Faltkarton 400x300x200")]
    [InlineData("CEN", "Faltkarton 400x300x200")]
    public void Packs_are_counted_in_the_orders_unit(string? unit, string description)
    {
        var match = Match(Document(lines: [Item("KA-10455", 5, 120, description, unit: unit), Goods[1]]));
        Assert.Equal((100m, 500m, 1.20m), (match.Lines[0].Holds, match.Lines[0].Quantity!.Value, match.Lines[0].Price!.Value));
        Assert.True(match.IsClean);
    }

    [Fact]
    public void Pieces_on_the_paper_are_packs_on_the_order()
    {
        var order = Order("P00061", Line(9, "BAG-1", "Sack", 5, 120, 5, unit: "Box", theirs: "KA-9"));
        var match = Match(Document("P00061", [Item("KA-9", 500, 1.20m, unit: "pcs")]), Book(order));
        Assert.Equal((0.01m, 5m, 120m), (match.Lines[0].Holds, match.Lines[0].Quantity!.Value, match.Lines[0].Price!.Value));
    }

    [Fact]
    public void Kilograms_and_grams_are_the_same_goods()
    {
        var order = Order("P00062", Line(9, "GLUE", "Glue", 2, 10, 2, unit: "kg", theirs: "KA-8"));
        Assert.True(Match(Document("P00062", [Item("KA-8", 2000, 0.01m, unit: "g")]), Book(order)).IsClean);
    }

    [Fact]
    public void A_price_per_hundred_is_the_price_of_one()
        => Assert.True(Match(Document(lines: [Goods[0] with { UnitPrice = 120, PriceBasis = 100, Amount = 600 }, Goods[1]])).IsClean);

    [Fact]
    public void A_discount_in_the_line_counts()
        => Assert.True(Match(Document(lines: [Goods[0] with { UnitPrice = 1.50m, Amount = 600 }, Goods[1]])).IsClean);

    [Fact]
    public void A_wrong_price_is_not_taken_for_a_pack()
    {
        var match = Match(Document(lines: [Item("KA-10455", 500, 2.40m), Goods[1]]));
        Assert.Equal(1, match.Lines[0].Holds);
        Assert.Equal(600, Assert.Single(match.Differences).Money);
    }

    [Theory]
    [InlineData("Frachtkosten")]
    [InlineData("Freight and handling")]
    [InlineData("Frais de port")]
    [InlineData("Gastos de envío")]
    [InlineData("Verzendkosten")]
    [InlineData("Spese di trasporto")]
    [InlineData("Mindermengenzuschlag")]
    public void Fees_are_no_goods(string description)
    {
        var match = Match(Document(lines: [.. Goods, Item(quantity: 1, price: 18, description: description)]));
        Assert.True(match.Lines[2].IsCharge);
        Assert.True(Assert.Single(match.Differences, d => d.Kind == DifferenceKind.Charge).Passes);
        Assert.Equal(MatchState.Sure, match.State);
    }

    [Theory]
    [InlineData("CT", "Carton of 12", 12)]
    [InlineData("Karton", "Carton of 12", 12)]
    [InlineData("PK", "Pack 6", 6)]
    [InlineData("pallets", "Palette 480", 480)]
    public void A_packaging_of_the_product_says_how_many_it_holds(string unit, string packaging, decimal holds)
    {
        var order = Packed(480, 1, [new LedgerUnit(packaging, holds) { IsPack = true }]);
        var match = Match(Document("P00061", [Item("KA-9", 1, holds, unit: unit)]), Book(order));
        Assert.Equal((holds, holds, 1m), (match.Lines[0].Holds, match.Lines[0].Quantity!.Value, match.Lines[0].Price!.Value));
    }

    [Fact]
    public void Two_cartons_of_12_are_24_units_also_when_more_is_billed_than_is_due()
    {
        var order = Packed(20, 1, [new LedgerUnit("Carton of 12", 12) { IsPack = true }]);
        var match = Match(Document("P00061", [Item("KA-9", 2, 12, unit: "cartons")]), Book(order));
        Assert.Equal((20m, 24m), (Assert.Single(match.Differences).Expected!.Value, match.Differences[0].Found!.Value));
    }

    [Fact]
    public void Of_two_cartons_that_hold_other_quantities_none_is_guessed_unless_the_paper_says_which()
    {
        IReadOnlyList<LedgerUnit> both = [new LedgerUnit("Carton of 12", 12) { IsPack = true }, new LedgerUnit("Carton of 24", 24) { IsPack = true }];
        Assert.Equal(1, Match(Document("P00061", [Item("KA-9", 2, unit: "CT")]), Book(Packed(480, 1, both))).Lines[0].Holds);
        Assert.Equal(24, Match(Document("P00061", [Item("KA-9", 2, 24, "Sack, box of 24", unit: "CT")]), Book(Packed(480, 1, both))).Lines[0].Holds);
    }

    [Fact]
    public void The_barcode_of_a_packaging_finds_the_line_and_counts_what_it_holds()
    {
        var order = Packed(24, 1, [new LedgerUnit("Carton", 12) { IsPack = true, Barcode = "14006381333938" }]);
        var line = Match(Document("P00061", [new ExtractedLine { Gtin = "14006381333938", Quantity = 2, UnitPrice = 12, Amount = 24 }]), Book(order)).Lines[0];
        Assert.Equal(("the barcode of a pack", 24m), (line.By, line.Quantity!.Value));
    }

    [Fact]
    public void A_unit_of_the_business_system_converts()
        => Assert.Equal(24, Match(Document("P00061", [Item("KA-9", 12, 2, unit: "pairs")]), Book(Packed(24, 1, [new LedgerUnit("Pair", 2)]))).Lines[0].Quantity);

    [Fact]
    public void Pieces_that_are_written_for_pairs_count_as_they_stand()
    {
        var order = Order("P00061", Line(9, "BAG-1", "Glove", 10, 5, 10, unit: "Pair", theirs: "KA-9") with { Units = [new LedgerUnit("Units", 0.5m), new LedgerUnit("Pair", 1)] });
        Assert.True(Match(Document("P00061", [Item("KA-9", 10, 5, unit: "pcs")]), Book(order)).IsClean);
        Assert.True(Match(Document("P00061", [Item("KA-9", 20, 2.5m, unit: "pcs")]), Book(order)).IsClean);
        Assert.Equal(10, Match(Document("P00061", [Item("KA-9", 10, unit: "pcs")], BusinessDocumentType.DeliveryNote), Book(order)).Lines[0].Quantity);
    }

    private static LedgerOrder Packed(decimal quantity, decimal price, IReadOnlyList<LedgerUnit> units)
        => Order("P00061", Line(9, "BAG-1", "Sack", quantity, price, quantity, theirs: "KA-9") with { Units = units });

    private static MatchedLine Single(ExtractedLine line) => Match(Document(lines: [line])).Lines[0];
}
