using Copilot.Contracts;

namespace Copilot.Knowledge;

/// <summary>A passage that was found.</summary>
public sealed record KnowledgeHit
{
    /// <summary>Gets where it stands.</summary>
    public required PassagePlace Place { get; init; }

    /// <summary>Gets its document's title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets its document's revision, or null.</summary>
    public string? Revision { get; init; }

    /// <summary>Gets what kind of document it is, or null.</summary>
    public string? Kind { get; init; }

    /// <summary>Gets the first day its document holds, or null.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Gets the last day its document holds, or null.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Gets the customers, suppliers and products its document is specific to.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>Gets its exact words.</summary>
    public required string Text { get; init; }

    /// <summary>Gets what precedes it for understanding, such as the header of a table that was cut; else empty.</summary>
    public string Lead { get; init; } = string.Empty;

    /// <summary>Gets the end of what stands before it in the same section, when it was cut there; else empty. At most about 600 characters.</summary>
    public string Before { get; init; } = string.Empty;

    /// <summary>Gets the beginning of what stands after it in the same section, when it was cut there; else empty. At most about 600 characters.</summary>
    public string After { get; init; } = string.Empty;

    /// <summary>Gets its score; larger is better, comparable within one query only.</summary>
    public required double Score { get; init; }

    /// <summary>Gets how the score came about.</summary>
    public required ScoreParts Parts { get; init; }
}
