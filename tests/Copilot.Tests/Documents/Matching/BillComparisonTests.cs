using System.Globalization;
using Copilot.Contracts;
using Xunit;
using static Copilot.Tests.Documents.Matching.MatchSketch;

namespace Copilot.Tests.Documents.Matching;

public sealed class BillComparisonTests
{
    [Fact]
    public void What_was_ordered_and_came_is_clean()
    {
        var match = Match(Document());
        Assert.True(match.IsClean);
        Assert.Empty(match.Differences);
    }

    [Fact]
    public void A_price_too_high_is_told_with_what_it_costs()
    {
        var price = Assert.Single(Match(Document(lines: [Item("KA-10455", 500, 1.35m), Goods[1]])).Differences);
        Assert.Equal((DifferenceKind.Price, 1.20m, 1.35m, 75m, true, false), (price.Kind, price.Expected, price.Found, price.Money, price.CostsUs, price.Passes));
    }

    [Fact]
    public void A_price_too_low_is_told_and_does_not_cost_us()
        => Assert.False(Assert.Single(Match(Document(lines: [Item("KA-10455", 500, 1.00m), Goods[1]])).Differences).CostsUs);

    [Theory]
    [InlineData(5, 2, true)]
    [InlineData(2, 2, false)]
    [InlineData(5, 0.5, false)]
    [InlineData(0, 100, false)]
    public void Both_limits_of_a_price_must_be_kept(decimal amount, decimal percent, bool passes)
    {
        var match = Match(Document(lines: [Goods[0], Item("KA-10612", 200, 2.52m)]), tolerance: new MatchTolerance { PriceAmount = amount, PricePercent = percent });
        Assert.Equal(passes, Assert.Single(match.Differences).Passes);
        Assert.Equal(passes, match.IsClean);
    }

    [Fact]
    public void More_than_came_is_told()
    {
        var order = Order("P00042", Line(1, "BOX-400", "Folding box 400x300x200", 500, 1.20m, received: 300, theirs: "KA-10455"));
        var quantity = Assert.Single(Match(Document(lines: [Goods[0]]), Book(order)).Differences);
        Assert.Equal((DifferenceKind.Quantity, 300m, 500m, 240m), (quantity.Kind, quantity.Expected, quantity.Found, quantity.Money));
        Assert.Contains("before all of it came", quantity.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_what_came_is_no_difference()
        => Assert.True(Match(Document(lines: [Item("KA-10455", 200, 1.20m)])).IsClean);

    [Fact]
    public void The_second_delivery_may_be_billed_after_the_first()
    {
        var order = Order("P00042", Line(1, "BOX-400", "Folding box 400x300x200", 500, 1.20m, received: 500, billed: 300, theirs: "KA-10455"));
        Assert.True(Match(Document(lines: [Item("KA-10455", 200, 1.20m)]), Book(order)).IsClean);
        Assert.Contains("billed already", Assert.Single(Match(Document(lines: [Item("KA-10455", 300, 1.20m)]), Book(order)).Differences).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_article_in_two_lines_is_counted_together()
        => Assert.Equal(100, Assert.Single(Match(Document(lines: [Item("KA-10455", 400, 1.20m), Item("KA-10455", 200, 1.20m), Goods[1]])).Differences).Found - 500);

    [Fact]
    public void An_article_that_was_not_ordered_is_told()
    {
        var extra = Assert.Single(Match(Document(lines: [.. Goods, Item("KA-1", 3, 25, "Pallet truck")])).Differences);
        Assert.Equal((DifferenceKind.NotOrdered, 75m), (extra.Kind, extra.Money));
    }

    [Theory]
    [InlineData(18, true)]
    [InlineData(60, false)]
    public void Freight_passes_up_to_its_limit(decimal freight, bool passes)
        => Assert.Equal(passes, Match(Document(lines: [.. Goods, Item(quantity: 1, price: freight, description: "Fracht")])).IsClean);

    [Fact]
    public void A_charge_on_the_whole_document_is_told_once()
    {
        var document = Document(lines: [.. Goods, Item(quantity: 1, price: 60, description: "Fracht")]) with { Charges = [new ExtractedCharge(true) { Amount = 60, Reason = "Fracht" }] };
        Assert.Single(Match(document).Differences);
    }

    [Fact]
    public void Another_currency_stops_the_comparison_of_prices()
    {
        var match = Match(Document(more: ("currency", "USD")));
        Assert.Equal(DifferenceKind.Currency, Assert.Single(match.Differences).Kind);
    }

    [Fact]
    public void An_order_that_was_never_confirmed_is_told()
        => Assert.Contains(Match(Document(), Book(Received with { IsConfirmed = false })).Differences, d => d.Kind == DifferenceKind.OrderState);

    [Fact]
    public void A_credit_note_may_take_back_what_was_billed_beyond_what_came()
    {
        var order = Order("P00042", Line(1, "BOX-400", "Folding box 400x300x200", 500, 1.20m, received: 400, billed: 500, theirs: "KA-10455"));
        Assert.True(Match(Document(lines: [Item("KA-10455", 100, 1.20m)], type: BusinessDocumentType.CreditNote), Book(order)).IsClean);
        Assert.False(Match(Document(lines: [Item("KA-10455", 150, 1.20m)], type: BusinessDocumentType.CreditNote), Book(order)).IsClean);
    }

    [Fact]
    public void Without_the_right_to_prices_none_is_compared()
    {
        var blind = Received with { Net = 0, Lines = [.. Received.Lines.Select(l => l with { Price = 0 })] };
        var match = Match(Document(), new PurchaseBook { Orders = [blind], KnowsPrices = false, KnowsBills = false });
        Assert.Empty(match.Differences);
        Assert.Equal("P00042", match.Orders[0].Name);
    }

    [Theory]
    [InlineData("RE-4711", 1309, "2026-11-15", 0.99)]
    [InlineData("re 4711", 1309, "2026-10-01", 0.99)]
    [InlineData("RE-04711", 1309, "2026-11-15", 0.99)]
    [InlineData("RE-4711", 999, "2026-11-15", 0.85)]
    [InlineData("RE-4771", 1309, "2026-11-15", 0.9)]
    [InlineData("4711", 1309, "2026-11-15", 0.9)]
    [InlineData("KW-99", 1309, "2026-11-14", 0.5)]
    public void What_was_entered_before_is_found(string reference, decimal total, string day, double sure)
    {
        var bill = new LedgerBill { Id = 5, Name = "BILL/2026/0005", Reference = reference, SupplierId = 7, Total = total, Date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), Currency = "EUR" };
        var match = Match(Document(), Book() with { Bills = [bill] });
        Assert.Equal(sure, Assert.Single(match.Twins).Confidence);
        Assert.False(match.IsClean);
    }

    [Theory]
    [InlineData("RE-4712", 500, "2026-11-15", 7, false)]
    [InlineData("RE-8000", 1309, "2026-06-15", 7, false)]
    [InlineData("RE-4711", 1309, "2026-11-15", 8, false)]
    [InlineData("RE-4711", 1309, "2026-11-15", 7, true)]
    public void Other_bills_are_none(string reference, decimal total, string day, int supplier, bool credit)
    {
        var bill = new LedgerBill { Id = 5, Name = "BILL/2026/0005", Reference = reference, SupplierId = supplier, Total = total, Date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), Currency = "EUR", IsCreditNote = credit };
        Assert.Empty(Match(Document(), Book() with { Bills = [bill] }).Twins);
    }
}
