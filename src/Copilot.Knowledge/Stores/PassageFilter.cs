namespace Copilot.Knowledge.Stores;

/// <summary>What may be found at all. It holds inside each leg, before anything is ranked.</summary>
internal sealed record PassageFilter
{
    /// <summary>Gets whose rights hold.</summary>
    public required Reader Reader { get; init; }

    /// <summary>Gets the day on which the documents must hold.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Gets the collection, or null for all.</summary>
    public string? Collection { get; init; }

    /// <summary>Gets the only documents wanted, or null for all; an empty list finds nothing.</summary>
    public IReadOnlyList<DocumentKey>? Only { get; init; }

    /// <summary>Gets documents to leave out, such as those whose record the reader may not read.</summary>
    public IReadOnlyList<DocumentKey> Except { get; init; } = [];
}
