using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.Sales;

/// <summary>Writes why a margin changed. Without the right to read costs, cost and mix are one figure: apart they would give the cost away.</summary>
internal sealed class MarginChangeWriter(AnswerSheet sheet, AskedPeriod asked, CompanyScope companies, string about, bool seesCost)
{
    public ToolResult Write(IReadOnlyList<SalesSum> now, IReadOnlyList<SalesSum> before, int count)
    {
        var currency = now.Concat(before).GroupBy(s => s.Currency).OrderByDescending(g => g.Sum(s => s.Revenue)).FirstOrDefault()?.Key ?? "EUR";
        var products = Products(now.Where(s => s.Currency == currency), before.Where(s => s.Currency == currency));
        var (was, become) = (products.Sum(p => p.Before?.Margin ?? 0), products.Sum(p => p.Now?.Margin ?? 0));
        var evidence = new List<string>
        {
            Add("now", asked.Now, products.Sum(p => p.Now?.Revenue ?? 0), become, currency),
            Add("before", asked.Before, products.Sum(p => p.Before?.Revenue ?? 0), was, currency),
        };
        var difference = sheet.Difference("margin-change", "Change of margin", ("Margin now", become), ("Margin before", was), currency, "margin of the period less that of the one it is compared with");
        evidence.Add(difference.Id);
        sheet.Say(
            FindingRole.Headline,
            $"The margin{about}{companies.Words} {Moved(difference.Amount, currency)}: {Phrase.Money(become, currency)} {Days(asked.Now)} against {Phrase.Money(was, currency)} {Days(asked.Before)}",
            null,
            evidence);
        var parts = MarginParts.Of([.. products.Select(p => (Figures(p.Before), Figures(p.Now)))]).Rounded(difference.Amount);
        Parts(parts, difference, currency);
        Movers(products, currency, count);
        if (now.Concat(before).Any(s => s.Currency != currency))
        {
            sheet.Say(FindingRole.Caveat, $"Only orders in {currency} are counted", null, evidence);
        }

        return sheet.Finish();
    }

    private static (decimal, decimal, decimal)? Figures(SalesSum? sum) => sum is null ? null : (sum.Quantity, sum.Revenue, sum.Margin ?? 0);

    private static string Days(Period period) => $"from {Phrase.Day(period.From)} to {Phrase.Day(period.To)}";

    private static string Moved(decimal amount, string currency) => amount == 0 ? "did not change" : $"{(amount > 0 ? "rose" : "fell")} by {Phrase.Money(Math.Abs(amount), currency)}";

    private static List<(SalesSum? Before, SalesSum? Now)> Products(IEnumerable<SalesSum> now, IEnumerable<SalesSum> before)
    {
        // The same product sold in two units is two things here: a price for a box and one for a piece can't be compared.
        var earlier = before.ToDictionary(s => (s.Id, s.Unit));
        var current = now.ToDictionary(s => (s.Id, s.Unit));
        return [.. earlier.Keys.Union(current.Keys).OrderBy(k => k.Id).ThenBy(k => k.Unit, StringComparer.Ordinal).Select(k => (earlier.GetValueOrDefault(k), current.GetValueOrDefault(k)))];
    }

    private string Add(string what, Period period, decimal revenue, decimal margin, string currency)
        => sheet.Aggregate(
            $"sale.order:margin:{what}",
            $"Margin{about} {Days(period)}",
            $"{Phrase.Money(margin, currency)} margin on {Phrase.Money(revenue, currency)} ({SalesReader.Revenue}), {Days(period)}",
            FactOf.Money("Margin", margin, currency),
            FactOf.Money("Revenue", revenue, currency),
            FactOf.Text("About", about.Trim()),
            FactOf.Date("From", period.From),
            FactOf.Date("To", period.To));

    private void Parts(MarginParts parts, (string Id, decimal Amount) difference, string currency)
    {
        (string Name, decimal Amount)[] shown = seesCost
            ? [("price", parts.Price), ("cost", parts.Cost), ("mix", parts.Mix), ("volume", parts.Volume)]
            : [("price", parts.Price), ("cost and mix together", parts.Cost + parts.Mix), ("volume", parts.Volume)];
        var inputs = shown.Select(p => FactOf.Money(p.Name, p.Amount, currency)).ToList();
        var sum = sheet.Calculate("margin-parts", "Price, cost, mix and volume", CalculationOperation.Sum, inputs, FactOf.Money("Change of margin", difference.Amount, currency), MarginParts.Formula, [.. inputs, .. shown.Select(p => FactOf.Money($"Size of {p.Name}", Math.Abs(p.Amount), currency))]);
        sheet.Say(
            FindingRole.Cause,
            $"It is made of {Phrase.List(shown.OrderByDescending(p => Math.Abs(p.Amount)).Select(p => $"{p.Name} {Signed(p.Amount, currency)}"))}, which is {Signed(difference.Amount, currency)} together",
            null,
            sum,
            difference.Id);
        if (!seesCost)
        {
            sheet.Say(FindingRole.Caveat, "Cost and mix are one figure: your account may not read what goods cost", null, sum);
        }

        sheet.Show(new ChartCard { Title = "What changed the margin", Labels = [.. shown.Select(p => p.Name)], Series = [new ChartSeries("Part", [.. shown.Select(p => (decimal?)p.Amount)])], Unit = currency, Sources = [sum] });
    }

    private static string Signed(decimal amount, string currency) => (amount > 0 ? "+" : string.Empty) + Phrase.Money(amount, currency);

    private void Movers(List<(SalesSum? Before, SalesSum? Now)> products, string currency, int count)
    {
        var ranked = products
            .Select(p => (Sum: p.Now ?? p.Before!, Was: Math.Round(p.Before?.Margin ?? 0, 2), Is: Math.Round(p.Now?.Margin ?? 0, 2)))
            .Where(p => p.Is != p.Was)
            .OrderByDescending(p => Math.Abs(p.Is - p.Was)).ThenBy(p => p.Sum.Name, StringComparer.Ordinal)
            .ToList();
        if (ranked.Count < 2)
        {
            return;
        }

        var shown = ranked.Take(count).ToList();
        foreach (var (sum, was, become) in shown)
        {
            var name = Phrase.Clean(ProductLabel.Short(sum.Name), 60);
            var difference = sheet.Difference($"margin-change:{sum.Id.ToString(CultureInfo.InvariantCulture)}:{sum.Unit}", $"Change of margin of {name}", ("Margin now", become), ("Margin before", was), currency, "margin now less margin before");
            var record = sheet.Aggregate(
                $"sale.order:margin:product:{sum.Id.ToString(CultureInfo.InvariantCulture)}:{sum.Unit}", $"Margin of {name}", $"{sum.Name}: {Phrase.Money(become, currency)} now, {Phrase.Money(was, currency)} before", FactOf.Code("Product", name), FactOf.Money("Margin now", become, currency), FactOf.Money("Margin before", was, currency));
            sheet.Say(FindingRole.Item, $"{name}: {Signed(difference.Amount, currency)} ({Phrase.Money(become, currency)} after {Phrase.Money(was, currency)})", name, difference.Id, record);
        }

        var listed = sheet.Count("margin-products", "Products whose margin changed", ranked.Select(r => $"{ProductLabel.Short(r.Sum.Name)} {r.Sum.Unit}"), "products sold in one of the periods", FactOf.Number("Shown", shown.Count));
        if (shown.Count < ranked.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Count(ranked.Count, "product", "products")} whose margin changed, the largest changes first", null, listed);
        }

        sheet.Show(new TableCard
        {
            Title = "Margin by product",
            Columns = [new("product", "Product", FactKind.Text), new("before", "Before", FactKind.Money, currency), new("now", "Now", FactKind.Money, currency), new("change", "Change", FactKind.Money, currency)],
            Rows = [.. shown.Select(p => (IReadOnlyList<JsonValue?>)[JsonValue.Create(Phrase.Clean(p.Sum.Name, 100)), JsonValue.Create(p.Was), JsonValue.Create(p.Is), JsonValue.Create(p.Is - p.Was)])],
            TotalRows = ranked.Count,
            Sources = [listed],
        });
    }
}
