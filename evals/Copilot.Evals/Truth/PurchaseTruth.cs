using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Evals.Truth;

/// <summary>Purchase orders and how suppliers kept their days, from orders, lines and transfers. Companies are separated by +.</summary>
internal sealed class PurchaseTruth(SandboxRpc sandbox, CompanyDays days)
{
    private const int Year = 365;

    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("purchase.by_reference", async (a, t) => TruthValue.Words((await OneAsync("partner_ref", a[0], t)).Text("name")!)),
        new("purchase.planned", async (a, t) => TruthValue.On(days.DayOf((await OneAsync("name", a[0], t)).Text("date_planned"))!.Value)),
        new("purchase.supplier", async (a, t) => TruthValue.Words((await OneAsync("name", a[0], t)).LinkName("partner_id")!)),
        new("purchase.net", async (a, t) => TruthValue.Number((await OneAsync("name", a[0], t)).Number("amount_untaxed"))),
        new("purchase.to_come", ToComeAsync),
        new("purchase.unconfirmed", async (a, t) => TruthValue.All(await NamesAsync($"[['state','in',['draft','sent','to approve']],['company_id','in',[{a[0].Replace('+', ',')}]]]", t))),
        new("purchase.unconfirmed_count", async (a, t) => TruthValue.Number((await NamesAsync($"[['state','in',['draft','sent','to approve']],['company_id','in',[{a[0].Replace('+', ',')}]]]", t)).Count)),
        new("purchase.in_state", async (a, t) => TruthValue.All(await NamesAsync($"[['state','=','{a[0]}']]", t))),
        new("purchase.open_count", OpenCountAsync),
        new("purchase.offerers", async (a, t) => TruthValue.All([.. (await OffersAsync(a[0], t)).Select(o => o.LinkName("partner_id")!).Distinct()])),
        new("purchase.offer", async (a, t) => TruthValue.Number((await OffersAsync(a[1], t)).Where(o => o.LinkName("partner_id") == a[0]).OrderBy(o => o.Number("min_qty")).First().Number("price"))),
        new("purchase.last_paid", async (a, t) => TruthValue.Number((await sandbox.ReadAsync("purchase.order.line", $"[['partner_id.name','=','{a[0]}'],['product_id.default_code','=','{a[1]}'],['state','=','purchase']]", "price_unit order_id", t)).OrderByDescending(l => l.LinkName("order_id"), StringComparer.Ordinal).First().Number("price_unit"))),
        new("purchase.spend", SpendAsync),
        new("prices.raised", async (_, t) => TruthValue.Number((await MovesAsync(t)).Count(m => m.Now > m.Before * 1.005m))),
        new("prices.compared", async (_, t) => TruthValue.Number((await MovesAsync(t)).Count)),
        new("prices.raised_most", async (_, t) => TruthValue.Words((await MovesAsync(t)).Where(m => m.Now > m.Before * 1.005m).GroupBy(m => m.Supplier).MaxBy(g => g.Sum(m => m.Extra))!.Key)),
        new("prices.extra", async (_, t) => TruthValue.Number((await MovesAsync(t)).Where(m => m.Now > m.Before * 1.005m).Sum(m => m.Extra))),
        new("prices.paid_now", async (a, t) => TruthValue.Number((await MovesAsync(t)).Single(m => m.Supplier == a[0] && m.Product == a[1]).Now)),
        new("prices.paid_before", async (a, t) => TruthValue.Number((await MovesAsync(t)).Single(m => m.Supplier == a[0] && m.Product == a[1]).Before)),
        new("supplier.of_category", OfCategoryAsync),
        new("supplier.on_time", async (a, t) => await ShareAsync(a[0], (done, agreed) => done <= agreed, t)),
        new("supplier.receipts", async (a, t) => TruthValue.Number((await ReceiptsAsync(a[0], t)).Count)),
        new("supplier.lead_time", LeadTimeAsync),
    ];

    private Task<JsonObject> OneAsync(string field, string value, CancellationToken cancellationToken)
        => sandbox.FindAsync("purchase.order", $"[['{field}','=','{value}']]", "name partner_id date_planned amount_untaxed", cancellationToken);

    private async Task<IReadOnlyList<string>> NamesAsync(string domain, CancellationToken cancellationToken)
        => [.. (await sandbox.ReadAsync("purchase.order", domain, "name", cancellationToken)).Select(r => r.Text("name")!)];

    /// <summary>The vendor prices of a product that hold today.</summary>
    private async Task<IReadOnlyList<JsonObject>> OffersAsync(string code, CancellationToken cancellationToken)
    {
        var template = (await sandbox.FindAsync("product.product", $"[['default_code','=','{code}']]", "product_tmpl_id", cancellationToken)).LinkName("product_tmpl_id")!;
        var rows = await sandbox.ReadAsync("product.supplierinfo", $"[['product_tmpl_id.default_code','=','{code}']]", "partner_id price min_qty date_start date_end product_tmpl_id", cancellationToken);
        return [.. rows.Where(r => r.LinkName("product_tmpl_id") == template && !(days.DayOf(r.Text("date_start")) > days.Today) && !(days.DayOf(r.Text("date_end")) < days.Today))];
    }

    private async Task<TruthValue> ToComeAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var lines = await sandbox.ReadAsync("purchase.order.line", $"[['order_id.name','=','{arguments[0]}'],['product_id.default_code','=','{arguments[1]}']]", "product_qty qty_received", cancellationToken);
        return TruthValue.Number(lines.Sum(l => l.Number("product_qty") - l.Number("qty_received")));
    }

    /// <summary>Confirmed orders with an open receipt; arguments: companies, and a supplier if wanted.</summary>
    private async Task<TruthValue> OpenCountAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var supplier = arguments.Count > 1 ? $",['partner_id.name','=','{arguments[1]}']" : string.Empty;
        var receipts = await sandbox.ReadAsync(
            "stock.picking", $"[['picking_type_id.code','=','incoming'],['state','in',['assigned','confirmed','waiting']],['company_id','in',[{arguments[0].Replace('+', ',')}]]{supplier}]", "origin", cancellationToken);
        return TruthValue.Number(receipts.Select(r => r.Text("origin")).OfType<string>().Distinct().Count());
    }

    /// <summary>Net of the confirmed orders of this year with a supplier; arguments: companies, supplier.</summary>
    private async Task<TruthValue> SpendAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var orders = await sandbox.ReadAsync(
            "purchase.order",
            $"[['state','=','purchase'],['company_id','in',[{arguments[0].Replace('+', ',')}]],['partner_id.name','=','{arguments[1]}'],['date_approve','>=','{days.StartOf(new DateOnly(days.Today.Year, 1, 1))}']]",
            "amount_untaxed",
            cancellationToken);
        return TruthValue.Number(orders.Sum(o => o.Number("amount_untaxed")));
    }

    /// <summary>The last price of the last 365 days against the last one of the 365 days before, else the first, and what that cost, for each product of a supplier.</summary>
    private async Task<IReadOnlyList<(string Supplier, string Product, decimal Before, decimal Now, decimal Extra)>> MovesAsync(CancellationToken cancellationToken)
    {
        var from = days.Today.AddDays(1 - Year);
        var orders = (await sandbox.ReadAsync("purchase.order", $"[['state','=','purchase'],['date_approve','>=','{days.StartOf(from.AddDays(-Year))}']]", "name date_approve", cancellationToken))
            .ToDictionary(o => o.Text("name")!, o => days.DayOf(o.Text("date_approve"))!.Value, StringComparer.Ordinal);
        var lines = await sandbox.ReadAsync("purchase.order.line", "[['order_id.state','=','purchase']]", "order_id partner_id product_id product_qty price_unit", cancellationToken);
        var moves = new List<(string, string, decimal, decimal, decimal)>();
        foreach (var of in lines.Where(l => orders.ContainsKey(l.LinkName("order_id")!)).GroupBy(l => (Supplier: l.LinkName("partner_id")!, Product: l.LinkName("product_id")!)))
        {
            var paid = of.OrderBy(l => orders[l.LinkName("order_id")!]).ThenBy(l => l.Number("id")).ToList();
            var now = paid.FindAll(l => orders[l.LinkName("order_id")!] >= from);
            var before = paid.FindLast(l => orders[l.LinkName("order_id")!] < from) ?? (now.Count > 1 ? now[0] : null);
            if (now.Count > 0 && before is not null)
            {
                moves.Add((of.Key.Supplier, of.Key.Product.Split(']')[0].TrimStart('['), before.Number("price_unit"), now[^1].Number("price_unit"), now.Sum(l => Math.Round((l.Number("price_unit") - before.Number("price_unit")) * l.Number("product_qty"), 2))));
            }
        }

        return moves;
    }

    /// <summary>Of those with a price for goods of a category, the most punctual over a year with five receipts or more.</summary>
    private async Task<TruthValue> OfCategoryAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var prices = await sandbox.ReadAsync("product.supplierinfo", $"[['product_tmpl_id.categ_id.name','=','{arguments[0]}']]", "partner_id", cancellationToken);
        var bought = await sandbox.ReadAsync("purchase.order.line", $"[['product_id.categ_id.name','=','{arguments[0]}'],['state','=','purchase']]", "partner_id", cancellationToken);
        var judged = new List<(string Name, decimal Share)>();
        foreach (var name in prices.Concat(bought).Select(r => r.LinkName("partner_id")).OfType<string>().Distinct())
        {
            var receipts = await ReceiptsAsync(name, cancellationToken);
            if (receipts.Count >= 5)
            {
                judged.Add((name, (decimal)receipts.Count(r => r.Done <= r.Agreed) / receipts.Count));
            }
        }

        return TruthValue.All([.. judged.OrderByDescending(j => j.Share).Take(1).Select(j => j.Name)]);
    }

    private async Task<IReadOnlyList<(DateOnly Done, DateOnly Agreed)>> ReceiptsAsync(string supplier, CancellationToken cancellationToken)
    {
        var rows = await sandbox.ReadAsync(
            "stock.picking", $"[['partner_id.name','=','{supplier}'],['state','=','done'],['picking_type_id.code','=','incoming'],['date_done','>=','{days.StartOf(days.Today.AddDays(1 - Year))}']]", "date_done date_deadline", cancellationToken);
        return [.. rows.Select(r => (days.DayOf(r.Text("date_done"))!.Value, days.DayOf(r.Text("date_deadline"))!.Value))];
    }

    private async Task<TruthValue> ShareAsync(string supplier, Func<DateOnly, DateOnly, bool> counts, CancellationToken cancellationToken)
    {
        var all = await ReceiptsAsync(supplier, cancellationToken);
        return all.Count > 0
            ? TruthValue.Number(Math.Round(100m * all.Count(r => counts(r.Done, r.Agreed)) / all.Count, 1))
            : throw new CopilotException($"Nothing came from {supplier} in a year.");
    }

    /// <summary>The middle of the days from confirmation to the first receipt, of the orders that came in the last year.</summary>
    private async Task<TruthValue> LeadTimeAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var rows = await sandbox.ReadAsync("purchase.order", $"[['partner_id.name','=','{arguments[0]}'],['effective_date','>=','{days.StartOf(days.Today.AddDays(1 - Year))}']]", "date_approve effective_date", cancellationToken);
        var taken = rows.Select(r => days.DayOf(r.Text("effective_date"))!.Value.DayNumber - days.DayOf(r.Text("date_approve"))!.Value.DayNumber).Order().ToList();
        return TruthValue.Number(taken[(taken.Count - 1) / 2]);
    }
}
