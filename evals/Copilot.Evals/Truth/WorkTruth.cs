using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>What the warehouse has to do: deliveries that can be picked, receipts that come or should have come.</summary>
internal sealed class WorkTruth(SandboxRpc sandbox, CompanyDays days)
{
    /// <summary>Gets the providers by name; a place is a warehouse's code.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("work.ready_count", async (a, t) => TruthValue.Number((await ReadyAsync(a[0], t)).Count)),
        new("work.first", async (a, t) => TruthValue.Words((await ReadyAsync(a[0], t))[0].Text("name")!)),
        new("work.failed_picks", async (a, t) => TruthValue.All(await NotedAsync("Pick exception", a[0], t))),
        new("work.missing_documents", async (a, t) => TruthValue.All(await NotedAsync("Document missing", a[0], t))),
        new("work.waves", async (a, t) => TruthValue.All([.. (await sandbox.ReadAsync("stock.picking.batch", $"[['picking_type_id.warehouse_id.code','=','{a[0]}'],['state','in',['draft','in_progress']]]", "name", t)).Select(r => r.Text("name")!)])),
        new("work.throughput", ThroughputAsync),
        new("arrivals.on", async (a, t) => TruthValue.All(await ReceiptsAsync(a[0], days.Today.AddDays(Offset(a)), days.Today.AddDays(Offset(a)), t))),
        new("arrivals.backlog_count", async (a, t) => TruthValue.Number((await ReceiptsAsync(a[0], null, days.Today.AddDays(-1), t)).Count)),
        new("arrivals.backlog", async (a, t) => TruthValue.Some(await ReceiptsAsync(a[0], null, days.Today.AddDays(-1), t), 4)),
    ];

    private static int Offset(IReadOnlyList<string> arguments) => arguments.Count > 1 ? int.Parse(arguments[1], System.Globalization.CultureInfo.InvariantCulture) : 0;

    /// <summary>Deliveries with reserved goods, no credit hold and nothing noted on them, in the order of day, customer class, completeness and value.</summary>
    private async Task<IReadOnlyList<JsonObject>> ReadyAsync(string place, CancellationToken cancellationToken)
    {
        var pickings = await sandbox.ReadAsync(
            "stock.picking", $"[['state','=','assigned'],['picking_type_id.code','=','outgoing'],['picking_type_id.warehouse_id.code','=','{place}'],['sale_id','!=',false]]", "name sale_id", cancellationToken);
        var orders = (await sandbox.ReadAsync("sale.order", $"[['id','in',{Rows.List(pickings.Select(p => p.Link("sale_id")!.Value))}]]", "partner_id commitment_date amount_untaxed tag_ids", cancellationToken)).ToDictionary(Rows.Id);
        var holds = (await sandbox.ReadAsync("crm.tag", "[['name','=','Credit hold']]", "name", cancellationToken)).Select(Rows.Id).ToHashSet();
        var noted = await sandbox.ReadAsync("mail.activity", "[['activity_type_id.name','in',['Pick exception','Document missing']]]", "res_model res_id", cancellationToken);
        var onTransfer = noted.Where(n => n.Text("res_model") == "stock.picking").Select(n => (int)n.Number("res_id")).ToHashSet();
        var onOrder = noted.Where(n => n.Text("res_model") == "sale.order").Select(n => (int)n.Number("res_id")).ToHashSet();
        var classes = (await sandbox.ReadAsync("res.partner.category", "[['name','like','Class ']]", "name", cancellationToken)).ToDictionary(Rows.Id, c => c.Text("name")!);
        var partners = (await sandbox.ReadAsync("res.partner", $"[['id','in',{Rows.List(orders.Values.Select(o => o.Link("partner_id")!.Value))}]]", "category_id", cancellationToken))
            .ToDictionary(Rows.Id, p => p.Links("category_id").Select(c => classes.GetValueOrDefault(c)).OfType<string>().FirstOrDefault() ?? "Z");
        var partial = (await sandbox.ReadAsync("stock.move", $"[['picking_id','in',{Rows.List(pickings.Select(Rows.Id))}],['state','in',['confirmed','waiting','partially_available']]]", "picking_id", cancellationToken))
            .Select(m => m.Link("picking_id")!.Value).ToHashSet();
        return [.. pickings
            .Where(p => !onTransfer.Contains(p.Id()) && !onOrder.Contains(p.Link("sale_id")!.Value) && !orders[p.Link("sale_id")!.Value].Links("tag_ids").Any(holds.Contains))
            .OrderBy(p => days.DayOf(orders[p.Link("sale_id")!.Value].Text("commitment_date")))
            .ThenBy(p => partners[orders[p.Link("sale_id")!.Value].Link("partner_id")!.Value], StringComparer.Ordinal)
            .ThenBy(p => partial.Contains(p.Id()))
            .ThenByDescending(p => orders[p.Link("sale_id")!.Value].Number("amount_untaxed"))];
    }

    /// <summary>The names of the orders and transfers with an activity of a kind, in a warehouse.</summary>
    private async Task<IReadOnlyList<string>> NotedAsync(string kind, string place, CancellationToken cancellationToken)
    {
        var noted = await sandbox.ReadAsync("mail.activity", $"[['activity_type_id.name','=','{kind}']]", "res_model res_id", cancellationToken);
        var pickings = await sandbox.ReadAsync("stock.picking", $"[['id','in',{Rows.List(noted.Where(n => n.Text("res_model") == "stock.picking").Select(n => (int)n.Number("res_id")))}],['picking_type_id.warehouse_id.code','=','{place}']]", "sale_id", cancellationToken);
        var orders = await sandbox.ReadAsync("sale.order", $"[['id','in',{Rows.List(noted.Where(n => n.Text("res_model") == "sale.order").Select(n => (int)n.Number("res_id")))}],['warehouse_id.code','=','{place}']]", "name", cancellationToken);
        return [.. pickings.Select(p => p.LinkName("sale_id")!.Split(' ')[0]).Concat(orders.Select(o => o.Text("name")!)).Distinct()];
    }

    /// <summary>Deliveries a day over the last four weeks, on days on which something left.</summary>
    private async Task<TruthValue> ThroughputAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var left = (await sandbox.ReadAsync(
            "stock.picking", $"[['state','=','done'],['picking_type_id.code','=','outgoing'],['picking_type_id.warehouse_id.code','=','{arguments[0]}'],['date_done','>=','{days.StartOf(days.Today.AddDays(-28))}'],['date_done','<','{days.StartOf(days.Today)}']]",
            "date_done", cancellationToken)).Select(p => days.DayOf(p.Text("date_done"))).ToList();
        return TruthValue.Number(Math.Round((decimal)left.Count / left.Distinct().Count(), 1));
    }

    private async Task<IReadOnlyList<string>> ReceiptsAsync(string place, DateOnly? from, DateOnly to, CancellationToken cancellationToken)
    {
        var first = from is { } day ? $",['scheduled_date','>=','{days.StartOf(day)}']" : string.Empty;
        var rows = await sandbox.ReadAsync(
            "stock.picking", $"[['state','in',['assigned','confirmed','waiting']],['picking_type_id.code','=','incoming'],['picking_type_id.warehouse_id.code','=','{place}'],['scheduled_date','<','{days.StartOf(to.AddDays(1))}']{first}]", "name", cancellationToken);
        return [.. rows.Select(r => r.Text("name")!)];
    }
}
