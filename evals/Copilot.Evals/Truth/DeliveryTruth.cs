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
        new("out_of_stock.products", OutAsync),
        new("sales_month.first", FirstMonthAsync),
        new("sales.top_category", (_, t) => TopAsync("product_id", "product.product", "categ_id", t)),
        new("sales.top_country", (_, t) => TopAsync("order_partner_id", "res.partner", "country_id", t)),
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

    /// <summary>Products that left a warehouse in ninety days or are wanted there, with nothing in its places but quality hold.</summary>
    private async Task<TruthValue> OutAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var moves = await sandbox.ReadAsync("stock.move", "[['picking_type_id.code','=','outgoing'],['state','!=','cancel'],['state','!=','draft']]", "product_id picking_type_id state date", cancellationToken);
        var types = (await sandbox.ReadAsync("stock.picking.type", "[['code','=','outgoing']]", "warehouse_id", cancellationToken)).ToDictionary(Rows.Id, t => t.Link("warehouse_id"));
        var codes = (await sandbox.ReadAsync("stock.warehouse", "[]", "code", cancellationToken)).ToDictionary(Rows.Id, w => w.Text("code")!);
        var quants = await sandbox.ReadAsync("stock.quant", "[['location_id.usage','=','internal'],['quantity','>',0]]", "product_id location_id", cancellationToken);
        var usable = quants.Where(q => !q.LinkName("location_id")!.Contains("Quality Hold", StringComparison.Ordinal)).Select(q => (q.Link("product_id"), q.LinkName("location_id")!.Split('/')[0])).ToHashSet();
        var sold = moves.Where(m => m.Text("state") != "done" || days.DayOf(m.Text("date")) >= days.Today.AddDays(-90)).Select(m => (Product: m.Link("product_id"), Warehouse: codes[types[m.Link("picking_type_id")!.Value]!.Value])).Distinct();
        var gone = sold.Where(s => !usable.Contains(s)).Select(s => s.Product!.Value).Distinct();
        return TruthValue.All([.. (await sandbox.ReadAsync("product.product", $"[['id','in',{Rows.List(gone)}]]", "default_code", cancellationToken)).Select(p => p.Text("default_code")!)]);
    }

    /// <summary>What a salesperson sold in January of this year.</summary>
    private async Task<TruthValue> FirstMonthAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var first = new DateOnly(days.Today.Year, 1, 1);
        var orders = await sandbox.ReadAsync("sale.order", $"[['state','=','sale'],['user_id.name','=','{arguments[0]}'],['date_order','>=','{days.StartOf(first)}'],['date_order','<','{days.StartOf(first.AddMonths(1))}']]", "amount_untaxed", cancellationToken);
        return TruthValue.Number(orders.Sum((JsonObject o) => o.Number("amount_untaxed")));
    }

    /// <summary>The revenue of the category or country with the most of it this year.</summary>
    private async Task<TruthValue> TopAsync(string by, string model, string home, CancellationToken cancellationToken)
    {
        var lines = await sandbox.ReadAsync("sale.order.line", $"[['state','=','sale'],['product_id','!=',false],['order_id.date_order','>=','{days.StartOf(new DateOnly(days.Today.Year, 1, 1))}']]", $"{by} price_subtotal", cancellationToken);
        var homes = (await sandbox.ReadAsync(model, $"[['id','in',{Rows.List(lines.Select(l => l.Link(by)!.Value).Distinct())}]]", home, cancellationToken)).ToDictionary(Rows.Id, r => r.Link(home));
        return TruthValue.Number(lines.GroupBy(l => homes[l.Link(by)!.Value]).Max(g => g.Sum((JsonObject l) => l.Number("price_subtotal"))));
    }
}
