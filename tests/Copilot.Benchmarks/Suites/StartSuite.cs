using System.Diagnostics;
using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;

namespace Copilot.Benchmarks.Suites;

/// <summary>From starting the built program to "ready": with a new data folder, with a known one, and with settings of the runtime changed.</summary>
internal sealed class StartSuite : ISuite
{
    private const int Rounds = 3;

    private static readonly (string Name, string Variable, string Value)[] Variants =
    [
        ("TieredPGO=0", "DOTNET_TieredPGO", "0"),
        ("TC_QuickJitForLoops=0", "DOTNET_TC_QuickJitForLoops", "0"),
        ("gcServer=0", "DOTNET_gcServer", "0"),
        ("ReadyToRun=0 (framework too)", "DOTNET_ReadyToRun", "0"),
    ];

    public string Name => "start";

    public async Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        var (fresh, known) = (new Samples(), new Samples());
        var changed = Variants.Select(_ => (Ratio: new Samples(), Took: new Samples())).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            var data = Directory.CreateTempSubdirectory("copilot-bench-start-").FullName;
            try
            {
                fresh.Add(await ReadyAsync(data, null, cancellationToken));
                known.Add(await ReadyAsync(data, null, cancellationToken));
            }
            finally
            {
                Directory.Delete(data, recursive: true);
            }

            for (var i = 0; i < Variants.Length; i++)
            {
                var (with, without) = (await FreshAsync(Variants[i], cancellationToken), await FreshAsync(null, cancellationToken));
                changed[i].Took.Add(with);
                changed[i].Ratio.Add(with / without);
                fresh.Add(without);
            }
        }

        report.Add(Line.Of(Name, "serve until ready, new data folder", fresh));
        report.Add(Line.Of(Name, "serve until ready, known data folder", known));
        for (var i = 0; i < Variants.Length; i++)
        {
            report.Add(Line.Of(Name, "new data folder, " + Variants[i].Name, changed[i].Took) with { Reference = "as it is", ReferenceMedian = fresh.Median, Ratio = changed[i].Ratio.Median });
        }
    }

    private static async Task<double> FreshAsync((string Name, string Variable, string Value)? variant, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("copilot-bench-start-").FullName;
        try
        {
            return await ReadyAsync(data, variant, cancellationToken);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<double> ReadyAsync(string data, (string Name, string Variable, string Value)? variant, CancellationToken cancellationToken)
    {
        // The program as it was built lies beside the benchmarks.
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "copilot.exe" : "copilot"))
        {
            WorkingDirectory = Checkout.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "serve", "--urls", "http://127.0.0.1:0" },
            Environment = { ["Copilot__Data"] = data, ["Copilot__Sandbox__Port"] = "0" },
        };
        if (variant is { } change)
        {
            start.Environment[change.Variable] = change.Value;
        }

        var started = Clock.Now;
        using var program = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        program.ErrorDataReceived += (_, _) => { };
        program.BeginErrorReadLine();
        try
        {
            while (await program.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                if (line.Contains("is ready at", StringComparison.Ordinal))
                {
                    return Clock.Since(started);
                }
            }

            throw new InvalidOperationException("The program ended before it was ready.");
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(CancellationToken.None);
        }
    }
}
