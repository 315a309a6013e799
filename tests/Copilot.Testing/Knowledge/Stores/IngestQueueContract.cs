using Copilot.Knowledge;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Stores;
using Xunit;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>What every queue of ingestion must do, embedded or on a server. Its tests derive from this class and give the place it lives in.</summary>
public abstract class IngestQueueContract(IngestQueueUnderTest place) : IAsyncLifetime
{
    private const string Here = "this machine";
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly List<IIngestQueue> _opened = [];
    private IIngestQueue? _queue;

    private IIngestQueue Queue
    {
        get
        {
            Skip.If(place.MissingBecause is not null, place.MissingBecause);
            return _queue!;
        }
    }

    private static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync() => _queue = place.MissingBecause is null ? await OpenAsync() : null;

    public async Task DisposeAsync()
    {
        foreach (var queue in _opened)
        {
            await queue.DisposeAsync();
        }

        await place.DisposeAsync();
    }

    [SkippableFact]
    public async Task Jobs_come_by_priority_then_in_the_order_they_were_added()
    {
        var run = await RunAsync(Job("slow", priority: 2), Job("a"), Job("b"), Job("urgent", priority: 0));

        Assert.Equal(["urgent", "a", "b", "slow"], (await TakeAsync(10)).Select(j => j.Task.Source));
        Assert.Empty(await TakeAsync(10));
        Assert.Equal((4, 0, null), await CountsAsync(run));
    }

    [SkippableFact]
    public async Task What_is_to_be_done_comes_back_as_it_was_given()
    {
        var task = Job("a").Task with
        {
            Readers = ["auditor"],
            Rule = new SourceRule { Readers = ["user:x"], About = ["Nordlicht"], ValidFrom = new DateOnly(2026, 1, 1), Language = "de" },
            Entry = new Contracts.FeedEntry { Key = "ir.attachment:17", Name = "a.pdf", Title = "A", Version = "7", Gate = new Contracts.RecordRef("sale.order", 3), About = ["Kraft & Söhne"] },
            KeepBytes = true,
        };
        await RunAsync(new IngestJob(task, null, 1));

        Assert.Equivalent(task, Assert.Single(await TakeAsync(1)).Task, strict: true);
    }

    [SkippableFact]
    public async Task A_job_is_held_by_one_process_at_a_time()
    {
        var other = await OpenAsync();
        await RunAsync(Job("a"), Job("b"));

        var mine = await TakeAsync(1);
        var theirs = await other.TakeAsync(Here, null, 9, 10, Now, Lease, None);

        Assert.Equal("a", Assert.Single(mine).Task.Source);
        Assert.Equal("b", Assert.Single(theirs).Task.Source);
        Assert.Null(await other.FinishAsync(mine[0].Key, new FileOutcome { Added = 1 }, Now, None));
        Assert.NotNull(await Queue.FinishAsync(mine[0].Key, new FileOutcome { Added = 1 }, Now, None));
    }

    [SkippableFact]
    public async Task Many_processes_at_once_never_hold_the_same_job()
    {
        await RunAsync([.. Enumerable.Range(0, 60).Select(i => Job($"d{i:00}"))]);
        var queues = new List<IIngestQueue> { Queue, await OpenAsync(), await OpenAsync(), await OpenAsync() };

        var taken = await Task.WhenAll(queues.Select(q => Task.Run(async () =>
        {
            var mine = new List<string>();
            while (await q.TakeAsync(Here, null, 9, 3, Now, Lease, None) is { Count: > 0 } jobs)
            {
                mine.AddRange(jobs.Select(j => j.Task.Source));
            }

            return mine;
        })));

        Assert.Equal(60, taken.Sum(t => t.Count));
        Assert.Equal(60, taken.SelectMany(t => t).Distinct().Count());
    }

    [SkippableFact]
    public async Task A_lease_that_runs_out_gives_the_job_to_another_and_the_first_can_no_longer_end_it()
    {
        var other = await OpenAsync();
        var run = await RunAsync(Job("a"));
        var job = Assert.Single(await TakeAsync(1));

        Assert.Empty(await other.TakeAsync(Here, null, 9, 1, Now + Lease, Lease, None));
        var again = Assert.Single(await other.TakeAsync(Here, null, 9, 1, Now + Lease + TimeSpan.FromSeconds(1), Lease, None));

        Assert.Equal((job.Key, 2), (again.Key, again.Attempt));
        Assert.Null(await Queue.FinishAsync(job.Key, new FileOutcome { Added = 1 }, Now, None));
        Assert.Equal(1, (await other.FinishAsync(again.Key, new FileOutcome { Added = 1 }, Now, None))!.Added);
        Assert.Equal((1, 1, Now), await CountsAsync(run));
    }

    [SkippableFact]
    public async Task A_lease_that_is_renewed_stays_and_tells_how_far_the_job_is()
    {
        await RunAsync(Job("a"));
        var job = Assert.Single(await TakeAsync(1));

        Assert.Empty(await Queue.RenewAsync([new JobProgress(job.Key, 7, 31)], Now + (Lease * 0.9), Lease, None));

        Assert.Empty(await TakeAsync(1, Now + (Lease * 1.5)));
        var running = Assert.Single((await Queue.StateAsync(None)).Running);
        Assert.Equal(("a", 7, 31, Now, 1), (running.File, running.Pages, running.Passages, running.StartedAt, running.Attempt));
        Assert.Equal([job.Key + 1000], await Queue.RenewAsync([new JobProgress(job.Key + 1000, 0, 0)], Now, Lease, None));
    }

    [SkippableFact]
    public async Task A_source_that_waits_already_waits_once_with_what_was_given_last()
    {
        var first = await RunAsync(Job("a"), Job("b"));
        var second = await RunAsync(new IngestJob(Job("a").Task with { Readers = ["auditor"] }, Here, 1));

        var jobs = await TakeAsync(10);

        Assert.Equal(["b", "a"], jobs.Select(j => j.Task.Source));
        Assert.Equal(["auditor"], jobs[1].Task.Readers);
        Assert.Equal((1, 0, null), await CountsAsync(first));
        Assert.Equal((1, 0, null), await CountsAsync(second));
    }

    [SkippableFact]
    public async Task A_source_that_is_worked_on_is_taken_again_only_afterwards()
    {
        await RunAsync(Job("a"));
        var job = Assert.Single(await TakeAsync(1));
        await RunAsync(Job("a"));

        Assert.Empty(await TakeAsync(10));
        await Queue.FinishAsync(job.Key, new FileOutcome(), Now, None);

        Assert.Equal("a", Assert.Single(await TakeAsync(10)).Task.Source);
    }

    [SkippableFact]
    public async Task A_job_given_back_whose_source_waits_again_is_not_there_twice()
    {
        var first = await RunAsync(Job("a"));
        var job = Assert.Single(await TakeAsync(1));
        await RunAsync(Job("a"));

        await Queue.ReturnAsync(job.Key, "stopped", Now, countAttempt: true, None);

        Assert.Single(await TakeAsync(10));
        Assert.Equal(0, (await Queue.RunAsync(first, None))!.Files);
        Assert.NotNull((await Queue.RunAsync(first, None))!.FinishedAt);
    }

    [SkippableFact]
    public async Task A_job_given_back_comes_again_when_its_time_has_come()
    {
        await RunAsync(Job("a"));
        var job = Assert.Single(await TakeAsync(1));
        await Queue.ReturnAsync(job.Key, "busy", Now + TimeSpan.FromSeconds(5), countAttempt: false, None);

        Assert.Empty(await TakeAsync(1));
        Assert.Equal(1, Assert.Single(await TakeAsync(1, Now + TimeSpan.FromSeconds(5))).Attempt);
    }

    [SkippableFact]
    public async Task Files_of_another_machine_are_left_to_it()
    {
        await RunAsync(Job("mine"), new IngestJob(Job("theirs").Task, "another", 1), new IngestJob(Job("anybody's").Task, null, 1));

        Assert.Equal(["anybody's", "mine"], (await TakeAsync(10)).Select(j => j.Task.Source).Order());
        Assert.Equal("theirs", Assert.Single(await Queue.TakeAsync("another", null, 9, 10, Now, Lease, None)).Task.Source);
    }

    [SkippableFact]
    public async Task A_run_and_a_priority_can_be_asked_for()
    {
        var first = await RunAsync(Job("a"), Job("slow", priority: 2));
        var second = await RunAsync(Job("b"));

        Assert.Equal("b", Assert.Single(await Queue.TakeAsync(Here, second, 9, 10, Now, Lease, None)).Task.Source);
        Assert.True(await Queue.IsOpenAsync(first, 1, None));
        var quick = Assert.Single(await Queue.TakeAsync(Here, null, 1, 10, Now, Lease, None));
        Assert.True(await Queue.IsOpenAsync(first, 1, None));
        await Queue.FinishAsync(quick.Key, new FileOutcome(), Now, None);
        Assert.False(await Queue.IsOpenAsync(first, 1, None));
        Assert.True(await Queue.IsOpenAsync(first, 2, None));
    }

    [SkippableFact]
    public async Task A_run_ends_with_its_last_file_and_adds_up_what_was_done()
    {
        var run = await RunAsync(Job("a"), Job("b"));
        var jobs = await TakeAsync(2);
        await Queue.FinishAsync(jobs[0].Key, new FileOutcome { Added = 1, Passages = 5, Pages = 2, Notes = [new IngestRemark("a", "read slowly")] }, Now, None);
        Assert.Equal((2, 1, null), await CountsAsync(run));
        await Queue.FinishAsync(jobs[1].Key, new FileOutcome { Updated = 2, Unchanged = 3, Failed = [new IngestRemark("b!/x", "broken")] }, Now + Lease, None);
        await Queue.CountAsync(run, new FileOutcome { Removed = 4 }, Now + Lease, None);

        var done = (await Queue.RunAsync(run, None))!;

        Assert.Equal((1, 2, 3, 4, 1, 5, 2), (done.Added, done.Updated, done.Unchanged, done.Removed, done.Refused, done.Passages, done.Pages));
        Assert.Equal(Now + Lease, done.FinishedAt);
        Assert.Equal([new IngestRemark("b!/x", "broken")], await Queue.RemarksAsync(run, refused: true, None));
        Assert.Equal([new IngestRemark("a", "read slowly")], await Queue.RemarksAsync(run, refused: false, None));
        Assert.Equal(run, (await Queue.RunsAsync(1, None))[0].Id);
    }

    [SkippableFact]
    public async Task A_run_without_files_is_finished_at_once()
        => Assert.NotNull((await Queue.RunAsync(await RunAsync(), None))!.FinishedAt);

    [SkippableFact]
    public async Task What_failed_is_kept_until_it_succeeds_or_is_gone()
    {
        await FailAsync("a.zip", "a.zip!/x", "a.zip!/y");
        await FailAsync("b", "b");

        Assert.Equal(["a.zip!/x", "a.zip!/y", "b"], (await Queue.FailuresAsync(10, None)).Select(f => f.File).Order());
        Assert.Equal("b", Assert.Single(await Queue.FailedJobsAsync("b", None)).Task.Source);
        Assert.Empty(await Queue.FailedJobsAsync("a", None));
        Assert.Equal("a.zip", (await Queue.FailedJobAsync("default", "a.zip!/x", None))!.Task.Source);
        Assert.Equal("b", (await Queue.FailedJobAsync("default", "b", None))!.Task.Source);
        Assert.Null(await Queue.FailedJobAsync("other", "b", None));
        Assert.Null(await Queue.FailedJobAsync("default", "a.zip", None));

        await FailAsync("a.zip", "a.zip!/y");
        Assert.Equal(["a.zip!/y", "b"], (await Queue.FailuresAsync(10, None)).Select(f => f.File).Order());
        await Queue.ForgetAsync("default", ["a.zip", "b"], None);
        Assert.Empty(await Queue.FailuresAsync(10, None));
    }

    [SkippableFact]
    public async Task What_is_gone_waits_no_longer()
    {
        var run = await RunAsync(Job("a"), Job("b"));

        await Queue.ForgetAsync("default", ["a"], None);

        Assert.Equal("b", Assert.Single(await TakeAsync(10)).Task.Source);
        Assert.Equal(1, (await Queue.RunAsync(run, None))!.Files);
    }

    [SkippableFact]
    public async Task A_feeds_mark_is_kept_together_with_the_jobs()
    {
        Assert.Null(await Queue.MarkAsync("odoo>default", None));
        var run = await Queue.BeginAsync("odoo", "default", Now, None);
        await Queue.AddAsync(run, [Job("odoo:1")], new FeedPosition("odoo>default", "m1"), Now, None);
        await Queue.AddAsync(run, [], new FeedPosition("odoo>default", "m2"), Now, None);

        Assert.Equal("m2", await Queue.MarkAsync("odoo>default", None));
        Assert.Single(await TakeAsync(10));
    }

    [SkippableFact]
    public async Task Opened_again_everything_is_still_there()
    {
        var run = await RunAsync(Job("a"), Job("b"));
        var done = Assert.Single(await TakeAsync(1));
        await Queue.FinishAsync(done.Key, new FileOutcome { Added = 1 }, Now, None);

        var again = await OpenAsync();

        Assert.Equal("b", Assert.Single(await again.TakeAsync(Here, null, 9, 10, Now, Lease, None)).Task.Source);
        Assert.Equal(1, (await again.RunAsync(run, None))!.Done);
    }

    /// <summary>Opens the same queue once more, as another process would.</summary>
    private async Task<IIngestQueue> OpenAsync()
    {
        var queue = await place.OpenAsync();
        _opened.Add(queue);
        return queue;
    }

    private static IngestJob Job(string source, int priority = 1)
        => new(new FileTask { Collection = "default", Source = source, Name = source, Path = "/documents/" + source }, Here, priority);

    private async Task<long> RunAsync(params IReadOnlyList<IngestJob> jobs)
    {
        var run = await Queue.BeginAsync("test", "default", Now, None);
        await Queue.AddAsync(run, jobs, null, Now, None);
        return run;
    }

    private Task<IReadOnlyList<TakenJob>> TakeAsync(int count, DateTimeOffset? now = null) => Queue.TakeAsync(Here, null, 9, count, now ?? Now, Lease, None);

    private async Task<(int Files, int Done, DateTimeOffset? FinishedAt)> CountsAsync(long run)
    {
        var found = (await Queue.RunAsync(run, None))!;
        return (found.Files, found.Done, found.FinishedAt);
    }

    private async Task FailAsync(string source, params string[] failed)
    {
        await RunAsync(Job(source));
        var job = Assert.Single(await TakeAsync(1));
        await Queue.FinishAsync(job.Key, new FileOutcome { Failed = [.. failed.Select(f => new IngestRemark(f, "broken"))] }, Now, None);
    }
}
