namespace Copilot.Knowledge.Ingestion;

/// <summary>What taking one file did. A container counts as its members.</summary>
internal sealed record FileOutcome
{
    /// <summary>Gets how many documents are new.</summary>
    public int Added { get; init; }

    /// <summary>Gets how many changed.</summary>
    public int Updated { get; init; }

    /// <summary>Gets how many are as before.</summary>
    public int Unchanged { get; init; }

    /// <summary>Gets how many are gone.</summary>
    public int Removed { get; init; }

    /// <summary>Gets how many passages were written.</summary>
    public int Passages { get; init; }

    /// <summary>Gets how many pages were read.</summary>
    public int Pages { get; init; }

    /// <summary>Gets what was refused, and why.</summary>
    public IReadOnlyList<IngestRemark> Failed { get; init; } = [];

    /// <summary>Gets remarks on what was taken.</summary>
    public IReadOnlyList<IngestRemark> Notes { get; init; } = [];

    /// <summary>Adds two outcomes.</summary>
    public static FileOutcome operator +(FileOutcome one, FileOutcome other) => new()
    {
        Added = one.Added + other.Added,
        Updated = one.Updated + other.Updated,
        Unchanged = one.Unchanged + other.Unchanged,
        Removed = one.Removed + other.Removed,
        Passages = one.Passages + other.Passages,
        Pages = one.Pages + other.Pages,
        Failed = other.Failed.Count == 0 ? one.Failed : [.. one.Failed, .. other.Failed],
        Notes = other.Notes.Count == 0 ? one.Notes : [.. one.Notes, .. other.Notes],
    };
}
