using System.Text.Json;
using Copilot.Knowledge.Ingestion;
using Npgsql;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>
/// The queue that all nodes share. Jobs are taken with <c>for update skip locked</c>, so that nobody waits for anybody; what changes the set of jobs that wait
/// takes turns. A node that died gives its jobs back as soon as the server has noticed, or when their lease runs out.
/// </summary>
internal sealed class PostgresIngestQueue(PostgresServer server) : IIngestQueue
{
    private readonly PostgresWriterMark _worker = new(server);

    /// <inheritdoc/>
    public Task<long> BeginAsync(string what, string collection, DateTimeOffset now, CancellationToken cancellationToken)
        => server.WriteAsync(PostgresTurn.None, s => RunTable.BeginAsync(s, what, collection, now, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task AddAsync(long run, IReadOnlyList<IngestJob> jobs, FeedPosition? mark, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Of a source given twice the last job stays.
        var last = jobs.Select((job, at) => (Job: job, At: at)).GroupBy(j => (j.Job.Task.Collection, j.Job.Task.Source)).Select(g => g.Last()).OrderBy(j => j.At).Select(j => j.Job).ToList();
        return server.WriteAsync(
            PostgresTurn.Queue,
            async s =>
            {
                await JobTable.AddAsync(s, run, last, now, cancellationToken);
                await s.RunAsync("update run set files = files + @files where key = @run", [("files", last.Count), ("run", run)], cancellationToken);
                await RunTable.EndAsync(s, run, now, cancellationToken);
                if (mark is not null)
                {
                    await s.RunAsync("insert into feed values(@feed, @mark) on conflict (name) do update set mark = excluded.mark", [("feed", mark.Feed), ("mark", mark.Mark)], cancellationToken);
                }

                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TakenJob>> TakeAsync(string machine, long? run, int priority, int count, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken)
    {
        if (await server.AskAsync(s => JobTable.IsSomethingLostAsync(s, now, cancellationToken), cancellationToken))
        {
            await server.WriteAsync(PostgresTurn.Queue, s => JobTable.FreeLostAsync(s, now, cancellationToken), cancellationToken);
        }

        var worker = await _worker.NumberAsync(cancellationToken);
        return await server.WriteAsync<IReadOnlyList<TakenJob>>(
            PostgresTurn.None,
            s => JobTable.TakeAsync(
                s,
                [
                    ("now", now.UtcTicks), ("until", (now + lease).UtcTicks), ("machine", machine), ("run", run), ("priority", priority), ("count", count), ("worker", worker),
                ],
                cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<long>> RenewAsync(IReadOnlyList<JobProgress> jobs, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken)
    {
        var worker = await _worker.NumberAsync(cancellationToken);
        var kept = await server.WriteAsync(
            PostgresTurn.None,
            s => s.RowsAsync(
                """
                update job j set lease_until = @until, pages = p.pages, passages = p.passages
                from unnest(@keys, @pages, @passages) p(key, pages, passages) where j.key = p.key and j.worker = @worker returning j.key
                """,
                r => r.GetInt64(0),
                [
                    ("until", (now + lease).UtcTicks), ("worker", worker), ("keys", jobs.Select(j => j.Key).ToArray()),
                    ("pages", jobs.Select(j => j.Pages).ToArray()), ("passages", jobs.Select(j => j.Chunks).ToArray()),
                ],
                cancellationToken),
            cancellationToken);
        return [.. jobs.Select(j => j.Key).Except(kept)];
    }

    /// <inheritdoc/>
    public async Task<IngestRun?> FinishAsync(long job, FileOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var worker = await _worker.NumberAsync(cancellationToken);
        return await server.WriteAsync(
            PostgresTurn.None,
            async s =>
            {
                if (await JobTable.HeldAsync(s, job, worker, cancellationToken) is not { } held)
                {
                    return null;
                }

                await JobTable.KeepFailuresAsync(s, held, outcome, now, cancellationToken);
                await s.RunAsync("delete from job where key = @job", [("job", job)], cancellationToken);
                await RunTable.CountAsync(s, held.Run, outcome, files: 1, now, cancellationToken);
                return await RunTable.OfAsync(s, held.Run, cancellationToken);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ReturnAsync(long job, string? why, DateTimeOffset notBefore, bool countAttempt, CancellationToken cancellationToken)
    {
        var worker = await _worker.NumberAsync(cancellationToken);
        await server.WriteAsync(
            PostgresTurn.Queue,
            async s =>
            {
                if (await JobTable.HeldAsync(s, job, worker, cancellationToken) is { } held)
                {
                    await JobTable.FreeAsync(s, held, why, notBefore, countAttempt ? 0 : 1, cancellationToken);
                }

                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task CountAsync(long run, FileOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
        => server.WriteAsync(
            PostgresTurn.None,
            async s =>
            {
                await RunTable.CountAsync(s, run, outcome, files: 0, now, cancellationToken);
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task ForgetAsync(string collection, IReadOnlyList<string> sources, CancellationToken cancellationToken)
        => server.WriteAsync(
            PostgresTurn.Queue,
            async s =>
            {
                await JobTable.DropWaitingAsync(s, [.. sources.Select(_ => collection)], [.. sources], null, cancellationToken);
                foreach (var source in sources)
                {
                    await JobTable.DropFailuresAsync(s, collection, source, cancellationToken);
                }

                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IngestRun?> RunAsync(long run, CancellationToken cancellationToken) => server.AskAsync(s => RunTable.OfAsync(s, run, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> IsOpenAsync(long run, int priority, CancellationToken cancellationToken)
        => server.AskAsync(
            async s => await s.ScalarAsync<bool>("select exists (select 1 from job where run = @run and priority <= @priority)", [("run", run), ("priority", priority)], cancellationToken) == true,
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IngestRun>> RunsAsync(int count, CancellationToken cancellationToken) => server.AskAsync(s => RunTable.LastAsync(s, count, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IngestRemark>> RemarksAsync(long run, bool refused, CancellationToken cancellationToken)
        => server.AskAsync<IReadOnlyList<IngestRemark>>(
            async s => await s.RowsAsync(
                "select file, message from remark where run = @run and refused = @refused order by file, number",
                r => new IngestRemark(r.GetString(0), r.GetString(1)),
                [("run", run), ("refused", refused)],
                cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public Task<QueueState> StateAsync(CancellationToken cancellationToken)
        => server.ReadAsync(
            async s => new QueueState(
                (int)(await s.ScalarAsync<long>("select count(*) from job where worker is null", [], cancellationToken) ?? 0),
                await s.RowsAsync(
                    "select source, collection, pages, passages, started, attempts from job where worker is not null order by started, key",
                    r => new IngestFile(r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetInt32(3), RunTable.At(r.GetInt64(4)), r.GetInt32(5)),
                    [],
                    cancellationToken)),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IngestFailure>> FailuresAsync(int count, CancellationToken cancellationToken)
        => server.AskAsync<IReadOnlyList<IngestFailure>>(
            async s => await s.RowsAsync(
                "select source, collection, message, at from failure order by at desc, source limit @count",
                r => new IngestFailure(r.GetString(0), r.GetString(1), r.GetString(2), RunTable.At(r.GetInt64(3))),
                [("count", count)],
                cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public Task<string?> MarkAsync(string feed, CancellationToken cancellationToken)
        => server.AskAsync(
            async s => await s.RowsAsync("select mark from feed where name = @feed", r => r.GetString(0), [("feed", feed)], cancellationToken) is [var mark] ? mark : null,
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IngestJob>> FailedJobsAsync(string prefix, CancellationToken cancellationToken)
        => server.AskAsync<IReadOnlyList<IngestJob>>(
            async s => await s.RowsAsync(
                "select job, machine, priority from failure where job::json ->> 'Source' = source and starts_with(source, @prefix) order by source",
                JobOf,
                [("prefix", prefix)],
                cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IngestJob?> FailedJobAsync(string collection, string file, CancellationToken cancellationToken)
        => server.AskAsync(
            async s => await s.RowsAsync(
                "select job, machine, priority from failure where job is not null and collection = @collection and left(source, 500) = left(@file, 500) and source = @file",
                JobOf,
                [("collection", collection), ("file", file)],
                cancellationToken) is [var job, ..] ? job : null,
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        await server.DisposeAsync();
    }

    private static IngestJob JobOf(NpgsqlDataReader row) => new(JsonSerializer.Deserialize<FileTask>(row.GetString(0))!, row.Text(1), row.GetInt32(2));
}
