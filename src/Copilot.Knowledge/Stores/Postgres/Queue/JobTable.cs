using System.Text.Json;
using Copilot.Knowledge.Ingestion;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>Jobs as rows, inside the caller's transaction. At most one job of a source waits.</summary>
internal static class JobTable
{
    private const string HeldColumns = "j.key, j.run, j.collection, j.source, j.task, j.machine, j.priority";

    private const string TakeSql =
        """
        with next as materialized (
            select j.key from job j
            where j.worker is null and j.not_before <= @now and (j.machine is null or j.machine = @machine) and (@run::bigint is null or j.run = @run::bigint) and j.priority <= @priority
                and not exists (select 1 from job r where r.worker is not null and r.collection = j.collection and left(r.source, 500) = left(j.source, 500) and r.source = j.source)
            order by j.priority, j.key limit @count for update of j skip locked),
        taken as (
            update job j set worker = @worker, attempts = attempts + 1, started = @now, lease_until = @until, pages = 0, passages = 0
            from next n where j.key = n.key returning j.key, j.run, j.task, j.attempts, j.priority)
        select key, run, task, attempts from taken order by priority, key
        """;

    private const string AddSql =
        """
        insert into job(run, collection, source, machine, priority, task)
        select @run, g.collection, g.source, g.machine, g.priority, g.task
        from unnest(@collections::text[], @sources::text[], @machines::text[], @priorities::integer[], @tasks::text[]) with ordinality g(collection, source, machine, priority, task, number)
        order by g.number
        """;

    private const string DropWaitingSql =
        """
        delete from job j using unnest(@collections::text[], @sources::text[]) g(collection, source)
        where j.worker is null and j.collection = g.collection and left(j.source, 500) = left(g.source, 500) and j.source = g.source returning j.run
        """;

    private static readonly string LostSql = $"j.worker is not null and (j.lease_until < @now or not {PostgresWriterMark.Lives("j.worker")})";

    /// <summary>Adds jobs in the place of those of the same sources that wait.</summary>
    public static async Task AddAsync(PostgresSession session, long run, IReadOnlyList<IngestJob> jobs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (jobs.Count == 0)
        {
            return;
        }

        string[] collections = [.. jobs.Select(j => j.Task.Collection)], sources = [.. jobs.Select(j => j.Task.Source)];
        await DropWaitingAsync(session, collections, sources, now, cancellationToken);
        await session.RunAsync(
            AddSql,
            [
                ("run", run), ("collections", collections), ("sources", sources), ("machines", jobs.Select(j => j.Machine).ToArray()),
                ("priorities", jobs.Select(j => j.Priority).ToArray()), ("tasks", jobs.Select(j => JsonSerializer.Serialize(j.Task)).ToArray()),
            ],
            cancellationToken);
    }

    /// <summary>Drops jobs that wait; their runs have so many files less.</summary>
    public static async Task DropWaitingAsync(PostgresSession session, string[] collections, string[] sources, DateTimeOffset? now, CancellationToken cancellationToken)
    {
        var runs = await session.RowsAsync(DropWaitingSql, r => r.GetInt64(0), [("collections", collections), ("sources", sources)], cancellationToken);
        foreach (var run in runs.GroupBy(r => r).OrderBy(g => g.Key))
        {
            await session.RunAsync("update run set files = files - @less where key = @run", [("less", run.Count()), ("run", run.Key)], cancellationToken);
            await RunTable.EndAsync(session, run.Key, now, cancellationToken);
        }
    }

    /// <summary>Says whether somebody holds jobs who is gone or has not renewed his lease.</summary>
    public static async Task<bool> IsSomethingLostAsync(PostgresSession session, DateTimeOffset now, CancellationToken cancellationToken)
        => await session.ScalarAsync<bool>($"select exists (select 1 from job j where {LostSql})", [("now", now.UtcTicks)], cancellationToken) == true;

    /// <summary>Gives those jobs back.</summary>
    public static async Task<int> FreeLostAsync(PostgresSession session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lost = await session.RowsAsync($"select {HeldColumns} from job j where {LostSql} order by j.key for update", HeldOf, [("now", now.UtcTicks)], cancellationToken);
        foreach (var held in lost)
        {
            await FreeAsync(session, held, "its worker was heard of no more", now, 0, cancellationToken);
        }

        return lost.Count;
    }

    /// <summary>Leases the next jobs.</summary>
    public static async Task<IReadOnlyList<TakenJob>> TakeAsync(PostgresSession session, (string Name, object? Value)[] values, CancellationToken cancellationToken)
        => await session.RowsAsync(
            TakeSql, r => new TakenJob(r.GetInt64(0), r.GetInt64(1), JsonSerializer.Deserialize<FileTask>(r.GetString(2))!, r.GetInt32(3)), values, cancellationToken);

    /// <summary>Gives a job back; when the same source waits again by now, the newer job does for both.</summary>
    public static async Task FreeAsync(PostgresSession session, HeldJob held, string? why, DateTimeOffset notBefore, int lessAttempts, CancellationToken cancellationToken)
    {
        var newer = await session.ScalarAsync<bool>(
            "select exists (select 1 from job where worker is null and collection = @collection and left(source, 500) = left(@source, 500) and source = @source)",
            [("collection", held.Collection), ("source", held.Source)],
            cancellationToken);
        if (newer == true)
        {
            await session.RunAsync("delete from job where key = @key", [("key", held.Key)], cancellationToken);
            await session.RunAsync("update run set files = files - 1 where key = @run", [("run", held.Run)], cancellationToken);
            await RunTable.EndAsync(session, held.Run, notBefore, cancellationToken);
            return;
        }

        await session.RunAsync(
            "update job set worker = null, lease_until = null, not_before = @at, why = @why, attempts = attempts - @less where key = @key",
            [("at", notBefore.UtcTicks), ("why", why), ("less", lessAttempts), ("key", held.Key)],
            cancellationToken);
    }

    /// <summary>Gets a job when a worker holds it, and keeps it so until the transaction ends.</summary>
    public static async Task<HeldJob?> HeldAsync(PostgresSession session, long key, long worker, CancellationToken cancellationToken)
        => await session.RowsAsync($"select {HeldColumns} from job j where j.key = @key and j.worker = @worker for update", HeldOf, [("key", key), ("worker", worker)], cancellationToken) is [var held] ? held : null;

    /// <summary>Keeps what failed of a source and forgets what failed before.</summary>
    public static async Task KeepFailuresAsync(PostgresSession session, HeldJob job, FileOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await DropFailuresAsync(session, job.Collection, job.Source, cancellationToken);
        foreach (var failed in outcome.Failed)
        {
            await session.RunAsync("delete from failure where collection = @collection and left(source, 500) = left(@source, 500) and source = @source", [("collection", job.Collection), ("source", failed.File)], cancellationToken);

            // What was fetched can't be found by looking again, nor which readers it was given: the job is kept with it.
            await session.RunAsync(
                "insert into failure values(@collection, @source, @message, @at, @job, @machine, @priority)",
                [
                    ("collection", job.Collection), ("source", failed.File), ("message", failed.Message), ("at", now.UtcTicks),
                    ("job", job.Task), ("machine", job.Machine), ("priority", job.Priority),
                ],
                cancellationToken);
        }
    }

    /// <summary>Forgets what failed of a source and of the members inside it.</summary>
    public static Task DropFailuresAsync(PostgresSession session, string collection, string source, CancellationToken cancellationToken)
        => session.RunAsync(
            "delete from failure where collection = @collection and (source = @source or starts_with(source, @inside))",
            [("collection", collection), ("source", source), ("inside", source + FileSource.Member)],
            cancellationToken);

    private static HeldJob HeldOf(Npgsql.NpgsqlDataReader row)
        => new(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.Text(5), row.GetInt32(6));

    /// <summary>A job that somebody works on.</summary>
    internal sealed record HeldJob(long Key, long Run, string Collection, string Source, string Task, string? Machine, int Priority);
}
