using Copilot.Benchmarks.Bare;
using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Benchmarks.Suites;

/// <summary>The Odoo client against the same requests sent bare, the building of the name catalog, and the start of the sandbox.</summary>
internal sealed class OdooSuite : ISuite
{
    private const int Starts = 5;

    private static readonly OdooQuery Orders = new()
    {
        Model = "sale.order",
        Domain = OdooDomain.Where("state", "=", "sale"),
        Fields = ["name", "partner_id", "commitment_date", "amount_total", "state", "user_id"],
        Order = "id desc",
        Limit = 80,
    };

    public string Name => "odoo";

    public async Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        var client = house.Services.GetRequiredService<IOdooClient>();
        var caller = RunningHouse.As(RoleNames.OperationsManager);
        await AgainstBareAsync("search_read of 80 orders", 60, () => client.SearchReadAsync(caller, Orders, cancellationToken), report, cancellationToken);

        // A catalog of its own each time: the house's keeps what it read.
        await AgainstBareAsync(
            "catalog of names, built anew",
            12,
            () => new EntityCatalog(client, house.Services.GetRequiredService<IErpCredentials>(), TimeProvider.System).GetAsync(caller, cancellationToken),
            report,
            cancellationToken);
        await StartsAsync(report, cancellationToken);
    }

    private async Task AgainstBareAsync(string what, int rounds, Func<Task> call, Report report, CancellationToken cancellationToken)
    {
        await call();
        using var bare = await OdooRecording.RecordAsync(call);
        var pair = await Pair.RunAsync(4, rounds, () => Clock.TimeAsync(call), () => Clock.TimeAsync(() => bare.RunAsync(cancellationToken)));
        report.Add(pair.ToLine(Name, what, FormattableString.Invariant($"{bare.Requests} bare requests")));
    }

    private async Task StartsAsync(Report report, CancellationToken cancellationToken)
    {
        var samples = new Samples();
        for (var run = 0; run < Starts; run++)
        {
            var started = Clock.Now;
            await using var server = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, TimeProvider.System, cancellationToken);
            samples.Add(Clock.Since(started));
        }

        report.Add(Line.Of(Name, "sandbox, filled and listening (warm code)", samples));
    }
}
