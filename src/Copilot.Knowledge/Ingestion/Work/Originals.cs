namespace Copilot.Knowledge.Ingestion;

/// <summary>
/// The bytes of documents that have no place of their own: members of containers, uploads, documents of feeds. They are kept once, by the hash of
/// their content, as long as a document refers to them.
/// </summary>
internal sealed class Originals(string root, TimeProvider time)
{
    private readonly string _folder = Path.GetFullPath(root);

    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>Gets where bytes with a hash are kept.</summary>
    public string PathOf(string hash) => Path.Combine(_folder, hash[..2], hash);

    /// <summary>Removes bytes that no document refers to any more. Young ones stay: their document may not be written yet.</summary>
    public void Sweep(IReadOnlyCollection<string> used)
    {
        if (!Directory.Exists(_folder))
        {
            return;
        }

        var kept = used.ToHashSet(StringComparer.Ordinal);
        var young = time.GetUtcNow().UtcDateTime - Grace;
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            if (!kept.Contains(file) && File.GetLastWriteTimeUtc(file) < young)
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Keeps a file's bytes.</summary>
    public async Task KeepAsync(string path, string hash, CancellationToken cancellationToken)
    {
        var place = PathOf(hash);
        if (path == place)
        {
            return;
        }

        if (File.Exists(place))
        {
            // Young again, so that a sweep that runs now leaves it alone.
            File.SetLastWriteTimeUtc(place, time.GetUtcNow().UtcDateTime);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var half = $"{place}.{Guid.NewGuid():N}.part";
        try
        {
            await using (var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, useAsync: true))
            await using (var to = new FileStream(half, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true))
            {
                await from.CopyToAsync(to, cancellationToken);
                to.Flush(flushToDisk: true);
            }

            File.Move(half, place, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }
}
