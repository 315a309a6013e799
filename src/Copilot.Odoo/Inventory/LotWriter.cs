using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Inventory;

/// <summary>Writes lots with their places and expiry days, first to expire first.</summary>
internal sealed class LotWriter(AnswerSheet sheet, StockRequest request, StockPicture stock, IReadOnlyDictionary<int, OdooRow> lots)
{
    private sealed record Entry(StockedProduct Product, OdooRow Lot, Shelf Shelf, DateOnly? Expiry);

    public ToolResult Write(IReadOnlyList<StockedProduct> products, int count)
    {
        var entries = Entries(products);
        var shown = entries.Take(count).ToList();
        var expiring = request.Show == "expiring";
        var expired = entries.Where(e => e.Expiry < sheet.Days.Today).ToList();
        var list = sheet.Count(
            "lots",
            "Lots found",
            entries.Select(e => e.Lot.Text("name") ?? string.Empty),
            expiring ? $"lots in stock{request.Where} that expire by {Phrase.Day(request.Until)}" : $"lots in stock{request.Where}",
            [FactOf.Number("Shown", shown.Count), FactOf.Date("Until", request.Until), FactOf.Code("Warehouse", request.Names["warehouse"]?.Code), .. products.Count == 1 ? [FactOf.Code("Product", products[0].Label)] : (Fact[])[]]);
        if (entries.Count == 0)
        {
            sheet.Say(FindingRole.Headline, expiring ? $"No lot in stock{request.Where} expires by {Phrase.Day(request.Until)}" : $"There is no lot in stock{request.Where} for what you asked", null, list);
            return sheet.Finish();
        }

        var evidence = new List<string> { list };
        var text = expiring
            ? $"{Phrase.Count(entries.Count, "lot", "lots")} in stock{request.Where} {(entries.Count == 1 ? "expires" : "expire")} by {Phrase.Day(request.Until)}"
            : $"{Phrase.Count(entries.Count, "lot", "lots")}{Of(products)} {(entries.Count == 1 ? "is" : "are")} in stock{request.Where}";
        if (expired.Count > 0)
        {
            evidence.Add(sheet.Count("lots-expired", "Lots past their expiry day", expired.Select(e => e.Lot.Text("name") ?? string.Empty), "lots whose expiry day is over"));
            text += $"; {expired.Count} of them {(expired.Count == 1 ? "has" : "have")} expired already";
        }

        sheet.Say(FindingRole.Headline, text, null, evidence);
        foreach (var entry in shown)
        {
            Item(entry);
        }

        if (expired.Count > 0)
        {
            sheet.Say(FindingRole.Advice, "Expired lots should be moved to quality hold and not be picked", null, list);
        }

        if (shown.Count < entries.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows the {shown.Count} that expire first of {entries.Count}", null, list);
        }

        sheet.Show(Table(shown, entries.Count));
        return sheet.Finish(new ListCut(shown.Count, entries.Count));
    }

    private List<Entry> Entries(IReadOnlyList<StockedProduct> products)
    {
        var byId = products.ToDictionary(p => p.Id);
        var inStock = stock.Shelves.Where(s => s.Quantity > 0 && s.Lot is not null && request.Covers(s) && byId.ContainsKey(s.ProductId) && lots.ContainsKey(s.Lot!.Value.Id));
        var entries = inStock.GroupBy(s => s.Lot!.Value.Id).Select(g =>
        {
            // One lot may lie in several places: the largest names the place, the quantities add up.
            var main = g.MaxBy(s => s.Quantity)! with { Quantity = g.Sum(s => s.Quantity), Reserved = g.Sum(s => s.Reserved) };
            return new Entry(byId[main.ProductId], lots[g.Key], main, sheet.Days.Of(lots[g.Key].Moment("expiration_date")));
        });
        return [.. entries.Where(e => request.Show != "expiring" || e.Expiry <= request.Until).OrderBy(e => e.Expiry ?? DateOnly.MaxValue).ThenBy(e => e.Lot.Id)];
    }

    private static string Of(IReadOnlyList<StockedProduct> products) => products.Count == 1 ? $" of {products[0].Label}" : string.Empty;

    private void Item(Entry entry)
    {
        var expiry = entry.Expiry is not { } day ? "no expiry day"
            : day < sheet.Days.Today ? $"expired {Phrase.Day(day)}"
            : $"expires {Phrase.Day(day)}";
        sheet.Say(
            FindingRole.Item,
            $"Lot {entry.Lot.Text("name")} of {entry.Product.Label} ({entry.Product.Name}): {Phrase.Quantity(entry.Shelf.Quantity, entry.Product.Unit)} in {entry.Shelf.Location}, {expiry}",
            entry.Lot.Text("name"),
            sheet.AddLot(entry.Lot, entry.Product, entry.Shelf, entry.Expiry));
    }

    private TableCard Table(List<Entry> shown, int total) => new()
    {
        Title = "Lots",
        Columns = [new("lot", "Lot", FactKind.Code), new("product", "Product", FactKind.Code), new("place", "Place", FactKind.Text), new("quantity", "Quantity", FactKind.Quantity), new("unit", "Unit", FactKind.Text), new("expires", "Expires", FactKind.Date)],
        Rows = [.. shown.Select(e => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(e.Lot.Text("name")), JsonValue.Create(e.Product.Label), JsonValue.Create(e.Shelf.Location), JsonValue.Create(e.Shelf.Quantity), JsonValue.Create(e.Product.Unit),
            e.Expiry is { } d ? JsonValue.Create(FactOf.Date("d", d).Value) : null,
        ])],
        TotalRows = total,
        Sources = [.. shown.Select(e => sheet.AddLot(e.Lot, e.Product, e.Shelf, e.Expiry))],
    };
}
