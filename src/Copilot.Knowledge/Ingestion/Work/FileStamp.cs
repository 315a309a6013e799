namespace Copilot.Knowledge.Ingestion;

/// <summary>What tells that a file changed without reading it.</summary>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Written">When it was written last, UTC ticks.</param>
internal readonly record struct FileStamp(long Length, long Written)
{
    /// <summary>Looks at a file; a missing one has a length of -1.</summary>
    public static FileStamp Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc.Ticks) : new FileStamp(-1, 0);
    }
}
