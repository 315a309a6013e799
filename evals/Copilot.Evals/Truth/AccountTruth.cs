using System.Globalization;
using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>Debtors, payments, holds, and bills compared with their orders, read row by row.</summary>
internal sealed class AccountTruth(SandboxRpc sandbox, CompanyDays days)
{
    private const int Window = 90;

    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("debtors.top", async (a, t) => TruthValue.All([.. (await DebtorsAsync(t)).Take(int.Parse(a[0], CultureInfo.InvariantCulture)).Select(d => d.Name)])),
        new("debtors.first_amount", async (_, t) => TruthValue.Number((await DebtorsAsync(t))[0].Open)),
        new("payments.mean", async (a, t) => TruthValue.Number(Math.Abs(Math.Round(Mean((await PaidAsync(t)).Where(p => p.Customer == a[0])), 1)))),
        new("payments.count", async (a, t) => TruthValue.Number((await PaidAsync(t)).Count(p => p.Customer == a[0]))),
        new("payments.last_month", async (_, t) => TruthValue.Number(await PaidLastMonthAsync(t))),
        new("payments.slowest", async (a, t) => TruthValue.All([.. (await PayersAsync(t)).Take(int.Parse(a[0], CultureInfo.InvariantCulture))])),
        new("payments.best", async (_, t) => TruthValue.Words((await PayersAsync(t))[^1])),
        new("holds.orders", async (_, t) => TruthValue.All([.. (await HoldsAsync(t)).Select(o => o.Text("name")!)])),
        new("holds.total", async (_, t) => TruthValue.Number((await HoldsAsync(t)).Sum(o => o.Number("amount_total")))),
        new("holds.exceeded", ExceededAsync),
        new("limits.over", async (_, t) => TruthValue.Number((await LimitsAsync(t)).Count(c => c.Limit > 0 && c.Owed > c.Limit))),
        new("limits.over_most", async (_, t) => TruthValue.Words((await LimitsAsync(t)).Where(c => c.Limit > 0).MaxBy(c => c.Owed - c.Limit).Name)),
        new("limits.customers", async (_, t) => TruthValue.Number((await LimitsAsync(t)).Count)),
        new("mismatch.price_bills", async (_, t) => TruthValue.All([.. (await PriceFaultsAsync(t)).Select(f => f.Bill).Distinct()])),
        new("mismatch.largest_price", async (_, t) => TruthValue.Number((await PriceFaultsAsync(t)).Max(f => f.Money))),
        new("mismatch.duplicate", DuplicateAsync),
        new("mismatch.tax_bills", TaxFaultsAsync),
        new("price.of", PriceAsync),
        new("prices.changed_by", ChangedAsync),
    ];

    private async Task<IReadOnlyList<(string Name, decimal Open)>> DebtorsAsync(CancellationToken cancellationToken)
    {
        var rows = await sandbox.ReadAsync("account.move", "[['move_type','=','out_invoice'],['state','=','posted'],['payment_state','in',['not_paid','partial']]]", "partner_id amount_residual", cancellationToken);
        return [.. rows.GroupBy(r => r.LinkName("partner_id")!).Select(g => (g.Key, g.Sum(r => r.Number("amount_residual")))).OrderByDescending(d => d.Item2).ThenBy(d => d.Key, StringComparer.Ordinal)];
    }

    /// <summary>Each customer's limit and what it owes, credit notes deducted.</summary>
    private async Task<IReadOnlyList<(string Name, decimal Limit, decimal Owed)>> LimitsAsync(CancellationToken cancellationToken)
    {
        var customers = await sandbox.ReadAsync("res.partner", "[['customer_rank','>',0],['parent_id','=',false]]", "name credit_limit", cancellationToken);
        var invoices = await sandbox.ReadAsync("account.move", "[['move_type','in',['out_invoice','out_refund']],['state','=','posted'],['payment_state','in',['not_paid','partial']]]", "commercial_partner_id move_type amount_residual", cancellationToken);
        var owed = invoices.GroupBy(i => i.Link("commercial_partner_id")).ToDictionary(g => g.Key!.Value, g => g.Sum(i => (i.Text("move_type") == "out_refund" ? -1 : 1) * i.Number("amount_residual")));
        return [.. customers.Select(c => (c.Text("name")!, c.Number("credit_limit"), owed.GetValueOrDefault(c.Id())))];
    }

    private static decimal Mean(IEnumerable<(string Customer, int Late)> paid) => (decimal)paid.Average(p => p.Late);

    /// <summary>The last 365 days: days between the due day of an invoice and the day it was paid.</summary>
    private async Task<IReadOnlyList<(string Customer, int Late)>> PaidAsync(CancellationToken cancellationToken)
    {
        var since = days.Today.AddDays(-364).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var payments = await sandbox.ReadAsync("account.payment", $"[['payment_type','=','inbound'],['date','>=','{since}']]", "date reconciled_invoice_ids", cancellationToken);
        var invoices = (await sandbox.ReadAsync("account.move", "[['move_type','=','out_invoice'],['payment_state','=','paid']]", "partner_id invoice_date_due", cancellationToken)).ToDictionary(Rows.Id);
        return [.. payments.SelectMany(p => p.Links("reconciled_invoice_ids").Select(i => (Invoice: i, Day: days.DayOf(p.Text("date"))!.Value)))
            .GroupBy(p => p.Invoice).Where(g => invoices.ContainsKey(g.Key))
            .Select(g => (invoices[g.Key].LinkName("partner_id")!, g.Max(p => p.Day).DayNumber - days.DayOf(invoices[g.Key].Text("invoice_date_due"))!.Value.DayNumber))];
    }

    /// <summary>Paid invoices whose last payment, of all there are, came in the calendar month before this one.</summary>
    private async Task<int> PaidLastMonthAsync(CancellationToken cancellationToken)
    {
        var first = new DateOnly(days.Today.Year, days.Today.Month, 1);
        var payments = await sandbox.ReadAsync("account.payment", $"[['payment_type','=','inbound'],['date','>=','{first.AddMonths(-1):yyyy-MM-dd}']]", "date reconciled_invoice_ids", cancellationToken);
        var paid = (await sandbox.ReadAsync("account.move", "[['move_type','=','out_invoice'],['payment_state','=','paid']]", "name", cancellationToken)).Select(Rows.Id).ToHashSet();
        return payments.SelectMany(p => p.Links("reconciled_invoice_ids").Select(i => (Invoice: i, Day: days.DayOf(p.Text("date"))!.Value)))
            .GroupBy(p => p.Invoice).Count(g => paid.Contains(g.Key) && g.Max(p => p.Day) < first);
    }

    private async Task<IReadOnlyList<string>> PayersAsync(CancellationToken cancellationToken)
        => [.. (await PaidAsync(cancellationToken)).GroupBy(p => p.Customer).Where(g => g.Count() >= 3).OrderByDescending(g => g.Average(p => p.Late)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];

    private Task<IReadOnlyList<JsonObject>> HoldsAsync(CancellationToken cancellationToken)
        => sandbox.ReadAsync("sale.order", "[['state','=','sale'],['tag_ids.name','=','Credit hold'],['invoice_status','!=','invoiced']]", "name partner_id amount_total", cancellationToken);

    private async Task<TruthValue> ExceededAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var partner = await sandbox.FindAsync("res.partner", $"[['name','=','{arguments[0]}'],['is_company','=',true]]", "credit_limit", cancellationToken);
        var rows = await sandbox.ReadAsync("account.move", $"[['move_type','in',['out_invoice','out_refund']],['state','=','posted'],['payment_state','in',['not_paid','partial']],['partner_id.name','=','{arguments[0]}']]", "amount_residual_signed", cancellationToken);
        return TruthValue.Number(rows.Sum(r => r.Number("amount_residual_signed")) - partner.Number("credit_limit"));
    }

    private async Task<IReadOnlyList<(string Bill, decimal Money)>> PriceFaultsAsync(CancellationToken cancellationToken)
    {
        var lines = await BillLinesAsync(cancellationToken);
        var orders = await OrderLinesAsync(lines, cancellationToken);
        return [.. lines
            .Select(l => (Bill: l.LinkName("move_id")!.Split(' ')[0], Money: Math.Round((l.Number("price_unit") - orders[l.Link("purchase_line_id")!.Value].Number("price_unit")) * l.Number("quantity"), 2)))
            .Where(f => Math.Abs(f.Money) > 0.01m)];
    }

    private async Task<IReadOnlyList<JsonObject>> BillLinesAsync(CancellationToken cancellationToken)
    {
        var since = days.Today.AddDays(1 - Window).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return await sandbox.ReadAsync("account.move.line", $"[['move_id.move_type','=','in_invoice'],['move_id.invoice_date','>=','{since}'],['purchase_line_id','!=',false]]", "move_id quantity price_unit purchase_line_id tax_ids", cancellationToken);
    }

    private async Task<Dictionary<int, JsonObject>> OrderLinesAsync(IReadOnlyList<JsonObject> lines, CancellationToken cancellationToken)
        => (await sandbox.ReadAsync("purchase.order.line", $"[['id','in',{Rows.List(lines.Select(l => l.Link("purchase_line_id")!.Value))}]]", "price_unit tax_ids", cancellationToken)).ToDictionary(Rows.Id);

    private async Task<TruthValue> TaxFaultsAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var lines = await BillLinesAsync(cancellationToken);
        var orders = await OrderLinesAsync(lines, cancellationToken);
        return TruthValue.All([.. lines.Where(l => !l.Links("tax_ids").Order().SequenceEqual(orders[l.Link("purchase_line_id")!.Value].Links("tax_ids").Order())).Select(l => l.LinkName("move_id")!.Split(' ')[0]).Distinct()]);
    }

    private async Task<TruthValue> DuplicateAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var since = days.Today.AddDays(1 - Window).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var bills = await sandbox.ReadAsync("account.move", $"[['move_type','=','in_invoice'],['invoice_date','>=','{since}']]", "name ref partner_id amount_total", cancellationToken);
        return TruthValue.All([.. bills.GroupBy(b => (b.Text("ref"), b.Link("partner_id"), b.Number("amount_total"))).Where(g => g.Count() > 1).SelectMany(g => g.Select(b => b.Text("name")!))]);
    }

    /// <summary>The price of a product for a customer at a quantity today, straight from the rules of the customer's list.</summary>
    private async Task<TruthValue> PriceAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var product = await sandbox.FindAsync("product.product", $"[['default_code','=','{arguments[1]}']]", "list_price categ_id", cancellationToken);
        var partner = await sandbox.FindAsync("res.partner", $"[['name','=','{arguments[0]}'],['is_company','=',true]]", "property_product_pricelist", cancellationToken);
        var quantity = decimal.Parse(arguments[2], CultureInfo.InvariantCulture);
        var rules = (await sandbox.ReadAsync("product.pricelist.item", $"[['pricelist_id','=',{partner.Link("property_product_pricelist")}]]", "applied_on product_id categ_id min_quantity compute_price fixed_price percent_price date_start date_end", cancellationToken))
            .Where(r => r.Number("min_quantity") <= quantity && !(days.DayOf(r.Text("date_start")) > days.Today) && !(days.DayOf(r.Text("date_end")) < days.Today)).ToList();
        var rule = rules.Where(r => r.Link("product_id") == product.Id()).OrderByDescending(r => r.Number("min_quantity")).FirstOrDefault()
            ?? rules.FirstOrDefault(r => r.Text("applied_on") == "2_product_category" && r.Link("categ_id") == product.Link("categ_id"))
            ?? rules.First(r => r.Text("applied_on") == "3_global");
        return TruthValue.Number(rule.Text("compute_price") == "fixed" ? rule.Number("fixed_price") : Math.Round(product.Number("list_price") * (1 - (rule.Number("percent_price") / 100)), 2));
    }

    private async Task<TruthValue> ChangedAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var since = days.StartOf(days.Today.AddDays(1 - int.Parse(arguments[0], CultureInfo.InvariantCulture)));
        var rules = await sandbox.ReadAsync("product.pricelist.item", $"[['write_date','>=','{since}']]", "write_uid", cancellationToken);
        return TruthValue.All([.. rules.Select(r => r.LinkName("write_uid")!).Distinct()]);
    }
}
