using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Inventory;

/// <summary>To whom a lot was delivered, from the done lines of deliveries to customers: at most <see cref="RoundTrips"/>.</summary>
internal sealed class LotTrace(IOdooClient client)
{
    /// <summary>The lines and their transfers.</summary>
    public const int RoundTrips = 2;

    private const int MostLines = 2000;
    private const int MostNamed = 20;

    public async Task<ToolResult> AnswerAsync(ToolContext context, ResolvedName lot, int count, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        if (!await client.MayReadAsync(caller, "stock.move.line", cancellationToken) || !await client.MayReadAsync(caller, "stock.picking", cancellationToken))
        {
            return new ToolResult { Outcome = ToolOutcome.Denied, Found = false, Reason = "Your role may not see deliveries." };
        }

        var page = await client.SearchReadAsync(
            caller,
            new OdooQuery
            {
                Model = "stock.move.line",
                Domain = OdooDomain.Where("lot_id", "=", lot.Id).And("state", "=", "done").And("location_dest_id.usage", "=", "customer").And("picking_id", "!=", null),
                Fields = ["picking_id", "product_id", "product_uom_id", "quantity", "date"],
                Order = "date desc, id desc",
                Limit = MostLines,
                WithTotal = true,
            },
            cancellationToken);
        var transfers = page.Rows.Count == 0 ? [] : (await client.SearchReadAsync(
            caller,
            new OdooQuery { Model = "stock.picking", Domain = OdooDomain.Where("id", "in", page.Rows.Select(r => r.Link("picking_id")!.Value.Id).Distinct()), Fields = ["name", "partner_id", "origin", "date_done", "write_date"] },
            cancellationToken)).Rows;
        return Write(new AnswerSheet(context, client), lot, page, transfers.ToDictionary(t => t.Id), count);
    }

    private static ToolResult Write(AnswerSheet sheet, ResolvedName lot, OdooPage lines, Dictionary<int, OdooRow> transfers, int count)
    {
        var sent = lines.Rows.Where(r => transfers.ContainsKey(r.Link("picking_id")!.Value.Id))
            .GroupBy(r => r.Link("picking_id")!.Value.Id)
            .Select(g => (Transfer: transfers[g.Key], Customer: transfers[g.Key].Link("partner_id")?.Name ?? "an unknown customer", Quantity: g.Sum(r => r.Number("quantity")), Unit: g.First().Link("product_uom_id")?.Name ?? string.Empty, Day: sheet.Days.Of(g.Max(r => r.Moment("date")))))
            .OrderByDescending(d => d.Day).ThenBy(d => d.Transfer.Text("name"), StringComparer.Ordinal).ToList();
        var name = $"Lot {lot.Name}" + (lot.Row.Link("product_id") is { } product ? $" of {ProductLabel.Short(product.Name)}" : string.Empty);
        var customers = sent.Select(d => d.Customer).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var list = sheet.Count("lot-customers", $"Customers who got lot {lot.Name}", customers, $"customers of done deliveries with lot {lot.Name} that you may see", FactOf.Code("Lot", lot.Name), FactOf.Code("Product", ProductLabel.Short(lot.Row.Link("product_id")?.Name)), FactOf.Number("Deliveries", sent.Count));
        if (sent.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"No delivery of lot {lot.Name} to a customer is recorded among those you may see", null, list);
            return sheet.Finish();
        }

        var units = sent.Select(d => d.Unit).Distinct(StringComparer.Ordinal).ToList();
        var evidence = new List<string> { list };
        var all = string.Empty;
        if (units.Count == 1)
        {
            var total = sent.Sum(d => d.Quantity);
            evidence.Add(sheet.Calculate("lot-sent", $"Delivered of lot {lot.Name}", CalculationOperation.Sum, [.. sent.Select(d => FactOf.Quantity(d.Transfer.Text("name") ?? string.Empty, d.Quantity, d.Unit))], FactOf.Quantity("Delivered", total, units[0]), "quantities of the deliveries, added up"));
            all = $", {Phrase.Quantity(total, units[0])} in all";
        }

        sheet.Say(FindingRole.Headline, $"{name} went to {Phrase.Count(customers.Count, "customer", "customers")} in {Phrase.Count(sent.Count, "delivery", "deliveries")}{all}", null, evidence);
        var shown = sent.Take(count).ToList();
        foreach (var delivery in shown)
        {
            sheet.Say(FindingRole.Item, $"{delivery.Customer}: {Phrase.Quantity(delivery.Quantity, delivery.Unit)} with {delivery.Transfer.Text("name")}{(delivery.Transfer.Text("origin") is { Length: > 0 } origin ? $" for {Phrase.Clean(origin, 60)}" : string.Empty)}{(delivery.Day is { } day ? $" on {Phrase.Day(day)}" : string.Empty)}", delivery.Customer, Add(sheet, lot, delivery));
        }

        if (shown.Count < sent.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows the {shown.Count} latest of {Phrase.Count(sent.Count, "delivery", "deliveries")}; all customers are: {Phrase.List(customers.Take(MostNamed))}{(customers.Count > MostNamed ? " and more" : string.Empty)}", null, list);
        }

        if (lines.IsCut)
        {
            sheet.Say(FindingRole.Caveat, "More deliveries hold this lot than I can read at once; the latest ones are counted", null, list);
        }

        sheet.Show(new TableCard
        {
            Title = $"Deliveries of lot {lot.Name}",
            Columns = [new("customer", "Customer", FactKind.Text), new("transfer", "Delivery", FactKind.Code), new("order", "Order", FactKind.Text), new("day", "Day", FactKind.Date), new("quantity", "Quantity", FactKind.Quantity, units.Count == 1 ? units[0] : null)],
            Rows = [.. shown.Select(d => (IReadOnlyList<JsonValue?>)[JsonValue.Create(d.Customer), JsonValue.Create(d.Transfer.Text("name")), JsonValue.Create(d.Transfer.Text("origin")), JsonValue.Create(d.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), JsonValue.Create(d.Quantity)])],
            TotalRows = sent.Count,
            Sources = [.. shown.Select(d => Add(sheet, lot, d))],
        });
        return sheet.Finish(new ListCut(shown.Count, sent.Count));
    }

    private static string Add(AnswerSheet sheet, ResolvedName lot, (OdooRow Transfer, string Customer, decimal Quantity, string Unit, DateOnly? Day) delivery)
        => sheet.Record(
            "stock.picking",
            delivery.Transfer.Id,
            $"Delivery {delivery.Transfer.Text("name")} — {delivery.Customer}",
            $"{delivery.Transfer.Text("name")} to {delivery.Customer}: {Phrase.Quantity(delivery.Quantity, delivery.Unit)} of lot {lot.Name}",
            delivery.Transfer,
            [
                FactOf.Code("Delivery", delivery.Transfer.Text("name")),
                FactOf.Text("Customer", delivery.Customer),
                FactOf.Code("Order", delivery.Transfer.Text("origin")),
                FactOf.Code("Lot", lot.Name),
                FactOf.Quantity("Quantity", delivery.Quantity, delivery.Unit),
                .. delivery.Day is { } day ? [FactOf.Date("Day", day)] : Array.Empty<Fact>(),
            ]);
}
