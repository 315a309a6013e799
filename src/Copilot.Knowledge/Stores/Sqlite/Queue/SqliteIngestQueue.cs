using System.Text.Json;
using Copilot.Knowledge.Ingestion;
using Microsoft.Data.Sqlite;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>The queue in a file of its own, so that it never waits for the library's writer. A process that died on this machine gives its jobs back at once.</summary>
internal sealed class SqliteIngestQueue : IIngestQueue, IDisposable
{
    private readonly SqliteFile _file;
    private readonly Lazy<WriterMark> _worker;

    /// <summary>Opens or creates the queue.</summary>
    /// <param name="path">Where it is, on a disk of this machine.</param>
    public SqliteIngestQueue(string path)
    {
        _file = new SqliteFile(path, QueueSchema.Sql, QueueSchema.Version, RunRows.FreeOfDead);
        _worker = new Lazy<WriterMark>(() => WriterMark.Take(_file.Path));
    }

    /// <inheritdoc/>
    public async Task<long> BeginAsync(string what, string collection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var run = 0L;
        await _file.WriteAsync(s => run = RunRows.Begin(s, what, collection, now), cancellationToken);
        return run;
    }

    /// <inheritdoc/>
    public Task AddAsync(long run, IReadOnlyList<IngestJob> jobs, FeedPosition? mark, DateTimeOffset now, CancellationToken cancellationToken)
        => _file.WriteAsync(
            s =>
            {
                foreach (var job in jobs)
                {
                    DropWaiting(s, job.Task.Collection, job.Task.Source, now);
                    s.Run(
                        "insert into job(run, collection, source, machine, priority, task) values($run, $collection, $source, $machine, $priority, $task)",
                        ("$run", run),
                        ("$collection", job.Task.Collection),
                        ("$source", job.Task.Source),
                        ("$machine", job.Machine),
                        ("$priority", job.Priority),
                        ("$task", JsonSerializer.Serialize(job.Task)));
                }

                s.Run("update run set files = files + $files where key = $run", ("$files", jobs.Count), ("$run", run));
                RunRows.End(s, run, now);
                if (mark is not null)
                {
                    s.Run("insert into feed values($feed, $mark) on conflict do update set mark = excluded.mark", ("$feed", mark.Feed), ("$mark", mark.Mark));
                }
            },
            cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TakenJob>> TakeAsync(string machine, long? run, int priority, int count, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken)
    {
        var taken = new List<TakenJob>();
        await _file.WriteAsync(
            s =>
            {
                JobRows.FreeExpired(s, now);
                foreach (var job in JobRows.Next(s, machine, run, priority, count, now))
                {
                    taken.Add(job with { Attempt = JobRows.Take(s, job.Key, _worker.Value.Name, now, now + lease) });
                }
            },
            cancellationToken);
        return taken;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<long>> RenewAsync(IReadOnlyList<JobProgress> jobs, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken)
    {
        var lost = new List<long>();
        await _file.WriteAsync(
            s => lost.AddRange(jobs.Where(j => s.Run(
                "update job set lease_until = $until, pages = $pages, passages = $passages where key = $key and worker = $worker",
                ("$until", (now + lease).UtcTicks),
                ("$pages", j.Pages),
                ("$passages", j.Chunks),
                ("$key", j.Key),
                ("$worker", _worker.Value.Name)) == 0).Select(j => j.Key)),
            cancellationToken);
        return lost;
    }

    /// <inheritdoc/>
    public async Task<IngestRun?> FinishAsync(long job, FileOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        IngestRun? run = null;
        await _file.WriteAsync(
            s =>
            {
                run = null;
                if (JobRows.Held(s, job, _worker.Value.Name) is { } held)
                {
                    JobRows.KeepFailures(s, held, outcome, now);
                    s.Run("delete from job where key = $key", ("$key", job));
                    RunRows.Count(s, held.Run, outcome, files: 1, now);
                    run = RunRows.Of(s, held.Run);
                }
            },
            cancellationToken);
        return run;
    }

    /// <inheritdoc/>
    public Task ReturnAsync(long job, string? why, DateTimeOffset notBefore, bool countAttempt, CancellationToken cancellationToken)
        => _file.WriteAsync(
            s =>
            {
                if (JobRows.Held(s, job, _worker.Value.Name) is { } held)
                {
                    JobRows.Free(s, held, why, notBefore, countAttempt ? 0 : 1);
                }
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task CountAsync(long run, FileOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
        => _file.WriteAsync(s => RunRows.Count(s, run, outcome, files: 0, now), cancellationToken);

    /// <inheritdoc/>
    public Task ForgetAsync(string collection, IReadOnlyList<string> sources, CancellationToken cancellationToken)
        => _file.WriteAsync(
            s =>
            {
                foreach (var source in sources)
                {
                    DropWaiting(s, collection, source, null);
                    JobRows.DropFailures(s, collection, source);
                }
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IngestRun?> RunAsync(long run, CancellationToken cancellationToken) => _file.ReadAsync(s => RunRows.Of(s, run), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> IsOpenAsync(long run, int priority, CancellationToken cancellationToken)
        => _file.ReadAsync(
            s => s.Scalar("select exists (select 1 from job where run = $run and priority <= $priority)", ("$run", run), ("$priority", priority)) > 0, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IngestRun>> RunsAsync(int count, CancellationToken cancellationToken) => _file.ReadAsync(s => RunRows.Last(s, count), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IngestRemark>> RemarksAsync(long run, bool refused, CancellationToken cancellationToken)
        => _file.ReadAsync(
            s => s.Rows(
                "select file, message from remark where run = $run and refused = $refused order by file, rowid",
                r => new IngestRemark(r.GetString(0), r.GetString(1)),
                ("$run", run),
                ("$refused", refused ? 1 : 0)),
            cancellationToken);

    /// <inheritdoc/>
    public Task<QueueState> StateAsync(CancellationToken cancellationToken)
        => _file.ReadAsync(
            s => new QueueState(
                (int)s.Scalar("select count(*) from job where worker is null"),
                s.Rows(
                    "select source, collection, pages, passages, started, attempts from job where worker is not null order by started, key",
                    r => new IngestFile(r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetInt32(3), RunRows.At(r.GetInt64(4)), r.GetInt32(5)))),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IngestFailure>> FailuresAsync(int count, CancellationToken cancellationToken)
        => _file.ReadAsync(
            s => s.Rows(
                "select source, collection, message, at from failure order by at desc, source limit $count",
                r => new IngestFailure(r.GetString(0), r.GetString(1), r.GetString(2), RunRows.At(r.GetInt64(3))),
                ("$count", count)),
            cancellationToken);

    /// <inheritdoc/>
    public Task<string?> MarkAsync(string feed, CancellationToken cancellationToken)
        => _file.ReadAsync(s => s.Rows("select mark from feed where name = $feed", r => r.GetString(0), ("$feed", feed)) is [var mark] ? mark : null, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IngestJob>> FailedJobsAsync(string prefix, CancellationToken cancellationToken)
        => _file.ReadAsync(
            s => s.Rows(
                "select job, machine, priority from failure where json_extract(job, '$.Source') = source and source >= $prefix and source < $prefix || char(1114111) order by source",
                JobOf,
                ("$prefix", prefix)),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IngestJob?> FailedJobAsync(string collection, string file, CancellationToken cancellationToken)
        => _file.ReadAsync(
            s => s.Rows(
                "select job, machine, priority from failure where job is not null and collection = $collection and source = $file",
                JobOf,
                ("$collection", collection),
                ("$file", file)) is [var job, ..] ? job : null,
            cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        if (_worker.IsValueCreated)
        {
            _worker.Value.Dispose();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static IngestJob JobOf(SqliteDataReader row) => new(JobRows.TaskOf(row.GetString(0)), row.Text(1), row.GetInt32(2));

    /// <summary>A job that waits is replaced; its run has one file less to wait for.</summary>
    private static void DropWaiting(SqliteSession session, string collection, string source, DateTimeOffset? now)
    {
        foreach (var run in session.Rows(
            "select run from job where worker is null and collection = $collection and source = $source", r => r.GetInt64(0), ("$collection", collection), ("$source", source)))
        {
            session.Run("delete from job where worker is null and collection = $collection and source = $source", ("$collection", collection), ("$source", source));
            session.Run("update run set files = files - 1 where key = $run", ("$run", run));
            RunRows.End(session, run, now ?? RunRows.At(session.Scalar("select began from run where key = $run", ("$run", run))));
        }
    }
}
