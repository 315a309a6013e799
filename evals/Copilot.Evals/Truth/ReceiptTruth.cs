using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>Purchase orders with lines that are open although their planned day has passed.</summary>
internal sealed class ReceiptTruth(SandboxRpc sandbox, CompanyDays days)
{
    private const int Some = 4;

    /// <summary>Gets the providers by name; arguments: companies separated by +, and a supplier if wanted.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("late_receipts.orders", async (a, t) => TruthValue.All(await LateAsync(a, t))),
        new("late_receipts.some", async (a, t) => TruthValue.Some(await LateAsync(a, t), Some)),
        new("purchase.all_numbers", async (_, t) => TruthValue.All([.. (await sandbox.ReadAsync("purchase.order", "[]", "name", t)).Select(r => r.Text("name")!)])),
    ];

    private async Task<IReadOnlyList<string>> LateAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var supplier = arguments.Count > 1 ? $",['order_id.partner_id.name','=','{arguments[1]}']" : string.Empty;
        IReadOnlyList<JsonObject> lines = await sandbox.ReadAsync(
            "purchase.order.line",
            $"[['order_id.state','=','purchase'],['date_planned','<','{days.StartOf(days.Today)}'],['company_id','in',[{arguments[0].Replace('+', ',')}]]{supplier}]",
            "order_id product_qty qty_received",
            cancellationToken);
        return [.. lines.Where(l => l.Number("qty_received") < l.Number("product_qty")).Select(l => l.LinkName("order_id")!.Split(' ')[0]).Distinct()];
    }
}
