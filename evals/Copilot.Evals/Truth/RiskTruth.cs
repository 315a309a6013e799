using Copilot.Contracts;

namespace Copilot.Evals.Truth;

/// <summary>Which open orders have a hard cause to miss their promised day, and orders picked by such a cause.</summary>
internal sealed class RiskTruth(SandboxRpc sandbox, CompanyDays days)
{
    private const int Horizon = 7;

    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("risk.orders", RiskyAsync),
        new("risk.count", async (a, t) => TruthValue.Number((await RiskyAsync(a, t)).Items.Count)),
        new("pick.order", PickAsync),
        new("pick.foreign_order", ForeignAsync),
        new("pick.healthy_order", HealthyAsync),
        new("pick.delivered_order", DeliveredAsync),
    ];

    /// <summary>The arguments are a persona and, if wanted, one cause.</summary>
    private async Task<TruthValue> RiskyAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var open = await OpenOrders.ReadAsync(sandbox, days, cancellationToken);
        var chosen = open.Of(arguments[0]).Where(o => o.Promised <= days.Today.AddDays(Horizon))
            .Where(o => arguments.Count > 1 ? o.Causes.Contains(arguments[1]) : o.Causes.Count > 0);
        return TruthValue.All([.. chosen.Select(o => o.Name)]);
    }

    private async Task<TruthValue> PickAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
        => (await RiskyAsync(arguments, cancellationToken)).Items is { Count: > 0 } names
            ? TruthValue.Words(names[0])
            : throw new CopilotException($"No open order of {arguments[0]} has the cause {string.Join(' ', arguments.Skip(1))}.");

    private async Task<TruthValue> ForeignAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var open = await OpenOrders.ReadAsync(sandbox, days, cancellationToken);
        return TruthValue.Words(open.All.First(o => o.Company == 1 && o.Salesperson is not null && o.Salesperson != arguments[0]).Name);
    }

    private async Task<TruthValue> HealthyAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var open = await OpenOrders.ReadAsync(sandbox, days, cancellationToken);
        return TruthValue.Words(open.Of(arguments[0]).First(o => o.Causes.Count == 0 && o.Promised > days.Today.AddDays(1)).Name);
    }

    private async Task<TruthValue> DeliveredAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var owner = arguments[0] == "sales-rep" ? "['user_id.login','=','sales-rep']" : "['company_id','=',1]";
        var since = days.StartOf(days.Today.AddDays(-40));
        var rows = await sandbox.ReadAsync(
            "sale.order", $"[['state','=','sale'],['delivery_status','=','full'],['date_order','>=','{since}'],{owner}]", "name", cancellationToken);
        return TruthValue.Words(rows[0].Text("name")!);
    }
}
