using Copilot.Contracts;
using Copilot.Forecasting;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Lists;
using Xunit;

namespace Copilot.ThoroughTests.Forecasting.Lists;

public sealed class DemandTreeTests
{
    private const double Deviations80 = 1.2815515655446004;
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Fact]
    public void All_levels_are_the_least_square_solution_together()
    {
        var own = new Dictionary<string, (double Total, double Variance)>
        {
            ["A,B,C,D"] = (100, 4), ["A,B"] = (70, 3), ["C,D"] = (25, 2), ["A"] = (40, 5), ["B"] = (35, 1), ["C"] = (20, 2), ["D"] = (8, 1),
        };
        var tree = DemandTree.Of("all", [.. "ABCD".Select(c => Flat($"{c}", 1))], [h => h.Scope.Product is "A" or "B" ? "left" : "right", h => h.Scope.Product!], h => Span(own[string.Join(',', h.Select(p => p.Scope.Product))]), default);
        double[] ends = [.. tree.Ends.Select(e => e.Agreed)];
        Assert.Equal(tree.Agreed, ends.Sum(), 9);
        Assert.Equal(tree.Parts[0].Agreed, ends[0] + ends[1], 9);
        var least = Cost(ends);
        for (var i = 0; i < ends.Length; i++)
        {
            foreach (var step in new[] { -0.01, 0.01 })
            {
                var other = (double[])ends.Clone();
                other[i] += step;
                Assert.True(Cost(other) > least);
            }
        }

        double Cost(double[] x)
            => new (string Key, double Value)[] { ("A,B,C,D", x.Sum()), ("A,B", x[0] + x[1]), ("C,D", x[2] + x[3]), ("A", x[0]), ("B", x[1]), ("C", x[2]), ("D", x[3]) }
                .Sum(n => Math.Pow(n.Value - own[n.Key].Total, 2) / own[n.Key].Variance);
    }

    [Fact]
    public void A_sum_that_stands_fast_is_kept_even_by_parts_that_are_known_exactly()
    {
        Assert.Equal([3.0, 6.0], DemandTree.Share(9, [(1, 0), (2, 0)]));
        Assert.Equal([5.0, 5.0], DemandTree.Share(10, [(0, 0), (0, 0)]));
        Assert.Equal(7, DemandTree.Share(7, [(30, 2), (1, 9), (2, 0)]).Sum(), 9);
        Assert.Empty(DemandTree.Share(7, []));
    }

    [Fact]
    public void Every_way_to_part_the_same_demand_has_the_same_sum()
    {
        var data = Data();
        var sums = new[] { "company", "warehouse", "category", "product", "customer" }.Select(by => Of(data, by)).ToList();
        Assert.All(sums, s => Assert.Equal(sums[0].Total, s.Total, 6));
        Assert.All(sums, s => Assert.Equal(s.Total, s.Parts.Sum(p => p.Expected), 6));
        Assert.All(sums, s => Assert.DoesNotContain(s.Parts, p => p.Expected < 0));
        Assert.Equal(["North", "South"], sums[0].Parts.Select(p => p.Name).Order());
        var north = sums[0].Parts.Single(p => p.Name == "North");
        Assert.Equal(north.Expected, north.Inner.Sum(i => i.Expected), 6);
    }

    [Fact]
    public void What_is_counted_in_another_unit_is_left_out_and_counted_once()
    {
        var data = Data();
        var found = Of(data with { Products = [.. data.Products, Flat("X", 5) with { Unit = "kg" }, Flat("X", 6) with { Unit = "kg" }] }, "warehouse");
        Assert.Equal(("pcs", 1), (found.Unit, found.OtherUnits));
    }

    [Fact]
    public void More_customers_than_can_be_named_are_one_part_together()
    {
        var many = new DemandHistories { Scope = new DemandScope(), Total = 1, Products = [.. Enumerable.Range(0, 45).Select(i => Flat("A", 20 + i) with { Scope = new DemandScope { Product = "A", Warehouse = "W", Customer = $"C{i:00}" } })] };
        var found = Of(many, "customer");
        Assert.Equal(41, found.Parts.Count);
        Assert.Contains(found.Parts, p => p.Name == "other customers");
        Assert.Equal(found.Total, found.Parts.Sum(p => p.Expected), 6);
    }

    private static Breakdown Of(DemandHistories data, string by)
        => Breakdown.Of(data, by, (Today, Today.AddDays(27)), (series, weeks) => new SeriesForecaster().Forecast(series, weeks, default), default)!;

    private static DemandHistories Data() => new()
    {
        Scope = new DemandScope(),
        Total = 4,
        Products =
        [
            .. from place in new[] { ("North", "N1"), ("North", "N2"), ("South", "S1") }
               from product in new[] { ("A", "gloves"), ("B", "gloves"), ("C", "film") }
               from customer in new[] { "Ajax", "Bolt" }
               select Flat(product.Item1, 30 + (7 * place.Item2[1]) + (11 * product.Item1[0] % 17) + customer.Length) with
               {
                   Company = place.Item1, Scope = new DemandScope { Product = product.Item1, Category = product.Item2, Warehouse = place.Item2, Customer = customer },
               },
        ],
    };

    private static SpanForecast Span((double Total, double Variance) own)
        => new() { From = Today, To = Today, Length = 1, Total = own.Total, Half80 = Math.Sqrt(own.Variance) * Deviations80, Half95 = 0 };

    /// <summary>Sixty weeks of demand that goes up and down a little.</summary>
    private static DemandHistory Flat(string product, int level) => new()
    {
        Scope = new DemandScope { Product = product },
        Unit = "pcs",
        From = Today.AddDays(-1095),
        Today = Today,
        Products = 1,
        Days = [.. Enumerable.Range(0, 60).Select(t => new DemandDay(new DateOnly(2025, 9, 29).AddDays(7 * t), level + (t * level % 7), 0))],
    };
}
