namespace Copilot.Knowledge;

/// <summary>A passage as it was cut, for operators.</summary>
public sealed record CatalogPassage
{
    /// <summary>Gets its place in the document, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the headings above it.</summary>
    public required IReadOnlyList<string> HeadingPath { get; init; }

    /// <summary>Gets the offset of its first character in the document's text.</summary>
    public required int Start { get; init; }

    /// <summary>Gets the offset after its last character.</summary>
    public required int End { get; init; }

    /// <summary>Gets the page it begins on, or null.</summary>
    public int? Page { get; init; }

    /// <summary>Gets what precedes it for understanding, such as a table's header.</summary>
    public required string Lead { get; init; }

    /// <summary>Gets its words.</summary>
    public required string Text { get; init; }

    /// <summary>Gets what a reader is told about it: <c>hidden</c>, <c>reads badly</c>.</summary>
    public required IReadOnlyList<string> Marks { get; init; }
}
