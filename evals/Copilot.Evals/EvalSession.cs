using Copilot.Contracts;
using Copilot.Evals.Answering;
using Copilot.Evals.Cases;
using Copilot.Evals.Checking;
using Copilot.Evals.Documents;
using Copilot.Evals.Forecasting;
using Copilot.Evals.Matching;
using Copilot.Evals.Reports;
using Copilot.Evals.Retrieval;
using Copilot.Evals.Running;
using Copilot.Evals.Safety;
using Copilot.Evals.Voices;
using Copilot.Host;

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
        var progress = new TerminalProgress();
        var report = new EvalReport { Cases = [] };
        if (arguments.AsksGolden)
        {
            report = await GoldenAsync(arguments, house, knowledge, progress, cancellationToken);
            if (report.Cases.Count == 0)
            {
                throw new CopilotException($"No golden case belongs to {string.Join(", ", arguments.Suites)}. Name a file under {evals}/golden, a tag or a case.");
            }
        }

        return report with
        {
            Routes = arguments.AsksRouting ? await RoutesAsync(house, evals, knowledge, cancellationToken) : [],
            Ranks = arguments.AsksRetrieval ? await RetrievalRun.RunAsync(arguments.Corpora, evals, knowledge, cancellationToken) : [],
            Answered = arguments.AsksAnswers ? await AnswersAsync(house, evals, knowledge, progress, cancellationToken) : [],
            Forecasts = arguments.AsksForecasting ? ForecastRun.Run(arguments.SeriesFiles, progress, cancellationToken) : [],
            Lateness = arguments.AsksForecasting && arguments.SeriesFiles.Count == 0 ? await LatenessRun.RunAsync(TimeProvider.System, cancellationToken) : null,
            Documents = arguments.AsksDocuments ? await DocumentsRun.RunAsync(arguments.DocumentFolders, progress, cancellationToken) : [],
            Matching = arguments.AsksMatching ? await MatchRun.RunAsync(progress, cancellationToken) : null,
            Voices = arguments.AsksVoices ? await new VoicesRun(house, progress).RunAsync(cancellationToken) : [],
            Safety = arguments.AsksSafety ? await new SafetySession(house, progress).RunAsync(arguments.SafetyClasses, cancellationToken) : new SafetyReport([], [], false),
        };
    }

    private static async Task<EvalReport> GoldenAsync(EvalArguments arguments, string house, string knowledge, IProgress<EvalProgress> progress, CancellationToken cancellationToken)
    {
        await using var service = await ExaminedHouse.StartAsync(house, knowledge, new Dictionary<string, string?>(), cancellationToken);
        var examined = new EvalOptions { EvalsFolder = Path.Combine(house, "evals"), KnowledgeFolder = knowledge, Sandbox = service.Sandbox, Suites = arguments.GoldenSuites };
        return await new EvalRunner().RunAsync(service.Target, examined, progress, cancellationToken);
    }

    private static async Task<IReadOnlyList<AnswerResult>> AnswersAsync(
        string house, string evals, string knowledge, IProgress<EvalProgress> progress, CancellationToken cancellationToken)
    {
        await using var service = await ExaminedHouse.StartAsync(house, knowledge, new Dictionary<string, string?>(), cancellationToken);
        return await new AnswersRun(service.Target, new KnowledgeIndex(knowledge), progress).RunAsync(AnswersRun.Questions(evals), cancellationToken);
    }

    private static async Task<IReadOnlyList<RouteResult>> RoutesAsync(string house, string evals, string knowledge, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("copilot-evals-").FullName;
        try
        {
            return await new RoutingRunner(typeof(CopilotHost).Assembly.Location, house, ExaminedHouse.Settings(data, knowledge, ExaminedHouse.FreePort()))
                .RunAsync(CaseFolder.Routing(evals), cancellationToken);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>The checkout: the nearest folder above that holds the golden questions.</summary>
    internal static string House()
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
}
