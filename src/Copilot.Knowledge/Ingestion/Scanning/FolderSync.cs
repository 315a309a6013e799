using Copilot.Knowledge.Ingestion.Reading;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Compares folders with what is known of them: what is gone is removed, what moved keeps its id, the rest becomes jobs.</summary>
internal sealed class FolderSync(IKnowledgeStore store, IIngestQueue queue, FileFormats formats, KnowledgeOptions options, TimeProvider time)
{
    /// <summary>Looks at paths and puts what is to be read into the queue.</summary>
    /// <param name="run">The run that counts it.</param>
    /// <param name="paths">Files and folders.</param>
    /// <param name="collection">The collection, or null for that of each file's source.</param>
    /// <param name="readers">Readers given for this ingestion, or null.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="seen">What was seen when these files were looked at last: those as before are passed over; or null to look at all.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public async Task<FoundFiles> EnqueueAsync(
        long run, IReadOnlyList<string> paths, string? collection, IReadOnlyList<string>? readers, SourceList sources, SeenFiles? seen, CancellationToken cancellationToken)
    {
        var found = FoundFiles.At(paths, collection, sources, formats, options);
        var jobs = new List<IngestJob>();
        var removed = 0;
        var collections = found.Files.Select(f => f.Collection)
            .Concat(collection is not null ? [collection] : sources.Sources.Select(s => s.Collection).Append(options.Collection)).Distinct(StringComparer.Ordinal);
        foreach (var one in collections)
        {
            var known = (await store.MarksAsync(one, cancellationToken)).ToDictionary(m => m.Source, StringComparer.Ordinal);
            var files = found.Files.Where(f => f.Collection == one).ToList();
            removed += await RemoveGoneAsync(one, found.Folders, files, known, cancellationToken);
            var ids = new DefaultIds(known.Values.Select(k => k.Id));
            jobs.AddRange(files.Where(f => seen?.IsNew(f) != false).Select(f => new IngestJob(
                new FileTask
                {
                    Collection = one,
                    Source = f.Path,
                    Name = Path.GetFileName(f.Path),
                    Path = f.Path,
                    DefaultId = known.ContainsKey(f.Path) ? null : ids.Of(f.Path),
                    Readers = readers,
                    Rule = f.Rule,
                },
                Environment.MachineName,
                FileFormats.IsQuick(f.Path) ? 1 : 2)));
        }

        await queue.AddAsync(run, jobs, null, time.GetUtcNow(), cancellationToken);
        await queue.CountAsync(run, new FileOutcome { Removed = removed, Unchanged = found.Files.Count - jobs.Count, Failed = found.Failed, Notes = found.Notes }, time.GetUtcNow(), cancellationToken);
        return found;
    }

    private async Task<int> RemoveGoneAsync(
        string collection, IReadOnlyList<string> folders, List<FoundFile> files, Dictionary<string, DocumentMark> known, CancellationToken cancellationToken)
    {
        var present = files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var gone = known.Keys
            .Where(s => !present.Contains(FileSource.Outermost(s)) && folders.Any(f => s.StartsWith(f + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
            .ToList();
        if (gone.Count == 0)
        {
            return 0;
        }

        await FollowMovesAsync(collection, gone, files, known, cancellationToken);
        foreach (var source in gone)
        {
            await store.RemoveAsync(collection, source, cancellationToken);
            known.Remove(source);
        }

        await queue.ForgetAsync(collection, [.. gone.Select(FileSource.Outermost).Distinct(StringComparer.Ordinal)], cancellationToken);
        return gone.Count;
    }

    /// <summary>A new file with the bytes of one that is gone is the same document at another place.</summary>
    private async Task FollowMovesAsync(
        string collection, List<string> gone, List<FoundFile> files, Dictionary<string, DocumentMark> known, CancellationToken cancellationToken)
    {
        var byHash = gone.Where(s => !s.Contains(FileSource.Member, StringComparison.Ordinal))
            .ToLookup(s => VersionMark.Hash(known[s].TextHash), StringComparer.Ordinal);
        if (byHash.Count == 0)
        {
            return;
        }

        foreach (var file in files.Where(f => !known.ContainsKey(f.Path)))
        {
            var hash = await HashAsync(file.Path, cancellationToken);
            var from = hash is null ? null : byHash[hash].Where(gone.Contains).OrderByDescending(s => Path.GetFileName(s) == Path.GetFileName(file.Path)).FirstOrDefault();
            if (from is null)
            {
                continue;
            }

            await store.MoveAsync(collection, from, file.Path, file.Path, cancellationToken);
            gone.Remove(from);
            known[file.Path] = known[from];
            known.Remove(from);
        }
    }

    private static async Task<string?> HashAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await ContentHash.OfAsync(path, LabelFiles.HasFrontMatter(path), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
