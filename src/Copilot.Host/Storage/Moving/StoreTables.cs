using Copilot.Contracts;
using Copilot.Host.Storage.Postgres;

namespace Copilot.Host.Storage.Moving;

/// <summary>Moves the tables the rooms registered: conversations, turns, ratings, the audit trail with its seals.</summary>
internal sealed class StoreTables(IStoreDatabase database, IEnumerable<MigratedTable> tables) : IMigratedPart
{
    /// <inheritdoc/>
    public string Name => "store";

    /// <summary>Gets the tables, each after the one it depends on.</summary>
    public IReadOnlyList<MigratedTable> InOrder { get; } = Order([.. tables]);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MovedRows>> MoveAsync(IMigratedPart target, IProgress<MoveProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var into = (PostgresDatabase)((StoreTables)target).Database;
        var source = new TableReadStore(database);
        var contents = new Dictionary<MigratedTable, TableContent>();
        foreach (var table in InOrder)
        {
            contents[table] = await source.ContentAsync(table, cancellationToken);
            RefuseMending(table, contents[table]);
        }

        await BeginAsync(new MoveMarkStore(into), contents, cancellationToken);
        foreach (var table in InOrder)
        {
            await CopyAsync(table, source, into, contents[table], progress, cancellationToken);
        }

        return await VerifyAsync(new TableReadStore(into), contents, cancellationToken);
    }

    /// <summary>Says whether the tables are still as they were when a finished move took them.</summary>
    /// <param name="target">Where they were moved to.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The name of the first table that has changed since, or null.</returns>
    public async Task<string?> ChangedSinceAsync(PostgresDatabase target, CancellationToken cancellationToken)
    {
        var marks = new MoveMarkStore(target);
        foreach (var table in InOrder)
        {
            if ((await marks.NoteOfAsync(table, cancellationToken))?.SourceHash != (await new TableReadStore(database).ContentAsync(table, cancellationToken)).Hash)
            {
                return table.Name;
            }
        }

        return null;
    }

    private IStoreDatabase Database => database;

    // A source that was used again after an interruption: its rows may have changed, so they come anew; where rows are only ever added, those that are there stay.
    private async Task BeginAsync(MoveMarkStore marks, Dictionary<MigratedTable, TableContent> contents, CancellationToken cancellationToken)
    {
        var changed = new List<MigratedTable>();
        foreach (var table in InOrder)
        {
            if ((await marks.NoteOfAsync(table, cancellationToken))?.SourceHash != contents[table].Hash)
            {
                changed.Add(table);
            }
        }

        if (changed.Count > 0)
        {
            var over = changed.Any(table => !table.AppendOnly) ? InOrder : changed;
            await marks.BeginTablesAsync([.. over.Select(table => (table, contents[table].Hash))], cancellationToken);
        }
    }

    private static async Task CopyAsync(
        MigratedTable table, TableReadStore source, PostgresDatabase into, TableContent content, IProgress<MoveProgress> progress, CancellationToken cancellationToken)
    {
        var note = await new MoveMarkStore(into).NoteOfAsync(table, cancellationToken);
        var (place, done) = (note?.Place, note?.Moved ?? 0);
        var target = new TableWriteStore(into);
        progress.Report(new MoveProgress(table.Name, done, content.Rows));
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (rows, next) = await source.BatchAsync(table, place, cancellationToken);
            if (rows.Count == 0)
            {
                return;
            }

            await target.WriteAsync(table, rows, place, next, cancellationToken);
            (place, done) = (next, done + rows.Count);
            progress.Report(new MoveProgress(table.Name, done, content.Rows));
        }
    }

    private async Task<IReadOnlyList<MovedRows>> VerifyAsync(TableReadStore target, Dictionary<MigratedTable, TableContent> contents, CancellationToken cancellationToken)
    {
        var moved = new List<MovedRows>();
        foreach (var table in InOrder)
        {
            var (sent, arrived) = (contents[table], await target.ContentAsync(table, cancellationToken));
            if (sent.Rows != arrived.Rows || sent.Hash != arrived.Hash)
            {
                throw new CopilotException(
                    $"Table {table.Name} did not arrive as it was sent: {sent.Rows} rows with hash {sent.Hash} here, {arrived.Rows} with {arrived.Hash} there. Somebody wrote into one of the two. Empty the target database and run copilot migrate again.");
            }

            moved.Add(new MovedRows(table.Name, sent.Rows, sent.Hash, sent.Mended));
        }

        return moved;
    }

    private static void RefuseMending(MigratedTable table, TableContent content)
    {
        if (table.AppendOnly && content.Mended > 0)
        {
            throw new CopilotException($"Table {table.Name} holds {content.Mended} texts with the character U+0000, which PostgreSQL can't keep and which may not be changed there. This store can't be moved; export it with copilot audit export and begin a new one.");
        }
    }

    private static List<MigratedTable> Order(List<MigratedTable> tables)
    {
        var ordered = new List<MigratedTable>();
        while (ordered.Count < tables.Count)
        {
            var next = tables.Where(table => !ordered.Contains(table) && (table.After is null || ordered.Any(before => before.Name == table.After))).ToList();
            if (next.Count == 0)
            {
                throw new InvalidOperationException("Tables that move wait for each other: " + string.Join(", ", tables.Except(ordered).Select(table => table.Name)));
            }

            ordered.AddRange(next);
        }

        return ordered;
    }
}
