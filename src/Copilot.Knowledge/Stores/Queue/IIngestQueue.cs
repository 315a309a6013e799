using Copilot.Knowledge.Ingestion;

namespace Copilot.Knowledge.Stores;

/// <summary>
/// What is to be taken in, kept so that nothing is forgotten when a process dies. Jobs are leased: a worker that does not renew its lease
/// loses the job to another one. Several processes, and on a server several machines, share one queue; what they do twice is the
/// same thing, since a document is written whole in the place of the one before. All times are UTC.
/// </summary>
internal interface IIngestQueue : IAsyncDisposable
{
    /// <summary>Begins a run: jobs that belong together and are counted together. Runs of long ago are forgotten.</summary>
    Task<long> BeginAsync(string what, string collection, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Adds jobs to a run, all or none. A job of a source that still waits takes the place of the one before, which its own run counts as
    /// done; one that is being worked on is followed by the new one.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="jobs">The jobs.</param>
    /// <param name="mark">How far a feed has been followed when these jobs are kept, or null.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task AddAsync(long run, IReadOnlyList<IngestJob> jobs, FeedPosition? mark, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the next jobs for this process up to a priority, of a given run only when one is given: by priority, then in the order they were added. Never a job of
    /// another machine, one whose time has not come, or one whose source is being worked on. Jobs whose lease ran out come back first.
    /// </summary>
    Task<IReadOnlyList<TakenJob>> TakeAsync(string machine, long? run, int priority, int count, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Renews the leases of jobs and notes how far they have come.</summary>
    /// <returns>The jobs this process no longer holds.</returns>
    Task<IReadOnlyList<long>> RenewAsync(IReadOnlyList<JobProgress> jobs, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Ends a job: adds its outcome to its run and keeps what failed until the source succeeds. Does nothing when this process no longer holds the job.</summary>
    /// <returns>The run as it is now, or null when the job was no longer held.</returns>
    Task<IngestRun?> FinishAsync(long job, FileOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Gives a job back, to be taken again by anybody when its time has come.</summary>
    Task ReturnAsync(long job, string? why, DateTimeOffset notBefore, bool countAttempt, CancellationToken cancellationToken);

    /// <summary>Adds to a run what was done without a job: documents removed, paths that do not exist.</summary>
    Task CountAsync(long run, FileOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Drops what waits, has failed or is remembered about sources that are gone: each source itself and the members inside it.</summary>
    Task ForgetAsync(string collection, IReadOnlyList<string> sources, CancellationToken cancellationToken);

    /// <summary>Gets a run, or null when it is forgotten.</summary>
    Task<IngestRun?> RunAsync(long run, CancellationToken cancellationToken);

    /// <summary>Says whether jobs of a run up to a priority wait or are being worked on.</summary>
    Task<bool> IsOpenAsync(long run, int priority, CancellationToken cancellationToken);

    /// <summary>Gets the last runs, newest first.</summary>
    Task<IReadOnlyList<IngestRun>> RunsAsync(int count, CancellationToken cancellationToken);

    /// <summary>Gets remarks of a run on files that were refused, or on files that were taken, by file.</summary>
    Task<IReadOnlyList<IngestRemark>> RemarksAsync(long run, bool refused, CancellationToken cancellationToken);

    /// <summary>Gets how many jobs wait, and those that are being worked on.</summary>
    Task<QueueState> StateAsync(CancellationToken cancellationToken);

    /// <summary>Gets what could not be taken in and has not succeeded since, newest first.</summary>
    Task<IReadOnlyList<IngestFailure>> FailuresAsync(int count, CancellationToken cancellationToken);

    /// <summary>Gets how far a feed has been followed, or null when it has not been.</summary>
    Task<string?> MarkAsync(string feed, CancellationToken cancellationToken);

    /// <summary>Gets the jobs of sources that failed, by the beginning of their source, so that they can be added again. Of containers in which only members failed there is none.</summary>
    Task<IReadOnlyList<IngestJob>> FailedJobsAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Gets the job in which a file failed, its own or that of its container, with the readers it was given; null when nothing failed so.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="file">The file as <see cref="FailuresAsync"/> names it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<IngestJob?> FailedJobAsync(string collection, string file, CancellationToken cancellationToken);
}
