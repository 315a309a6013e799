namespace Copilot.Contracts;

/// <summary>Where a passage stands in its document.</summary>
public sealed record PassagePlace
{
    /// <summary>Gets the document's id in its collection.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Gets the collection.</summary>
    public required string Collection { get; init; }

    /// <summary>Gets the headings above the passage, outermost first.</summary>
    public required IReadOnlyList<string> HeadingPath { get; init; }

    /// <summary>Gets the offset of the first character in the document's text.</summary>
    public required int Start { get; init; }

    /// <summary>Gets the offset after the last character.</summary>
    public required int End { get; init; }

    /// <summary>Gets the page, starting at 1, or null for text without pages.</summary>
    public int? Page { get; init; }

    /// <summary>Gets the box around the passage on that page, left, top, right, bottom in points from the top left; null for text without a fixed layout.</summary>
    public IReadOnlyList<double>? Box { get; init; }
}
