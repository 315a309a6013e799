using Copilot.Benchmarks.Bare;
using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;
using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Ingestion.Reading;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Copilot.Benchmarks.Suites;

/// <summary>Taking documents in, against the bare readers of the same files, step by step and as a whole.</summary>
internal sealed class IngestSuite : ISuite
{
    private const int Each = 100;
    private const int Blocks = 5;

    public string Name => "ingest";

    public async Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        using var files = new MadeFiles(Each);
        var formats = house.Services.GetRequiredService<FileFormats>();
        foreach (var extension in new[] { "md", "txt", "html", "csv" })
        {
            await FormatAsync(files.Of(extension), extension, formats, report, cancellationToken);
        }

        await StepsAsync(files, formats, report, cancellationToken);
        await WholeAsync(files, formats, report, cancellationToken);
    }

    /// <summary>What a document costs beside reading: its rows in the store and its job in the queue.</summary>
    private async Task StepsAsync(MadeFiles files, FileFormats formats, Report report, CancellationToken cancellationToken)
    {
        var cut = new List<(StoredDocument Document, List<CutPart> Parts)>();
        foreach (var path in files.Of("txt"))
        {
            var parts = new List<CutPart>();
            await ReadAsync([path], formats, (_, part) => parts.Add(part), cancellationToken);
            cut.Add((Document(path), parts));
        }

        var (written, queued) = await Work.CompareAsync(Blocks, 1, () => InFolderAsync(data => WriteAsync(data, cut, cancellationToken)), () => InFolderAsync(data => QueueAsync(data, cut.Count, cancellationToken)));
        report.Add(Line.Single(Name, "store: a text written", written / cut.Count, "ms cpu") with { Count = Blocks * cut.Count });
        report.Add(Line.Single(Name, "queue: a job added, taken and ended", queued / cut.Count, "ms cpu") with { Count = Blocks * cut.Count });
    }

    private static async Task WriteAsync(string data, List<(StoredDocument Document, List<CutPart> Parts)> cut, CancellationToken cancellationToken)
    {
        using var store = new SqliteKnowledgeStore(Path.Combine(data, "knowledge.db"));
        foreach (var (document, parts) in cut)
        {
            await using var writer = await store.BeginAsync(document, cancellationToken);
            await writer.AddAsync([.. parts.Where(p => p.Part is not null).Select((p, i) => new StoredPart(i, p.Start, p.Part!.Text))], [.. parts.SelectMany(p => p.Chunks)], cancellationToken);
            await writer.CommitAsync(document, cancellationToken);
        }
    }

    private static async Task QueueAsync(string data, int count, CancellationToken cancellationToken)
    {
        await using var queue = new SqliteIngestQueue(Path.Combine(data, "ingest.db"));
        var now = TimeProvider.System.GetUtcNow();
        var run = await queue.BeginAsync("bench", "default", now, cancellationToken);
        await queue.AddAsync(run, [.. Enumerable.Range(0, count).Select(i => new IngestJob(new FileTask { Collection = "default", Source = $"/d/{i}", Name = $"{i}.txt", Path = $"/d/{i}" }, null, 1))], null, now, cancellationToken);
        while (await queue.TakeAsync("here", run, 9, 1, now, TimeSpan.FromMinutes(1), cancellationToken) is [var job])
        {
            await queue.FinishAsync(job.Key, new FileOutcome { Added = 1 }, now, cancellationToken);
        }
    }

    private static async Task InFolderAsync(Func<string, Task> work)
    {
        var data = Directory.CreateTempSubdirectory("ingest-bench-").FullName;
        try
        {
            await work(data);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<long> ReadAsync(IEnumerable<string> paths, FileFormats formats, Action<StoredDocument, CutPart>? use, CancellationToken cancellationToken)
    {
        var read = 0L;
        foreach (var path in paths)
        {
            var file = new FileToRead(Path.GetFileName(path), path);
            var reader = (await formats.ChooseAsync(file, cancellationToken)).Reader!;
            if (use is null)
            {
                await foreach (var part in reader.ReadAsync(file, cancellationToken))
                {
                    read += part.Text.Length;
                }

                continue;
            }

            await foreach (var cut in Chunker.CutAsync(reader.ReadAsync(file, cancellationToken), clauses: reader.Format == "text", cancellationToken))
            {
                use(Document(path), cut);
            }
        }

        return read;
    }

    private static StoredDocument Document(string path) => new()
    {
        Collection = "default",
        Source = path,
        TextHash = path,
        Label = new DocumentLabel { Id = path, Title = Path.GetFileName(path), Readers = ["all"], Companies = ["all"] },
    };

    private async Task FormatAsync(IReadOnlyList<string> paths, string extension, FileFormats formats, Report report, CancellationToken cancellationToken)
    {
        var (cut, read) = await Work.CompareAsync(Blocks, 1, () => ReadAsync(paths, formats, (_, _) => { }, cancellationToken), () => ReadAsync(paths, formats, null, cancellationToken));
        Add(report, $"{extension}: read and cut", paths.Count, cut, read);
        var (indexed, again) = await Work.CompareAsync(
            Blocks,
            1,
            () => ReadAsync(
                paths,
                formats,
                (document, part) =>
                {
                    var words = new IndexedDocument(document);
                    foreach (var chunk in part.Chunks)
                    {
                        words.Of(chunk);
                    }
                },
                cancellationToken),
            () => ReadAsync(paths, formats, null, cancellationToken));
        Add(report, $"{extension}: read, cut and stemmed", paths.Count, indexed, again);
        var (whole, bare) = await Work.CompareAsync(Blocks, 1, () => IngestAsync(paths, formats, null, cancellationToken), () => ReadAsync(paths, formats, null, cancellationToken));
        Add(report, $"{extension}: taken in", paths.Count, whole, bare);
    }

    private async Task WholeAsync(MadeFiles files, FileFormats formats, Report report, CancellationToken cancellationToken)
    {
        var all = new[] { "md", "txt", "html", "csv" }.SelectMany(files.Of).ToList();
        var pair = await Pair.RunAsync(1, Blocks, () => Clock.TimeAsync(() => IngestAsync([files.Folder], formats, null, cancellationToken)), () => Clock.TimeAsync(() => ReadAsync(all, formats, null, cancellationToken)));
        report.Add(pair.ToLine(Name, $"{all.Count} text files, {files.Bytes / 1e6:0.0} MB", "bare readers"));
        report.Add(Line.Single(Name, "speed", files.Bytes / 1e3 / pair.Subject.Median, "MB/s") with { Reference = "bare readers", ReferenceMedian = files.Bytes / 1e3 / pair.Reference.Median, Ratio = pair.Reference.Median / pair.Subject.Median });
        var unchanged = new Samples();
        await IngestAsync([files.Folder], formats, unchanged, cancellationToken);
        report.Add(Line.Of(Name, "the same again, unchanged", unchanged));
    }

    private void Add(Report report, string name, int files, double of, double reference)
        => report.Add(Line.Single(Name, name, of / files, "ms cpu") with { Count = Blocks * files, Reference = "bare reader", ReferenceMedian = reference / files, Adds = (of - reference) / files, Ratio = of / reference });

    private static async Task IngestAsync(IReadOnlyList<string> paths, FileFormats formats, Samples? again, CancellationToken cancellationToken)
    {
        await InFolderAsync(async data =>
        {
            var options = new KnowledgeOptions { Data = data, Folder = string.Empty };
            using var store = new SqliteKnowledgeStore(Path.Combine(data, "knowledge.db"));
            await using var queue = new SqliteIngestQueue(Path.Combine(data, "ingest.db"));
            using var parts = new IngestParts(store, queue, options, formats, [], new KnowledgeChanges(), TimeProvider.System, NullLogger.Instance);
            var ingestor = new KnowledgeIngestor(parts);
            var done = await ingestor.IngestAsync(paths, null, ["all"], null, cancellationToken);
            if (done.Failed.Count > 0 || done.Added == 0)
            {
                throw new InvalidOperationException("The benchmark's files were refused: " + done.Failed[0].Message);
            }

            for (var round = 0; again is not null && round < Blocks; round++)
            {
                again.Add(await Clock.TimeAsync(() => ingestor.IngestAsync(paths, null, ["all"], null, cancellationToken)));
            }
        });
    }
}
