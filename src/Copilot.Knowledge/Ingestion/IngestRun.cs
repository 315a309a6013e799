namespace Copilot.Knowledge;

/// <summary>Files that were taken in together, and what came of it.</summary>
public sealed record IngestRun
{
    /// <summary>Gets its number.</summary>
    public required long Id { get; init; }

    /// <summary>Gets what began it: <c>terminal</c>, <c>start</c>, <c>watch</c>, <c>upload</c>, or a source's name.</summary>
    public required string What { get; init; }

    /// <summary>Gets the collection.</summary>
    public required string Collection { get; init; }

    /// <summary>Gets when it began, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets when its last file was done, UTC; null while files are left.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Gets how many files there are.</summary>
    public int Files { get; init; }

    /// <summary>Gets how many of them are done, refused ones counted.</summary>
    public int Done { get; init; }

    /// <summary>Gets how many documents are new.</summary>
    public int Added { get; init; }

    /// <summary>Gets how many changed.</summary>
    public int Updated { get; init; }

    /// <summary>Gets how many are as before.</summary>
    public int Unchanged { get; init; }

    /// <summary>Gets how many are gone.</summary>
    public int Removed { get; init; }

    /// <summary>Gets how many were refused.</summary>
    public int Refused { get; init; }

    /// <summary>Gets how many pages were read.</summary>
    public int Pages { get; init; }

    /// <summary>Gets how many passages were written.</summary>
    public int Passages { get; init; }
}
