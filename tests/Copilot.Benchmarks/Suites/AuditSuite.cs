using System.Text.Json.Nodes;
using Copilot.Benchmarks.Bare;
using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;
using Copilot.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Benchmarks.Suites;

/// <summary>One audit entry, durable, chained and sealed, against the same rows written bare with the same pragmas.</summary>
internal sealed class AuditSuite : ISuite
{
    private const int Rounds = 150;

    public string Name => "audit";

    public async Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        var trail = house.Services.GetRequiredService<IAuditTrail>();
        using var store = new BareStore(house.Data);
        foreach (var kilobytes in (int[])[1, 16, 64])
        {
            var content = new JsonObject { ["text"] = new string('x', kilobytes * 1024) };
            var text = content.ToJsonString();
            var pair = await Pair.RunAsync(
                10,
                Rounds,
                () => Clock.TimeAsync(() => trail.AppendAsync(Entry(content), cancellationToken)),
                () => Clock.TimeAsync(() =>
                {
                    store.Append(Guid.NewGuid().ToString("N"), text);
                    return Task.CompletedTask;
                }));
            report.Add(pair.ToLine(Name, FormattableString.Invariant($"append {kilobytes} kB"), "bare insert, synchronous=FULL"));
        }
    }

    private static AuditEntry Entry(JsonObject content) => new()
    {
        Tenant = "benchmark",
        Kind = AuditEntryKind.TurnFinished,
        TurnId = null,
        CallerId = "benchmark",
        At = TimeProvider.System.GetUtcNow(),
        Content = content,
    };
}
