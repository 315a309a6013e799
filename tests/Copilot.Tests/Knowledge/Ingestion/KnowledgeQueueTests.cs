using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Testing.Knowledge;
using Copilot.Testing.Knowledge.Files;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Copilot.Tests.Knowledge.Ingestion;

/// <summary>What operators see of the queue, and do to it.</summary>
public sealed class KnowledgeQueueTests : IDisposable
{
    private readonly GrowingFeed _feed = new();
    private readonly KnowledgeLibrary _library;
    private readonly KnowledgeQueue _queue;

    public KnowledgeQueueTests()
    {
        _library = new KnowledgeLibrary(null, null, null, _feed);
        _library.Options.Folder = _library.Folder;
        _queue = new KnowledgeQueue(_library.Ingestor, _library.Parts, new SourceKeeper(_library.Ingestor, _library.Parts, NullLogger<SourceKeeper>.Instance));
    }

    private static CancellationToken None => CancellationToken.None;

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task A_source_that_can_not_be_asked_leaves_no_run_open_and_the_run_says_why()
    {
        _library.Write("sources.json", """{ "sources": [ { "name": "away", "feed": "nosuch" } ] }""");

        await Assert.ThrowsAsync<CopilotException>(() => _queue.SyncAsync("away", None));

        var run = Assert.Single((await _library.Ingestor.ProgressAsync(None)).Runs);
        Assert.NotNull(run.FinishedAt);
        Assert.Equal(("away", 1), (run.What, run.Refused));
        Assert.Contains("nosuch", Assert.Single(await _library.Queue.RemarksAsync(run.Id, refused: true, None)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_are_told_in_the_words_of_their_file()
    {
        _library.Write("sources.json", """
            { "sources": [ { "feed": "erp", "refresh": "every 15 minutes" }, { "name": "b", "folder": "b", "refresh": "every 120 minutes" }, { "name": "c", "folder": "c", "refresh": "watch" },
                { "name": "d", "folder": "d", "refresh": "manual", "collection": "other" }, { "name": "e", "folder": "e", "refresh": "every 1 hour" } ] }
            """);

        var sources = _queue.Sources();

        Assert.Equal(
            [("knowledge", "folder", "start"), ("erp", "feed", "every 15 minutes"), ("b", "folder", "every 2 hours"), ("c", "folder", "watch"), ("d", "folder", "manual"), ("e", "folder", "every 1 hour")],
            sources.Select(s => (s.Name, s.Kind, s.Refresh)));
        Assert.Equal("other", sources[4].Collection);
    }

    [Fact]
    public async Task A_file_is_read_again_with_the_readers_it_was_given()
    {
        _library.Write("a.md", "---\nvalid_from: yesterday\n---\n# Gloves\n\nGloves.");
        await _library.IngestAsync(["accountant"]);
        var failed = Assert.Single((await _library.Ingestor.ProgressAsync(None)).Failed);
        _library.Write("a.md", "# Gloves\n\nGloves.");

        var run = await _queue.RetryAsync(failed.Collection, failed.File, None);

        Assert.Equal(1, (await _library.Ingestor.FinishAsync(run!.Value, null, None)).Added);
        Assert.Equal(["accountant"], (await _library.Store.HeldAsync("default", failed.File, None))!.Label.Readers);
        Assert.Empty((await _library.Ingestor.ProgressAsync(None)).Failed);
        Assert.Null(await _queue.RetryAsync(failed.Collection, failed.File, None));
    }

    [Fact]
    public async Task A_file_that_is_gone_by_now_fails_no_longer()
    {
        var path = _library.Write("a.md", "---\nreaders: [emperor]\n---\n# Gloves");
        await _library.IngestAsync();
        File.Delete(path);

        var run = await _queue.RetryAsync("default", path, None);

        await _library.Ingestor.FinishAsync(run!.Value, null, None);
        Assert.Empty((await _library.Ingestor.ProgressAsync(None)).Failed);
    }

    [Fact]
    public async Task A_retry_asked_for_many_times_is_one_job()
    {
        var path = _library.Write("a.md", "---\nreaders: [emperor]\n---\n# Gloves");
        await _library.IngestAsync();

        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _queue.RetryAsync("default", path, None)));

        Assert.Equal(8, runs.Distinct().Count());
        Assert.Equal(1, (await _library.Ingestor.ProgressAsync(None)).Waiting);
    }
}
