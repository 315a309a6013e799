using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Evals.Truth;

/// <summary>What was invoiced to customers and billed by suppliers, from single documents. Arguments: a customer's name or <c>all</c>, and <c>last_month</c>, <c>this_month</c>, <c>this_year</c> or <c>year</c> (up to today).</summary>
internal sealed class InvoicedTruth(SandboxRpc sandbox, CompanyDays days)
{
    private const int Year = 365;

    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("invoiced.net", async (a, t) => TruthValue.Number((await ReadAsync(a, t)).Sum(Net))),
        new("invoiced.invoices", async (a, t) => TruthValue.Number((await ReadAsync(a, t)).Count(r => !IsCredit(r)))),
        new("invoiced.credit_notes", async (a, t) => TruthValue.Number((await ReadAsync(a, t)).Count(IsCredit))),
        new("invoiced.credited", async (a, t) => TruthValue.Number(-(await ReadAsync(a, t)).Where(IsCredit).Sum(Net))),
        new("invoiced.largest", async (a, t) => TruthValue.Words((await ReadAsync(["all", a[0]], t)).GroupBy(r => r.LinkName("commercial_partner_id")!).MaxBy(g => g.Sum(Net))!.Key)),
        new("bills.count", async (a, t) => TruthValue.Number((await BillsAsync(a[0], t)).Count)),
        new("bills.total", async (a, t) => TruthValue.Number((await BillsAsync(a[0], t)).Sum(b => b.Number("amount_total")))),
        new("bills.unpaid", async (a, t) => TruthValue.Number((await BillsAsync(a[0], t)).Count(b => b.Number("amount_residual") > 0))),
        new("bills.newest", async (a, t) => TruthValue.Words((await BillsAsync(a[0], t)).OrderByDescending(b => b.Text("invoice_date"), StringComparer.Ordinal).ThenByDescending(b => b.Number("amount_total")).First().Text("name")!)),
        new("invoiced.most_credited", async (a, t) => TruthValue.Words((await ReadAsync(["all", a[0]], t)).Where(IsCredit).GroupBy(r => r.LinkName("commercial_partner_id")!).MinBy(g => g.Sum(Net))!.Key)),
    ];

    private static bool IsCredit(JsonObject row) => row.Text("move_type") == "out_refund";

    private static decimal Net(JsonObject row) => (IsCredit(row) ? -1 : 1) * row.Number("amount_untaxed");

    private Task<IReadOnlyList<JsonObject>> ReadAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var (from, to) = Of(arguments[1]);
        var customer = arguments[0] == "all" ? string.Empty : $",['partner_id.commercial_partner_id.name','=','{arguments[0]}']";
        return sandbox.ReadAsync(
            "account.move",
            $"[['move_type','in',['out_invoice','out_refund']],['state','=','posted'],['invoice_date','>=','{Iso(from)}'],['invoice_date','<=','{Iso(to)}']{customer}]",
            "move_type amount_untaxed commercial_partner_id",
            cancellationToken);
    }

    /// <summary>Posted vendor bills that bear a date of the period.</summary>
    private Task<IReadOnlyList<JsonObject>> BillsAsync(string period, CancellationToken cancellationToken)
    {
        var (from, to) = Of(period);
        return sandbox.ReadAsync("account.move", $"[['move_type','=','in_invoice'],['state','=','posted'],['invoice_date','>=','{Iso(from)}'],['invoice_date','<=','{Iso(to)}']]", "name amount_total amount_residual invoice_date", cancellationToken);
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
            _ => throw new CopilotException($"The truth of what was invoiced knows last_month, this_month, this_year and year, not {period}."),
        };
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
