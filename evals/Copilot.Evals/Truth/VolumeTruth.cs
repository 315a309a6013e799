using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Evals.Truth;

/// <summary>
/// What is to be invoiced, what the warehouses finished, and how many tickets came, from single records. Periods are <c>last_month</c>, <c>this_month</c>, <c>this_year</c> and <c>year</c> (up to today); a number is that many days ago.
/// </summary>
internal sealed class VolumeTruth(SandboxRpc sandbox, CompanyDays days)
{
    private const int Year = 365;

    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("volume.to_invoice", async (_, t) => TruthValue.Number((await OpenAsync("sale.order.line", "product_uom_qty", t)).Where(o => o.Amount > 0).Sum(o => o.Amount))),
        new("volume.to_invoice_orders", async (_, t) => TruthValue.Number((await OpenAsync("sale.order.line", "product_uom_qty", t)).Count(o => o.Amount > 0))),
        new("volume.to_bill", async (_, t) => TruthValue.Number((await OpenAsync("purchase.order.line", "product_qty", t)).Where(o => o.Amount > 0).Sum(o => o.Amount))),
        new("volume.done", async (a, t) => TruthValue.Number(await DoneAsync(a, t))),
        new("volume.busiest", async (a, t) => TruthValue.Words((await ByPersonAsync(a, t)).OrderByDescending(g => g.Count()).First().Key)),
        new("volume.busiest_done", async (a, t) => TruthValue.Number((await ByPersonAsync(a, t)).Max(g => g.Count()))),
        new("volume.tickets", async (a, t) => TruthValue.Number((await TicketsAsync(a[0], t)).Count)),
        new("volume.most_tickets", async (a, t) => TruthValue.Words(await LoudestAsync(a[0], t))),
    ];

    private async Task<IReadOnlyList<(string Order, decimal Amount)>> OpenAsync(string model, string quantity, CancellationToken cancellationToken)
        => [.. (await sandbox.ReadAsync(model, "[['qty_to_invoice','!=',0],['state','in',['sale','purchase','done']]]", $"order_id qty_to_invoice price_unit discount {quantity} price_subtotal", cancellationToken))
            .GroupBy(l => l.LinkName("order_id")!)
            .Select(g => (g.Key, Math.Round(g.Sum(l => l.Number("price_subtotal") / l.Number(quantity) * l.Number("qty_to_invoice")), 2)))];

    /// <summary>Arguments: the operation code, a warehouse's code or <c>all</c>, and the period.</summary>
    private async Task<int> DoneAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var (from, to) = Of(arguments[2]);
        var warehouse = arguments[1] == "all" ? string.Empty : $",['picking_type_id.warehouse_id.code','=','{arguments[1]}']";
        return (await sandbox.ReadAsync("stock.picking", $"[['state','=','done'],['picking_type_id.code','=','{arguments[0]}']{warehouse}]", "date_done", cancellationToken))
            .Count(p => days.DayOf(p.Text("date_done")) is { } day && day >= from && day <= to);
    }

    /// <summary>Done transfers of a period and a company's number, by the person responsible.</summary>
    private async Task<IReadOnlyList<IGrouping<string, JsonObject>>> ByPersonAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var (from, to) = Of(arguments[0]);
        var rows = await sandbox.ReadAsync("stock.picking", $"[['state','=','done'],['user_id','!=',false],['company_id','=',{arguments[1]}]]", "date_done user_id", cancellationToken);
        return [.. rows.Where(p => days.DayOf(p.Text("date_done")) is { } day && day >= from && day <= to).GroupBy(p => p.LinkName("user_id")!)];
    }

    private async Task<IReadOnlyList<JsonObject>> TicketsAsync(string period, CancellationToken cancellationToken)
    {
        var (from, to) = Of(period);
        return [.. (await sandbox.ReadAsync("helpdesk.ticket", "[]", "create_date partner_id", cancellationToken)).Where(t => days.DayOf(t.Text("create_date")) is { } day && day >= from && day <= to)];
    }

    private async Task<string> LoudestAsync(string period, CancellationToken cancellationToken)
    {
        var partners = (await sandbox.ReadAsync("res.partner", "[]", "commercial_partner_id", cancellationToken)).ToDictionary(p => p.Id(), p => p.LinkName("commercial_partner_id")!);
        return (await TicketsAsync(period, cancellationToken)).GroupBy(t => partners[t.Link("partner_id")!.Value]).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
    }

    private (DateOnly From, DateOnly To) Of(string period)
    {
        var month = new DateOnly(days.Today.Year, days.Today.Month, 1);
        return period switch
        {
            "last_month" => (month.AddMonths(-1), month.AddDays(-1)),
            "this_month" => (month, days.Today),
            "this_year" => (new DateOnly(days.Today.Year, 1, 1), days.Today),
            "year" => (days.Today.AddDays(1 - Year), days.Today),
            _ => (days.Today.AddDays(-int.Parse(period, CultureInfo.InvariantCulture)), days.Today.AddDays(-int.Parse(period, CultureInfo.InvariantCulture))),
        };
    }
}
