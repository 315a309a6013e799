using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>Open and overdue customer invoices (posted, with something left to pay; credit notes apart).</summary>
internal sealed class InvoiceTruth(SandboxRpc sandbox, CompanyDays days)
{
    /// <summary>Gets the providers by name; the argument is a customer's name or <c>all</c>.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("invoice.open_total", async (a, t) => TruthValue.Number((await OpenAsync(a[0], t)).Sum(Left))),
        new("invoice.open_count", async (a, t) => TruthValue.Number((await OpenAsync(a[0], t)).Count)),
        new("invoice.overdue_total", async (a, t) => TruthValue.Number((await OverdueAsync(a[0], t)).Sum(Left))),
        new("invoice.overdue_count", async (a, t) => TruthValue.Number((await OverdueAsync(a[0], t)).Count)),
        new("invoice.overdue_names", async (a, t) => TruthValue.All([.. (await OverdueAsync(a[0], t)).Select(i => i.Text("name")!)])),
        new("invoice.overdue_longer", async (a, t) => TruthValue.All([.. (await LongerAsync(a[0], t)).Select(i => i.Text("name")!)])),
        new("invoice.overdue_longer_total", async (a, t) => TruthValue.Number((await LongerAsync(a[0], t)).Sum(Left))),
        new("invoice.oldest_overdue", async (a, t) => TruthValue.Words((await OverdueAsync(a[0], t)).OrderBy(i => i.Text("invoice_date_due")).First().Text("name")!)),
        new("invoice.residual", async (a, t) => TruthValue.Number((await FindAsync(a[0], t)).Number("amount_residual"))),
        new("invoice.due", async (a, t) => TruthValue.On(days.DayOf((await FindAsync(a[0], t)).Text("invoice_date_due"))!.Value)),
        new("invoice.customer", async (a, t) => TruthValue.Words((await FindAsync(a[0], t)).LinkName("partner_id")!)),
        new("invoice.top_debtors", async (_, t) => TruthValue.All([.. (await DebtorsAsync(t)).Take(2)])),
        new("invoice.all_numbers", async (_, t) => TruthValue.All([.. (await sandbox.ReadAsync("account.move", "[['state','=','posted']]", "name", t)).Select(i => i.Text("name")!)])),
        new("pick.debtor", async (_, t) => TruthValue.Words((await DebtorsAsync(t))[0])),
        new("pick.overdue_invoice", async (_, t) => TruthValue.Words((await OverdueAsync("all", t)).OrderByDescending(Left).First().Text("name")!)),
    ];

    private static decimal Left(JsonObject invoice) => invoice.Number("amount_residual");

    private Task<JsonObject> FindAsync(string name, CancellationToken cancellationToken)
        => sandbox.FindAsync("account.move", $"[['name','=','{name}']]", "name partner_id amount_residual invoice_date_due", cancellationToken);

    private Task<IReadOnlyList<JsonObject>> OpenAsync(string customer, CancellationToken cancellationToken)
        => sandbox.ReadAsync(
            "account.move",
            $"[['move_type','=','out_invoice'],['state','=','posted'],['payment_state','in',['not_paid','partial']]{(customer == "all" ? string.Empty : $",['partner_id.name','=','{customer}']")}]",
            "name partner_id amount_residual invoice_date_due",
            cancellationToken);

    private async Task<IReadOnlyList<JsonObject>> OverdueAsync(string customer, CancellationToken cancellationToken)
        => [.. (await OpenAsync(customer, cancellationToken)).Where(i => days.DayOf(i.Text("invoice_date_due")) < days.Today)];

    private async Task<IReadOnlyList<JsonObject>> LongerAsync(string count, CancellationToken cancellationToken)
        => [.. (await OverdueAsync("all", cancellationToken)).Where(i => days.DayOf(i.Text("invoice_date_due")) < days.Today.AddDays(-int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)))];

    private async Task<IReadOnlyList<string>> DebtorsAsync(CancellationToken cancellationToken)
        => [.. (await OverdueAsync("all", cancellationToken)).GroupBy(i => i.LinkName("partner_id")!).OrderByDescending(g => g.Sum(Left)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
}
