using System.Globalization;
using Copilot.Contracts;
using Copilot.Governance.Audit;
using Copilot.Host.Settings;
using Copilot.Host.Storage;
using Copilot.Host.Storage.Moving;
using Copilot.Host.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Copilot.Host.Commands;

/// <summary>Moves a whole store: puts the house together on the old store and on the new one, and hands part after part over.</summary>
/// <param name="oldHouse">The house on the embedded store.</param>
/// <param name="newHouse">The same house on PostgreSQL.</param>
/// <param name="address">Where that is.</param>
internal sealed class StoreMove(CopilotHostOptions oldHouse, CopilotHostOptions newHouse, PostgresAddress address)
{
    /// <summary>Moves and verifies everything.</summary>
    /// <param name="progress">Told what is done.</param>
    /// <param name="cancellationToken">Interrupts; a second run goes on.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="CopilotException">It can't be done; the message says why and what to do.</exception>
    public async Task<MoveReport> RunAsync(IProgress<MoveProgress> progress, CancellationToken cancellationToken)
    {
        await using var from = await CopilotHost.StartAsync(oldHouse with { StoreUse = StoreUse.MoveFrom, StoreMustExist = true, Listen = false, Prepare = HouseParts.None }, cancellationToken);
        var settings = from.Services.GetRequiredService<CopilotSettings>();
        using var alone = Alone(from.Services.GetRequiredService<NodeFiles>(), settings.Data);
        try
        {
            return await MoveAsync(from, settings, progress, cancellationToken);
        }
        catch (NpgsqlException fault)
        {
            throw PostgresFaults.Explain(fault, address);
        }
    }

    private static FileStream Alone(NodeFiles nodes, string data)
    {
        FileStream held;
        try
        {
            held = new FileStream(NodeFiles.MovingFile(data), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            throw new CopilotException($"Another copilot migrate moves the store in {data} already. Wait for it.");
        }

        // After the lock: who comes later sees it and goes away.
        if (nodes.Others() is { Count: > 0 } others)
        {
            held.Dispose();
            throw new CopilotException($"The store in {data} is in use by {string.Join(", ", others.Select(Person))}. Stop the service (and running verbs), then migrate: what they write meanwhile would be lost.");
        }

        return held;
    }

    private static string Person(string node)
        => node.Split('/') is [var machine, var process, ..] ? $"process {process} on {machine}" : $"process {node}";

    private async Task<MoveReport> MoveAsync(CopilotHost from, CopilotSettings settings, IProgress<MoveProgress> progress, CancellationToken cancellationToken)
    {
        var time = from.Services.GetRequiredService<TimeProvider>();
        var tables = from.Services.GetServices<IMigratedPart>().OfType<StoreTables>().Single();
        var source = new TableReadStore(from.Services.GetRequiredService<IStoreDatabase>());
        var id = await source.IdAsync(cancellationToken);
        await source.RequireAsync([.. from.Services.GetServices<SchemaStep>()], cancellationToken);
        await RequireWholeAsync(from, settings, "here", cancellationToken);

        await using var target = new PostgresDatabase(address, time);
        await new PostgresServerStore(target, time, from.Services.GetRequiredService<ILogger<StoreMove>>()).CheckAsync(cancellationToken);
        var marks = new MoveMarkStore(target);
        var start = await marks.BeginAsync(id, tables.InOrder, time.GetUtcNow(), cancellationToken);
        var report = new MoveReport
        {
            From = settings.Data,
            To = address.ToString(),
            WasMovedBefore = start == MoveStart.Done,
            Resumed = start == MoveStart.Resumed,
            Setting = $"Copilot__Store=\"{address.Shown}\"",
            SealKeyFile = settings.SealKeyFile,
        };
        if (start == MoveStart.Done)
        {
            return await tables.ChangedSinceAsync(target, cancellationToken) is { } changed
                ? throw new CopilotException($"The store in {settings.Data} was moved to the {address} before, and its table {changed} has changed since. Two stores can't be joined: name an empty database, or leave it at what was moved ({address.Key}).")
                : report;
        }

        await using var to = await CopilotHost.StartAsync(newHouse with { StoreUse = StoreUse.MoveInto, Listen = false, Prepare = HouseParts.None }, cancellationToken);
        var moved = new List<MovedRows>();
        foreach (var part in from.Services.GetServices<IMigratedPart>())
        {
            var counterpart = to.Services.GetServices<IMigratedPart>().Single(other => other.Name == part.Name);
            moved.AddRange(await part.MoveAsync(counterpart, progress, cancellationToken));
        }

        var entries = await RequireWholeAsync(to, settings, "there", cancellationToken);
        var ends = await RequireSameEndsAsync(from, to, cancellationToken);
        await marks.EndAsync(time.GetUtcNow(), cancellationToken);
        return report with { Tables = moved, AuditEntries = entries, AuditEnds = ends };
    }

    private static async Task<long> RequireWholeAsync(CopilotHost house, CopilotSettings settings, string where, CancellationToken cancellationToken)
    {
        if (!File.Exists(settings.SealKeyFile))
        {
            throw new CopilotException($"The key of the audit trail is not at {settings.SealKeyFile}, so nothing can be verified. Restore it, or name it with Copilot__Governance__SealKeyFile.");
        }

        var found = await house.Services.GetRequiredService<AuditReader>().VerifyAsync(cancellationToken);
        return found.FirstFault is { } fault
            ? throw new CopilotException(string.Create(
                CultureInfo.InvariantCulture, $"The audit trail of tenant {fault.Tenant} is broken {where} at entry {fault.Seq}: {fault.What} A broken trail is not moved; copilot audit verify says the same."))
            : found.Entries;
    }

    private static async Task<IReadOnlyList<AuditChainEnd>> RequireSameEndsAsync(CopilotHost from, CopilotHost to, CancellationToken cancellationToken)
    {
        var (here, there) = (
            await from.Services.GetRequiredService<AuditReader>().EndsAsync(cancellationToken),
            await to.Services.GetRequiredService<AuditReader>().EndsAsync(cancellationToken));
        return here.SequenceEqual(there)
            ? there
            : throw new CopilotException("The audit trail does not end with the same entries there as here. Somebody wrote into one of the two; empty the target database and run copilot migrate again.");
    }
}
