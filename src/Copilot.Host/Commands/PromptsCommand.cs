using System.CommandLine;
using System.Globalization;
using Copilot.Conversation.Prompts;

namespace Copilot.Host.Commands;

/// <summary><c>copilot prompts</c>: which prompts there are, whether each was evaluated as it is, and how it differs from what was.</summary>
internal static class PromptsCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    /// <returns>The verb.</returns>
    public static Command Create(Terminal terminal) => new("prompts", "The prompts: checks, differences, and the evaluations on record for them.")
    {
        Check(terminal),
        Diff(terminal),
        Record(terminal),
    };

    private static Command Check(Terminal terminal)
    {
        var json = new Option<bool>("--json") { Description = "Writes one JSON object and nothing else." };
        var command = new Command("check", "Says whether all prompts can be used and have an evaluation on record; exit code 1 when not.") { json };
        command.SetAction(async (arguments, _) =>
        {
            var ledger = Open(terminal);
            var faults = ledger.Faults();
            if (arguments.GetValue(json))
            {
                await JsonLines.WriteAsync(terminal.Out, new { ok = faults.Count == 0, faults, prompts = ledger.Prompts.Select(p => new { p.Name, p.Version, p.Hash, p.Owner }) });
                return faults.Count == 0 ? 0 : 1;
            }

            foreach (var prompt in ledger.Prompts)
            {
                var run = ledger.Records.GetValueOrDefault(prompt.Name)?.Run;
                var on = run is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", run.Suites)} on {run.At.UtcDateTime:yyyy-MM-dd}");
                await terminal.Out.WriteLineAsync(TerminalText.Clean($"{prompt.Name,-18} version {prompt.Version,-4} {prompt.Hash[..12]}  {prompt.Owner,-14} evaluation: {on}"));
            }

            foreach (var fault in faults)
            {
                await terminal.RemarkAsync(fault);
            }

            return faults.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static Command Diff(Terminal terminal)
    {
        var name = new Argument<string?>("PROMPT") { Description = "One prompt, answer/turn say; all when none is named.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Writes one JSON object a prompt that differs, and nothing else." };
        var command = new Command("diff", "Shows what changed against the versions on record.") { name, json };
        command.SetAction(async (arguments, _) =>
        {
            var ledger = Open(terminal);
            var wanted = arguments.GetValue(name);
            if (wanted is not null && !ledger.Prompts.Any(p => p.Name == wanted) && !ledger.Records.ContainsKey(wanted))
            {
                throw new BadInputException($"There is no prompt '{wanted}'. There are {string.Join(", ", ledger.Prompts.Select(p => p.Name))}.");
            }

            foreach (var change in ledger.Changes().Where(c => wanted is null || c.Name == wanted))
            {
                await (arguments.GetValue(json) ? JsonLines.WriteAsync(terminal.Out, change) : ShowAsync(terminal, change));
            }

            return 0;
        });
        return command;
    }

    private static Command Record(Terminal terminal)
    {
        var report = new Argument<FileInfo>("REPORT.json") { Description = "The report that copilot eval --out DIR wrote." };
        var command = new Command("record", "Puts a passed evaluation on record for the prompts it was made with.") { report };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var (run, examined) = await EvalReportFile.ReadAsync(arguments.GetValue(report)!, cancellationToken);
            var ledger = Open(terminal);
            ledger.Record(run, examined);
            await terminal.RemarkAsync($"Recorded for {ledger.Prompts.Count} prompts: {string.Join(", ", run.Suites)}.");
            return 0;
        });
        return command;
    }

    private static PromptLedger Open(Terminal terminal) => PromptLedger.Open(CopilotHost.ReadSettings(terminal.House).PromptsFolder);

    private static async Task ShowAsync(Terminal terminal, PromptChange change)
    {
        static string Version(int version) => version == 0 ? "nothing" : $"version {version.ToString(CultureInfo.InvariantCulture)}";
        await terminal.Out.WriteLineAsync(TerminalText.Clean($"{change.Name}: {Version(change.From)} -> {Version(change.To)}"));
        foreach (var line in change.Lines)
        {
            await terminal.Out.WriteLineAsync(TerminalText.Clean(line));
        }

        await terminal.Out.WriteLineAsync();
    }
}
