using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Names;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Warehouse;

/// <summary>
/// The work in hand of a warehouse: what to pick first and why, what stands in the way, waves, load against throughput.
/// At most six round trips for names, fourteen for the orders, and two for waves, lots or throughput.
/// </summary>
internal sealed class WarehouseWorkTool(IOdooClient client, NameResolver names, OrderReader orders, StockReader stock) : OdooTool(client)
{
    private const int MostOrders = 1000;
    private const int LoadDays = 7;
    private const int ThroughputDays = 28;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.warehouse_work",
        Description = "Outbound work in hand of a warehouse: what to pick first and why, pick exceptions, orders that lack documents or lots, waves and batches, load of the next days against throughput. "
            + "Not for goods coming in and not for single orders.",
        Ability = "what the warehouse should pick first and why, what blocks picking, waves and the load of the next days",
        Status = "looking at open deliveries and picks…",
        Parameters =
        [
            Parameters.Warehouse,
            Parameters.Customer,
            Parameters.Day("by", SlotKind.Day, "Only what must leave by this day, overdue included."),
            Parameters.Day("to", SlotKind.PeriodEnd, "The same, when a period is named: its last day."),
            Parameters.Count,
            Parameters.Choice(
                "show",
                "pick (default) for what to pick first, exceptions for failed and partly possible picks, documents for orders that lack documents or lots, waves for batches and waves, load for the next days against throughput.",
                ("pick", ["pick first", "pick next", "to pick", "ready to pick", "first thing"]),
                ("exceptions", ["exception", "exceptions", "failed", "failure", "failures", "problem", "problems", "blocked", "stuck", "short picks", "short", "pack exceptions"]),
                ("documents", ["document", "documents", "declaration", "declarations", "paper", "papers", "papers missing", "lots missing", "missing lots", "missing lot", "lots for release", "release"]),
                ("waves", ["wave", "waves", "batch", "batches", "batch pick", "who picks"]),
                ("load", ["load", "workload", "capacity", "enough people", "enough hands", "enough pickers", "big enough", "throughput", "how busy", "busy", "manage", "next days", "per day", "volume"])),
        ],
        Touches = [DataClass.Stock, DataClass.Sales],
        MaxRoundTrips = (2 * NameResolver.RoundTripsPerName) + OrderReader.RoundTrips + 3,
    };

    protected override string Area => "transfers and sales orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        foreach (var model in new[] { "stock.picking", "stock.move", "sale.order" })
        {
            if (!await Client.MayReadAsync(caller, model, cancellationToken))
            {
                return Denied();
            }
        }

        var resolved = await names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Slot < SlotKind.PeriodStart)], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        var sheet = new AnswerSheet(context, Client);
        var show = arguments.Text("show") ?? "pick";
        var by = arguments.Day("by") ?? arguments.Day("to") ?? (show == "load" ? sheet.Days.Today.AddDays(LoadDays) : null);

        // "What shall we pick first this morning" asks for the order of work, not for what is due today.
        by = show is "pick" && by <= sheet.Days.Today ? null : by;
        var domain = OrderReader.OpenOrders;
        domain = resolved["warehouse"] is { } warehouse ? domain.And("warehouse_id", "=", warehouse.Id) : domain;
        domain = resolved["customer"] is { } customer ? domain.And("partner_id", "child_of", customer.Id) : domain;
        domain = by is { } day ? domain.And("commitment_date", "<=", sheet.Days.End(day)) : domain;
        var book = await orders.ReadAsync(context, domain, MostOrders, cancellationToken);
        var work = Work.InOrder(book.Orders.SelectMany(o => o.OpenDeliveries.Select(t => new Work(o, t))));
        var writer = new WarehouseWorkWriter(sheet, resolved, by, book.Orders.Count < book.Total);
        return show switch
        {
            "exceptions" => writer.Exceptions(work, arguments.Shown()),
            "documents" => writer.Documents(work, await WithoutLotAsync(caller, work, cancellationToken), arguments.Shown()),
            "waves" => await WavesAsync(caller, writer, work, arguments.Shown(), cancellationToken),
            "load" => writer.Load(work, await ThroughputAsync(context, resolved["warehouse"]?.Id, cancellationToken)),
            _ => writer.Pick(work, arguments.Shown()),
        };
    }

    /// <summary>Reserved goods that must name their lot and do not, by transfer.</summary>
    private async Task<ILookup<int, string>> WithoutLotAsync(Caller caller, IReadOnlyList<Work> work, CancellationToken cancellationToken)
    {
        var ids = work.Select(w => w.Transfer.Id).ToList();
        if (ids.Count == 0 || !await Client.MayReadAsync(caller, "stock.move.line", cancellationToken))
        {
            return Array.Empty<int>().ToLookup(i => i, _ => string.Empty);
        }

        var page = await Client.SearchReadAsync(
            caller,
            new OdooQuery { Model = "stock.move.line", Domain = OdooDomain.Where("picking_id", "in", ids).And("product_id.tracking", "!=", "none").And("lot_id", "=", null), Fields = ["picking_id", "product_id", "lot_name"], Order = "id", Limit = 5000 },
            cancellationToken);
        return page.Rows.Where(r => r.Link("picking_id") is not null && r.Text("lot_name") is null).DistinctBy(r => (r.Link("picking_id")!.Value.Id, r.Link("product_id")?.Id))
            .ToLookup(r => r.Link("picking_id")!.Value.Id, r => ProductLabel.Short(r.Link("product_id")?.Name));
    }

    private async Task<ToolResult> WavesAsync(Caller caller, WarehouseWorkWriter writer, IReadOnlyList<Work> work, int count, CancellationToken cancellationToken)
    {
        var known = await Client.HasModelAsync(caller, "stock.picking.batch", cancellationToken) && await Client.MayReadAsync(caller, "stock.picking.batch", cancellationToken);
        var ids = work.Select(w => w.Transfer.Batch?.Id ?? 0).Where(i => i > 0).Distinct().ToList();
        IReadOnlyList<OdooRow> batches = known && ids.Count > 0 ? await Client.ReadAsync(caller, "stock.picking.batch", ids, ["name", "state", "user_id", "scheduled_date", "write_date"], cancellationToken) : [];
        return writer.Waves(work, batches, known, count);
    }

    /// <summary>Deliveries that left on each day of the last four weeks. Three round trips.</summary>
    private async Task<IReadOnlyList<(DateOnly Day, int Count)>> ThroughputAsync(ToolContext context, int? warehouseId, CancellationToken cancellationToken)
    {
        var sites = await stock.SitesAsync(context.Caller, cancellationToken);
        var days = new CallerDays(context);
        var page = await Client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "stock.picking",
                Domain = OdooDomain.Where("state", "=", "done").And("picking_type_id", "in", sites.TypesOf("outgoing", warehouseId))
                    .And("date_done", ">=", days.Start(days.Today.AddDays(-ThroughputDays))).And("date_done", "<", days.Start(days.Today)),
                Fields = ["date_done"],
                Order = "id",
                Limit = 20_000,
            },
            cancellationToken);
        return [.. page.Rows.Select(r => days.Of(r.Moment("date_done"))).OfType<DateOnly>().GroupBy(d => d).Select(g => (g.Key, g.Count())).OrderBy(g => g.Key)];
    }
}
