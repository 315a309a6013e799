using Copilot.Contracts;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Chunking;
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
    private readonly DocumentReader _reader;

    internal KnowledgeIngestor(IKnowledgeStore store, KnowledgeOptions options)
    {
        _store = store;
        _options = options;
        _reader = new DocumentReader(options);
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
        var ids = known.Values.ToDictionary(m => m.Id, m => m.Source, StringComparer.Ordinal);
        var done = 0;
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await TakeAsync(file, collection, aclOverride, known.GetValueOrDefault(file), ids, tally, cancellationToken);
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

        if (acl?.FirstOrDefault(r => r != DocumentLabel.Everyone && !RoleNames.All.Contains(r, StringComparer.Ordinal)) is { } unknown)
        {
            throw new CopilotException($"\"{unknown}\" is not a role; name some of {string.Join(", ", RoleNames.All)}, or all.");
        }

        if (acl is { Count: 0 })
        {
            throw new CopilotException("The list of readers is empty, nobody could read the documents; name some roles, or all.");
        }
    }

    private static List<string> FilesOf(IReadOnlyList<string> paths, List<string> folders, IngestTally tally)
    {
        var files = new List<string>();
        foreach (var path in paths.Select(Path.GetFullPath))
        {
            if (Directory.Exists(path))
            {
                folders.Add(Path.TrimEndingDirectorySeparator(path));
                files.AddRange(SourceFiles.In(path));
            }
            else if (!File.Exists(path))
            {
                tally.Failed(path, "there is no such file or folder; check the path.");
            }
            else if (!SourceFiles.IsReadable(path))
            {
                tally.Failed(path, $"files of type \"{Path.GetExtension(path)}\" can't be read; give .md, .markdown, .txt or .text.");
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
        var gone = known.Keys.Where(s => !present.Contains(s) && folders.Any(f => s.StartsWith(f + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
        foreach (var source in gone.ToList())
        {
            await _store.RemoveAsync(collection, source, cancellationToken);
            known.Remove(source);
            tally.Removed();
        }
    }

    private async Task TakeAsync(
        string file,
        string collection,
        IReadOnlyList<string>? acl,
        DocumentMark? before,
        Dictionary<string, string> ids,
        IngestTally tally,
        CancellationToken cancellationToken)
    {
        try
        {
            var (document, text, notes) = await _reader.ReadAsync(file, collection, acl, cancellationToken);
            document = document with { Label = await WithFreeIdAsync(document.Label, file, collection, ids, cancellationToken) };
            var passages = await WriteAsync(document, text, before, cancellationToken);
            if (before is not null)
            {
                ids.Remove(before.Id);
            }

            ids[document.Label.Id] = file;
            if (passages is null)
            {
                tally.Unchanged();
            }
            else
            {
                tally.Written(before is null, passages.Value);
            }

            foreach (var note in notes)
            {
                tally.Note(file, note);
            }
        }
        catch (CopilotException e)
        {
            // What a file says about its readers can no longer be known: its earlier text must not be shown on old rights.
            if (before is not null)
            {
                await _store.RemoveAsync(collection, file, cancellationToken);
                ids.Remove(before.Id);
            }

            tally.Failed(file, before is null ? e.Message : $"{e.Message} Its earlier version is withdrawn until then.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            tally.Failed(file, before is null ? "the file can't be opened; check that it may be read." : "the file can't be opened; its earlier version stays. Check that it may be read.");
        }
    }

    /// <summary>Writes what changed; gives the number of passages written, or null when nothing changed.</summary>
    private async Task<int?> WriteAsync(StoredDocument document, string text, DocumentMark? before, CancellationToken cancellationToken)
    {
        if (before is not null && before.TextHash == document.TextHash && before.IndexedLabel == document.Label.IndexedPart())
        {
            if (before.LabelHash == document.Label.Hash())
            {
                return null;
            }

            await _store.RelabelAsync(document, cancellationToken);
            return 0;
        }

        var chunks = Chunker.Cut(text, SourceFiles.IsMarkdown(document.Source));
        await using var writer = await _store.BeginAsync(document, cancellationToken);
        await writer.AddAsync([new StoredPart(0, 0, text)], chunks, cancellationToken);
        await writer.CommitAsync(document, cancellationToken);
        return chunks.Count;
    }

    /// <summary>Two files may not be the same document. Names of files in different folders may be alike; then the folder's name goes before.</summary>
    private async Task<DocumentLabel> WithFreeIdAsync(
        DocumentLabel label, string file, string collection, Dictionary<string, string> ids, CancellationToken cancellationToken)
    {
        if (await IsFreeAsync(label.Id, file, collection, ids, cancellationToken))
        {
            return label;
        }

        var longer = $"{Path.GetFileName(Path.GetDirectoryName(file))}/{label.Id}";
        return !label.HasOwnId && await IsFreeAsync(longer, file, collection, ids, cancellationToken)
            ? label with { Id = longer }
            : throw new CopilotException($"the id \"{label.Id}\" already belongs to {Path.GetFileName(ids[label.Id])}; give this file an \"id:\" of its own.");
    }

    private async Task<bool> IsFreeAsync(string id, string file, string collection, Dictionary<string, string> ids, CancellationToken cancellationToken)
    {
        if (!ids.TryGetValue(id, out var owner) || owner == file)
        {
            return true;
        }

        if (File.Exists(owner))
        {
            return false;
        }

        await _store.RemoveAsync(collection, owner, cancellationToken);
        ids.Remove(id);
        return true;
    }
}
