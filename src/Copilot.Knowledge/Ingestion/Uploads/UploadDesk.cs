using Copilot.Contracts;
using Copilot.Knowledge.Ingestion.Reading;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Takes in what a person uploads. Nobody else may read it.</summary>
internal sealed class UploadDesk(IngestParts parts)
{
    private const string Collection = UploadShelf.Collection;
    private const int LongestName = 200;

    private readonly UploadShelf _shelf = new(parts.Store);

    /// <summary>Takes a file in.</summary>
    public async Task<UploadReport> TakeAsync(Stream content, string fileName, string user, string scope, CancellationToken cancellationToken)
    {
        var name = NameOf(fileName);
        var path = await KeepAsync(content, cancellationToken);
        try
        {
            return await ReadAsync(path, name, user, scope, cancellationToken);
        }
        catch (IOException fault)
        {
            throw Ours(fault);
        }
    }

    private async Task<UploadReport> ReadAsync(string path, string name, string user, string scope, CancellationToken cancellationToken)
    {
        var source = $"{UploadShelf.SourcesOf(user, scope)}{Path.GetFileName(path)[..16]}/{name}";
        var task = new FileTask
        {
            Collection = Collection,
            Source = source,
            Name = name,
            Path = path,
            DefaultId = UploadShelf.IdOf(source),
            Rule = new SourceRule { Readers = [Reader.UserPrefix + user], Kind = "upload" },
            KeepBytes = true,
        };
        var run = await parts.Queue.BeginAsync("upload", Collection, parts.Time.GetUtcNow(), cancellationToken);
        await parts.Queue.AddAsync(run, [new IngestJob(task, Environment.MachineName, 0)], null, parts.Time.GetUtcNow(), cancellationToken);
        await parts.Workers.DrainAsync(run, null, cancellationToken);
        var held = await _shelf.DocumentsAsync(user, UploadShelf.IdOf(source), cancellationToken);
        return new UploadReport
        {
            AttachmentId = UploadShelf.IdOf(source),
            FileName = name,
            Original = path,
            Documents = [.. held.Select(Shown)],
            Passages = await PassagesAsync(held, cancellationToken),
            Failed = [.. (await parts.Queue.RemarksAsync(run, refused: true, cancellationToken)).Select(r => Plain(r, source, name))],
            Notes = [.. (await parts.Queue.RemarksAsync(run, refused: false, cancellationToken)).Select(r => Plain(r, source, name))],
        };
    }

    /// <summary>Gets the documents of an upload; none when the person uploaded no such thing.</summary>
    public async Task<IReadOnlyList<UploadedDocument>> FindAsync(string user, string attachmentId, CancellationToken cancellationToken)
        => [.. (await _shelf.DocumentsAsync(user, attachmentId, cancellationToken)).Select(Shown)];

    /// <summary>Forgets an upload; says whether there was one.</summary>
    public async Task<bool> ForgetOneAsync(string user, string attachmentId, CancellationToken cancellationToken)
    {
        var sources = await _shelf.SourcesAsync(user, attachmentId, cancellationToken);
        await RemoveAsync(sources, cancellationToken);
        return sources.Count > 0;
    }

    /// <summary>Forgets what was uploaded in a scope.</summary>
    public async Task ForgetAsync(string user, string scope, CancellationToken cancellationToken)
        => await RemoveAsync(await parts.Store.SourcesAsync(Collection, UploadShelf.SourcesOf(user, scope), cancellationToken), cancellationToken);

    private static UploadedDocument Shown(StoredDocument held)
        => new(Collection, held.Label.Id, held.Label.Title, held.Format, held.Pages, held.Language);

    private static string NameOf(string fileName)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/')).Replace(FileSource.Member, "_", StringComparison.Ordinal);
        name = new string([.. name.Where(c => !char.IsControl(c))]).Trim();
        return name.Length == 0 ? throw new CopilotException("The file has no name; give it one with the extension of its format.")
            : name.Length > LongestName ? name[^LongestName..]
            : name;
    }

    private static IngestRemark Plain(IngestRemark remark, string source, string name)
        => remark with { File = remark.File.StartsWith(source, StringComparison.Ordinal) ? name + remark.File[source.Length..] : remark.File };

    private async Task<int> PassagesAsync(IReadOnlyList<StoredDocument> documents, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var document in documents)
        {
            count += (await parts.Store.ChunksAsync(null, new DocumentKey(Collection, document.Label.Id), 0, int.MaxValue, cancellationToken)).Count;
        }

        return count;
    }

    private async Task RemoveAsync(IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            await parts.Queue.ForgetAsync(Collection, [source], cancellationToken);
            await parts.Store.RemoveAsync(Collection, source, cancellationToken);
        }
    }

    private async Task<string> KeepAsync(Stream content, CancellationToken cancellationToken)
    {
        var limit = parts.Options.LargestUploadMegabytes * 1024L * 1024L;
        var lineBroke = false;
        try
        {
            using var room = parts.Work.Open();
            var path = Path.Combine(room.Path, "upload");
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true))
            {
                var buffer = new byte[128 * 1024];
                for (int read; (read = await FromLineAsync(buffer)) > 0;)
                {
                    if (file.Length + read > limit)
                    {
                        throw new CopilotException($"The file is larger than {parts.Options.LargestUploadMegabytes} MB; split it, or ask an operator to put it into a folder.");
                    }

                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }

                if (file.Length == 0)
                {
                    throw new CopilotException("The file is empty.");
                }
            }

            var hash = await ContentHash.OfAsync(path, frontMatter: false, cancellationToken);
            await parts.Originals.KeepAsync(path, hash, cancellationToken);
            return parts.Originals.PathOf(hash);
        }
        catch (IOException fault) when (!lineBroke)
        {
            throw Ours(fault);
        }

        async ValueTask<int> FromLineAsync(Memory<byte> buffer)
        {
            try
            {
                return await content.ReadAsync(buffer, cancellationToken);
            }
            catch (IOException)
            {
                lineBroke = true;
                throw;
            }
        }
    }

    /// <summary>A fault of our own disk, which must not be taken for one of the sender's line.</summary>
    private static InvalidOperationException Ours(IOException fault) => new("An uploaded file could not be kept.", fault);
}
