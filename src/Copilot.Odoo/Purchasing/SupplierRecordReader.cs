using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Purchasing;

/// <summary>Reads what suppliers did in a period and in the one before: at most four round trips, whatever the number of orders.</summary>
internal sealed class SupplierRecordReader(IOdooClient client)
{
    public const int RoundTrips = 4;

    private const int MostRows = 20_000;

    /// <summary>Reads the records of the suppliers with all their addresses; of all with a receipt in the period when none are given.</summary>
    /// <returns>The records, and whether more rows matched than were read.</returns>
    public async Task<(IReadOnlyList<SupplierRecord> Suppliers, bool Cut)> ReadAsync(
        ToolContext context, IReadOnlyList<int>? supplierIds, int? warehouseId, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        var before = from.AddDays(-(to.DayNumber - from.DayNumber + 1));
        var receipts = client.SearchReadAsync(context.Caller, Receipts(days, supplierIds, warehouseId, before, to), cancellationToken);
        var orders = client.SearchReadAsync(context.Caller, Orders(days, supplierIds, warehouseId, before, to), cancellationToken);
        var lines = client.SearchReadAsync(context.Caller, Lines(days, supplierIds, warehouseId, before, to), cancellationToken);
        await Task.WhenAll(receipts, orders, lines);
        var bills = await BillsAsync(context, [.. (await lines).Rows.Select(l => l.Id)], cancellationToken);

        var ordered = (await orders).Rows.ToDictionary(o => o.Id);
        var suppliers = (await receipts).Rows.Select(r => r.Link("partner_id")).OfType<(int Id, string Name)>().DistinctBy(s => s.Id).ToList();
        var deliveries = (await receipts).Rows.ToLookup(r => r.Link("partner_id")?.Id ?? 0);
        var purchases = (await orders).Rows.ToLookup(o => o.Link("partner_id")?.Id ?? 0);
        var items = (await lines).Rows.ToLookup(l => l.Link("partner_id")?.Id ?? 0);
        SupplierPeriod Period(int id, DateOnly first, DateOnly last) => new(
            [.. deliveries[id].Select(r => (Done: days.Of(r.Moment("date_done")), Agreed: days.Of(r.Moment("date_deadline"))))
                .Where(r => r.Done >= first && r.Done <= last && r.Agreed is not null).Select(r => r.Done!.Value.DayNumber - r.Agreed!.Value.DayNumber)],
            [.. purchases[id].Select(o => (Came: days.Of(o.Moment("effective_date")), Confirmed: days.Of(o.Moment("date_approve"))))
                .Where(o => o.Came >= first && o.Came <= last && o.Confirmed is not null).Select(o => o.Came!.Value.DayNumber - o.Confirmed!.Value.DayNumber)],
            [.. items[id].Where(l => Came(l, ordered, days, first, last)).Select(l => l.Number("qty_received") == l.Number("product_qty"))],
            bills is null ? null : [.. items[id].Where(l => Came(l, ordered, days, first, last) && bills.Contains(l.Id)).Select(l => bills[l.Id].All(b => b.Number("price_unit") <= l.Number("price_unit") + 0.005m))]);
        var records = suppliers.Select(s => new SupplierRecord(s.Id, s.Name, Period(s.Id, from, to), Period(s.Id, before, from.AddDays(-1))));
        return ([.. records.Where(r => r.Now.Delays.Count > 0)], (await receipts).Rows.Count >= MostRows || (await lines).Rows.Count >= MostRows);
    }

    private static bool Came(OdooRow line, Dictionary<int, OdooRow> orders, CallerDays days, DateOnly first, DateOnly last)
        => line.Number("qty_received") > 0 && orders.TryGetValue(line.Link("order_id")?.Id ?? 0, out var order) && days.Of(order.Moment("effective_date")) is { } came && came >= first && came <= last;

    private static OdooQuery Receipts(CallerDays days, IReadOnlyList<int>? supplierIds, int? warehouseId, DateOnly from, DateOnly to)
    {
        var domain = OdooDomain.Where("state", "=", "done").And("picking_type_id.code", "=", "incoming").And("partner_id", "!=", null)
            .And("date_done", ">=", days.Start(from)).And("date_done", "<=", days.End(to));
        domain = supplierIds is { } s ? domain.And("partner_id", "child_of", s) : domain;
        domain = warehouseId is { } w ? domain.And("picking_type_id.warehouse_id", "=", w) : domain;
        return new OdooQuery { Model = "stock.picking", Domain = domain, Fields = ["partner_id", "date_done", "date_deadline"], Order = "date_done desc, id desc", Limit = MostRows };
    }

    private static OdooQuery Orders(CallerDays days, IReadOnlyList<int>? supplierIds, int? warehouseId, DateOnly from, DateOnly to)
        => new()
        {
            Model = "purchase.order",
            Domain = Narrow(OdooDomain.Where("effective_date", ">=", days.Start(from)).And("effective_date", "<=", days.End(to)), string.Empty, supplierIds, warehouseId),
            Fields = ["partner_id", "date_approve", "effective_date"],
            Order = "id",
            Limit = MostRows,
        };

    private static OdooQuery Lines(CallerDays days, IReadOnlyList<int>? supplierIds, int? warehouseId, DateOnly from, DateOnly to)
        => new()
        {
            Model = "purchase.order.line",
            Domain = Narrow(OdooDomain.Where("order_id.effective_date", ">=", days.Start(from)).And("order_id.effective_date", "<=", days.End(to)).And("product_id", "!=", null), "order_id.", supplierIds, warehouseId),
            Fields = ["order_id", "partner_id", "product_qty", "qty_received", "price_unit"],
            Order = "id",
            Limit = MostRows,
        };

    private static OdooDomain Narrow(OdooDomain domain, string path, IReadOnlyList<int>? supplierIds, int? warehouseId)
    {
        domain = supplierIds is { } s ? domain.And(path + "partner_id", "child_of", s) : domain;
        return warehouseId is { } w ? domain.And(path + "picking_type_id.warehouse_id", "=", w) : domain;
    }

    /// <summary>Posted bill lines by purchase line; null when the caller may not read bills.</summary>
    private async Task<ILookup<int, OdooRow>?> BillsAsync(ToolContext context, IReadOnlyCollection<int> lines, CancellationToken cancellationToken)
    {
        if (lines.Count == 0 || !await client.MayReadAsync(context.Caller, "account.move.line", cancellationToken))
        {
            return null;
        }

        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "account.move.line",
                Domain = OdooDomain.Where("purchase_line_id", "in", lines).And("move_id.state", "=", "posted").And("move_id.move_type", "=", "in_invoice"),
                Fields = ["purchase_line_id", "price_unit"],
                Order = "id",
                Limit = MostRows,
            },
            cancellationToken);
        return page.Rows.Where(r => r.Link("purchase_line_id") is not null).ToLookup(r => r.Link("purchase_line_id")!.Value.Id);
    }
}
