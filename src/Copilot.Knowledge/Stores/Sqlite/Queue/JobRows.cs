using System.Text.Json;
using Copilot.Knowledge.Ingestion;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>Jobs as rows, inside the caller's transaction.</summary>
internal static class JobRows
{
    /// <summary>Reads what is to be done.</summary>
    public static FileTask TaskOf(string json) => JsonSerializer.Deserialize<FileTask>(json)!;

    /// <summary>Gets the jobs that come next.</summary>
    public static IReadOnlyList<TakenJob> Next(SqliteSession session, string machine, long? run, int priority, int count, DateTimeOffset now)
        => session.Rows(
            """
            select j.key, j.run, j.task from job j
            where j.worker is null and j.not_before <= $now and (j.machine is null or j.machine = $machine) and ($run is null or j.run = $run) and j.priority <= $priority
                and not exists (select 1 from job r where r.worker is not null and r.collection = j.collection and r.source = j.source)
            order by j.priority, j.key limit $count
            """,
            r => new TakenJob(r.GetInt64(0), r.GetInt64(1), TaskOf(r.GetString(2)), 0),
            ("$now", now.UtcTicks),
            ("$machine", machine),
            ("$run", run),
            ("$priority", priority),
            ("$count", count));

    /// <summary>Leases a job; gives the number of the attempt.</summary>
    public static int Take(SqliteSession session, long key, string worker, DateTimeOffset now, DateTimeOffset until)
        => (int)session.Scalar(
            "update job set worker = $worker, attempts = attempts + 1, started = $now, lease_until = $until, pages = 0, passages = 0 where key = $key returning attempts",
            ("$worker", worker),
            ("$now", now.UtcTicks),
            ("$until", until.UtcTicks),
            ("$key", key));

    /// <summary>Gives back jobs whose lease ran out.</summary>
    public static void FreeExpired(SqliteSession session, DateTimeOffset now)
    {
        foreach (var held in session.Rows(Held("lease_until < $now"), HeldOf, ("$now", now.UtcTicks)))
        {
            Free(session, held, "its worker was heard of no more", now, 0);
        }
    }

    /// <summary>Gives back the jobs of a worker.</summary>
    public static void FreeOf(SqliteSession session, string worker)
    {
        foreach (var held in session.Rows(Held("worker = $worker"), HeldOf, ("$worker", worker)))
        {
            Free(session, held, "its worker ended in the middle of it", DateTimeOffset.MinValue, 0);
        }
    }

    /// <summary>Gives a job back; when the same source waits again by now, the newer job does for both.</summary>
    public static void Free(SqliteSession session, HeldJob held, string? why, DateTimeOffset notBefore, int lessAttempts)
    {
        var newer = session.Scalar(
            "select count(*) from job where worker is null and collection = $collection and source = $source", ("$collection", held.Collection), ("$source", held.Source));
        if (newer > 0)
        {
            session.Run("delete from job where key = $key", ("$key", held.Key));
            session.Run("update run set files = files - 1 where key = $run", ("$run", held.Run));
            RunRows.End(session, held.Run, notBefore);
            return;
        }

        session.Run(
            "update job set worker = null, lease_until = null, not_before = $at, why = $why, attempts = attempts - $less where key = $key",
            ("$at", notBefore.UtcTicks),
            ("$why", why),
            ("$less", lessAttempts),
            ("$key", held.Key));
    }

    /// <summary>Gets a job when a worker holds it.</summary>
    public static HeldJob? Held(SqliteSession session, long key, string worker)
        => session.Rows(Held("key = $key and worker = $worker"), HeldOf, ("$key", key), ("$worker", worker)) is [var held] ? held : null;

    /// <summary>Keeps what failed of a source and forgets what failed before.</summary>
    public static void KeepFailures(SqliteSession session, HeldJob job, FileOutcome outcome, DateTimeOffset now)
    {
        DropFailures(session, job.Collection, job.Source);
        foreach (var failed in outcome.Failed)
        {
            // What was fetched can't be found by looking again, nor which readers it was given: the job is kept with it.
            session.Run(
                "insert or replace into failure values($collection, $source, $message, $at, $job, $machine, $priority)",
                ("$collection", job.Collection),
                ("$source", failed.File),
                ("$message", failed.Message),
                ("$at", now.UtcTicks),
                ("$job", job.Task),
                ("$machine", job.Machine),
                ("$priority", job.Priority));
        }
    }

    /// <summary>Forgets what failed of a source and of the members inside it.</summary>
    public static void DropFailures(SqliteSession session, string collection, string source)
        => session.Run(
            "delete from failure where collection = $collection and (source = $source or (source >= $inside and source < $inside || char(1114111)))",
            ("$collection", collection),
            ("$source", source),
            ("$inside", source + FileSource.Member));

    private static string Held(string where) => $"select key, run, collection, source, task, machine, priority from job where worker is not null and {where}";

    private static HeldJob HeldOf(Microsoft.Data.Sqlite.SqliteDataReader row)
        => new(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.Text(5), row.GetInt32(6));

    /// <summary>A job that somebody works on.</summary>
    internal sealed record HeldJob(long Key, long Run, string Collection, string Source, string Task, string? Machine, int Priority);
}
