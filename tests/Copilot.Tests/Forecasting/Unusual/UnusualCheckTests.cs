using Copilot.Contracts;
using Copilot.Forecasting.Unusual;
using Xunit;

namespace Copilot.Tests.Forecasting.Unusual;

public sealed class UnusualCheckTests
{
    private static readonly DateOnly Since = new(2026, 6, 1);

    [Fact]
    public void A_figure_twenty_times_the_usual_is_told_first_with_what_is_usual()
    {
        var figures = Usual(1).Append(Of("P3", Since.AddDays(2), 2000) with { Document = "planted" }).ToList();
        var check = UnusualCheck.Of(figures, Since);
        var first = check.Found[0];
        Assert.Equal("planted", first.Figure.Document);
        Assert.InRange(first.Usual, 60, 160);
        Assert.True(first.OneIn >= UnusualCheck.Rarity);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_usual_figures_hardly_one_in_a_thousand_is_told_even_where_they_are_spread_widely(int seed)
    {
        // Every twentieth figure is four times as widely spread: a bell curve would cry wolf.
        var check = UnusualCheck.Of([.. Usual(seed), .. Enumerable.Range(0, 5000).Select(i => Drawn(new Random((seed * 100_000) + i), $"P{i % 100}", Since.AddDays(i % 14)))], Since);
        Assert.Equal(5000, check.Looked);
        Assert.Equal(5, check.ByChance, 1);
        Assert.InRange(check.Found.Count, 0, 16);
    }

    [Fact]
    public void What_the_season_brings_each_year_is_not_unusual()
    {
        var december = new DateOnly(2026, 12, 1);
        double Season(DateOnly day) => day.Month == 12 ? 8 : 1;
        var dice = new Random(9);
        var past = Enumerable.Range(0, 700).SelectMany(d => Enumerable.Range(0, 6).Select(p => Of($"P{p}", december.AddDays(-1 - d), 50 * Math.Exp(0.2 * dice.NextDouble()) * Season(december.AddDays(-1 - d))))).ToList();
        var high = Of("P1", december.AddDays(3), 55 * 8);
        Assert.Empty(UnusualCheck.Of([.. past, high], december).Found);
        Assert.Single(UnusualCheck.Of([.. past, high with { Day = new DateOnly(2026, 12, 4).AddMonths(-1) }], new DateOnly(2026, 11, 1)).Found);
    }

    [Fact]
    public void A_price_is_compared_with_those_of_the_same_supplier()
    {
        var figures = new List<Observed>();
        for (var i = 0; i < 240; i++)
        {
            figures.Add(Of($"P{i % 4}", Since.AddDays(-1 - i), 10 + (0.001 * (i % 7))) with { Kind = ObservedKind.PurchasePrice, Whose = "cheap" });
            figures.Add(Of($"P{i % 4}", Since.AddDays(-1 - i), 14 + (0.001 * (i % 5))) with { Kind = ObservedKind.PurchasePrice, Whose = "dear" });
        }

        var dear = Of("P1", Since, 14) with { Kind = ObservedKind.PurchasePrice, Whose = "dear" };
        Assert.Empty(UnusualCheck.Of([.. figures, dear], Since).Found);
        Assert.Single(UnusualCheck.Of([.. figures, dear with { Whose = "cheap" }], Since).Found);
    }

    [Fact]
    public void Without_enough_earlier_figures_nothing_is_judged()
    {
        var check = UnusualCheck.Of([.. Usual(1).Take(60), Of("P1", Since, 1e6)], Since);
        Assert.Empty(check.Found);
        Assert.Equal((0, 1), (check.Looked, check.Passed));
    }

    [Fact]
    public void What_the_question_is_not_about_is_compared_with_but_not_told()
    {
        var figures = Usual(1).Append(Of("P3", Since.AddDays(2), 5000) with { IsAsked = false }).ToList();
        Assert.Empty(UnusualCheck.Of(figures, Since).Found);
    }

    private static IEnumerable<Observed> Usual(int seed)
    {
        var dice = new Random(seed);
        return Enumerable.Range(0, 6000).Select(i => Drawn(dice, $"P{i % 100}", Since.AddDays(-1 - (i % 600))));
    }

    private static Observed Drawn(Random dice, string group, DateOnly day)
        => Of(group, day, 100 * Math.Exp((dice.NextDouble() < 0.05 ? 2.0 : 0.5) * (dice.NextDouble() + dice.NextDouble() + dice.NextDouble() - 1.5)));

    private static Observed Of(string group, DateOnly day, double value) => new()
    {
        Kind = ObservedKind.OrderQuantity, Group = group, Unit = "pcs", Day = day, Value = value, Document = "S1", Whose = "somebody", Record = new RecordRef("sale.order", 1),
    };
}
