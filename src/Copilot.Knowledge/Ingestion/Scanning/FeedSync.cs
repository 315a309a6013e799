using Copilot.Contracts;
using Copilot.Knowledge.Ingestion.Reading;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Follows the feeds: what changed since the last mark becomes jobs, what is gone is removed. The mark is kept together with the jobs, so that nothing is lost between.</summary>
internal sealed class FeedSync(IEnumerable<IDocumentFeed> feeds, IKnowledgeStore store, IIngestQueue queue, FileFormats formats, TimeProvider time)
{
    /// <summary>Follows one feed.</summary>
    /// <exception cref="CopilotException">There is no such feed, or the system behind it can't be reached.</exception>
    public async Task EnqueueAsync(long run, KnowledgeSource source, CancellationToken cancellationToken)
    {
        var feed = feeds.FirstOrDefault(f => f.Name == source.Feed)
            ?? throw new CopilotException($"{source.Name}: there is no feed \"{source.Feed}\"; {(feeds.Any() ? $"there is {string.Join(", ", feeds.Select(f => f.Name))}" : "none is set up")}.");
        var position = $"{feed.Name}>{source.Collection}";
        var since = await queue.MarkAsync(position, cancellationToken);
        var changes = await feed.ChangesAsync(since, cancellationToken);
        var gone = changes.Gone.Select(k => SourceOf(feed, k)).ToHashSet(StringComparer.Ordinal);
        if (since is null)
        {
            // The first look is at everything: what it does not name is no more.
            var named = changes.Changed.Select(e => SourceOf(feed, e.Key)).ToHashSet(StringComparer.Ordinal);
            gone.UnionWith((await store.SourcesAsync(source.Collection, feed.Name + ":", cancellationToken)).Select(FileSource.Outermost).Where(s => !named.Contains(s)));
        }

        var removed = await RemoveAsync(source.Collection, gone, cancellationToken);
        var jobs = changes.Changed.Where(e => formats.Reads(e.Name)).Select(e => JobOf(feed, source, e)).ToList();

        // What failed last time is tried again, unless the feed has news of it.
        var news = jobs.Select(j => j.Task.Source).ToHashSet(StringComparer.Ordinal);
        var failed = (await queue.FailedJobsAsync(feed.Name + ":", cancellationToken)).Where(j => j.Task.Collection == source.Collection && !news.Contains(j.Task.Source) && !gone.Contains(j.Task.Source));
        await queue.AddAsync(run, [.. jobs, .. failed], new FeedPosition(position, changes.Mark), time.GetUtcNow(), cancellationToken);
        await queue.CountAsync(run, new FileOutcome { Removed = removed, Notes = LeftOut(feed, changes, formats) }, time.GetUtcNow(), cancellationToken);
    }

    private static string SourceOf(IDocumentFeed feed, string key) => $"{feed.Name}:{key}";

    private static IReadOnlyList<IngestRemark> LeftOut(IDocumentFeed feed, FeedChanges changes, FileFormats formats)
        => [.. changes.Changed.Where(e => !formats.Reads(e.Name)).GroupBy(e => Path.GetExtension(e.Name).ToLowerInvariant())
            .Select(g => new IngestRemark(feed.Name, $"{g.Count()} of type \"{g.Key}\" are left alone, since nothing reads them"))];

    private static IngestJob JobOf(IDocumentFeed feed, KnowledgeSource source, FeedEntry entry)
    {
        var rule = source.Rule;
        return new IngestJob(
            new FileTask
            {
                Collection = source.Collection,
                Source = SourceOf(feed, entry.Key),
                Name = entry.Name,
                DefaultId = SourceOf(feed, entry.Key),
                Title = entry.Title,
                Rule = rule with
                {
                    // Whoever may read the record may read the document; that is asked again with each answer.
                    Readers = rule.Readers ?? [DocumentLabel.Everyone],
                    Companies = entry.Company is { } company ? [company] : rule.Companies,
                    About = entry.About.Count > 0 ? entry.About : rule.About,
                },
                KeepBytes = true,
                Feed = feed.Name,
                Entry = entry,
            },
            Machine: null,
            Priority: 2);
    }

    private async Task<int> RemoveAsync(string collection, IReadOnlySet<string> gone, CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var source in gone)
        {
            IReadOnlyList<string> held = [
                .. await store.HeldAsync(collection, source, cancellationToken) is null ? [] : new[] { source },
                .. await store.SourcesAsync(collection, source + FileSource.Member, cancellationToken)];
            foreach (var one in held)
            {
                await store.RemoveAsync(collection, one, cancellationToken);
            }

            removed += held.Count;
        }

        await queue.ForgetAsync(collection, [.. gone], cancellationToken);
        return removed;
    }
}
