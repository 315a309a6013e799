using Copilot.Evals.Truth;

namespace Copilot.Evals.Matching;

/// <summary>Reads the practice company's purchase orders with requests of its own.</summary>
internal static class BoughtOrders
{
    /// <summary>Reads the confirmed ones, the latest first.</summary>
    public static async Task<IReadOnlyList<BoughtOrder>> ReadAsync(SandboxRpc sandbox, CompanyDays days, CancellationToken cancellationToken)
    {
        var orders = await sandbox.ReadAsync("purchase.order", "[['state','=','purchase']]", "name partner_id partner_ref date_order date_planned", cancellationToken);
        var lines = await sandbox.ReadAsync("purchase.order.line", "[['state','=','purchase'],['product_id','!=',false]]", "order_id product_id product_qty qty_received qty_invoiced price_unit", cancellationToken);
        var products = (await sandbox.ReadAsync("product.product", "[]", "default_code name product_tmpl_id", cancellationToken)).ToDictionary(p => p.Id());
        var codes = (await sandbox.ReadAsync("product.supplierinfo", "[]", "partner_id product_id product_code", cancellationToken))
            .GroupBy(o => (o.Link("partner_id") ?? 0, o.Link("product_id") ?? 0)).ToDictionary(g => g.Key, g => g.First().Text("product_code"));
        var byOrder = lines.ToLookup(l => l.Link("order_id") ?? 0);
        return [.. orders.Where(o => byOrder[o.Id()].All(l => products.GetValueOrDefault(l.Link("product_id") ?? 0)?.Text("default_code") is not null)).Select(o => new BoughtOrder(
            o.Id(),
            o.Text("name")!,
            o.LinkName("partner_id")!,
            o.Text("partner_ref"),
            days.DayOf(o.Text("date_order"))!.Value,
            days.DayOf(o.Text("date_planned"))!.Value,
            [.. byOrder[o.Id()].Select(l =>
            {
                var product = l.Link("product_id")!.Value;
                return new BoughtLine(l.Id(), products[product].Text("default_code")!, products[product].Text("name")!, codes.GetValueOrDefault((o.Link("partner_id")!.Value, product)), l.Number("product_qty"), l.Number("qty_received"), l.Number("qty_invoiced"), l.Number("price_unit"));
            })])).Where(o => o.Lines.Count > 0).OrderByDescending(o => o.Ordered).ThenByDescending(o => o.Id)];
    }
}
