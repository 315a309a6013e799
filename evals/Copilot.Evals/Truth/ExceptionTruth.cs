using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>What is exceptional in the practice company, reckoned from its records alone and never from what the watch keeps.</summary>
internal sealed class ExceptionTruth(SandboxRpc sandbox, CompanyDays days)
{
    private const string OpenOrders = "['order_id.state','=','sale'],['order_id.picking_ids.state','in',['draft','waiting','confirmed','assigned']]";

    /// <summary>Gets the providers by name; the argument is a company's id where there is one.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("exception.discounted", async (_, t) => TruthValue.All([.. (await DiscountedAsync(t)).Select(l => l.LinkName("order_id")!.Split(' ')[0]).Distinct()])),
        new("exception.largest_discount", async (_, t) => TruthValue.Number((await DiscountedAsync(t)).Max(l => l.Number("discount")))),
        new("exception.dear_purchase", async (_, t) => TruthValue.All(await DearAsync(t))),
        new("exception.late_purchase", async (a, t) => TruthValue.Words((await LateAsync(a[0], t))[0].Order)),
        new("exception.late_since", async (a, t) => TruthValue.On((await LateAsync(null, t)).First(l => l.Order == a[0]).Planned)),
        new("exception.late_by", async (a, t) => TruthValue.Number(days.Today.DayNumber - (await LateAsync(null, t)).First(l => l.Order == a[0]).Planned.DayNumber)),
        new("exception.held", async (_, t) => TruthValue.All([.. (await sandbox.ReadAsync("sale.order", "[['state','=','sale'],['tag_ids.name','=','Credit hold'],['picking_ids.state','in',['draft','waiting','confirmed','assigned']]]", "name", t)).Select(o => o.Text("name")!)])),
        new("exception.failed_transfers", async (a, t) => TruthValue.All(await FailedAsync(a[0], t))),
        new("exception.held_goods", HeldGoodsAsync),
    ];

    /// <summary>Lines of open orders with a discount of ten per cent and more.</summary>
    private Task<IReadOnlyList<JsonObject>> DiscountedAsync(CancellationToken cancellationToken)
        => sandbox.ReadAsync("sale.order.line", $"[{OpenOrders},['discount','>=',10]]", "order_id discount", cancellationToken);

    /// <summary>Purchase orders still to come of which a line costs at least three per cent more than every price of its supplier for that quantity.</summary>
    private async Task<IReadOnlyList<string>> DearAsync(CancellationToken cancellationToken)
    {
        var lines = (await sandbox.ReadAsync("purchase.order.line", "[['order_id.state','in',['purchase','sent','to approve']]]", "order_id partner_id product_id product_qty qty_received price_unit", cancellationToken))
            .Where(l => l.Number("qty_received") < l.Number("product_qty") && l.Link("product_id") is not null).ToList();
        var templates = (await sandbox.ReadAsync("product.product", $"[['id','in',{Rows.List(lines.Select(l => l.Link("product_id")!.Value))}]]", "product_tmpl_id", cancellationToken)).ToDictionary(Rows.Id, p => p.Link("product_tmpl_id"));
        var prices = await sandbox.ReadAsync("product.supplierinfo", "[]", "partner_id product_tmpl_id min_qty price", cancellationToken);
        return [.. lines.Where(l =>
            {
                var known = prices.Where(p => p.Link("partner_id") == l.Link("partner_id") && p.Link("product_tmpl_id") == templates[l.Link("product_id")!.Value] && p.Number("min_qty") <= l.Number("product_qty")).Select(p => p.Number("price")).ToList();
                return known.Count > 0 && known.TrueForAll(p => l.Number("price_unit") >= p * 1.03m);
            })
            .Select(l => l.LinkName("order_id")!.Split(' ')[0]).Distinct()];
    }

    /// <summary>Confirmed purchase orders with a line that is past its day, each with the first such day; the longest late first.</summary>
    private async Task<IReadOnlyList<(string Order, DateOnly Planned)>> LateAsync(string? company, CancellationToken cancellationToken)
    {
        var narrowed = company is null ? string.Empty : $",['company_id','=',{company}]";
        var lines = await sandbox.ReadAsync("purchase.order.line", $"[['order_id.state','=','purchase'],['date_planned','<','{days.StartOf(days.Today)}']{narrowed}]", "order_id product_qty qty_received date_planned", cancellationToken);
        return [.. lines.Where(l => l.Number("qty_received") < l.Number("product_qty"))
            .GroupBy(l => l.LinkName("order_id")!.Split(' ')[0])
            .Select(g => (g.Key, g.Min(l => days.DayOf(l.Text("date_planned"))!.Value)))
            .OrderBy(p => p.Item2).ThenBy(p => p.Key, StringComparer.Ordinal)];
    }

    /// <summary>Open transfers of a company on which a failed pick is noted.</summary>
    private async Task<IReadOnlyList<string>> FailedAsync(string company, CancellationToken cancellationToken)
    {
        var noted = await sandbox.ReadAsync("mail.activity", "[['activity_type_id.name','=','Pick exception'],['res_model','=','stock.picking']]", "res_id", cancellationToken);
        return [.. (await sandbox.ReadAsync("stock.picking", $"[['id','in',{Rows.List(noted.Select(n => (int)n.Number("res_id")))}],['state','not in',['done','cancel']],['company_id','=',{company}]]", "name", cancellationToken)).Select(p => p.Text("name")!)];
    }

    /// <summary>Products in quality hold that an open delivery of the company is short of.</summary>
    private async Task<TruthValue> HeldGoodsAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var held = await sandbox.ReadAsync("stock.quant", $"[['location_id.complete_name','ilike','Quality Hold'],['company_id','=',{arguments[0]}],['quantity','>',0]]", "product_id quantity", cancellationToken);
        var wanting = (await sandbox.ReadAsync("stock.move", $"[['state','in',['confirmed','partially_available']],['picking_type_id.code','=','outgoing'],['company_id','=',{arguments[0]}]]", "product_id", cancellationToken)).Select(m => m.Link("product_id")).ToHashSet();

        // Some of them may be covered by a receipt after all: one at least is not.
        return TruthValue.Some([.. held.Where(q => wanting.Contains(q.Link("product_id"))).Select(q => Code(q.LinkName("product_id")!)).Distinct()], 1);
    }

    private static string Code(string name) => name[1..name.IndexOf(']', StringComparison.Ordinal)];
}
