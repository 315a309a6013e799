namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>The documents that a filter lets through, a bit for each key. Made once, then read by many at a time.</summary>
internal sealed class PermittedDocuments
{
    private const int PageBits = 12;
    private const int PageMask = (1 << PageBits) - 1;

    private readonly ulong[]?[] _pages;
    private readonly long _lowest;

    /// <summary>Takes the keys.</summary>
    public PermittedDocuments(IReadOnlyList<long> keys)
    {
        Count = keys.Count;
        _lowest = keys.Count == 0 ? 0 : keys.Min() & ~(long)PageMask;
        _pages = new ulong[keys.Count == 0 ? 0 : ((keys.Max() - _lowest) >> PageBits) + 1][];
        foreach (var key in keys)
        {
            var at = key - _lowest;
            var page = _pages[at >> PageBits] ??= new ulong[(PageMask + 1) / 64];
            page[(at & PageMask) >> 6] |= 1UL << (int)(at & 63);
        }
    }

    /// <summary>Gets how many there are.</summary>
    public int Count { get; }

    /// <summary>Says whether a document is one of them.</summary>
    public bool Contains(long document)
    {
        var at = document - _lowest;
        return (ulong)at < (ulong)_pages.Length << PageBits
            && _pages[at >> PageBits] is { } page
            && (page[(at & PageMask) >> 6] & (1UL << (int)(at & 63))) != 0;
    }
}
