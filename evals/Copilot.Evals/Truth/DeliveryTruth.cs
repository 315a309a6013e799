using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>Deliveries to customers that left in the week before this one, and what was spent on a category this year, record by record.</summary>
internal sealed class DeliveryTruth(SandboxRpc sandbox, CompanyDays days)
{
    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("deliveries.left", async (_, t) => TruthValue.Number((await LeftAsync(t)).Count)),
        new("deliveries.late", async (_, t) => TruthValue.Number((await LeftAsync(t)).Count(d => d.Left > d.Promised))),
        new("deliveries.backorders", async (_, t) => TruthValue.All([.. (await sandbox.ReadAsync(
            "stock.picking", "[['picking_type_id.code','=','outgoing'],['backorder_id','!=',false],['state','not in',['done','cancel']]]", "name", t)).Select(r => r.Text("name")!)])),
        new("spend.category", SpendAsync),
    ];

    private async Task<IReadOnlyList<(DateOnly Left, DateOnly? Promised)>> LeftAsync(CancellationToken cancellationToken)
    {
        var monday = days.Today.AddDays(-(((int)days.Today.DayOfWeek + 6) % 7) - 7);
        var done = await sandbox.ReadAsync("stock.picking", $"[['picking_type_id.code','=','outgoing'],['state','=','done'],['date_done','>=','{days.StartOf(monday)}'],['date_done','<','{days.StartOf(monday.AddDays(7))}']]", "date_done sale_id", cancellationToken);
        var orders = (await sandbox.ReadAsync("sale.order", $"[['id','in',{Rows.List(done.Select(d => d.Link("sale_id") ?? 0))}]]", "commitment_date", cancellationToken)).ToDictionary(Rows.Id);
        return [.. done.Select(d => (days.DayOf(d.Text("date_done"))!.Value, d.Link("sale_id") is { } order && orders.TryGetValue(order, out var read) ? days.DayOf(read.Text("commitment_date")) : null))];
    }

    private async Task<TruthValue> SpendAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var lines = await sandbox.ReadAsync(
            "purchase.order.line",
            $"[['product_id.categ_id','child_of','{arguments[0]}'],['state','=','purchase'],['order_id.date_approve','>=','{days.StartOf(new DateOnly(days.Today.Year, 1, 1))}']]", "price_subtotal", cancellationToken);
        return TruthValue.Number(lines.Sum((JsonObject l) => l.Number("price_subtotal")));
    }
}
