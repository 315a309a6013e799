using System.Text.Json;
using Copilot.Odoo.Client;
using Copilot.Odoo.Purchasing;
using Xunit;

namespace Copilot.Tests.Odoo.Purchasing;

/// <summary>What counts as a changed purchase price, and what it cost.</summary>
public sealed class PriceChangeTests
{
    private static readonly DateOnly From = new(2026, 1, 1);

    [Fact]
    public void The_last_price_of_the_period_stands_against_the_last_one_before_it()
    {
        var change = Assert.Single(PriceChange.Of([Paid(4, "2026-06-01", 11, 10), Paid(1, "2025-02-01", 8), Paid(3, "2026-03-01", 10.5m, 20), Paid(2, "2025-11-01", 10)], From));

        Assert.Equal((10m, 11m), (change.Before.Price, change.Now.Price));
        Assert.True(change.IsDearer);
        Assert.Equal([("P3", 10m), ("P4", 10m)], change.Extra);
        Assert.Equal(20m, change.ExtraCost);
    }

    [Fact]
    public void Without_an_earlier_purchase_the_first_of_the_period_is_the_measure()
    {
        var change = Assert.Single(PriceChange.Of([Paid(1, "2026-02-01", 10), Paid(2, "2026-03-01", 9)], From));

        Assert.True(change.IsCheaper);
        Assert.Equal(-9m + 8m, change.ExtraCost);
    }

    [Theory]
    [InlineData("2026-02-01", 10)]
    [InlineData("2025-02-01", 10)]
    public void One_purchase_alone_changes_nothing(string day, int price) => Assert.Empty(PriceChange.Of([Paid(1, day, price)], From));

    [Fact]
    public void A_price_of_nothing_is_no_measure() => Assert.Empty(PriceChange.Of([Paid(1, "2025-02-01", 0), Paid(2, "2026-02-01", 10)], From));

    [Fact]
    public void Rounding_is_no_change()
    {
        var change = Assert.Single(PriceChange.Of([Paid(1, "2025-02-01", 2.00m), Paid(2, "2026-02-01", 2.01m)], From));

        Assert.False(change.IsDearer);
        Assert.False(change.IsCheaper);
    }

    [Fact]
    public void Suppliers_units_and_currencies_are_not_mixed()
        => Assert.Empty(PriceChange.Of([Paid(1, "2025-02-01", 10), Paid(2, "2026-02-01", 120) with { Unit = "Dozen" }, Paid(3, "2026-02-01", 11) with { Currency = "USD" }, Paid(4, "2026-02-01", 12) with { Supplier = (8, "Other Ltd") }], From));

    private static PricePaid Paid(int id, string day, decimal price, decimal quantity = 1)
        => new(new OdooRow(new Dictionary<string, JsonElement> { ["id"] = JsonSerializer.SerializeToElement(id) }), $"P{id}", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), (7, "Supplier Ltd"), "ABC-1", 3, "Units", "EUR", quantity, price);
}
