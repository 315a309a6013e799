using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>
/// All open orders with a promised day. A line counts as short when the demand of its product that is promised up to its day and not
/// reserved exceeds what is free now plus what arrives from tomorrow's view in time; a receipt that is overdue does not count as arriving.
/// </summary>
internal sealed record OpenOrders(IReadOnlyList<OpenOrder> All)
{
    /// <summary>The orders that a persona sees.</summary>
    public IEnumerable<OpenOrder> Of(string persona) => All.Where(o => persona switch
    {
        "sales-rep" => o.Company == 1 && o.Salesperson is null or "sales-rep",
        "warehouse-supervisor" => o.Company == 1,
        _ => true,
    });

    /// <summary>Reads them.</summary>
    public static async Task<OpenOrders> ReadAsync(SandboxRpc sandbox, CompanyDays days, CancellationToken cancellationToken)
    {
        var rows = await sandbox.ReadAsync(
            "sale.order", "[['state','=','sale'],['commitment_date','!=',false],['picking_ids.state','in',['draft','waiting','confirmed','assigned']]]",
            "name company_id user_id partner_id commitment_date tag_ids", cancellationToken);
        var users = (await sandbox.ReadAsync("res.users", "[]", "login", cancellationToken)).ToDictionary(Rows.Id, u => u.Text("login"));
        var holds = (await sandbox.ReadAsync("crm.tag", "[['name','=','Credit hold']]", "name", cancellationToken)).Select(Rows.Id).ToHashSet();
        var orders = rows.ToDictionary(Rows.Id, r => new OpenOrder(
            r.Id(), r.Text("name")!, r.Link("company_id")!.Value, r.Link("user_id") is { } user ? users[user] : null, r.LinkName("partner_id")!, days.DayOf(r.Text("commitment_date"))!.Value, []));
        foreach (var row in rows)
        {
            var order = orders[row.Id()];
            if (order.Promised < days.Today)
            {
                order.Causes.Add("passed");
            }

            if (row.Links("tag_ids").Any(holds.Contains))
            {
                order.Causes.Add("held");
            }
        }

        var pickings = (await sandbox.ReadAsync("stock.picking", $"[['sale_id','in',{Rows.List(orders.Keys)}],['state','not in',['done','cancel']]]", "sale_id picking_type_id", cancellationToken))
            .ToDictionary(Rows.Id, p => orders[p.Link("sale_id")!.Value]);
        await MarkActivitiesAsync(sandbox, orders, pickings, cancellationToken);
        await MarkShortagesAsync(sandbox, days, pickings, cancellationToken);
        return new OpenOrders([.. orders.Values.OrderBy(o => o.Promised).ThenBy(o => o.Id)]);
    }

    private static async Task MarkActivitiesAsync(
        SandboxRpc sandbox, Dictionary<int, OpenOrder> orders, Dictionary<int, OpenOrder> pickings, CancellationToken cancellationToken)
    {
        var activities = await sandbox.ReadAsync(
            "mail.activity", "[['res_model','in',['stock.picking','sale.order']],['activity_type_id.name','in',['Pick exception','Document missing']]]", "res_model res_id activity_type_id", cancellationToken);
        foreach (var activity in activities)
        {
            var id = (int)activity.Number("res_id");
            var of = activity.Text("res_model") == "sale.order" ? orders.GetValueOrDefault(id) : pickings.GetValueOrDefault(id);
            of?.Causes.Add(activity.LinkName("activity_type_id") == "Pick exception" ? "failed_pick" : "missing_document");
        }
    }

    private static async Task MarkShortagesAsync(SandboxRpc sandbox, CompanyDays days, Dictionary<int, OpenOrder> pickings, CancellationToken cancellationToken)
    {
        var warehouses = (await sandbox.ReadAsync("stock.picking.type", "[]", "warehouse_id code", cancellationToken)).ToDictionary(Rows.Id, t => (Warehouse: t.Link("warehouse_id") ?? 0, Code: t.Text("code")));
        var moves = await sandbox.ReadAsync(
            "stock.move", $"[['picking_id','in',{Rows.List(pickings.Keys)}],['state','in',['confirmed','waiting','partially_available']]]", "product_id product_uom_qty quantity picking_id picking_type_id", cancellationToken);
        var missing = moves.Select(m => (Product: m.Link("product_id")!.Value, warehouses[m.Link("picking_type_id")!.Value].Warehouse, Order: pickings[m.Link("picking_id")!.Value], Missing: m.Number("product_uom_qty") - m.Number("quantity")))
            .Where(m => m.Missing > 0).ToList();
        var products = Rows.List(missing.Select(m => m.Product));
        var quants = await sandbox.ReadAsync("stock.quant", $"[['product_id','in',{products}],['location_id.usage','=','internal']]", "product_id location_id warehouse_id quantity reserved_quantity", cancellationToken);
        var arrivals = (await sandbox.ReadAsync("stock.move", $"[['product_id','in',{products}],['state','not in',['draft','done','cancel']],['picking_type_id.code','=','incoming']]", "product_id product_uom_qty date picking_type_id", cancellationToken))
            .Select(m => (Product: m.Link("product_id")!.Value, warehouses[m.Link("picking_type_id")!.Value].Warehouse, Day: days.DayOf(m.Text("date"))!.Value, Quantity: m.Number("product_uom_qty"))).ToList();
        foreach (var place in missing.GroupBy(m => (m.Product, m.Warehouse)))
        {
            var free = quants.Where(q => q.Link("product_id") == place.Key.Product && q.Link("warehouse_id") == place.Key.Warehouse && !Held(q)).Sum(q => q.Number("quantity") - q.Number("reserved_quantity"));
            decimal demand = 0;
            foreach (var move in place.OrderBy(m => m.Order.Promised).ThenBy(m => m.Order.Id))
            {
                demand += move.Missing;
                var arriving = arrivals.Where(a => a.Product == place.Key.Product && a.Warehouse == place.Key.Warehouse && a.Day >= days.Today && a.Day <= move.Order.Promised).Sum(a => a.Quantity);
                if (demand > free + arriving)
                {
                    move.Order.Causes.Add("short");
                }
            }
        }
    }

    private static bool Held(JsonObject quant) => quant.LinkName("location_id")!.Contains("Quality Hold", StringComparison.OrdinalIgnoreCase);
}
