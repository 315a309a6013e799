using System.CommandLine;
using System.Globalization;
using Copilot.Contracts;
using Copilot.Host.Settings;
using Copilot.Host.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Host.Commands;

/// <summary><c>copilot migrate</c>.</summary>
internal static class MigrateCommand
{
    private const string StoreKey = "Copilot:" + SettingKeys.Store;

    /// <summary>Makes the verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    /// <returns>The verb.</returns>
    public static Command Create(Terminal terminal)
    {
        var to = new Option<string?>("--to")
        {
            Description = "The PostgreSQL database, as Host=…;Username=…;Password=…;Database=…. It must be empty. Not written: the one in Copilot__Store, which other users of this machine can't see in the list of processes.",
            HelpName = "CONNECTIONSTRING",
        };
        var json = new Option<bool>("--json") { Description = "Writes the report as JSON and nothing else." };
        var command = new Command("migrate", "Moves the embedded store to PostgreSQL and verifies it; what is in Copilot__Data stays as it is. Run again after an interruption, it goes on.") { to, json };
        command.SetAction((arguments, cancellationToken) => RunAsync(terminal, arguments.GetValue(to), arguments.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string? to, bool json, CancellationToken cancellationToken)
    {
        MoveReport report;
        var target = Target(terminal, to);
        try
        {
            using var bars = new MoveBars(terminal);
            report = await new StoreMove(House(terminal, null), House(terminal, target.ConnectionString), target).RunAsync(bars, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await terminal.RemarkAsync("Interrupted. Nothing was changed in the embedded store; run the same command again and it goes on where it was.");
            throw;
        }

        if (json)
        {
            await JsonLines.WriteAsync(terminal.Out, report);
            return 0;
        }

        if (report.WasMovedBefore)
        {
            await terminal.Out.WriteLineAsync($"Nothing to do: the store in {report.From} was moved to the {report.To} before, and has not changed since.");
            return 0;
        }

        foreach (var table in report.Tables)
        {
            await terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{table.Name,-20} {table.Rows,12:N0} rows, the same on both sides (SHA-256 {table.Hash[..16]}…){Mended(table)}"));
        }

        await terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The audit trail is whole there as well: {report.AuditEntries:N0} entries{string.Concat(report.AuditEnds.Select(end => string.Create(CultureInfo.InvariantCulture, $", {end.Tenant} ends with #{end.Seq} {end.Hash}")))}."));
        await terminal.Out.WriteLineAsync($"Done. On every node set {report.Setting} (with the password) and copy {report.SealKeyFile} there; {report.From} is as it was.");
        return 0;
    }

    private static string Mended(MovedRows table)
        => table.Mended == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"; in {table.Mended:N0} texts U+0000 became U+FFFD");

    // The two houses differ in the store alone; the empty value hides one that is set in the environment.
    private static CopilotHostOptions House(Terminal terminal, string? store) => terminal.House with
    {
        Settings = new Dictionary<string, string?>(terminal.House.Settings, StringComparer.OrdinalIgnoreCase) { [StoreKey] = store ?? string.Empty },
    };

    private static PostgresAddress Target(Terminal terminal, string? to)
    {
        var (text, key) = to is null ? (CopilotHost.ReadSetting(terminal.House, StoreKey), "Copilot__Store") : (to, "--to");
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new BadInputException($"Say where to: --to \"Host=…;Database=…\", or Copilot__Store. {char.ToUpperInvariant(PostgresAddress.Form[0])}{PostgresAddress.Form[1..]}.");
        }

        return PostgresAddress.Read(text, key, out var repair) ?? throw new BadInputException($"{key} can't be used: {repair}.");
    }
}
