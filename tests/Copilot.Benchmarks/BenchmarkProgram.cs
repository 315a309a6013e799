using Copilot.Benchmarks.Bare;
using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;
using Copilot.Benchmarks.Stores;
using Copilot.Benchmarks.Suites;

namespace Copilot.Benchmarks;

/// <summary><c>dotnet run -c Release --project tests/Copilot.Benchmarks [-- NAME…] [--json] [--rows N] [--texts FOLDER] [--keep SCHEMA] [--cosine]</c>; <c>docs/benchmarks.md</c> explains the numbers.</summary>
internal static class BenchmarkProgram
{
    private static async Task<int> Main(string[] args)
    {
        if (await OrdersProcess.RunAsync(args) is { } served)
        {
            return served;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        var wanted = args.Where(a => a != "--json").ToList();
        var size = PostgresSize.Take(wanted);
        ISuite[] suites = [new TurnSuite(), new PlanSuite(), new KnowledgeSuite(), new LibrarySuite(), new IngestSuite(), new PostgresSuite(size), new FilesSuite(), new DocumentsSuite(), new AuditSuite(), new OdooSuite(), new ExceptionSuite(), new CrowdSuite(), new ConnectionsSuite(), new VoicesSuite(), new ForecastingSuite(), new StartSuite()];
        if (wanted.Where(w => suites.All(s => s.Name != w)).ToList() is { Count: > 0 } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no {string.Join(", ", unknown)}; there are: {string.Join(", ", suites.Select(s => s.Name))}, and --json.");
            return 2;
        }

        var report = new Report(Console.Out, args.Contains("--json"));
        await using var house = await RunningHouse.StartAsync(Checkout.Path, stop.Token);
        foreach (var suite in suites.Where(s => wanted.Count == 0 || wanted.Contains(s.Name)))
        {
            await Console.Error.WriteLineAsync($"measuring {suite.Name}…");
            await suite.RunAsync(house, report, stop.Token);
        }

        report.End();
        return 0;
    }
}
