using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Purchasing;
using Copilot.Odoo.Warehouse;

namespace Copilot.Odoo.Sales;

/// <summary>Puts the rows of an order together. No round trips.</summary>
internal sealed class OrderAssembly(
    OrderParts parts,
    StockPicture stock,
    IReadOnlyDictionary<int, Cover> covers,
    IReadOnlyDictionary<int, Receipt> receipts,
    IReadOnlyList<OdooRow> activities,
    IReadOnlyList<OdooRow> classes,
    IReadOnlyList<OdooRow> creditTags,
    OdooConventions conventions,
    CallerDays days)
{
    private readonly ILookup<int, Cover> coversByTransfer = covers.Values.ToLookup(c => c.Demand.TransferId);
    private readonly HashSet<int> creditTagIds = [.. creditTags.Select(t => t.Id)];
    private readonly ILookup<(string Model, int Id), OdooRow> notes = activities.ToLookup(a => (a.Text("res_model") ?? string.Empty, a.Whole("res_id")));

    public OrderPicture Order(OdooRow row)
    {
        var customer = row.Link("partner_id");
        var partner = parts.Partner(customer?.Id);
        var transfers = parts.Transfers(row.Id).Select(Transfer).ToList();
        var lines = parts.Lines(row.Id).Select(Line).ToList();
        var warning = partner?.Text("sale_warn_msg");
        return new OrderPicture
        {
            Row = row,
            Name = row.Text("name") ?? string.Empty,
            CustomerId = customer?.Id ?? 0,
            Customer = customer?.Name ?? "an unnamed customer",
            CustomerClass = Class(partner),
            CustomerRow = partner,
            Warning = warning,
            Promised = days.Of(row.Moment("commitment_date")),
            Net = row.Number("amount_untaxed"),
            Currency = row.Link("currency_id")?.Name ?? "EUR",
            Warehouse = parts.Sites.All.FirstOrDefault(s => s.Id == row.LinkId("warehouse_id"))?.Code ?? row.Link("warehouse_id")?.Name ?? string.Empty,
            Salesperson = row.Link("user_id")?.Name ?? string.Empty,
            ShipComplete = row.Says("picking_policy", "one"),
            CreditHold = row.Links("tag_ids").Any(creditTagIds.Contains),
            Lines = lines,
            Transfers = transfers,
            Troubles = [.. transfers.SelectMany(t => notes[("stock.picking", t.Id)]).Concat(notes[("sale.order", row.Id)]).OrderBy(a => a.Id).Select(Trouble).OfType<Trouble>()],
            Shortages = [.. Shortages(transfers, lines)],
        };
    }

    private IEnumerable<Shortage> Shortages(IReadOnlyList<Transfer> transfers, IReadOnlyList<OrderLine> lines)
    {
        var open = transfers.Where(t => t.IsOpen).SelectMany(t => coversByTransfer[t.Id]).Where(c => c.Missing > 0);
        foreach (var group in open.GroupBy(c => (c.Demand.ProductId, c.Demand.WarehouseId)))
        {
            var line = lines.FirstOrDefault(l => l.ProductId == group.Key.ProductId);
            var expected = group.SelectMany(c => c.FromReceipts)
                .GroupBy(d => d.SupplyTransferId)
                .Where(g => receipts.ContainsKey(g.Key))
                .Select(g => new ExpectedPart(g.Sum(d => d.Quantity), receipts[g.Key]))
                .OrderBy(e => e.Receipt.Expected)
                .ToList();
            var missing = group.Sum(c => c.Missing);
            yield return new Shortage(
                group.Key.ProductId,
                line?.Product ?? "a product",
                line?.Unit ?? string.Empty,
                missing,
                missing - expected.Sum(e => e.Quantity),
                stock.OnHold(group.Key.ProductId, group.Key.WarehouseId),
                expected);
        }
    }

    private Transfer Transfer(OdooRow row)
        => new(
            row,
            row.Text("name") ?? string.Empty,
            row.Text("state") ?? string.Empty,
            parts.Sites.TypeOf(row.LinkId("picking_type_id"))?.Code ?? string.Empty,
            days.Of(row.Moment("scheduled_date")),
            days.Of(row.Moment("date_done")),
            row.Text("carrier_tracking_ref"));

    private static OrderLine Line(OdooRow row)
    {
        var product = row.Link("product_id");
        return new OrderLine(
            row.Id,
            product?.Id ?? 0,
            ProductLabel.Short(product?.Name),
            row.Number("product_uom_qty"),
            row.Number("qty_delivered"),
            row.Number("qty_invoiced"),
            row.Link("product_uom_id")?.Name ?? string.Empty,
            row.Number("price_subtotal"));
    }

    private Trouble? Trouble(OdooRow row)
    {
        var type = row.Link("activity_type_id")?.Name ?? string.Empty;
        TroubleKind? kind = type.Equals(conventions.PickExceptionActivity, StringComparison.OrdinalIgnoreCase) ? TroubleKind.FailedPick
            : type.Equals(conventions.MissingDocumentActivity, StringComparison.OrdinalIgnoreCase) ? TroubleKind.MissingDocument
            : null;
        return kind is { } k ? new Trouble(row, k, Phrase.Clean(row.Text("summary") ?? type), row.Text("res_model") ?? string.Empty, row.Whole("res_id")) : null;
    }

    private string? Class(OdooRow? partner)
        => partner?.Links("category_id")
            .Select(id => classes.FirstOrDefault(c => c.Id == id)?.Text("name"))
            .FirstOrDefault(n => n?.StartsWith(conventions.CustomerClassPrefix, StringComparison.OrdinalIgnoreCase) == true)
            ?[conventions.CustomerClassPrefix.Length..].Trim();
}
