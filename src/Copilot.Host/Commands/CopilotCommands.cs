using System.CommandLine;
using Copilot.Contracts;

namespace Copilot.Host.Commands;

/// <summary>The verbs of <c>copilot</c>, and what their ends mean: 0 done, 1 an error, 2 bad input, 130 interrupted.</summary>
internal static class CopilotCommands
{
    private const int Failed = 1;
    private const int BadInput = 2;
    private const int Interrupted = 130;

    /// <summary>Runs one verb; without one it serves.</summary>
    /// <param name="args">What was typed.</param>
    /// <param name="terminal">Where it runs.</param>
    /// <param name="cancellationToken">Ends the verb.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellationToken)
    {
        var (settings, words) = CommandLineSettings.Split(args);
        terminal = terminal with { House = terminal.House with { Settings = Merge(terminal.House.Settings, settings) } };
        var arguments = Root(terminal).Parse(Serves(words) ? ["serve", .. words] : words);
        if (arguments.Errors.Count > 0)
        {
            foreach (var error in arguments.Errors)
            {
                await terminal.RemarkAsync(error.Message);
            }

            await terminal.RemarkAsync("copilot --help lists the verbs, copilot VERB --help their options.");
            return BadInput;
        }

        try
        {
            var streams = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false };
            return await arguments.InvokeAsync(streams, cancellationToken);
        }
        catch (BadInputException bad)
        {
            await terminal.RemarkAsync(bad.Message);
            return BadInput;
        }
        catch (CopilotException trouble)
        {
            await terminal.RemarkAsync(trouble.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
    }

    private static RootCommand Root(Terminal terminal) => new("Distribution Copilot: asks your documents and your Odoo, and shows where every figure comes from. Without a verb it serves.")
    {
        ServeCommand.Create(terminal),
        AskCommand.Create(terminal),
        IngestCommand.Create(terminal),
        SearchCommand.Create(terminal),
        RouteCommand.Create(terminal),
        ForecastCommand.Create(terminal),
        ExtractCommand.Create(terminal),
        EvalCommand.Create(terminal),
        AuditCommand.Create(terminal),
        MigrateCommand.Create(terminal),
        PromptsCommand.Create(terminal),
        McpCommand.Create(terminal),
        TeamsCommand.Create(terminal),
    };

    // "copilot" and "copilot --urls …" serve; --help and --version are the program's own.
    private static bool Serves(IReadOnlyList<string> words) => words.Count == 0 || words[0] == "--urls" || words[0].StartsWith("--urls=", StringComparison.Ordinal);

    private static Dictionary<string, string?> Merge(IReadOnlyDictionary<string, string?> first, IReadOnlyDictionary<string, string?> second)
        => first.Concat(second).GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.Last().Value);
}
