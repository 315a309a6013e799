using System.Net;
using System.Net.Sockets;
using Copilot.Contracts;
using Copilot.Evals.Cases;
using Copilot.Evals.Reports;
using Copilot.Evals.Retrieval;
using Copilot.Evals.Running;
using Copilot.Host;
using Copilot.Knowledge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Copilot.Evals;

/// <summary>Starts the whole service with a practice company of its own, examines it, and leaves nothing behind.</summary>
internal static class EvalSession
{
    /// <summary>Runs the suites.</summary>
    public static async Task<EvalReport> RunAsync(EvalArguments arguments, CancellationToken cancellationToken)
    {
        var house = House();
        var evals = Path.Combine(house, "evals");
        var knowledge = Path.Combine(house, "knowledge");
        var data = Directory.CreateTempSubdirectory("copilot-evals-").FullName;
        var sandboxPort = FreePort();
        var settings = new Dictionary<string, string?>
        {
            ["Copilot:Data"] = data,
            ["Copilot:Knowledge:Folder"] = knowledge,
            ["Copilot:Sandbox:Port"] = sandboxPort.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Copilot:Demo:Enabled"] = "true",
            ["Copilot:Limits:QuestionsPerMinute"] = "100000",
            ["Copilot:Limits:RequestsPerMinute"] = "100000",
        };
        try
        {
            var report = new EvalReport { Cases = [] };
            if (arguments.AsksGolden)
            {
                report = await GoldenAsync(arguments, house, settings, new Uri($"http://127.0.0.1:{sandboxPort}"), cancellationToken);
                if (report.Cases.Count == 0)
                {
                    throw new CopilotException($"No golden case belongs to {string.Join(", ", arguments.Suites)}. Name a file under {evals}/golden, a tag or a case.");
                }
            }

            var routes = arguments.AsksRouting
                ? await new RoutingRunner(typeof(CopilotHost).Assembly.Location, house, settings).RunAsync(CaseFolder.Routing(evals), cancellationToken)
                : [];
            var ranks = arguments.AsksRetrieval ? await RetrievalRun.RunAsync(arguments.Corpora, evals, knowledge, cancellationToken) : [];
            return report with { Routes = routes, Ranks = ranks };
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<EvalReport> GoldenAsync(EvalArguments arguments, string house, Dictionary<string, string?> settings, Uri sandbox, CancellationToken cancellationToken)
    {
        var options = new CopilotHostOptions { Urls = "http://127.0.0.1:0", WorkingFolder = house, Settings = settings, LogLevel = LogLevel.Error };
        await using var service = await CopilotHost.StartAsync(options, cancellationToken);

        // The service follows the sources by itself, a moment after it is ready; the questions must not be quicker.
        await service.Services.GetRequiredService<KnowledgeIngestor>().IngestSourceAsync(null, null, cancellationToken);
        using var http = new HttpClient { BaseAddress = service.Address, Timeout = TimeSpan.FromMinutes(2) };
        var examined = new EvalOptions
        {
            EvalsFolder = Path.Combine(house, "evals"),
            KnowledgeFolder = Path.Combine(house, "knowledge"),
            Sandbox = sandbox,
            Suites = arguments.GoldenSuites,
        };
        return await new EvalRunner().RunAsync(new HttpTarget(http), examined, new TerminalProgress(), cancellationToken);
    }

    /// <summary>The checkout: the nearest folder above that holds the golden questions.</summary>
    private static string House()
    {
        foreach (var start in new[] { Environment.CurrentDirectory, AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (Directory.Exists(Path.Combine(folder.FullName, "evals", "golden")))
                {
                    return folder.FullName;
                }
            }
        }

        throw new CopilotException($"There is no folder evals/golden above {Environment.CurrentDirectory}. Run it in a checkout.");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
