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
        var name = line.LinkName("product_id")!;
        return TruthValue.Words(name[1..name.IndexOf(']', StringComparison.Ordinal)]);
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
