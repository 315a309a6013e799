namespace Copilot.Knowledge.Ingestion;

/// <summary>How far one file has come; written by the one who reads it, read by those who look on.</summary>
internal sealed class FileProgress
{
    private int _pages;
    private int _chunks;

    /// <summary>Gets how many pages have been read.</summary>
    public int Pages => Volatile.Read(ref _pages);

    /// <summary>Gets how many chunks have been cut.</summary>
    public int Chunks => Volatile.Read(ref _chunks);

    /// <summary>Notes pages and chunks.</summary>
    public void Add(int pages, int chunks)
    {
        Interlocked.Add(ref _pages, pages);
        Interlocked.Add(ref _chunks, chunks);
    }
}
