using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Evals.Truth;

/// <summary>Which open orders have a hard cause to miss their promised day, and orders picked by such a cause.</summary>
internal sealed class RiskTruth(SandboxRpc sandbox, CompanyDays days)
{
    private const int Horizon = 7;
    private const int Some = 4;

    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("risk.orders", async (a, t) => TruthValue.All(await RiskyAsync(a, t))),
        new("risk.some", async (a, t) => TruthValue.Some(await RiskyAsync(a, t), Some)),
        new("risk.until_sunday", async (a, t) => TruthValue.Some(await RiskyAsync(a, o => o.Promised <= Sunday(), t), Some)),
        new("risk.some_late", async (a, t) => TruthValue.Some(await RiskyAsync(a, o => o.Causes.Contains("passed"), t), Some)),
        new("risk.some_company", async (a, t) => TruthValue.Some(await RiskyAsync(["operations-manager"], o => o.Company == int.Parse(a[0], CultureInfo.InvariantCulture), t), Some)),
        new("risk.of_customer", async (a, t) => TruthValue.All(await RiskyAsync([a[0]], o => o.Customer == a[1], t))),
        new("pick.order", PickAsync),
        new("pick.company_order", async (a, t) => TruthValue.Words((await RiskyAsync(["operations-manager"], o => o.Company == int.Parse(a[0], CultureInfo.InvariantCulture), t))[0])),
        new("pick.foreign_order", ForeignAsync),
        new("pick.healthy_order", HealthyAsync),
        new("pick.delivered_order", DeliveredAsync),
    ];

    private DateOnly Sunday() => days.Today.AddDays((7 - (int)days.Today.DayOfWeek) % 7);

    /// <summary>The arguments are a persona and, if wanted, one cause.</summary>
    private Task<IReadOnlyList<string>> RiskyAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
        => RiskyAsync(arguments, o => arguments.Count < 2 || o.Causes.Contains(arguments[1]), cancellationToken);

    private async Task<IReadOnlyList<string>> RiskyAsync(IReadOnlyList<string> arguments, Func<OpenOrder, bool> counts, CancellationToken cancellationToken)
    {
        var open = await OpenOrders.ReadAsync(sandbox, days, cancellationToken);
        return [.. open.Of(arguments[0]).Where(o => o.Promised <= days.Today.AddDays(Horizon) && o.Causes.Count > 0 && counts(o)).Select(o => o.Name)];
    }

    private async Task<TruthValue> PickAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
        => await RiskyAsync(arguments, cancellationToken) is { Count: > 0 } names
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
