using Copilot.Benchmarks.Bare;
using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;
using Copilot.Contracts;
using Copilot.Odoo;
using Copilot.Odoo.Exceptions;
using Copilot.Odoo.Exceptions.Scanning;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Benchmarks.Suites;

/// <summary>One scan of 99,999 open order lines for all kinds of order exceptions, against the same reads sent bare: their values read once, and their bytes alone.</summary>
internal sealed class ExceptionSuite : ISuite
{
    private const int Lines = 99_999;
    private const int Rounds = 5;

    private static readonly string[] Kinds =
    [
        Taxonomy.OrderAtRisk, Taxonomy.StockOut, Taxonomy.AllocationConflict, Taxonomy.PickFailure, Taxonomy.QualityHold, Taxonomy.MissingDocument, Taxonomy.CarrierMiss, Taxonomy.CreditHold,
    ];

    public string Name => "exceptions";

    public async Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var server = await OrdersProcess.StartAsync(Lines, now, cancellationToken);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IErpCredentials>(new Account())
            .AddOdoo(o => (o.Url, o.ReadTimeout) = (server.Address.ToString(), TimeSpan.FromMinutes(2)))
            .AddExceptions()
            .BuildServiceProvider();
        var scanner = services.GetRequiredService<Scanner>();
        var found = 0;
        async Task ScanAsync() => found = (await scanner.RunAsync("default", Kinds, [], now, cancellationToken)).Found.Count;

        await ScanAsync();
        using var bare = await OdooRecording.RecordAsync(ScanAsync);
        var scan = FormattableString.Invariant($"scan of {Lines:#,0} open order lines, {found:#,0} cases");
        foreach (var (reference, read) in new (string, Func<CancellationToken, Task>)[] { ("bare requests, values read", bare.ReadAsync), ("bare requests, bytes alone", bare.RunAsync) })
        {
            var pair = await Pair.RunAsync(1, Rounds, () => Clock.TimeAsync(ScanAsync), () => Clock.TimeAsync(() => read(cancellationToken)));
            report.Add(pair.ToLine(Name, scan, FormattableString.Invariant($"{bare.Requests} {reference}")));
        }

        // What a busy machine can't blur; the server's own is no part of it.
        var (work, least) = await Work.CompareAsync(Rounds, 1, ScanAsync, () => bare.ReadAsync(cancellationToken));
        report.Add(Line.Single(Name, "processor time of the same", work, "ms") with { Count = Rounds, Reference = FormattableString.Invariant($"{bare.Requests} bare requests, values read"), ReferenceMedian = least, Adds = work - least, Ratio = work / least });
    }

    private sealed class Account : IErpCredentials
    {
        public ValueTask<ErpCredential> ForAsync(Caller caller, CancellationToken cancellationToken) => ValueTask.FromResult(new ErpCredential("anna", "anna-secret"));
    }
}
