using System.Text.Json;
using Copilot.Contracts;
using Copilot.Conversation.Prompts;
using Copilot.Evals.Reports;
using Copilot.Evals.Running;

namespace Copilot.Evals;

/// <summary>The yardstick as a program; <c>copilot eval</c> starts it.</summary>
internal static class EvalProgram
{
    private static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        if (EvalArguments.TryParse(args) is not { } arguments)
        {
            await Console.Error.WriteLineAsync(EvalArguments.Usage);
            return args.Contains("--help") ? 0 : 2;
        }

        try
        {
            // Read before the run: a prompt that is changed meanwhile was not examined.
            var prompts = PromptLedger.Open(Path.Combine(EvalSession.House(), "prompts")).Prompts;
            var at = TimeProvider.System.GetUtcNow();
            var report = await EvalSession.RunAsync(arguments, stop.Token) with
            {
                Suites = arguments.Asked,
                At = at,
                Prompts = [.. prompts.Select(p => new PromptUnderTest(p.Name, p.Version, p.Hash))],
            };
            await WriteAsync(report, arguments, stop.Token);
            return report.Passed ? 0 : 1;
        }
        catch (CopilotException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
    }

    private static async Task WriteAsync(EvalReport report, EvalArguments arguments, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(report, ContractJson.Options);
        var table = ReportTable.Print(report);
        if (arguments.Out is { } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, "report.json"), json, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "report.md"), table, cancellationToken);
        }

        await Console.Out.WriteLineAsync(arguments.Json ? json : table);
    }
}
