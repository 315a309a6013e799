namespace Copilot.Contracts;

/// <summary>A source of an answer, as clients see it.</summary>
public sealed record Source
{
    /// <summary>Gets the mark without brackets: <c>S1</c>, <c>S2</c>, …</summary>
    public required string Id { get; init; }

    /// <summary>Gets what it is.</summary>
    public required EvidenceKind Kind { get; init; }

    /// <summary>Gets its title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets where the original is, or null when only this service holds it.</summary>
    public string? Uri { get; init; }

    /// <summary>Gets the part that matters, plain text.</summary>
    public required string Excerpt { get; init; }

    /// <summary>Gets when it was read or calculated, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Gets its version: a revision, or a record's <c>write_date</c>.</summary>
    public string? Version { get; init; }
}
