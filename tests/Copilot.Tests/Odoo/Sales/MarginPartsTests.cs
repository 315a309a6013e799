using Copilot.Odoo.Sales;
using Xunit;

namespace Copilot.Tests.Odoo.Sales;

public sealed class MarginPartsTests
{
    [Fact]
    public void The_parts_of_any_change_make_the_whole()
    {
        var dice = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var products = Enumerable.Range(0, 1 + dice.Next(12)).Select(_ => (Before: Drawn(dice), Now: Drawn(dice))).ToList();
            var change = products.Sum(p => (p.Now?.Margin ?? 0) - (p.Before?.Margin ?? 0));
            var parts = MarginParts.Of(products);
            Assert.InRange(parts.Sum - change, -0.000001m, 0.000001m);
            Assert.Equal(Math.Round(change, 2), parts.Rounded(Math.Round(change, 2)).Sum);
        }
    }

    [Fact]
    public void A_higher_price_alone_is_all_price()
        => Assert.Equal(new MarginParts(20, 0, 0, 0), MarginParts.Of([((10, 100, 40), (10, 120, 60))]));

    [Fact]
    public void A_higher_cost_alone_is_all_cost()
        => Assert.Equal(new MarginParts(0, -10, 0, 0), MarginParts.Of([((10, 100, 40), (10, 100, 30))]));

    [Fact]
    public void Twice_as_much_of_everything_is_all_volume()
        => Assert.Equal(new MarginParts(0, 0, 0, 60), MarginParts.Of([((10, 100, 40), (20, 200, 80)), ((5, 50, 20), (10, 100, 40))]));

    [Fact]
    public void The_same_volume_of_richer_goods_is_all_mix()
        => Assert.Equal(new MarginParts(0, 0, 15, 0), MarginParts.Of([((10, 100, 10), (5, 50, 5)), ((10, 100, 40), (15, 150, 60))]));

    [Fact]
    public void Without_earlier_sales_all_is_mix()
        => Assert.Equal(new MarginParts(0, 0, 30, 0), MarginParts.Of([(null, (10, 100, 30))]));

    private static (decimal Quantity, decimal Revenue, decimal Margin)? Drawn(Random dice)
        => dice.Next(5) == 0 ? null : (dice.Next(0, 50), dice.Next(1, 10_000) / 7m, dice.Next(-2_000, 4_000) / 3m);
}
