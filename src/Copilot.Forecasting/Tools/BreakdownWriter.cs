using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Lists;

namespace Copilot.Forecasting.Tools;

/// <summary>Writes a forecast with its parts.</summary>
internal sealed class BreakdownWriter(ForecastPage page, DemandHistories data, ComingPeriod period)
{
    private const int MostNamed = 8;
    private const int MostRows = 50;

    private string Subject
        => (data.Scope.Product ?? data.Scope.Category ?? "All products") + (data.Scope.Warehouse is { } w ? $" in {w}" : string.Empty) + (data.Scope.Customer is { } c ? $" for {c}" : string.Empty);

    /// <summary>Writes the answer.</summary>
    /// <param name="found">The parts and their sum.</param>
    /// <param name="by">What the parts are: product, category, warehouse, customer or company.</param>
    public ToolResult Write(Breakdown found, string by)
    {
        var (lower, upper) = (Math.Max(0, found.Total - found.Half80), found.Total + found.Half80);
        var named = found.Parts.Take(MostNamed).ToList();
        var rest = found.Parts.Skip(MostNamed).Sum(p => p.Expected);
        var key = page.Model(
            $"breakdown:{by}:{Subject}",
            $"Forecast of {Subject} by {by}",
            [Wording.QuantityFact("Forecast of the sum alone", found.Alone, found.Unit), Wording.QuantityFact("Forecasts of the parts alone, added up", found.PartsAlone, found.Unit)],
            Wording.QuantityFact("Expected", found.Total, found.Unit),
            "companies, their warehouses, the categories in these and the sum are forecast by weeks by themselves and then agreed: each gives way in proportion to its variance (minimum trace, diagonal); products and customers are shared out the same way within that, so that all parts add up to the sum",
            [
                Wording.QuantityFact("Lower end", lower, found.Unit), Wording.QuantityFact("Upper end", upper, found.Unit), new Fact("Range", FactKind.Percent, "80"), Wording.DayFact("From", period.From), Wording.DayFact("To", period.To),
                Wording.NumberFact("Products", found.Products), Wording.NumberFact("Products in other units", found.OtherUnits), Wording.NumberFact("Products with deliveries", data.Total), Wording.NumberFact("Parts", found.Parts.Count), Wording.NumberFact("Other parts", found.Parts.Count - named.Count),
                Wording.QuantityFact("Other parts together", rest, found.Unit), Wording.DayFact("Deliveries until", Weeks.Monday(period.From).AddDays(-1)),
                .. new[] { Wording.CodeFact("Product", data.Scope.Product), Wording.CodeFact("Category", data.Scope.Category), Wording.CodeFact("Warehouse", data.Scope.Warehouse), Wording.CodeFact("Customer", data.Scope.Customer) }.Where(f => f.Value.Length > 0),
                .. named.SelectMany(p => new[] { Wording.CodeFact("Part", p.Name), Wording.QuantityFact("Expected of it", p.Expected, found.Unit), Wording.QuantityFact("Lower end of it", Math.Max(0, p.Expected - p.Half80), found.Unit), Wording.QuantityFact("Upper end of it", p.Expected + p.Half80, found.Unit) }.Concat(p.Inner.SelectMany(i => new[] { Wording.CodeFact("In it", i.Name), Wording.QuantityFact("Expected in it", i.Expected, found.Unit) }))),
            ]);
        page.Say(
            FindingRole.Headline,
            $"{Subject}: about {Wording.Quantity(found.Total, found.Unit)} expected from {Wording.Day(period.From)} to {Wording.Day(period.To)}, with 80 % probability between {Wording.Number(lower)} and {Wording.Number(upper)}; by {by}, {Wording.Count(found.Parts.Count, "part adds", "parts add")} up to it",
            key);
        foreach (var part in named)
        {
            page.Say(
                FindingRole.Item,
                $"{part.Name}: {Wording.Quantity(part.Expected, found.Unit)}, with 80 % probability {Wording.Number(Math.Max(0, part.Expected - part.Half80))} to {Wording.Number(part.Expected + part.Half80)}"
                    + (part.Inner.Count == 0 ? string.Empty : $"; of it {string.Join(", ", part.Inner.Select(i => $"{i.Name} {Wording.Number(i.Expected)}"))}"),
                key);
        }

        if (found.Parts.Count > named.Count)
        {
            page.Say(FindingRole.Item, $"{Wording.Count(found.Parts.Count - named.Count, "other part", "other parts")} together: {Wording.Quantity(rest, found.Unit)}", key);
        }

        page.Say(FindingRole.Advice, by == "customer" ? "Ask the first customers for their own plans: they make most of the sum, and the parts add up to it" : "Plan supply with the parts and space with the sum: they agree, up to rounding", key);
        if (found.OtherUnits > 0)
        {
            page.Say(FindingRole.Caveat, $"{Wording.Count(found.OtherUnits, "product is", "products are")} counted in another unit than {found.Unit} and left out", key);
        }

        page.Say(FindingRole.Caveat, $"Forecasts rest on whole weeks until {Wording.Day(Weeks.Monday(period.From).AddDays(-1))}; special prices, days without stock and planners' figures are not reckoned with here", key);
        page.Show(new TableCard
        {
            Title = $"Forecast of {Wording.Clean(Subject, 80)} by {by}",
            Columns = [new("part", char.ToUpperInvariant(by[0]) + by[1..], FactKind.Text), new("expected", $"Expected ({Wording.Clean(found.Unit, 20)})", FactKind.Number), new("lower", "From", FactKind.Number), new("upper", "To", FactKind.Number)],
            Rows = [.. found.Parts.Take(MostRows).Select(p => (IReadOnlyList<JsonValue?>)[JsonValue.Create(p.Name), JsonValue.Create(Wording.Rounded(p.Expected)), JsonValue.Create(Wording.Rounded(Math.Max(0, p.Expected - p.Half80))), JsonValue.Create(Wording.Rounded(p.Expected + p.Half80))])],
            TotalRows = found.Parts.Count,
            Sources = [key],
        });
        return page.Finish() with { Cut = found.Parts.Count > MostRows ? new ListCut(MostRows, found.Parts.Count) : null };
    }
}
