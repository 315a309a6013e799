using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>Receipts that are open although the day agreed with the supplier has passed.</summary>
internal sealed class ReceiptTruth(SandboxRpc sandbox, CompanyDays days)
{
    /// <summary>Gets the providers by name; arguments: companies separated by +, and a supplier if wanted.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("late_receipts.count", async (a, t) => TruthValue.Number((await LateAsync(a, t)).Count)),
        new("late_receipts.orders", async (a, t) => TruthValue.All([.. (await LateAsync(a, t)).Select(r => r.Text("origin") ?? r.Text("name")!).Distinct()])),
        new("late_receipts.some", async (a, t) => TruthValue.Some([.. (await LateAsync(a, t)).Select(r => r.Text("origin") ?? r.Text("name")!).Distinct()], 4)),
        new("purchase.all_numbers", async (_, t) => TruthValue.All([.. (await sandbox.ReadAsync("purchase.order", "[]", "name", t)).Select(r => r.Text("name")!)])),
        new("pick.late_purchase", async (a, t) => TruthValue.Words((await LateAsync(a, t)).Select(r => r.Text("origin")).OfType<string>().First())),
    ];

    private async Task<IReadOnlyList<JsonObject>> LateAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var supplier = arguments.Count > 1 ? $",['partner_id.name','=','{arguments[1]}']" : string.Empty;
        var rows = await sandbox.ReadAsync(
            "stock.picking",
            $"[['picking_type_id.code','=','incoming'],['state','not in',['draft','done','cancel']],['company_id','in',[{arguments[0].Replace('+', ',')}]]{supplier}]",
            "name origin scheduled_date date_deadline",
            cancellationToken);
        return [.. rows.Where(r => (days.DayOf(r.Text("date_deadline")) ?? days.DayOf(r.Text("scheduled_date"))) < days.Today)];
    }
}
