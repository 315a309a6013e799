using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Purchasing;

namespace Copilot.Odoo.Inventory;

/// <summary>Writes what is out of stock: how many products, then each with who waits for it and what comes.</summary>
internal sealed class OutOfStockWriter(AnswerSheet sheet, IReadOnlyDictionary<int, Receipt> receipts, string about, int days)
{
    public ToolResult Write(List<MissingProduct> items, int count)
    {
        var total = items.Count;
        var wanted = items.Count(m => m.Wanted > 0);
        var shown = items.Take(count).ToList();
        var list = sheet.Aggregate(
            "out-of-stock",
            "Products out of stock",
            $"{Phrase.Count(total, "product", "products")}{about} with nothing usable in a warehouse from which they left for customers in {days} days or are wanted by an open delivery, one for each warehouse; open deliveries wait for {wanted} of them",
            FactOf.Number("Out of stock", total),
            FactOf.Number("Wanted", wanted),
            FactOf.Number("Days", days),
            FactOf.Number("Shown", shown.Count));
        if (total == 0)
        {
            sheet.Say(FindingRole.Headline, $"No product{about} that is sold is out of stock", null, list);
            Define(list);
            return sheet.Finish();
        }

        sheet.Say(FindingRole.Headline, $"{Phrase.Count(total, $"product{about} is", $"products{about} are")} out of stock{(total > 1 ? ", one for each warehouse" : string.Empty)}; open deliveries wait for {Phrase.Number(wanted)} of them", null, list);
        var cited = new List<string>();
        foreach (var item in shown)
        {
            var (words, evidence) = Words(item);
            cited.Add(evidence[0]);
            sheet.Say(FindingRole.Item, words, item.Label, evidence);
        }

        Define(list);
        if (shown.Count < total)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(total)}, those that customers wait for and those sold most first", null, list);
        }

        sheet.Show(new TableCard
        {
            Title = "Out of stock",
            Columns = [new("product", "Product", FactKind.Code), new("warehouse", "Warehouse", FactKind.Code), new("name", "Name", FactKind.Text), new("wanted", "Wanted", FactKind.Number), new("due", "Expected", FactKind.Date)],
            Rows = [.. shown.Select(m => (IReadOnlyList<JsonValue?>)[
                JsonValue.Create(m.Label), JsonValue.Create(m.Warehouse), JsonValue.Create(m.Name), JsonValue.Create(m.Wanted), m.Coming.Count > 0 ? JsonValue.Create(Expected(m.Coming[0]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null])],
            TotalRows = total,
            Sources = cited,
        });
        return sheet.Finish(new ListCut(shown.Count, total));
    }

    private void Define(string list)
        => sheet.Say(FindingRole.Detail, $"What counts: products that left a warehouse for customers in the last {days} days or are wanted by an open delivery there, with nothing in that warehouse that can be used; goods in quality hold can't", null, list);

    private DateOnly Expected(Supply supply) => receipts.TryGetValue(supply.TransferId, out var receipt) ? receipt.Expected : supply.Due;

    private (string Words, List<string> Evidence) Words(MissingProduct item)
    {
        var text = $"{item.Label} ({item.Name}) in {item.Warehouse}";
        text += item.Wanted > 0 ? $": {Phrase.Quantity(item.Wanted, item.Unit)} wanted by open deliveries" : ": no open delivery waits for it";
        var evidence = new List<string>();
        var facts = new List<Fact> { FactOf.Code("Product", item.Label), FactOf.Text("Name", item.Name), FactOf.Code("Warehouse", item.Warehouse), FactOf.Quantity("Wanted", item.Wanted, item.Unit), FactOf.Quantity("In quality hold", item.Held, item.Unit) };
        text += item.Held > 0 ? $"; {Phrase.Quantity(item.Held, item.Unit)} lie there in quality hold" : string.Empty;
        if (item.Coming.Count == 0)
        {
            text += "; nothing is on its way";
        }
        else
        {
            var next = item.Coming[0];
            var day = Expected(next);
            text += $"; {Phrase.Quantity(next.Quantity, item.Unit)} come";
            facts.AddRange([FactOf.Quantity("Coming", next.Quantity, item.Unit), FactOf.Date("Expected", day), FactOf.Number("Receipts", item.Coming.Count)]);
            if (receipts.TryGetValue(next.TransferId, out var receipt))
            {
                text += $" with {receipt.Label} from {receipt.Supplier}";
                evidence.Add(sheet.Add(receipt));
            }

            text += day < sheet.Days.Today ? $", expected {Phrase.Day(day)} and overdue" : $", expected {Phrase.Day(day)}";
            text += item.Coming.Count > 1 ? $", and more with {Phrase.Count(item.Coming.Count - 1, "other receipt", "other receipts")}" : string.Empty;
            facts.Add(FactOf.Number("Other receipts", item.Coming.Count - 1));
        }

        if (item.Elsewhere.Count > 0)
        {
            text += $"; free elsewhere: {Phrase.List(item.Elsewhere.Select(e => $"{Phrase.Quantity(e.Free, item.Unit)} in {e.Warehouse}"))}";
            facts.AddRange(item.Elsewhere.SelectMany(e => new[] { FactOf.Code("Elsewhere", e.Warehouse), FactOf.Quantity($"Free in {e.Warehouse}", e.Free, item.Unit) }));
        }

        var record = sheet.Aggregate($"out-of-stock:{item.Row.Id}:{item.Warehouse}", $"{item.Label} in {item.Warehouse}", text, facts);
        var product = sheet.Record("product.product", item.Row.Id, $"Product {item.Label} — {item.Name}", $"{item.Label} {item.Name}", item.Row, FactOf.Code("Product", item.Label), FactOf.Text("Name", item.Name));
        return (text, [product, record, .. evidence]);
    }
}
