using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Documents.Readers.Office;
using Copilot.Documents.Readers.Writing;

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
            throw new CopilotException($"this is {kind.Words} named {FileSigns.ExtensionOf(file)}; rename it to {kind.Extension} and add it again.");
        }

        var number = 0;
        var left = limits.Bytes;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in archive.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsPassedOver(member))
            {
                continue;
            }

            var path = Path.Combine(folder, (++number).ToString("D5", CultureInfo.InvariantCulture) + ".member");
            left -= await CopyAsync(member, path, left, cancellationToken);
            yield return new FileToRead(Once(NameOf(member.FullName, limits.Name), names), path);
        }
    }

    /// <summary>Writes a member's name as people know it, without any step out of its folder.</summary>
    internal static string NameOf(string name, int longest)
    {
        var steps = CleanText.Line(name).Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(s => s is not ("." or "..") && !(s.Length == 2 && s[1] == ':'));
        var joined = string.Join('/', steps);
        if (joined.Length > longest)
        {
            var extension = Path.GetExtension(joined);
            joined = joined[..Math.Max(1, longest - Math.Min(extension.Length, 16))] + (extension.Length <= 16 ? extension : string.Empty);
        }

        return joined.Length > 0 ? joined : "unnamed";
    }

    /// <summary>Two members may have one name; the second becomes "terms (2).pdf", so that neither takes the other's place.</summary>
    private static string Once(string name, HashSet<string> names)
    {
        var extension = Path.GetExtension(name);
        var stem = name[..^extension.Length];
        for (var i = 2; !names.Add(name); i++)
        {
            name = $"{stem} ({i}){extension}";
        }

        return name;
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
