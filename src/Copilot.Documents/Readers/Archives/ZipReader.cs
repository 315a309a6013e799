using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Documents.Readers.Office;

namespace Copilot.Documents.Readers.Archives;

/// <summary>Takes the files out of a ZIP archive. Their names never become paths; links, folders and the litter of file managers are passed over.</summary>
internal sealed class ZipReader(ZipLimits limits) : IContainerReader
{
    private const int FileKind = 0xF000;
    private const int Link = 0xA000;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".zip"];

    /// <inheritdoc/>
    public bool Knows(ReadOnlySpan<byte> head) => FileSigns.IsZip(head);

    /// <inheritdoc/>
    public async IAsyncEnumerable<FileToRead> OpenAsync(FileToRead file, string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = FileSigns.Open(file);
        using var archive = ZipGuard.Open(stream, limits);
        if (OfficePackage.KindOf(archive) is { } kind)
        {
            throw new CopilotException(ForeignFile.Words(kind, FileSigns.ExtensionOf(file)));
        }

        var number = 0;
        var left = limits.Bytes;
        var names = new MemberNames(limits.Name);
        foreach (var member in archive.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsPassedOver(member))
            {
                continue;
            }

            var path = Path.Combine(folder, (++number).ToString("D5", CultureInfo.InvariantCulture) + ".member");
            left -= await CopyAsync(member, path, left, cancellationToken);
            yield return new FileToRead(names.Of(member.FullName), path);
        }
    }

    private static bool IsPassedOver(ZipArchiveEntry member)
    {
        var name = member.FullName.Replace('\\', '/');
        var last = name[(name.LastIndexOf('/') + 1)..];
        return last.Length == 0
            || ((member.ExternalAttributes >> 16) & FileKind) == Link
            || name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.Contains("/__MACOSX/", StringComparison.Ordinal)
            || last is ".DS_Store" or "Thumbs.db" or "desktop.ini" || last.StartsWith("._", StringComparison.Ordinal) || last.StartsWith("~$", StringComparison.Ordinal);
    }

    private async Task<long> CopyAsync(ZipArchiveEntry member, string path, long left, CancellationToken cancellationToken)
    {
        try
        {
            await using var from = ZipGuard.Open(member, limits with { Bytes = left });
            await using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true);
            await from.CopyToAsync(to, 64 * 1024, cancellationToken);
            if (to.Length != member.Length)
            {
                throw new InvalidDataException("A member is not as long as its entry says.");
            }

            return to.Length;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new CopilotException($"\"{ZipGuard.Short(member.FullName)}\" in the archive is damaged or packed in a way that is not known; pack it again with an ordinary ZIP program.", e);
        }
    }
}
