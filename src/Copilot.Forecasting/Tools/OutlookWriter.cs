using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Lists;

namespace Copilot.Forecasting.Tools;

/// <summary>Writes lists of products by what is foreseen of them.</summary>
internal sealed class OutlookWriter(ForecastPage page, DemandHistories data, ComingPeriod period, int count)
{
    private const double Possible = 0.2;
    private const int MostAdvice = 3;
    private const string Formula = "each product's weekly forecast from what left for customers, with planners' figures in its place where there are any";
    private const string Risk = "the chance that more leaves until some day of the period than is there by then, on the worst day, from the forecast with its uncertainty, usable stock and open receipts, overdue ones from a week ahead";

    /// <summary>Gets what the list is narrowed to, for people.</summary>
    public string Where
        => (data.Scope.Category is { } c ? $" of {c}" : string.Empty) + (data.Scope.Supplier is { } s ? $" offered by {s}" : string.Empty) + (data.Scope.Warehouse is { } w ? $" in {w}" : string.Empty);

    /// <summary>What runs out at the expected pace, and what may.</summary>
    public ToolResult RunOut(IReadOnlyList<ProductOutlook> found)
    {
        var gone = found.Where(f => f.RunsOut is not null).OrderBy(f => f.RunsOut).ThenByDescending(f => f.Chance).ThenBy(f => f.Code, StringComparer.Ordinal).ToList();
        var may = found.Where(f => f.RunsOut is null && f.Chance >= Possible).OrderByDescending(f => f.Chance).ThenBy(f => f.Code, StringComparer.Ordinal).ToList();
        var listed = gone.Concat(may).ToList();
        var sum = Sum(found, "Run out at the expected pace", gone.Count, Risk, Wording.NumberFact("May run out, too", may.Count), new Fact("From a chance of", FactKind.Percent, Wording.Per(Possible).ToString(CultureInfo.InvariantCulture)), Wording.NumberFact("In the list", listed.Count));
        page.Say(
            FindingRole.Headline,
            $"{(gone.Count == 0 ? "None" : Wording.Number(gone.Count))} of {Wording.Count(found.Count, "product", "products")}{Where} will run out by {Wording.Day(period.To)} at the expected pace"
                + (may.Count == 0 ? string.Empty : $"; {Wording.Number(may.Count)} more may, with at least {Wording.Percent(Possible)} risk"),
            sum);
        foreach (var one in listed.Take(count))
        {
            page.Say(FindingRole.Item, $"{Label(one)}: {(one.RunsOut is { } day ? $"gone around {Wording.Day(day)}" : "lasts at the expected pace")}, {Chance(one.Chance)}; {Wording.Quantity(one.OnHand ?? 0, one.Unit)} on hand and {Wording.Number(one.Coming)} coming against {Wording.Number(one.Expected)} expected to leave{Planned(one)}", Shelf(one), Product(one));
        }

        foreach (var one in gone.Where(g => g.Missing > 0).Take(Math.Min(MostAdvice, count)))
        {
            page.Say(FindingRole.Advice, $"Get {Wording.Quantity(Math.Ceiling(one.Missing), one.Unit)} more of {one.Code} before {Wording.Day(one.RunsOut!.Value)}, by an order, a transfer or an earlier receipt, so that it lasts with 95 % probability", Shelf(one));
        }

        if (listed.Count == 0)
        {
            page.Say(FindingRole.Advice, "Nothing has to be done for this period", sum);
        }

        Limits(listed.Count, sum);
        if (listed.Count > 0)
        {
            page.Show(new TableCard
            {
                Title = $"What runs out by {Wording.Day(period.To)}",
                Columns = [new("product", "Product", FactKind.Code), new("name", "Name", FactKind.Text), new("day", "Gone around", FactKind.Date), new("risk", "Risk", FactKind.Percent), new("on_hand", "On hand", FactKind.Number), new("coming", "Coming", FactKind.Number), new("expected", "Expected to leave", FactKind.Number), new("missing", "Missing for 95 %", FactKind.Number), new("unit", "Unit", FactKind.Text)],
                Rows =
                [
                    .. listed.Take(count).Select(o => (IReadOnlyList<JsonValue?>)
                    [
                        JsonValue.Create(o.Code), JsonValue.Create(o.Name ?? "-"), o.RunsOut is { } day ? JsonValue.Create(Wording.DayFact("d", day).Value) : null, JsonValue.Create(Wording.Per(o.Chance)), JsonValue.Create(Wording.Rounded(o.OnHand ?? 0)), JsonValue.Create(Wording.Rounded(o.Coming)),
                        JsonValue.Create(Wording.Rounded(o.Expected)), JsonValue.Create(Wording.Rounded(Math.Ceiling(o.Missing))), JsonValue.Create(o.Unit),
                    ]),
                ],
                TotalRows = listed.Count,
                Sources = [.. listed.Take(count).Select(Shelf)],
            });
        }

        return page.Finish() with { Cut = Cut(listed.Count) };
    }

    /// <summary>By growth, decline or demand, most first.</summary>
    public ToolResult Ranked(IReadOnlyList<ProductOutlook> found, string list)
    {
        var isDemand = list == "demand";
        var fit = isDemand ? found.Where(f => f.Expected > 0) : found.Where(f => list == "growth" ? f.Growth > 0 : f.Growth < 0);
        var within = isDemand ? 0 : fit.Count(f => !f.IsClear);
        fit = isDemand ? fit : fit.Where(f => f.IsClear);
        var ranked = (list switch { "growth" => fit.OrderByDescending(f => f.Growth), "decline" => fit.OrderBy(f => f.Growth), _ => fit.OrderByDescending(f => f.Expected) }).ThenBy(f => f.Code, StringComparer.Ordinal).ToList();
        var unknown = found.Count(f => f.Growth is null);
        var sum = Sum(found, isDemand ? "Expected to be needed" : list == "growth" ? "Expected to grow" : "Expected to shrink", ranked.Count, Formula, Wording.NumberFact("Without enough before to compare with", unknown), Wording.NumberFact("Weeks of the last year", 52), Wording.NumberFact("Within their ranges", within), new Fact("Range", FactKind.Percent, "80"), Wording.NumberFact("In the list", ranked.Count));
        page.Say(
            FindingRole.Headline,
            isDemand
                ? $"From {Wording.Day(period.From)} to {Wording.Day(period.To)}, {Wording.Number(ranked.Count)} of {Wording.Count(found.Count, "product", "products")}{Where} are expected to be needed; those needed most come first"
                : $"{(ranked.Count == 0 ? "None" : Wording.Number(ranked.Count))} of {Wording.Count(found.Count, "product", "products")}{Where} {(ranked.Count == 1 ? "is" : "are")} expected to {(list == "growth" ? "grow" : "shrink")} until {Wording.Day(period.To)} against a week of the last 52, by more than their 80 % ranges"
                    + (within == 0 ? string.Empty : $"; {Wording.Number(within)} more {(list == "growth" ? "grow" : "shrink")} within their ranges, which may be chance"),
            sum);
        foreach (var one in ranked.Take(count))
        {
            page.Say(
                FindingRole.Item,
                $"{Label(one)}: {(one.Growth is { } growth && !isDemand ? $"{Wording.Percent(Math.Abs(growth))} {(growth > 0 ? "more" : "less")}, {Wording.Quantity(one.PerWeek, one.Unit)} a week against {Wording.Number(one.Before!.Value)}" : $"{Wording.Quantity(one.Expected, one.Unit)}")}, with 80 % probability {Wording.Number(one.Lower)} to {Wording.Number(one.Upper)} in the period{Planned(one)}",
                Demand(one),
                Product(one));
        }

        page.Say(FindingRole.Advice, list switch { "growth" => "Look whether stock and reorder points of what grows keep up, and ask sales what is behind it", "decline" => "Order less of what shrinks, and look whether a customer was lost", _ => "See that supply of these is agreed for the period" }, sum);
        if (!isDemand && unknown > 0)
        {
            page.Say(FindingRole.Caveat, $"{Wording.Count(unknown, "product has", "products have")} a history of less than 52 weeks or hardly any demand before, so there is no growth to tell", sum);
        }

        if (isDemand && found.Select(f => f.Unit).Distinct().Skip(1).Any())
        {
            page.Say(FindingRole.Caveat, "Products are counted in different units: what is first by number need not be most in volume or worth", sum);
        }

        Limits(ranked.Count, sum);
        page.Show(new TableCard
        {
            Title = $"Forecasts until {Wording.Day(period.To)}",
            Columns = [new("product", "Product", FactKind.Code), new("name", "Name", FactKind.Text), new("expected", "Expected", FactKind.Number), new("week", "A week", FactKind.Number), new("before", "A week before", FactKind.Number), new("growth", "Growth", FactKind.Percent), new("unit", "Unit", FactKind.Text)],
            Rows =
            [
                .. ranked.Take(count).Select(o => (IReadOnlyList<JsonValue?>)
                [
                    JsonValue.Create(o.Code), JsonValue.Create(o.Name ?? "-"), JsonValue.Create(Wording.Rounded(o.Expected)), JsonValue.Create(Wording.Rounded(o.PerWeek)), o.Before is { } b ? JsonValue.Create(Wording.Rounded(b)) : null, o.Growth is { } g ? JsonValue.Create(Wording.Per(g)) : null, JsonValue.Create(o.Unit),
                ]),
            ],
            TotalRows = ranked.Count,
            Sources = [.. ranked.Take(count).Select(Demand).DefaultIfEmpty(sum)],
        });
        return page.Finish() with { Cut = Cut(ranked.Count) };
    }

    private static string Label(ProductOutlook one) => Wording.Clean(one.Name is { } name ? $"{one.Code} ({name})" : one.Code, 120);

    private static string Planned(ProductOutlook one) => one.IsPlanned ? ", with a planner's figure" : string.Empty;

    private static string Chance(double chance) => chance >= 0.99 ? "more than 99 % risk" : chance <= 0.01 ? "less than 1 % risk" : $"{Wording.Percent(chance)} risk";

    private ListCut? Cut(int total) => total > count ? new ListCut(count, total) : null;

    private string Sum(IReadOnlyList<ProductOutlook> found, string name, int number, string formula, params IEnumerable<Fact> beside)
        => page.Model(
            $"outlook:{name}",
            $"Products{Where} by their forecasts",
            [Wording.NumberFact("Products with a forecast", found.Count), Wording.NumberFact("Products with deliveries", data.Total)],
            Wording.NumberFact(name, number),
            formula,
            [
                Wording.DayFact("From", period.From), Wording.DayFact("To", period.To), Wording.DayFact("Deliveries until", Weeks.Monday(period.From).AddDays(-1)), Wording.NumberFact("Shown", Math.Min(count, number)), Wording.NumberFact("At most shown", count),
                .. new[] { Wording.CodeFact("Category", data.Scope.Category), Wording.CodeFact("Supplier", data.Scope.Supplier), Wording.CodeFact("Warehouse", data.Scope.Warehouse) }.Where(f => f.Value.Length > 0), .. beside,
            ]);

    private string Product(ProductOutlook one)
        => page.Record(one.Record ?? new RecordRef("product.product", 0), one.Code, $"{one.Code} {one.Name}", one.Uri, Wording.CodeFact("Product", one.Code), Wording.TextFact("Name", one.Name));

    private string Shelf(ProductOutlook one)
        => page.Model(
            $"outlook-shelf:{one.Code}|{data.Scope.Warehouse ?? "-"}",
            $"Risk that {one.Code} runs out",
            [Wording.QuantityFact("Usable on hand", one.OnHand ?? 0, one.Unit), Wording.QuantityFact("Coming until then", one.Coming, one.Unit), Wording.QuantityFact("Expected to leave", one.Expected, one.Unit)],
            Wording.PercentFact("Risk", Math.Clamp(one.Chance, 0.01, 0.99)),
            Risk,
            [
                Wording.CodeFact("Product", one.Code), Wording.TextFact("Name", one.Name), Wording.DayFact("Until", period.To), Wording.QuantityFact("Missing for 95 %", Math.Ceiling(one.Missing), one.Unit), new Fact("Service", FactKind.Percent, "95"),
                .. one.RunsOut is { } day ? [Wording.DayFact("Expected to run out", day)] : Array.Empty<Fact>(),
            ]);

    private string Demand(ProductOutlook one)
        => page.Model(
            $"outlook-demand:{one.Code}|{data.Scope.Warehouse ?? "-"}",
            $"Forecast of {one.Code}",
            [Wording.QuantityFact("A week before", one.Before ?? 0, one.Unit)],
            Wording.QuantityFact("Expected", one.Expected, one.Unit),
            Formula,
            [
                Wording.CodeFact("Product", one.Code), Wording.TextFact("Name", one.Name), Wording.QuantityFact("A week", one.PerWeek, one.Unit), Wording.QuantityFact("Lower end", one.Lower, one.Unit), Wording.QuantityFact("Upper end", one.Upper, one.Unit), new Fact("Range", FactKind.Percent, "80"),
                .. one.Growth is { } growth ? [Wording.PercentFact("Growth", growth), Wording.PercentFact("Size of it", Math.Abs(growth))] : Array.Empty<Fact>(),
            ]);

    private void Limits(int listed, string sum)
    {
        if (listed > count)
        {
            page.Say(FindingRole.Caveat, $"The list shows {Wording.Number(count)} of {Wording.Number(listed)}", sum);
        }

        if (data.Total > data.Products.Count)
        {
            page.Say(FindingRole.Caveat, $"Of {Wording.Number(data.Total)} products with deliveries only the busiest were looked at; name a category, warehouse or supplier for the others", sum);
        }

        page.Say(
            FindingRole.Caveat,
            $"Forecasts rest on whole weeks until {Wording.Day(Weeks.Monday(period.From).AddDays(-1))}; where many products are listed, special prices and days without stock are not reckoned with{(data.Scope.Warehouse is null ? ", and all warehouses are taken together" : string.Empty)}",
            sum);
    }
}
