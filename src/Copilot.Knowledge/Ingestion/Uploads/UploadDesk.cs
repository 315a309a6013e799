using System.Security.Cryptography;
using System.Text;
using Copilot.Contracts;
using Copilot.Knowledge.Ingestion.Reading;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Takes in what a person uploads. Nobody else may read it.</summary>
internal sealed class UploadDesk(IngestParts parts)
{
    /// <summary>The collection of uploads.</summary>
    public const string Collection = "uploads";

    private const string Prefix = "upload:";
    private const int LongestName = 200;

    /// <summary>Takes a file in.</summary>
    public async Task<UploadReport> TakeAsync(Stream content, string fileName, string user, string scope, CancellationToken cancellationToken)
    {
        var name = NameOf(fileName);
        var path = await KeepAsync(content, cancellationToken);
        var source = $"{ScopeOf(user, scope)}{Path.GetFileName(path)[..16]}/{name}";
        var task = new FileTask
        {
            Collection = Collection,
            Source = source,
            Name = name,
            Path = path,
            DefaultId = "upload-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..16],
            Rule = new SourceRule { Readers = [Reader.UserPrefix + user], Kind = "upload" },
            KeepBytes = true,
        };
        var run = await parts.Queue.BeginAsync("upload", Collection, parts.Time.GetUtcNow(), cancellationToken);
        await parts.Queue.AddAsync(run, [new IngestJob(task, Environment.MachineName, 0)], null, parts.Time.GetUtcNow(), cancellationToken);
        await parts.Workers.DrainAsync(run, null, cancellationToken);
        return new UploadReport
        {
            Documents = await DocumentsAsync(source, cancellationToken),
            Failed = [.. (await parts.Queue.RemarksAsync(run, refused: true, cancellationToken)).Select(r => Plain(r, source, name))],
            Notes = [.. (await parts.Queue.RemarksAsync(run, refused: false, cancellationToken)).Select(r => Plain(r, source, name))],
        };
    }

    /// <summary>Forgets what was uploaded in a scope.</summary>
    public async Task ForgetAsync(string user, string scope, CancellationToken cancellationToken)
    {
        foreach (var source in await parts.Store.SourcesAsync(Collection, ScopeOf(user, scope), cancellationToken))
        {
            await parts.Queue.ForgetAsync(Collection, [source], cancellationToken);
            await parts.Store.RemoveAsync(Collection, source, cancellationToken);
        }
    }

    // Names come from outside: nothing of them may look like the end of a name.
    private static string ScopeOf(string user, string scope) => $"{Prefix}{Uri.EscapeDataString(user)}/{Uri.EscapeDataString(scope)}/";

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

    private async Task<IReadOnlyList<UploadedDocument>> DocumentsAsync(string source, CancellationToken cancellationToken)
    {
        var documents = new List<UploadedDocument>();
        foreach (var one in new[] { source }.Concat(await parts.Store.SourcesAsync(Collection, source + FileSource.Member, cancellationToken)))
        {
            if (await parts.Store.HeldAsync(Collection, one, cancellationToken) is { } held)
            {
                documents.Add(new UploadedDocument(Collection, held.Label.Id, held.Label.Title, held.Format, held.Pages, held.Language));
            }
        }

        return documents;
    }

    private async Task<string> KeepAsync(Stream content, CancellationToken cancellationToken)
    {
        using var room = parts.Work.Open();
        var path = Path.Combine(room.Path, "upload");
        var limit = parts.Options.LargestUploadMegabytes * 1024L * 1024L;
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true))
        {
            var buffer = new byte[128 * 1024];
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if (file.Length + read > limit)
                {
                    throw new CopilotException($"The file is larger than {parts.Options.LargestUploadMegabytes} MB; split it, or ask an operator to put it into a folder.");
                }

                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }

        var hash = await ContentHash.OfAsync(path, frontMatter: false, cancellationToken);
        await parts.Originals.KeepAsync(path, hash, cancellationToken);
        return parts.Originals.PathOf(hash);
    }
}
