using Copilot.Contracts;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Reading;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge;

/// <summary>
/// Takes files and folders into a collection. Incremental: a file whose text and front matter are as before costs a read; a changed
/// right costs a row. Each document is written in one transaction, so that a crash leaves it whole, as before or as after. One
/// file that can't be taken never stops the others.
/// </summary>
public sealed class KnowledgeIngestor
{
    private readonly IKnowledgeStore _store;
    private readonly KnowledgeOptions _options;
    private readonly FileFormats _formats;
    private readonly FileIntake _intake;

    internal KnowledgeIngestor(IKnowledgeStore store, KnowledgeOptions options, FileFormats? formats = null, TimeProvider? time = null)
    {
        _store = store;
        _options = options;
        _formats = formats ?? FileFormats.OfText;
        var claims = new IdClaims(store);
        var originals = new Originals(Path.Combine(options.Data, "originals"), time ?? TimeProvider.System);
        _intake = new FileIntake(
            store,
            _formats,
            new DocumentIntake(store, claims, originals, options),
            claims,
            new ContainerIntake(store, _formats, new WorkFolder(Path.Combine(options.Data, "work")), options));
    }

    /// <summary>Takes files and folders. Documents of a folder whose files are gone are removed.</summary>
    /// <param name="paths">Files (Markdown, plain text) and folders.</param>
    /// <param name="collection">The collection, or null for the default.</param>
    /// <param name="aclOverride">The roles that may read these documents, in the place of what their front matter says; or null.</param>
    /// <param name="progress">Told after each file; or null.</param>
    /// <param name="cancellationToken">Stops between two documents; what was taken stays.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="CopilotException">The collection's name or a role is not valid.</exception>
    public async Task<IngestReport> IngestAsync(
        IReadOnlyList<string> paths,
        string? collection,
        IReadOnlyList<string>? aclOverride,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paths);
        collection ??= _options.Collection;
        Check(collection, aclOverride);
        var tally = new IngestTally();
        var folders = new List<string>();
        var files = FilesOf(paths, folders, tally);
        var known = (await _store.MarksAsync(collection, cancellationToken)).ToDictionary(m => m.Source, StringComparer.Ordinal);

        // What is gone is removed first: a file that moved takes its id along.
        await RemoveGoneAsync(collection, folders, files, known, tally, cancellationToken);
        var done = 0;
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            tally.Add(await TakeAsync(file, collection, aclOverride, cancellationToken));
            progress?.Report(new IngestProgress(++done, files.Count, file));
        }

        return tally.Report(collection, files.Count);
    }

    private static void Check(string collection, IReadOnlyList<string>? acl)
    {
        if (!KnowledgeOptions.IsCollectionName(collection))
        {
            throw new CopilotException($"\"{collection}\" can't name a collection; use 1 to 64 letters, digits, dots, dashes and underscores.");
        }

        if (acl is not null && ReaderNames.Unknown(acl) is { } unknown)
        {
            throw new CopilotException($"\"{unknown}\" is not a role; name {ReaderNames.Choices}.");
        }

        if (acl is { Count: 0 })
        {
            throw new CopilotException("The list of readers is empty, nobody could read the documents; name some roles, or all.");
        }
    }

    private List<string> FilesOf(IReadOnlyList<string> paths, List<string> folders, IngestTally tally)
    {
        var files = new List<string>();
        foreach (var path in paths.Select(Path.GetFullPath))
        {
            if (Directory.Exists(path))
            {
                folders.Add(Path.TrimEndingDirectorySeparator(path));
                files.AddRange(SourceFiles.In(path).Where(_formats.Reads));
            }
            else if (!File.Exists(path))
            {
                tally.Failed(path, "there is no such file or folder; check the path.");
            }
            else
            {
                files.Add(path);
            }
        }

        return [.. files.Distinct(StringComparer.Ordinal)];
    }

    private async Task RemoveGoneAsync(
        string collection, List<string> folders, List<string> files, Dictionary<string, DocumentMark> known, IngestTally tally, CancellationToken cancellationToken)
    {
        var present = files.ToHashSet(StringComparer.Ordinal);
        var gone = known.Keys.Where(s => !present.Contains(FileSource.Outermost(s)) && folders.Any(f => s.StartsWith(f + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
        foreach (var source in gone.ToList())
        {
            await _store.RemoveAsync(collection, source, cancellationToken);
            known.Remove(source);
            tally.Removed();
        }
    }

    private async Task<FileOutcome> TakeAsync(string file, string collection, IReadOnlyList<string>? acl, CancellationToken cancellationToken)
    {
        try
        {
            var task = new FileTask { Collection = collection, Source = file, Name = Path.GetFileName(file), Path = file, Readers = acl };
            return await _intake.TakeAsync(await _intake.OpenAsync(task, file, cancellationToken), new FileProgress(), 0, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FileOutcome { Failed = [new IngestRemark(file, "the file can't be opened; what was read of it before stays. Check that it may be read.")] };
        }
    }
}
