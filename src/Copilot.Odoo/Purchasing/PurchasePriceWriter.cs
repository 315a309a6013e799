using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Purchasing;

/// <summary>Writes which purchase prices rose or fell in a period and what that cost, by product or by supplier.</summary>
/// <param name="sheet">The answer.</param>
/// <param name="period">The period.</param>
/// <param name="about">What it was narrowed to, behind a sentence; empty for all.</param>
/// <param name="isCut">Whether more purchases match than were read.</param>
internal sealed class PurchasePriceWriter(AnswerSheet sheet, Period period, string about, bool isCut)
{
    /// <summary>By product, those that cost most first.</summary>
    /// <param name="changes">All prices that can be compared.</param>
    /// <param name="cheaper">Whether those that fell come first.</param>
    /// <param name="count">How many to list.</param>
    public ToolResult ByProduct(IReadOnlyList<PriceChange> changes, bool cheaper, int count)
    {
        var all = Headline(changes, cheaper);
        var wanted = Wanted(changes, cheaper);
        var shown = wanted.Take(count).ToList();
        foreach (var change in shown)
        {
            var extra = change.ExtraCost == 0 ? string.Empty
                : $"; {Phrase.Money(Math.Abs(change.ExtraCost), change.Now.Currency)} {(change.ExtraCost > 0 ? "more" : "less")} on {Phrase.Count(change.Bought.Count, "purchase", "purchases")} of the period";
            sheet.Say(FindingRole.Item, $"{change.Now.Product} from {change.Now.Supplier.Name}: {Moved(change)}{extra}", change.Now.Product, Evidence(change));
        }

        return Finish(all, shown.Count, wanted.Count, shown);
    }

    /// <summary>By supplier, those that cost most first.</summary>
    /// <param name="changes">All prices that can be compared.</param>
    /// <param name="cheaper">Whether those that fell come first.</param>
    /// <param name="count">How many to list.</param>
    public ToolResult BySupplier(IReadOnlyList<PriceChange> changes, bool cheaper, int count)
    {
        var all = Headline(changes, cheaper);
        var suppliers = Wanted(changes, cheaper).GroupBy(c => (c.Now.Supplier.Id, c.Now.Currency)).Select(g => g.ToList())
            .OrderByDescending(g => Math.Abs(g.Sum(c => c.ExtraCost))).ThenBy(g => g[0].Now.Supplier.Name, StringComparer.Ordinal).ToList();
        var shown = suppliers.Take(count).ToList();
        foreach (var of in shown)
        {
            var (supplier, currency) = (of[0].Now.Supplier, of[0].Now.Currency);
            var key = $"{supplier.Id}:{currency}";
            var evidence = new List<string> { sheet.Count($"prices-of:{key}", "Prices changed", of.Select(c => c.Now.Product), $"products of {supplier.Name} that are {(cheaper ? "cheaper" : "dearer")}", FactOf.Text("Supplier", supplier.Name)) };
            var extra = of.Sum(c => c.ExtraCost);
            evidence.Add(sheet.Sum($"prices-cost:{key}", $"{(extra < 0 ? "Less" : "More")} paid to {supplier.Name}", of.Select(c => (c.Now.Product, extra < 0 ? -c.ExtraCost : c.ExtraCost)), currency, "quantity bought in the period by the change of its price"));
            var most = of.OrderByDescending(c => Math.Abs(Percent(c))).ThenBy(c => c.Now.Product, StringComparer.Ordinal).First();
            evidence.AddRange(Evidence(most));
            var cost = extra == 0 ? string.Empty : $", {Phrase.Money(Math.Abs(extra), currency)} {(extra > 0 ? "more" : "less")} in the period";
            sheet.Say(
                FindingRole.Item,
                $"{supplier.Name}: {Phrase.Count(of.Count, "product", "products")} {(cheaper ? "cheaper" : "dearer")}{cost}; {(of.Count > 1 ? "most " : string.Empty)}{most.Now.Product}: {Moved(most)}",
                supplier.Name,
                evidence);
        }

        return Finish(all, shown.Count, suppliers.Count, [.. shown.SelectMany(g => g)]);
    }

    private static List<PriceChange> Wanted(IReadOnlyList<PriceChange> changes, bool cheaper)
        => [.. changes.Where(c => cheaper ? c.IsCheaper : c.IsDearer).OrderByDescending(c => Math.Abs(c.ExtraCost)).ThenBy(c => c.Now.Product, StringComparer.Ordinal).ThenBy(c => c.Now.Supplier.Name, StringComparer.Ordinal)];

    private static decimal Percent(PriceChange change) => (change.Now.Price - change.Before.Price) / change.Before.Price;

    private string Headline(IReadOnlyList<PriceChange> changes, bool cheaper)
    {
        var (wanted, others) = (Wanted(changes, cheaper), Wanted(changes, !cheaper));
        var (what, other) = cheaper ? ("fell", "rose") : ("rose", "fell");
        var all = sheet.Count(
            "prices-compared", "Prices compared", changes.Select(c => $"{c.Now.Product} {c.Now.Supplier.Name}"), $"products by supplier bought{about} {period.Words} and before",
            FactOf.Date("From", period.From), FactOf.Date("To", period.To));
        if (changes.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"No product{about} was bought {period.Words} that had been bought from the same supplier before, so there is nothing to compare", null, all);
            return all;
        }

        var evidence = new List<string> { all, Counted("prices-changed", wanted, what) };
        var text = wanted.Count == 0
            ? $"No purchase price{about} {what} {period.Words}: {Phrase.Count(changes.Count, "price was", "prices were")} compared"
            : $"{Phrase.Number(wanted.Count)} of {Phrase.Count(changes.Count, "purchase price", "purchase prices")}{about} {what} {period.Words}";
        var sums = wanted.GroupBy(c => c.Now.Currency).Select(g => (Currency: g.Key, Extra: g.Sum(c => c.ExtraCost), Of: g.ToList())).Where(g => g.Extra != 0).OrderByDescending(g => Math.Abs(g.Extra)).Select(g =>
        {
            var sign = Math.Sign(g.Extra);
            evidence.Add(sheet.Sum($"prices-cost:{g.Currency}", $"{(sign > 0 ? "More" : "Less")} paid {g.Currency}", g.Of.Select(c => ($"{c.Now.Product} {c.Now.Supplier.Name}", sign * c.ExtraCost)), g.Currency, "quantity bought in the period by the change of its price"));
            return $"{Phrase.Money(Math.Abs(g.Extra), g.Currency)} {(sign > 0 ? "more" : "less")}";
        }).ToList();
        text += sums.Count > 0 ? $", which made what was bought cost {Phrase.List(sums)}" : string.Empty;
        if (others.Count > 0)
        {
            evidence.Add(Counted("prices-other-way", others, other));
            text += $"; {Phrase.Number(others.Count)} {other}";
        }

        sheet.Say(FindingRole.Headline, text, null, evidence);
        return all;
    }

    private string Counted(string key, List<PriceChange> of, string what) => sheet.Count(key, $"Prices that {what}", of.Select(c => $"{c.Now.Product} {c.Now.Supplier.Name}"), $"prices that {what} by more than 0.5 %");

    /// <summary>From which price to which, with the orders and days.</summary>
    private static string Moved(PriceChange change)
        => $"{Each(change.Now)} on {Phrase.Day(change.Now.Day)} ({change.Now.Order}), {Phrase.Change(Math.Round(Percent(change) * 100, 1))} against {Phrase.UnitPrice(change.Before.Price, change.Before.Currency)} on {Phrase.Day(change.Before.Day)} ({change.Before.Order})";

    private static string Each(PricePaid paid) => $"{Phrase.UnitPrice(paid.Price, paid.Currency)} per {(paid.Unit == "Units" ? "unit" : paid.Unit)}";

    private List<string> Evidence(PriceChange change)
    {
        var key = $"{change.Now.Supplier.Id}:{change.Now.ProductId}:{change.Now.Unit}:{change.Now.Currency}";
        var ids = new List<string> { Add(change.Now), Add(change.Before) };
        if (sheet.Change($"price-change:{key}", $"Change of {change.Now.Product}", FactOf.Money("Price now", change.Now.Price, change.Now.Currency), FactOf.Money("Price before", change.Before.Price, change.Before.Currency)) is { } moved)
        {
            ids.Add(moved.Id);
        }

        if (change.ExtraCost != 0)
        {
            var sign = Math.Sign(change.ExtraCost);
            ids.Add(sheet.Sum($"price-cost:{key}", $"{(sign > 0 ? "More" : "Less")} paid for {change.Now.Product}", change.Extra.Select(e => (e.Order, sign * e.Amount)), change.Now.Currency, "quantity of each purchase by the change of its price", FactOf.Number("Purchases", change.Bought.Count)));
        }

        return ids;
    }

    private string Add(PricePaid paid)
        => sheet.Record(
            "purchase.order.line", paid.Row.Id, $"Purchase order {paid.Order} — {paid.Product}",
            $"{paid.Order} of {Phrase.Day(paid.Day)} at {paid.Supplier.Name}: {Phrase.Quantity(paid.Quantity, paid.Unit)} of {paid.Product} at {Each(paid)}", paid.Row,
            FactOf.Code("Purchase order", paid.Order), FactOf.Text("Supplier", paid.Supplier.Name), FactOf.Code("Product", paid.Product), FactOf.Money("Price", paid.Price, paid.Currency),
            FactOf.Quantity("Quantity", paid.Quantity, paid.Unit), FactOf.Date("Confirmed", paid.Day));

    private ToolResult Finish(string all, int shown, int wanted, List<PriceChange> listed)
    {
        if (shown < wanted)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown} of {Phrase.Number(wanted)}, those with the most money first", null, all, sheet.Aggregate("shown", "Shown", $"{shown} of {wanted}", FactOf.Number("Shown", shown), FactOf.Number("Of", wanted)));
        }

        if (listed.Count > 0)
        {
            sheet.Say(FindingRole.Caveat, "Prices are those of confirmed purchase orders, without tax and after discounts; a price can differ by the quantity ordered, too", null, all);
            sheet.Show(new TableCard
            {
                Title = "Purchase prices",
                Columns =
                [
                    new("supplier", "Supplier", FactKind.Text), new("product", "Product", FactKind.Code), new("before", "Before", FactKind.Text), new("price", "Price", FactKind.Text),
                    new("change", "Change", FactKind.Percent), new("extra", "Extra cost", FactKind.Money, listed[0].Now.Currency),
                ],
                Rows = [.. listed.Where(c => c.Now.Currency == listed[0].Now.Currency).Select(c => (IReadOnlyList<JsonValue?>)
                [
                    JsonValue.Create(c.Now.Supplier.Name), JsonValue.Create(c.Now.Product), JsonValue.Create(Phrase.UnitPrice(c.Before.Price, c.Before.Currency)), JsonValue.Create(Phrase.UnitPrice(c.Now.Price, c.Now.Currency)),
                    JsonValue.Create(Math.Round(Percent(c) * 100, 1)), JsonValue.Create(Math.Round(c.ExtraCost, 2)),
                ])],
                TotalRows = listed.Count,
                Sources = [.. listed.Select(c => Add(c.Now))],
            });
        }

        if (isCut)
        {
            sheet.Say(FindingRole.Caveat, "The period holds more purchases than are read at once, and the latest ones count; name a supplier or a product for all of its", null, all);
        }

        return shown < wanted ? sheet.Finish(new ListCut(shown, wanted)) : sheet.Finish();
    }
}
