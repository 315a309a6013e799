using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>How many customers, suppliers and products there are, what products lack, what became of quotations, and the tax on invoices and bills, each record by itself.</summary>
internal sealed class MasterTruth(SandboxRpc sandbox, CompanyDays days)
{
    private const int Window = 90;

    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("master.customers", (_, t) => CountAsync("res.partner", "[['customer_rank','>',0],['parent_id','=',false]]", t)),
        new("master.suppliers", (_, t) => CountAsync("res.partner", "[['supplier_rank','>',0],['parent_id','=',false]]", t)),
        new("master.products", (_, t) => CountAsync("product.product", "[]", t)),
        new("master.without_supplier", async (_, t) => TruthValue.All([.. (await SuppliersAsync(t)).Where(p => p.Suppliers == 0).Select(p => p.Code)])),
        new("master.one_supplier", async (_, t) => TruthValue.Number((await SuppliersAsync(t)).Count(p => p.Suppliers == 1))),
        new("master.new_customers", NewAsync),
        new("quotations.won", async (_, t) => TruthValue.Number((await MadeAsync(t)).Count(q => q.Text("state") == "sale"))),
        new("quotations.open", async (_, t) => TruthValue.Number((await MadeAsync(t)).Count(q => q.Text("state") is "draft" or "sent"))),
        new("quotations.win_rate", async (_, t) => TruthValue.Number(Rate(await MadeAsync(t)))),
        new("vat.sales", async (a, t) => TruthValue.Number(await TaxAsync(a[0], "out", t))),
        new("vat.purchases", async (a, t) => TruthValue.Number(await TaxAsync(a[0], "in", t))),
        new("vat.left", async (a, t) => TruthValue.Number(await TaxAsync(a[0], "out", t) - await TaxAsync(a[0], "in", t))),
    ];

    private static decimal Rate(IReadOnlyList<JsonObject> made)
        => Math.Round(100m * made.Count(q => q.Text("state") == "sale") / made.Count(q => q.Text("state") is "sale" or "cancel"), 1);

    private async Task<TruthValue> CountAsync(string model, string domain, CancellationToken cancellationToken) => TruthValue.Number((await sandbox.ReadAsync(model, domain, "id", cancellationToken)).Count);

    private async Task<IReadOnlyList<(string Code, int Suppliers)>> SuppliersAsync(CancellationToken cancellationToken)
    {
        var products = await sandbox.ReadAsync("product.product", "[['purchase_ok','=',true]]", "default_code product_tmpl_id", cancellationToken);
        var prices = await sandbox.ReadAsync("product.supplierinfo", "[]", "partner_id product_tmpl_id product_id date_end", cancellationToken);
        return [.. products.Select(p => (p.Text("default_code")!, prices
            .Where(s => s.Link("product_tmpl_id") == p.Link("product_tmpl_id") && (s.Link("product_id") is not { } only || only == p.Id()) && !(days.DayOf(s.Text("date_end")) < days.Today))
            .Select(s => s.Link("partner_id")).Distinct().Count()))];
    }

    /// <summary>Customers whose first confirmed order is of a calendar year.</summary>
    private async Task<TruthValue> NewAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var orders = await sandbox.ReadAsync("sale.order", "[['state','=','sale']]", "partner_id date_order", cancellationToken);
        return TruthValue.Number(orders.GroupBy(o => o.Link("partner_id")).Count(g => $"{g.Min(o => days.DayOf(o.Text("date_order")))!.Value.Year}" == arguments[0]));
    }

    private Task<IReadOnlyList<JsonObject>> MadeAsync(CancellationToken cancellationToken)
        => sandbox.ReadAsync("sale.order", $"[['create_date','>=','{days.StartOf(days.Today.AddDays(1 - Window))}']]", "state", cancellationToken);

    /// <summary>The tax of the calendar month before this one, for one company, credit notes deducted.</summary>
    private async Task<decimal> TaxAsync(string company, string side, CancellationToken cancellationToken)
    {
        var month = new DateOnly(days.Today.Year, days.Today.Month, 1);
        var moves = await sandbox.ReadAsync(
            "account.move", $"[['move_type','in',['{side}_invoice','{side}_refund']],['state','=','posted'],['company_id.name','=','{company}'],['date','>=','{month.AddMonths(-1):yyyy-MM-dd}'],['date','<','{month:yyyy-MM-dd}']]", "move_type amount_tax", cancellationToken);
        return moves.Sum(m => (m.Text("move_type")!.EndsWith("refund", StringComparison.Ordinal) ? -1 : 1) * m.Number("amount_tax"));
    }
}
