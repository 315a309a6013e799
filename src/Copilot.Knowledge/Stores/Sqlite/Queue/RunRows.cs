using Copilot.Knowledge.Ingestion;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>Runs as rows, inside the caller's transaction.</summary>
internal static class RunRows
{
    private const int Kept = 100;
    private const int MostRemarks = 2000;

    private const string Columns = "key, what, collection, began, ended, files, done, added, updated, unchanged, removed, refused, pages, passages";

    /// <summary>Gives back the jobs of processes that died on this machine.</summary>
    public static void FreeOfDead(SqliteSession session, string database)
    {
        WriterMark.Sweep(database);
        foreach (var worker in session.Rows("select distinct worker from job where worker is not null", r => r.GetString(0)).Where(w => !WriterMark.Lives(database, w)))
        {
            session.Run("begin immediate");
            JobRows.FreeOf(session, worker);
            session.Run("commit");
        }
    }

    /// <summary>Begins a run and forgets those of long ago.</summary>
    public static long Begin(SqliteSession session, string what, string collection, DateTimeOffset now)
    {
        var run = session.Scalar(
            "insert into run(what, collection, began) values($what, $collection, $now) returning key", ("$what", what), ("$collection", collection), ("$now", now.UtcTicks));
        session.Run("delete from remark where run <= $last", ("$last", run - Kept));
        session.Run("delete from run where key <= $last and ended is not null", ("$last", run - Kept));
        return run;
    }

    /// <summary>Adds an outcome to a run.</summary>
    public static void Count(SqliteSession session, long run, FileOutcome outcome, int files, DateTimeOffset now)
    {
        session.Run(
            """
            update run set done = done + $files, added = added + $added, updated = updated + $updated, unchanged = unchanged + $unchanged,
                removed = removed + $removed, refused = refused + $refused, pages = pages + $pages, passages = passages + $passages where key = $run
            """,
            ("$files", files),
            ("$added", outcome.Added),
            ("$updated", outcome.Updated),
            ("$unchanged", outcome.Unchanged),
            ("$removed", outcome.Removed),
            ("$refused", outcome.Failed.Count),
            ("$pages", outcome.Pages),
            ("$passages", outcome.Passages),
            ("$run", run));
        Keep(session, run, refused: true, outcome.Failed);
        Keep(session, run, refused: false, outcome.Notes);
        End(session, run, now);
    }

    /// <summary>Ends a run whose files are all done, or opens it again.</summary>
    public static void End(SqliteSession session, long run, DateTimeOffset now)
        => session.Run(
            "update run set ended = case when done < files then null else coalesce(ended, $now) end where key = $run", ("$now", now.UtcTicks), ("$run", run));

    /// <summary>Gets a run.</summary>
    public static IngestRun? Of(SqliteSession session, long run)
        => session.Rows($"select {Columns} from run where key = $run", RunOf, ("$run", run)) is [var found] ? found : null;

    /// <summary>Gets the last runs.</summary>
    public static IReadOnlyList<IngestRun> Last(SqliteSession session, int count)
        => session.Rows($"select {Columns} from run order by key desc limit $count", RunOf, ("$count", count));

    /// <summary>Reads a time.</summary>
    public static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);

    private static void Keep(SqliteSession session, long run, bool refused, IReadOnlyList<IngestRemark> remarks)
    {
        foreach (var remark in remarks)
        {
            session.Run(
                "insert into remark select $run, $refused, $file, $message where (select count(*) from remark where run = $run) < $most",
                ("$run", run),
                ("$refused", refused ? 1 : 0),
                ("$file", remark.File),
                ("$message", remark.Message),
                ("$most", MostRemarks));
        }
    }

    private static IngestRun RunOf(Microsoft.Data.Sqlite.SqliteDataReader row) => new()
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
