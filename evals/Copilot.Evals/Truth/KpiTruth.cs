using System.Globalization;

namespace Copilot.Evals.Truth;

/// <summary>Key figures, counted again from deliveries and receipts: the argument is a number of days up to today, of which promises up to yesterday are judged.</summary>
internal sealed class KpiTruth(SandboxRpc sandbox, CompanyDays days)
{
    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("kpi.otif", async (a, t) => TruthValue.Number(Math.Round(await OtifAsync(a, t), 1))),
        new("kpi.promised_orders", async (a, t) => TruthValue.Number((await ServedAsync(a, t)).Select(l => l.Order).Distinct().Count())),
        new("kpi.fill_rate", FillAsync),
        new("kpi.supplier_on_time", ReceiptsAsync),
        new("kpi.tickets_closed", async (a, t) => TruthValue.Number((await ClosedAsync(a, t)).Count)),
        new("kpi.ticket_days", async (a, t) => TruthValue.Number(Math.Round((await ClosedAsync(a, t)).Average(), 1))),
    ];

    private async Task<decimal> OtifAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var orders = (await ServedAsync(arguments, cancellationToken)).GroupBy(l => l.Order).ToList();
        return (decimal)orders.Count(o => o.All(l => l.OnTime)) / orders.Count * 100;
    }

    private async Task<TruthValue> FillAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var lines = await ServedAsync(arguments, cancellationToken);
        return TruthValue.Number(Math.Round((decimal)lines.Count(l => l.OnTime) / lines.Count * 100, 1));
    }

    /// <summary>Each line promised in the window, and whether all of it was on a transfer that was done by the promised day. A second argument is a warehouse's code, or the name of one of our companies or of a customer.</summary>
    private async Task<IReadOnlyList<(int Order, bool OnTime)>> ServedAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var from = days.StartOf(days.Today.AddDays(1 - int.Parse(arguments[0], CultureInfo.InvariantCulture)));
        var narrowed = arguments.Count < 2 ? string.Empty
            : arguments[1].StartsWith("Meridian ", StringComparison.Ordinal) ? $",['company_id.name','=','{arguments[1]}']"
            : arguments[1].Contains(' ', StringComparison.Ordinal) ? $",['partner_id.name','=','{arguments[1]}']" : $",['warehouse_id.code','=','{arguments[1]}']";
        var orders = (await sandbox.ReadAsync("sale.order", $"[['state','=','sale'],['commitment_date','>=','{from}'],['commitment_date','<','{days.StartOf(days.Today)}']{narrowed}]", "commitment_date", cancellationToken))
            .ToDictionary(Rows.Id, o => days.DayOf(o.Text("commitment_date"))!.Value);
        var lines = await sandbox.ReadAsync("sale.order.line", $"[['order_id','in',{Rows.List(orders.Keys)}]]", "order_id product_uom_qty", cancellationToken);
        var pickings = (await sandbox.ReadAsync("stock.picking", $"[['sale_id','in',{Rows.List(orders.Keys)}],['state','=','done']]", "date_done", cancellationToken)).ToDictionary(Rows.Id, p => days.DayOf(p.Text("date_done"))!.Value);
        var moves = (await sandbox.ReadAsync("stock.move", $"[['picking_id','in',{Rows.List(pickings.Keys)}],['state','=','done']]", "sale_line_id quantity picking_id", cancellationToken)).ToLookup(m => m.Link("sale_line_id"));
        return [.. lines.Select(l => (
            l.Link("order_id")!.Value,
            moves[l.Id()].Where(m => pickings[m.Link("picking_id")!.Value] <= orders[l.Link("order_id")!.Value]).Sum(m => m.Number("quantity")) >= l.Number("product_uom_qty")))];
    }

    /// <summary>How many days each ticket was open that was closed in the window. A second argument is a warehouse's code, of the ticket's order, or the name of a customer.</summary>
    private async Task<IReadOnlyList<decimal>> ClosedAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var from = days.StartOf(days.Today.AddDays(1 - int.Parse(arguments[0], CultureInfo.InvariantCulture)));
        var narrowed = arguments.Count < 2 ? string.Empty
            : arguments[1].Contains(' ', StringComparison.Ordinal) ? $",['partner_id.commercial_partner_id.name','=','{arguments[1]}']" : $",['sale_order_id.warehouse_id.code','=','{arguments[1]}']";
        var rows = await sandbox.ReadAsync("helpdesk.ticket", $"[['close_date','>=','{from}']{narrowed}]", "create_date close_date", cancellationToken);
        return [.. rows.Select(r => Math.Round((decimal)(Moment(r.Text("close_date")!) - Moment(r.Text("create_date")!)).TotalDays, 2))];

        static DateTime Moment(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private async Task<TruthValue> ReceiptsAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var from = days.StartOf(days.Today.AddDays(1 - int.Parse(arguments[0], CultureInfo.InvariantCulture)));
        var rows = await sandbox.ReadAsync(
            "stock.picking", $"[['picking_type_id.code','=','incoming'],['state','in',['assigned','confirmed','waiting','done']],['date_deadline','>=','{from}'],['date_deadline','<','{days.StartOf(days.Today)}']]", "date_done date_deadline state", cancellationToken);
        return TruthValue.Number(Math.Round((decimal)rows.Count(r => r.Text("state") == "done" && days.DayOf(r.Text("date_done")) <= days.DayOf(r.Text("date_deadline"))) / rows.Count * 100, 1));
    }
}
