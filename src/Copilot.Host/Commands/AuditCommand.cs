using System.CommandLine;
using System.Globalization;
using Copilot.Contracts;
using Copilot.Governance.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Host.Commands;

/// <summary><c>copilot audit verify|export|show</c>.</summary>
internal static class AuditCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    /// <returns>The verb.</returns>
    public static Command Create(Terminal terminal) => new("audit", "The audit trail: check it, export it, show one turn.")
    {
        Verify(terminal),
        Export(terminal),
        Show(terminal),
    };

    private static Command Verify(Terminal terminal)
    {
        var json = new Option<bool>("--json") { Description = "Writes the result as JSON and nothing else." };
        var command = new Command("verify", "Reads the whole chain and names each entry that was changed, removed or moved; exit code 1 when there is one.") { json };
        command.SetAction((arguments, cancellationToken) => WithReaderAsync(
            terminal,
            async audit =>
            {
                var found = await audit.VerifyAsync(cancellationToken);
                if (arguments.GetValue(json))
                {
                    await JsonLines.WriteAsync(terminal.Out, found);
                }
                else
                {
                    foreach (var fault in found.Faults)
                    {
                        await terminal.Out.WriteLineAsync($"The audit trail of tenant {fault.Tenant} is broken at entry {fault.Seq}: {fault.What}");
                    }

                    if (found.IsWhole)
                    {
                        await terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The audit trail is whole: {found.Entries:N0} entries."));
                    }
                }

                return found.IsWhole ? 0 : 1;
            },
            cancellationToken));
        return command;
    }

    private static Command Export(Terminal terminal)
    {
        var since = Moment("--since", "The first moment, as 2026-03-01 or 2026-03-01T08:00:00Z.");
        var until = Moment("--until", "The first moment after the period.");
        var json = new Option<bool>("--json") { Description = "The export is always one JSON object a line; this changes nothing." };
        var command = new Command("export", "Writes the entries of a period, one JSON object a line.") { since, until, json };
        command.SetAction((arguments, cancellationToken) => WithReaderAsync(
            terminal,
            async audit =>
            {
                await foreach (var entry in audit.ExportAsync(arguments.GetValue(since), arguments.GetValue(until), cancellationToken))
                {
                    await JsonLines.WriteAsync(terminal.Out, entry);
                }

                return 0;
            },
            cancellationToken));
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        var turn = new Argument<string>("TURN") { Description = "The turn's id." };
        var json = new Option<bool>("--json") { Description = "Writes the entries as JSON, one a line." };
        var command = new Command("show", "Prints the whole record of one turn.") { turn, json };
        command.SetAction((arguments, cancellationToken) => WithReaderAsync(
            terminal,
            async audit =>
            {
                var entries = await audit.ReadTurnAsync(arguments.GetValue(turn)!, cancellationToken);
                if (entries.Count == 0)
                {
                    throw new CopilotException($"The audit trail holds no turn {arguments.GetValue(turn)}.");
                }

                foreach (var entry in entries)
                {
                    await (arguments.GetValue(json) ? JsonLines.WriteAsync(terminal.Out, entry) : AuditPage.WriteAsync(terminal.Out, entry));
                }

                return 0;
            },
            cancellationToken));
        return command;
    }

    private static Option<DateTimeOffset?> Moment(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "MOMENT",
        CustomParser = result =>
        {
            // A day without a time begins at midnight UTC, as the entries are written.
            if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            {
                return moment;
            }

            result.AddError($"'{result.Tokens[0].Value}' is not a moment; write it as 2026-03-01 or 2026-03-01T08:00:00Z.");
            return null;
        },
    };

    private static async Task<int> WithReaderAsync(Terminal terminal, Func<AuditReader, Task<int>> work, CancellationToken cancellationToken)
    {
        await using var house = await CopilotHost.StartAsync(
            terminal.House with { Listen = false, Prepare = HouseParts.None, StoreMustExist = true }, cancellationToken);
        return await work(house.Services.GetRequiredService<AuditReader>());
    }
}
