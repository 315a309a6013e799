using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Inventory;

/// <summary>Writes slow stock: what it is worth first, then the largest.</summary>
internal sealed class AgedStockWriter(AnswerSheet sheet, Sites sites, ResolvedNames names, string show, DateOnly since)
{
    private string About
        => (names["product"] is { } p ? $" of {p.Code ?? p.Name}" : string.Empty) + (names["category"] is { } c ? $" of {c.Name}" : string.Empty) + (names["warehouse"] is { } w ? $" in {w.Code ?? w.Name}" : string.Empty);

    private string What => show switch { "excess" => "more than 26 weeks of sale", "dead" => "not sold in thirteen weeks", _ => $"in the warehouse since before {Phrase.Day(since)}" };

    public ToolResult Write(IReadOnlyList<LyingStock> stock, bool cut, int count)
    {
        var wanted = stock.Select(s => (Stock: s, Slow: Slow(s))).Where(s => s.Slow > 0)
            .OrderByDescending(s => s.Slow * (s.Stock.Cost ?? 1)).ThenBy(s => s.Stock.Oldest).ThenBy(s => s.Stock.Product.Id).ThenBy(s => s.Stock.WarehouseId).ToList();
        var shown = wanted.Take(count).ToList();
        var counted = sheet.Count(
            "slow-stock", "Products found", wanted.Select(s => Label(s.Stock)), $"products{About} with stock {What}, one for each warehouse",
            [FactOf.Number("Shown", shown.Count), FactOf.Date("Since before", since), FactOf.Number("Weeks of sale looked at", 13), FactOf.Number("Weeks", 26), .. names.Facts]);
        if (wanted.Count == 0)
        {
            sheet.Say(FindingRole.Headline, stock.Count == 0 ? $"Nothing{About} is in stock" : $"No stock{About} is {What}", null, counted);
            return sheet.Finish();
        }

        Headline(wanted, counted);
        foreach (var (item, slow) in shown)
        {
            Item(item, slow);
        }

        if (wanted[0].Stock.Cost is null)
        {
            sheet.Say(FindingRole.Caveat, "Values are not shown and the list is ranked by quantity: your account may not see cost", null, counted);
        }

        if (cut)
        {
            sheet.Say(FindingRole.Caveat, "There is more stock than I can weigh at once; name a category or a product to see all", null, counted);
        }

        if (shown.Count < wanted.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows the {shown.Count} largest of {Phrase.Number(wanted.Count)}", null, counted);
        }

        sheet.Show(Table(shown, wanted.Count));
        return sheet.Finish(new ListCut(shown.Count, wanted.Count));
    }

    private decimal Slow(LyingStock stock) => show switch { "excess" => stock.Excess, "dead" => stock.Sold > 0 ? 0 : stock.Quantity, _ => stock.OlderThan(since) };

    private void Headline(List<(LyingStock Stock, decimal Slow)> wanted, string counted)
    {
        var evidence = new List<string> { counted };
        var text = $"{Phrase.Count(wanted.Count, "product has", "products have")} stock{About} {What}, one for each warehouse";
        foreach (var currency in wanted.Where(s => s.Stock.Cost is not null).GroupBy(s => s.Stock.Currency))
        {
            var parts = currency.Select(s => (Label(s.Stock), Math.Round(s.Slow * s.Stock.Cost!.Value, 2))).ToList();
            evidence.Add(sheet.Sum($"slow-value-{currency.Key}", "Value at cost", parts, currency.Key, "slow quantity times the product's cost, added up"));
            text += $", worth {Phrase.Money(parts.Sum(p => p.Item2), currency.Key)} at cost";
        }

        sheet.Say(FindingRole.Headline, $"{text}; the largest is {wanted[0].Stock.Product.Label} in {Site(wanted[0].Stock)}", null, [.. evidence, Add(wanted[0].Stock)]);
    }

    private void Item(LyingStock stock, decimal slow)
    {
        var product = stock.Product;
        var evidence = new List<string> { Add(stock), Quantity(stock, slow) };
        var text = $"{product.Label} ({product.Name}) in {Site(stock)}: {Phrase.Quantity(slow, product.Unit)} {What}" + (slow == stock.Quantity ? ", all there is" : $" of {Phrase.Number(stock.Quantity)}");
        text += $", the oldest since {Phrase.Day(stock.Oldest)}; {(stock.Sold > 0 ? $"{Phrase.Number(stock.Sold)} sold in thirteen weeks" : "none sold in thirteen weeks")}";
        if (stock.Cost is { } cost)
        {
            evidence.Add(sheet.Calculate(
                $"slow-worth:{product.Id}:{stock.WarehouseId}", $"Value of slow {product.Label} in {Site(stock)}", CalculationOperation.Product, [FactOf.Quantity("Quantity", slow, product.Unit), FactOf.Money("Cost", cost, stock.Currency)],
                FactOf.Money("Value at cost", Math.Round(slow * cost, 2), stock.Currency), "quantity times the product's cost"));
            text += $"; worth {Phrase.Money(Math.Round(slow * cost, 2), stock.Currency)}";
        }

        sheet.Say(FindingRole.Item, text, product.Label, evidence);
    }

    private string Add(LyingStock stock)
        => sheet.Record(
            "product.product",
            stock.Product.Id,
            $"Stock of {stock.Product.Label} — {stock.Product.Name}",
            $"{stock.Product.Label} {stock.Product.Name}",
            stock.Product.Row,
            FactOf.Code("Product", stock.Product.Label),
            FactOf.Text("Name", stock.Product.Name));

    private string Quantity(LyingStock stock, decimal slow)
    {
        var unit = stock.Product.Unit;
        Fact[] beside =
        [
            FactOf.Code("Product", stock.Product.Label), FactOf.Code("Warehouse", Site(stock)), FactOf.Quantity("On hand", stock.Quantity, unit), FactOf.Date("Oldest since", stock.Oldest), FactOf.Date("Since before", since),
            FactOf.Quantity("Sold in thirteen weeks", stock.Sold, unit), FactOf.Number("Weeks", 26),
        ];
        var (title, result) = ($"Slow stock of {stock.Product.Label} in {Site(stock)}", FactOf.Quantity("Slow stock", slow, unit));
        return show == "excess"
            ? sheet.Calculate($"slow:{stock.Product.Id}:{stock.WarehouseId}", title, CalculationOperation.Difference, [FactOf.Quantity("On hand", stock.Quantity, unit), FactOf.Quantity("26 weeks of sale", stock.Needed, unit)], result, "on hand less 26 weeks of sale at the pace of the last thirteen weeks", beside)
            : sheet.Calculate(
                $"slow:{stock.Product.Id}:{stock.WarehouseId}", title, CalculationOperation.Sum,
                [.. stock.Parts.Where(p => show == "dead" || p.Since < since).Select(p => FactOf.Quantity($"Since {p.Since:yyyy-MM-dd}", p.Quantity, unit))], result, show == "dead" ? "all stock of a product that was not sold" : "quantities that came in before the day", beside);
    }

    private string Site(LyingStock stock) => sites.Code(stock.WarehouseId);

    private string Label(LyingStock stock) => $"{stock.Product.Label} {Site(stock)}";

    private TableCard Table(List<(LyingStock Stock, decimal Slow)> shown, int total) => new()
    {
        Title = "Slow stock",
        Columns =
        [
            new("product", "Product", FactKind.Code), new("warehouse", "Warehouse", FactKind.Code), new("slow", "Slow", FactKind.Quantity), new("onHand", "On hand", FactKind.Quantity), new("unit", "Unit", FactKind.Text),
            new("since", "Oldest since", FactKind.Date), new("sold", "Sold in 13 weeks", FactKind.Quantity), .. shown[0].Stock.Cost is null ? Array.Empty<TableColumn>() : [new TableColumn("value", "Value at cost", FactKind.Money, shown[0].Stock.Currency)],
        ],
        Rows = [.. shown.Select(s => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(s.Stock.Product.Label), JsonValue.Create(Site(s.Stock)), JsonValue.Create(s.Slow), JsonValue.Create(s.Stock.Quantity), JsonValue.Create(s.Stock.Product.Unit),
            JsonValue.Create(FactOf.Date("d", s.Stock.Oldest).Value), JsonValue.Create(s.Stock.Sold), .. shown[0].Stock.Cost is null ? Array.Empty<JsonValue?>() : [JsonValue.Create(Math.Round(s.Slow * (s.Stock.Cost ?? 0), 2))],
        ])],
        TotalRows = total,
        Sources = [.. shown.Select(s => Add(s.Stock))],
    };
}
