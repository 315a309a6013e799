using Copilot.Knowledge.Ingestion;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>Runs as rows, inside the caller's transaction. Times are ticks, UTC.</summary>
internal static class RunTable
{
    private const int Kept = 100;
    private const int MostRemarks = 2000;

    private const string Columns = "key, what, collection, began, ended, files, done, added, updated, unchanged, removed, refused, pages, passages";

    /// <summary>Begins a run and forgets those of long ago.</summary>
    public static async Task<long> BeginAsync(PostgresSession session, string what, string collection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var run = await session.ScalarAsync<long>(
            "insert into run(what, collection, began) values(@what, @collection, @now) returning key",
            [("what", what), ("collection", collection), ("now", now.UtcTicks)],
            cancellationToken) ?? throw new InvalidOperationException("The server gave no key.");
        await session.RunAsync("delete from remark where run <= @last", [("last", run - Kept)], cancellationToken);
        await session.RunAsync("delete from run where key <= @last and ended is not null", [("last", run - Kept)], cancellationToken);
        return run;
    }

    /// <summary>Adds an outcome to a run.</summary>
    public static async Task CountAsync(PostgresSession session, long run, FileOutcome outcome, int files, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.RunAsync(
            """
            update run set done = done + @files, added = added + @added, updated = updated + @updated, unchanged = unchanged + @unchanged,
                removed = removed + @removed, refused = refused + @refused, pages = pages + @pages, passages = passages + @passages where key = @run
            """,
            [
                ("files", files), ("added", outcome.Added), ("updated", outcome.Updated), ("unchanged", outcome.Unchanged), ("removed", outcome.Removed),
                ("refused", outcome.Failed.Count), ("pages", outcome.Pages), ("passages", outcome.Passages), ("run", run),
            ],
            cancellationToken);
        await KeepAsync(session, run, refused: true, outcome.Failed, cancellationToken);
        await KeepAsync(session, run, refused: false, outcome.Notes, cancellationToken);
        await EndAsync(session, run, now, cancellationToken);
    }

    /// <summary>Ends a run whose files are all done, or opens it again.</summary>
    /// <param name="session">The session.</param>
    /// <param name="run">The run.</param>
    /// <param name="now">When it ends, or null for when it began.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task EndAsync(PostgresSession session, long run, DateTimeOffset? now, CancellationToken cancellationToken)
        => session.RunAsync(
            "update run set ended = case when done < files then null else coalesce(ended, @now::bigint, began) end where key = @run", [("now", now?.UtcTicks), ("run", run)], cancellationToken);

    /// <summary>Gets a run.</summary>
    public static async Task<IngestRun?> OfAsync(PostgresSession session, long run, CancellationToken cancellationToken)
        => await session.RowsAsync($"select {Columns} from run where key = @run", RunOf, [("run", run)], cancellationToken) is [var found] ? found : null;

    /// <summary>Gets the last runs.</summary>
    public static async Task<IReadOnlyList<IngestRun>> LastAsync(PostgresSession session, int count, CancellationToken cancellationToken)
        => await session.RowsAsync($"select {Columns} from run order by key desc limit @count", RunOf, [("count", count)], cancellationToken);

    /// <summary>Reads a time.</summary>
    public static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);

    private static async Task KeepAsync(PostgresSession session, long run, bool refused, IReadOnlyList<IngestRemark> remarks, CancellationToken cancellationToken)
    {
        foreach (var remark in remarks)
        {
            await session.RunAsync(
                "insert into remark(run, refused, file, message) select @run, @refused, @file, @message where (select count(*) from remark where run = @run) < @most",
                [("run", run), ("refused", refused), ("file", remark.File), ("message", remark.Message), ("most", MostRemarks)],
                cancellationToken);
        }
    }

    private static IngestRun RunOf(Npgsql.NpgsqlDataReader row) => new()
    {
        Id = row.GetInt64(0),
        What = row.GetString(1),
        Collection = row.GetString(2),
        StartedAt = At(row.GetInt64(3)),
        FinishedAt = row.IsDBNull(4) ? null : At(row.GetInt64(4)),
        Files = row.GetInt32(5),
        Done = row.GetInt32(6),
        Added = row.GetInt32(7),
        Updated = row.GetInt32(8),
        Unchanged = row.GetInt32(9),
        Removed = row.GetInt32(10),
        Refused = row.GetInt32(11),
        Pages = row.GetInt32(12),
        Passages = row.GetInt32(13),
    };
}
