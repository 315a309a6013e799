using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Purchasing;

/// <summary>Reads open receipts and how punctual their suppliers were in the last eighteen months: two round trips.</summary>
internal sealed class ReceiptReader(IOdooClient client)
{
    public const int RoundTrips = 2;

    private const int HistoryDays = 540;
    private const int MostReceipts = 5000;

    /// <summary>Reads receipts by id, with their suppliers' histories.</summary>
    public async Task<IReadOnlyDictionary<int, Receipt>> ReadAsync(ToolContext context, IReadOnlyCollection<int> transferIds, CancellationToken cancellationToken)
    {
        var ids = transferIds.Where(i => i > 0).Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<int, Receipt>();
        }

        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "stock.picking",
                Domain = OdooDomain.Where("id", "in", ids),
                Fields = ["name", "origin", "partner_id", "scheduled_date", "date_deadline", "state", "write_date"],
                Limit = MostReceipts,
            },
            cancellationToken);
        var suppliers = page.Rows.Select(r => r.Link("partner_id")).OfType<(int Id, string Name)>().Distinct().ToList();
        var histories = await HistoriesAsync(context, suppliers, cancellationToken);
        var days = new CallerDays(context);
        return page.Rows.ToDictionary(r => r.Id, r => ToReceipt(r, days, histories));
    }

    /// <summary>Reads the histories of suppliers. One round trip, none without suppliers.</summary>
    public async Task<IReadOnlyDictionary<int, SupplierHistory>> HistoriesAsync(
        ToolContext context, IReadOnlyCollection<(int Id, string Name)> suppliers, CancellationToken cancellationToken)
    {
        if (suppliers.Count == 0)
        {
            return new Dictionary<int, SupplierHistory>();
        }

        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "stock.picking",
                Domain = OdooDomain.Where("partner_id", "in", suppliers.Select(s => s.Id)).And("state", "=", "done")
                    .And("picking_type_id.code", "=", "incoming").And("date_done", ">=", context.Now.AddDays(-HistoryDays)),
                Fields = ["partner_id", "date_done", "date_deadline"],
                Order = "date_done desc, id desc",
                Limit = MostReceipts,
            },
            cancellationToken);
        var days = new CallerDays(context);
        var delays = page.Rows
            .Select(r => (Supplier: r.Link("partner_id")?.Id, Done: days.Of(r.Moment("date_done")), Agreed: days.Of(r.Moment("date_deadline"))))
            .Where(r => r is { Supplier: not null, Done: not null, Agreed: not null })
            .ToLookup(r => r.Supplier!.Value, r => r.Done!.Value.DayNumber - r.Agreed!.Value.DayNumber);
        return suppliers.DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => new SupplierHistory(s.Id, s.Name, [.. delays[s.Id]]));
    }

    private static Receipt ToReceipt(OdooRow row, CallerDays days, IReadOnlyDictionary<int, SupplierHistory> histories)
    {
        var supplier = row.Link("partner_id");
        var expected = days.Of(row.Moment("scheduled_date")) ?? days.Today;
        return new Receipt(
            row,
            row.Text("name") ?? string.Empty,
            row.Text("origin"),
            supplier?.Id ?? 0,
            supplier?.Name ?? "an unnamed supplier",
            days.Of(row.Moment("date_deadline")) ?? expected,
            expected,
            supplier is { } s && histories.TryGetValue(s.Id, out var history) ? history : new SupplierHistory(0, string.Empty, []));
    }
}
