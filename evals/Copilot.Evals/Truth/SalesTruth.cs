using System.Globalization;
using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>
/// What was sold: line by line, added up here. Windows: a number is that many days up to today; <c>month-1</c> is the month before this one, <c>month</c> this month up to today,
/// <c>year</c> this year up to today, <c>year-1</c> the same days of the year before.
/// </summary>
internal sealed class SalesTruth(SandboxRpc sandbox, CompanyDays days)
{
    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("sales.revenue", async (a, t) => TruthValue.Number((await LinesAsync(a[0], a.Skip(1), t)).Sum(Net))),
        new("sales.orders", async (a, t) => TruthValue.Number((await LinesAsync(a[0], a.Skip(1), t)).Select(l => l.Link("order_id")).Distinct().Count())),
        new("sales.quantity", async (a, t) => TruthValue.Number((await LinesAsync(a[0], a.Skip(1), t)).Sum(l => l.Number("product_uom_qty")))),
        new("sales.margin", async (a, t) => TruthValue.Number((await LinesAsync(a[0], a.Skip(1), t)).Sum(Margin))),
        new("sales.top", TopAsync),
        new("sales.top_amount", async (a, t) => TruthValue.Number((await RankedAsync(a, t))[0].Amount)),
        new("sales.top_suppliers", SuppliersAsync),
        new("sales.in_category", async (a, t) => TruthValue.Number((await LinesAsync(a[0], a.Skip(2), t, $",['product_id.categ_id.complete_name','ilike','{a[1]}']")).Sum(Net))),
        new("sales.largest_order", async (a, t) => TruthValue.Words((await LinesAsync(a[0], a.Skip(1), t)).GroupBy(l => l.LinkName("order_id")!).OrderByDescending(g => g.Sum(Net)).First().Key.Split(' ')[0])),
        new("sales.fewer", async (a, t) => TruthValue.Number((await ChangesAsync(a, t)).Count(c => c.Change < 0))),
        new("sales.fell_most", async (a, t) => TruthValue.Words((await ChangesAsync(a, t)).MinBy(c => c.Change).Name)),
        new("sales.rose_most", async (a, t) => TruthValue.Words((await ChangesAsync(a, t)).MaxBy(c => c.Change).Name)),
        new("sales.spent", SpentAsync),
        new("margin.change", async (a, t) => TruthValue.Number(Math.Abs(Change(await PairAsync(a, t))))),
        new("margin.price_part", async (a, t) => TruthValue.Number(Math.Round((await PairAsync(a, t)).Sum(PriceEffect), 2))),
        new("margin.cost_part", async (a, t) => TruthValue.Number(Math.Round((await PairAsync(a, t)).Sum(CostEffect), 2))),
        new("quotes.expiring", async (a, t) => TruthValue.All([.. (await QuotesAsync(0, int.Parse(a[0], CultureInfo.InvariantCulture), t)).Select(q => q.Text("name")!)])),
        new("quotes.expiring_count", async (a, t) => TruthValue.Number((await QuotesAsync(0, int.Parse(a[0], CultureInfo.InvariantCulture), t)).Count)),
        new("quotes.expiring_total", async (a, t) => TruthValue.Number((await QuotesAsync(0, int.Parse(a[0], CultureInfo.InvariantCulture), t)).Sum(q => q.Number("amount_untaxed")))),
        new("quotes.expired", async (_, t) => TruthValue.All([.. (await QuotesAsync(-400, -1, t)).Select(q => q.Text("name")!)])),
        new("pick.quoted_customer", async (_, t) => TruthValue.Words((await QuotesAsync(0, 30, t))[0].LinkName("partner_id")!)),
    ];

    private static decimal Net(JsonObject line) => line.Number("price_subtotal");

    private static decimal Margin(JsonObject line) => line.Number("margin");

    private (DateOnly From, DateOnly To) Window(string text)
    {
        var today = days.Today;
        var first = new DateOnly(today.Year, today.Month, 1);
        return text switch
        {
            "month" => (first, today),
            "month-1" => (first.AddMonths(-1), first.AddDays(-1)),
            "month-2" => (first.AddMonths(-2), first.AddMonths(-1).AddDays(-1)),
            "year" => (new DateOnly(today.Year, 1, 1), today),
            "year-1" => (new DateOnly(today.Year - 1, 1, 1), today.AddYears(-1)),
            _ when text.Split('-') is [var end, var length] => (today.AddDays(1 - int.Parse(end, CultureInfo.InvariantCulture) - int.Parse(length, CultureInfo.InvariantCulture)), today.AddDays(-int.Parse(end, CultureInfo.InvariantCulture))),
            _ => (today.AddDays(1 - int.Parse(text, CultureInfo.InvariantCulture)), today),
        };
    }

    /// <summary>Lines of confirmed orders of a window; further arguments narrow: a customer's name, a product's reference, a login.</summary>
    private async Task<IReadOnlyList<JsonObject>> LinesAsync(string window, IEnumerable<string> narrowed, CancellationToken cancellationToken, string further = "")
    {
        var (from, to) = Window(window);
        var conditions = string.Concat(narrowed.Select(n => n.Contains(' ', StringComparison.Ordinal) ? n.StartsWith("Meridian", StringComparison.Ordinal) ? $",['company_id.name','=','{n}']" : $",['order_id.partner_id.name','=','{n}']"
            : n.Any(char.IsUpper) ? $",['product_id.default_code','=','{n}']" : $",['order_id.user_id.login','=','{n}']"));
        return await sandbox.ReadAsync(
            "sale.order.line",
            $"[['order_id.state','=','sale'],['order_id.date_order','>=','{days.StartOf(from)}'],['order_id.date_order','<','{days.StartOf(to.AddDays(1))}']{conditions}{further}]",
            "order_id product_id order_partner_id salesman_id price_subtotal product_uom_qty margin purchase_price price_unit discount",
            cancellationToken);
    }

    /// <summary>Arguments: window, <c>customers</c> or <c>products</c>, how many, then what narrows.</summary>
    private async Task<TruthValue> TopAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
        => TruthValue.All([.. (await RankedAsync(arguments, cancellationToken)).Take(int.Parse(arguments[2], CultureInfo.InvariantCulture)).Select(r => r.Name)]);

    private async Task<IReadOnlyList<(string Name, decimal Amount)>> RankedAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var byProduct = arguments[1].StartsWith("products", StringComparison.Ordinal);
        Func<JsonObject, decimal> amount = arguments[1].EndsWith("margin", StringComparison.Ordinal) ? Margin : arguments[1].EndsWith("quantity", StringComparison.Ordinal) ? l => l.Number("product_uom_qty") : Net;
        return [.. (await LinesAsync(arguments[0], arguments.Skip(3), cancellationToken))
            .GroupBy(l => byProduct ? Code(l.LinkName("product_id")!) : l.LinkName("order_partner_id")!)
            .Select(g => (g.Key, g.Sum(amount))).OrderByDescending(g => g.Item2).ThenBy(g => g.Key, StringComparer.Ordinal)];
    }

    /// <summary>By how much each customer's net amount of the first window differs from that of the second.</summary>
    private async Task<IReadOnlyList<(string Name, decimal Change)>> ChangesAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var later = (await LinesAsync(arguments[0], [], cancellationToken)).ToLookup(l => l.LinkName("order_partner_id")!);
        var earlier = (await LinesAsync(arguments[1], [], cancellationToken)).ToLookup(l => l.LinkName("order_partner_id")!);
        return [.. later.Select(g => g.Key).Union(earlier.Select(g => g.Key)).Select(n => (n, Math.Round(later[n].Sum(Net), 2) - Math.Round(earlier[n].Sum(Net), 2)))];
    }

    private async Task<TruthValue> SpentAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var (from, to) = Window(arguments[0]);
        var orders = await sandbox.ReadAsync(
            "purchase.order",
            $"[['state','=','purchase'],['partner_id.name','=','{arguments[1]}'],['date_approve','>=','{days.StartOf(from)}'],['date_approve','<','{days.StartOf(to.AddDays(1))}']]",
            "amount_untaxed",
            cancellationToken);
        return TruthValue.Number(orders.Sum(o => o.Number("amount_untaxed")));
    }

    private static string Code(string label) => label[1..label.IndexOf(']', StringComparison.Ordinal)];

    private async Task<TruthValue> SuppliersAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var (from, to) = Window(arguments[0]);
        var orders = await sandbox.ReadAsync(
            "purchase.order", $"[['state','=','purchase'],['date_approve','>=','{days.StartOf(from)}'],['date_approve','<','{days.StartOf(to.AddDays(1))}']]", "partner_id amount_untaxed", cancellationToken);
        return TruthValue.All([.. orders.GroupBy(o => o.LinkName("partner_id")!).OrderByDescending(g => g.Sum(o => o.Number("amount_untaxed"))).Take(int.Parse(arguments[1], CultureInfo.InvariantCulture)).Select(g => g.Key)]);
    }

    /// <summary>Each product's quantity, net and margin in the earlier and the later of two windows; arguments: the later, the earlier, what narrows.</summary>
    private async Task<IReadOnlyList<(decimal Q0, decimal R0, decimal M0, decimal Q1, decimal R1, decimal M1)>> PairAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var later = (await LinesAsync(arguments[0], arguments.Skip(2), cancellationToken)).ToLookup(l => l.Link("product_id"));
        var earlier = (await LinesAsync(arguments[1], arguments.Skip(2), cancellationToken)).ToLookup(l => l.Link("product_id"));
        return [.. later.Select(g => g.Key).Union(earlier.Select(g => g.Key)).Select(p => (
            earlier[p].Sum(l => l.Number("product_uom_qty")), earlier[p].Sum(Net), earlier[p].Sum(Margin), later[p].Sum(l => l.Number("product_uom_qty")), later[p].Sum(Net), later[p].Sum(Margin)))];
    }

    private static decimal Change(IReadOnlyList<(decimal Q0, decimal R0, decimal M0, decimal Q1, decimal R1, decimal M1)> products) => Math.Round(products.Sum(p => p.M1), 2) - Math.Round(products.Sum(p => p.M0), 2);

    private static decimal PriceEffect((decimal Q0, decimal R0, decimal M0, decimal Q1, decimal R1, decimal M1) p)
        => p.Q0 > 0 && p.Q1 > 0 ? ((p.R1 / p.Q1) - (p.R0 / p.Q0)) * p.Q1 : 0;

    private static decimal CostEffect((decimal Q0, decimal R0, decimal M0, decimal Q1, decimal R1, decimal M1) p)
        => p.Q0 > 0 && p.Q1 > 0 ? (((p.R0 - p.M0) / p.Q0) - ((p.R1 - p.M1) / p.Q1)) * p.Q1 : 0;

    private async Task<IReadOnlyList<JsonObject>> QuotesAsync(int first, int last, CancellationToken cancellationToken)
    {
        var all = await sandbox.ReadAsync("sale.order", "[['state','in',['draft','sent']],['validity_date','!=',false]]", "name partner_id validity_date amount_untaxed", cancellationToken);
        return [.. all
            .Where(q => days.DayOf(q.Text("validity_date"))!.Value is var day && day >= days.Today.AddDays(first) && day <= days.Today.AddDays(last))
            .OrderBy(q => q.Text("validity_date"), StringComparer.Ordinal).ThenBy(Rows.Id)];
    }
}
