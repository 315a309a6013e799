namespace Copilot.Knowledge;

/// <summary>What an ingestion did.</summary>
public sealed record IngestReport
{
    /// <summary>Gets the collection.</summary>
    public required string Collection { get; init; }

    /// <summary>Gets how many files were looked at.</summary>
    public required int Files { get; init; }

    /// <summary>Gets how many documents are new.</summary>
    public required int Added { get; init; }

    /// <summary>Gets how many documents changed, in their text or in their front matter.</summary>
    public required int Updated { get; init; }

    /// <summary>Gets how many documents were as before.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Gets how many documents are gone because their files are.</summary>
    public required int Removed { get; init; }

    /// <summary>Gets how many passages were written.</summary>
    public required int Passages { get; init; }

    /// <summary>Gets how many pages were read, of formats that have pages.</summary>
    public int Pages { get; init; }

    /// <summary>Gets how long it took, in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Gets the files that were refused, each with the reason and what to do.</summary>
    public required IReadOnlyList<IngestRemark> Failed { get; init; }

    /// <summary>Gets remarks on files that were taken: how they were read, what they leave open.</summary>
    public required IReadOnlyList<IngestRemark> Notes { get; init; }
}
