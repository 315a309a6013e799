using System.CommandLine;
using System.Diagnostics;
using Copilot.Contracts;

namespace Copilot.Host.Commands;

/// <summary><c>copilot eval</c>: starts the yardstick, which is a program of its own because it looks at this one from outside.</summary>
internal static class EvalCommand
{
    private const string Assembly = "Copilot.Evals.dll";
    private const string Project = "evals/Copilot.Evals/Copilot.Evals.csproj";

    /// <summary>Makes the verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    /// <returns>The verb.</returns>
    public static Command Create(Terminal terminal)
    {
        var suites = new Argument<string[]>("SUITE") { Description = "The suites under evals/; all when none is named.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "Writes the results as JSON and nothing else." };
        var corpora = new Option<string[]>("--corpus") { Description = "Measures the search on a judged collection: a folder with corpus.jsonl, queries.jsonl and qrels.tsv.", HelpName = "DIR" };
        var data = new Option<string[]>("--data") { Description = "Measures forecasts on series of a file: one a line, {\"id\",\"freq\",\"h\",\"train\":[…],\"test\":[…]}; may be gzipped.", HelpName = "FILE" };
        var folder = new Option<string?>("--out") { Description = "Writes reports into a folder.", HelpName = "DIR" };
        var command = new Command("eval", "Runs the evaluation suites; exit code 1 when a gate falls short.") { suites, corpora, data, json, folder };
        command.SetAction((arguments, cancellationToken) =>
        {
            List<string> words = [.. arguments.GetValue(suites) ?? []];
            if (arguments.GetValue(json))
            {
                words.Add("--json");
            }

            foreach (var corpus in arguments.GetValue(corpora) ?? [])
            {
                words.AddRange(["--corpus", Path.GetFullPath(corpus, terminal.House.WorkingFolder)]);
            }

            foreach (var file in arguments.GetValue(data) ?? [])
            {
                words.AddRange(["--data", Path.GetFullPath(file, terminal.House.WorkingFolder)]);
            }

            if (arguments.GetValue(folder) is { } into)
            {
                words.AddRange(["--out", into]);
            }

            return RunAsync(Program(terminal.House.WorkingFolder), words, terminal, cancellationToken);
        });
        return command;
    }

    private static IReadOnlyList<string> Program(string workingFolder)
    {
        var here = AppContext.BaseDirectory;
        var own = File.GetLastWriteTimeUtc(typeof(EvalCommand).Assembly.Location);

        // Built with this very program, or part of the same installation; an older build would measure something else.
        string[] built = [Path.Combine(here, Assembly), Path.GetFullPath(Path.Combine(here, "../../Copilot.Evals", new DirectoryInfo(here).Name, Assembly))];
        if (built.FirstOrDefault(path => File.Exists(path) && File.GetLastWriteTimeUtc(path) >= own) is { } found)
        {
            return [found];
        }

        for (var folder = new DirectoryInfo(workingFolder); folder is not null; folder = folder.Parent)
        {
            var project = Path.Combine(folder.FullName, Project);
            if (File.Exists(project))
            {
                return ["run", "--project", project, "--"];
            }
        }

        throw new CopilotException($"There is no {Assembly} beside this program and no {Project} above {workingFolder}. Run it in a checkout.");
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> program, List<string> words, Terminal terminal, CancellationToken cancellationToken)
    {
        // The child writes to the same terminal; its streams are this program's own.
        var start = new ProcessStartInfo("dotnet", program.Concat(words)) { UseShellExecute = false, WorkingDirectory = terminal.House.WorkingFolder };
        using var process = Process.Start(start) ?? throw new CopilotException("dotnet can't be started; is it installed?");
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode;
    }
}
