using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.Actions.Stock;

/// <summary>Reads transfers with their open moves, and how much of a product is free where a move takes it from.</summary>
internal static class TransferReads
{
    /// <summary>The fields of a transfer that drafts show.</summary>
    public static readonly IReadOnlyList<string> Fields =
        ["name", "state", "sale_id", "partner_id", "picking_type_id", "picking_type_code", "location_id", "location_dest_id", "scheduled_date", "origin", "company_id", "write_date", "write_uid"];

    private static readonly string[] MoveFields =
        ["picking_id", "product_id", "product_uom_qty", "quantity", "product_uom", "state", "location_id", "sale_line_id", "write_date"];

    /// <summary>The transfers a subject means: the one that is named, or the open deliveries of an order. One round trip.</summary>
    public static async Task<IReadOnlyList<OdooRow>> TransfersAsync(ActionDesk desk, Caller caller, Subject subject, CancellationToken cancellationToken)
        => await desk.ManyAsync(
            caller,
            "stock.picking",
            subject.Model == "stock.picking"
                ? OdooDomain.Where("id", "=", subject.Id)
                : OdooDomain.Where("sale_id", "=", subject.Id).And("state", "in", StockReader.Open).And("picking_type_id.code", "=", "outgoing"),
            Fields,
            cancellationToken);

    /// <summary>The open moves of transfers. One round trip.</summary>
    public static async Task<IReadOnlyList<OpenMove>> MovesAsync(ActionDesk desk, Caller caller, IEnumerable<int> transfers, CancellationToken cancellationToken)
        => [.. (await desk.ManyAsync(
                caller, "stock.move", OdooDomain.Where("picking_id", "in", transfers.ToList()).And("state", "in", StockReader.Open), MoveFields, cancellationToken))
            .Select(m => new OpenMove(
                m,
                m.Link("picking_id")!.Value.Id,
                m.Link("product_id")!.Value.Id,
                m.ProductOf(),
                m.Link("product_uom")?.Name ?? "Units",
                m.Number("product_uom_qty"),
                m.Text("state") is "assigned" or "partially_available" ? m.Number("quantity") : 0,
                m.Link("location_id")?.Id ?? 0))];

    /// <summary>What of the moves' products is neither reserved nor gone, by product and place it is taken from. One round trip for each place.</summary>
    public static async Task<Dictionary<(int Product, int From), decimal>> FreeAsync(ActionDesk desk, Caller caller, IReadOnlyList<OpenMove> moves, CancellationToken cancellationToken)
    {
        var free = new Dictionary<(int, int), decimal>();
        foreach (var place in moves.GroupBy(m => m.FromId))
        {
            var quants = await desk.ManyAsync(
                caller,
                "stock.quant",
                OdooDomain.Where("product_id", "in", place.Select(m => m.ProductId).Distinct().ToList()).And("location_id", "child_of", place.Key).And("location_id.usage", "=", "internal"),
                ["product_id", "quantity", "reserved_quantity"],
                cancellationToken,
                limit: 5000);
            foreach (var product in place.Select(m => m.ProductId).Distinct())
            {
                free[(product, place.Key)] = quants.Where(q => q.Link("product_id")?.Id == product).Sum(q => Math.Max(0, q.Number("quantity") - q.Number("reserved_quantity")));
            }
        }

        return free;
    }

    /// <summary>Puts a transfer on the sheet with what is wanted and reserved.</summary>
    public static RecordRef Transfer(this DraftSheet sheet, OdooRow transfer, IEnumerable<OpenMove> moves)
    {
        var own = moves.Where(m => m.PickingId == transfer.Id).ToList();
        var (name, about) = (transfer.Text("name") ?? "?", transfer.Text("origin") ?? transfer.Link("partner_id")?.Name ?? string.Empty);
        sheet.Company ??= transfer.Link("company_id")?.Name;
        foreach (var move in own)
        {
            sheet.Watch("stock.move", move.Row, $"{move.Product} on {name}");
        }

        return sheet.Record(
            "stock.picking",
            transfer,
            name,
            $"Transfer {name} — {about}",
            $"{name} for {about}: " + string.Join(", ", own.Select(m => $"{m.Product} {Phrase.Number(m.Reserved)} of {Phrase.Quantity(m.Wanted, m.Unit)} reserved")),
            [
                FactOf.Code("Transfer", name),
                FactOf.Text("For", about),
                .. own.SelectMany(m => new[] { FactOf.Code("Product", m.Product), FactOf.Quantity($"{m.Product} wanted", m.Wanted, m.Unit), FactOf.Quantity($"{m.Product} reserved", m.Reserved, m.Unit) }),
            ]);
    }

    /// <summary>The worth of quantities at the products' list price: what is at stake where stock is moved about. One round trip.</summary>
    public static async Task<Exposure> WorthAsync(ActionDesk desk, Caller caller, IEnumerable<(int Product, decimal Quantity)> goods, CancellationToken cancellationToken)
    {
        var all = goods.ToList();
        var prices = (await desk.Client.ReadAsync(caller, "product.product", [.. all.Select(g => g.Product).Distinct()], ["list_price"], cancellationToken)).ToDictionary(p => p.Id, p => p.Number("list_price"));
        return new Exposure(Math.Round(all.Sum(g => g.Quantity * prices.GetValueOrDefault(g.Product)), 2), await desk.CurrencyAsync(caller, cancellationToken));
    }
}
