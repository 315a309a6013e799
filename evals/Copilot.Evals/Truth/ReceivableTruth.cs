using System.Globalization;

namespace Copilot.Evals.Truth;

/// <summary>How long money stays out, from single documents. The argument is a customer's name or <c>all</c>; a second one a number of days up to today.</summary>
internal sealed class ReceivableTruth(SandboxRpc sandbox, CompanyDays days)
{
    private const int StandardDays = 90;

    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("receivables.dso", DsoAsync),
        new("receivables.open", async (a, t) => TruthValue.Number(await OpenAsync(a[0], t))),
        new("receivables.days_to_pay", DaysToPayAsync),
    ];

    private static string Of(string customer) => customer == "all" ? string.Empty : $",['partner_id.commercial_partner_id.name','=','{customer}']";

    private static int Days(IReadOnlyList<string> arguments) => arguments.Count > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : StandardDays;

    private static decimal Sign(string? type) => type == "out_refund" ? -1 : 1;

    private async Task<TruthValue> DsoAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var count = Days(arguments);
        var from = days.Today.AddDays(1 - count).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var rows = await sandbox.ReadAsync(
            "account.move", $"[['move_type','in',['out_invoice','out_refund']],['state','=','posted'],['invoice_date','>=','{from}'],['invoice_date','<=','{days.Today:yyyy-MM-dd}']{Of(arguments[0])}]", "move_type amount_total", cancellationToken);
        var invoiced = rows.Sum(r => Sign(r.Text("move_type")) * r.Number("amount_total"));
        return TruthValue.Number(Math.Round(await OpenAsync(arguments[0], cancellationToken) / invoiced * count, 1));
    }

    private async Task<decimal> OpenAsync(string customer, CancellationToken cancellationToken)
        => (await sandbox.ReadAsync("account.move", $"[['move_type','in',['out_invoice','out_refund']],['state','=','posted'],['amount_residual','!=',0]{Of(customer)}]", "move_type amount_residual", cancellationToken))
            .Sum(r => Sign(r.Text("move_type")) * r.Number("amount_residual"));

    private async Task<TruthValue> DaysToPayAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var from = days.Today.AddDays(1 - Days(arguments)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var last = new Dictionary<int, DateOnly>();
        foreach (var payment in await sandbox.ReadAsync("account.payment", $"[['payment_type','=','inbound'],['partner_type','=','customer'],['date','>=','{from}'],['state','in',['paid','in_process']]]", "date reconciled_invoice_ids", cancellationToken))
        {
            var day = days.DayOf(payment.Text("date"))!.Value;
            foreach (var invoice in payment.Links("reconciled_invoice_ids"))
            {
                last[invoice] = last.TryGetValue(invoice, out var known) && known > day ? known : day;
            }
        }

        var invoices = await sandbox.ReadAsync(
            "account.move", $"[['id','in',{Rows.List(last.Keys)}],['move_type','=','out_invoice'],['payment_state','in',['paid','in_payment']]{Of(arguments[0])}]", "invoice_date", cancellationToken);
        return TruthValue.Number(Math.Round((decimal)invoices.Average(i => last[i.Id()].DayNumber - days.DayOf(i.Text("invoice_date"))!.Value.DayNumber), 1));
    }
}
