using System.Globalization;
using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>Records that something can be done to, and what would come of it.</summary>
internal sealed class ActionTruth(SandboxRpc sandbox, CompanyDays days)
{
    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("action.quotation", (a, t) => NameAsync("sale.order", $"[['state','in',['draft','sent']],['user_id.login','=','{a[0]}'],['order_line.product_id','!=',false]]", t)),
        new("action.quoted_product", QuotedProductAsync),
        new("action.held_order", (_, t) => NameAsync("sale.order", "[['tag_ids.name','=','Credit hold'],['state','=','sale'],['company_id','=',1]]", t)),
        new("action.draft_purchase", (_, t) => NameAsync("purchase.order", "[['state','in',['draft','sent']],['order_line.product_id','!=',false]]", t)),
        new("action.open_purchase", (_, t) => NameAsync("purchase.order", "[['state','=','purchase'],['receipt_status','=','pending']]", t)),
        new("action.billable_purchase", (_, t) => NameAsync("purchase.order", "[['state','=','purchase'],['order_line.qty_to_invoice','>',0]]", t)),
        new("action.reserved_delivery", (_, t) => NameAsync("stock.picking", "[['state','=','assigned'],['picking_type_id.code','=','outgoing'],['company_id','=',1]]", t)),
        new("action.splittable", (_, t) => NameAsync("stock.picking", "[['move_ids.state','=','partially_available'],['state','in',['confirmed','assigned']],['picking_type_id.code','=','outgoing'],['company_id','=',1]]", t)),
        new("action.ticket", async (a, t) => TruthValue.Words((await FirstAsync("helpdesk.ticket", $"[['stage_id.name','=','{a[0]}']]", "ticket_ref", t)).Text("ticket_ref")!)),
        new("action.day", (a, _) => Task.FromResult(TruthValue.Words(Ahead(a[0]).ToString("d MMMM yyyy", CultureInfo.InvariantCulture)))),
        new("action.on_day", (a, _) => Task.FromResult(TruthValue.On(Ahead(a[0])))),
        new("action.purchase_net", async (a, t) => TruthValue.Number((await FirstAsync("purchase.order", $"[['name','=','{a[0]}']]", "amount_untaxed", t)).Number("amount_untaxed"))),
        new("action.purchase_supplier", async (a, t) => TruthValue.Words((await FirstAsync("purchase.order", $"[['name','=','{a[0]}']]", "partner_id", t)).LinkName("partner_id")!)),
        new("action.to_bill", ToBillAsync),
        new("action.reserved", ReservedAsync),
        new("action.buy_value", async (a, t) => TruthValue.Number(Math.Round((await OfferAsync(a[0], Amount(a[1]), t)).Price * Amount(a[1]), 2))),
        new("action.buy_supplier", async (a, t) => TruthValue.Words((await OfferAsync(a[0], Amount(a[1]), t)).Supplier)),
        new("action.short_delivery", async (_, t) => TruthValue.Words((await SwapAsync(t)).Short.LinkName("picking_id")!)),
        new("action.holding_delivery", async (_, t) => TruthValue.Words((await SwapAsync(t)).Holding.LinkName("picking_id")!)),
        new("action.moved_product", async (_, t) => TruthValue.Words(Code((await SwapAsync(t)).Short))),
        new("action.moved", MovedAsync),
        new("action.list_value", async (a, t) => TruthValue.Number((await FirstAsync("product.product", $"[['default_code','=','{a[0]}']]", "list_price", t)).Number("list_price") * decimal.Parse(a[1], CultureInfo.InvariantCulture))),
    ];

    /// <summary>A working day some days ahead.</summary>
    private DateOnly Ahead(string count)
    {
        var day = days.Today.AddDays(int.Parse(count, CultureInfo.InvariantCulture));
        return day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };
    }

    private async Task<JsonObject> FirstAsync(string model, string domain, string fields, CancellationToken cancellationToken)
        => (await sandbox.ReadAsync(model, domain, fields, cancellationToken)).MinBy(r => (int)r.Number("id"))
            ?? throw new Copilot.Contracts.CopilotException($"The practice company has no {model} for {domain} today.");

    private async Task<TruthValue> NameAsync(string model, string domain, CancellationToken cancellationToken)
        => TruthValue.Words((await FirstAsync(model, domain, "name", cancellationToken)).Text("name")!);

    private async Task<TruthValue> QuotedProductAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var line = await FirstAsync("sale.order.line", $"[['order_id.name','=','{arguments[0]}'],['product_id','!=',false]]", "product_id", cancellationToken);
        return TruthValue.Words(Code(line));
    }

    private static string Code(JsonObject row)
    {
        var name = row.LinkName("product_id")!;
        return name[1..name.IndexOf(']', StringComparison.Ordinal)];
    }

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Who sells a quantity of a product first, and its best price for it.</summary>
    private async Task<(string Supplier, decimal Price)> OfferAsync(string code, decimal quantity, CancellationToken cancellationToken)
    {
        var product = await FirstAsync("product.product", $"[['default_code','=','{code}']]", "product_tmpl_id", cancellationToken);
        var offers = (await sandbox.ReadAsync("product.supplierinfo", $"[['product_tmpl_id','=',{product.Link("product_tmpl_id")}],['min_qty','<=',{quantity.ToString(CultureInfo.InvariantCulture)}]]", "partner_id price min_qty sequence", cancellationToken))
            .OrderBy(o => o.Number("sequence")).ThenByDescending(o => o.Number("min_qty")).ToList();
        return (offers[0].LinkName("partner_id")!, offers.Where(o => o.Link("partner_id") == offers[0].Link("partner_id")).Min(o => o.Number("price")));
    }

    /// <summary>The first delivery that is short of a product of which another one holds some at the same place.</summary>
    private async Task<(JsonObject Short, JsonObject Holding)> SwapAsync(CancellationToken cancellationToken)
    {
        var moves = await sandbox.ReadAsync(
            "stock.move", "[['picking_id.picking_type_code','=','outgoing'],['picking_id.state','in',['confirmed','assigned']],['company_id','=',1],['state','in',['confirmed','partially_available','assigned']]]",
            "picking_id product_id location_id state quantity product_uom_qty", cancellationToken);
        return (from s in moves.Where(m => m.Text("state") != "assigned")
                from h in moves.Where(m => m.Text("state") != "confirmed" && m.Number("quantity") > 0)
                where s.Link("product_id") == h.Link("product_id") && s.Link("location_id") == h.Link("location_id") && s.Link("picking_id") != h.Link("picking_id")
                orderby s.Id(), h.Id()
                select (s, h)).First();
    }

    /// <summary>What the holding delivery and free stock together can give to the one that is short.</summary>
    private async Task<TruthValue> MovedAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var (wanting, holding) = await SwapAsync(cancellationToken);
        var quants = await sandbox.ReadAsync("stock.quant", $"[['product_id','=',{wanting.Link("product_id")}],['location_id','child_of',{wanting.Link("location_id")}],['location_id.usage','=','internal']]", "quantity reserved_quantity", cancellationToken);
        var missing = wanting.Number("product_uom_qty") - (wanting.Text("state") == "confirmed" ? 0 : wanting.Number("quantity"));
        return TruthValue.Number(Math.Min(missing, holding.Number("quantity") + quants.Sum(q => Math.Max(0, q.Number("quantity") - q.Number("reserved_quantity")))));
    }

    /// <summary>What is received and not billed, at the price of each line.</summary>
    private async Task<TruthValue> ToBillAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var lines = await sandbox.ReadAsync("purchase.order.line", $"[['order_id.name','=','{arguments[0]}'],['qty_to_invoice','>',0]]", "qty_to_invoice price_subtotal product_qty", cancellationToken);
        return TruthValue.Number(lines.Sum(l => Math.Round(l.Number("price_subtotal") * l.Number("qty_to_invoice") / l.Number("product_qty"), 2)));
    }

    /// <summary>The quantities reserved for a delivery.</summary>
    private async Task<TruthValue> ReservedAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var moves = await sandbox.ReadAsync("stock.move", $"[['picking_id.name','=','{arguments[0]}'],['state','in',['assigned','partially_available']]]", "quantity", cancellationToken);
        return TruthValue.All([.. moves.Select(m => m.Number("quantity").ToString("#,0.##", CultureInfo.InvariantCulture))]);
    }
}
