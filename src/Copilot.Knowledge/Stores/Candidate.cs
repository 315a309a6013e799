namespace Copilot.Knowledge.Stores;

/// <summary>A passage that matched, before ranking is finished.</summary>
internal sealed record Candidate
{
    /// <summary>Gets the document's id.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Gets the collection.</summary>
    public required string Collection { get; init; }

    /// <summary>Gets the document's title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the document's revision, or null.</summary>
    public string? Revision { get; init; }

    /// <summary>Gets what kind of document it is, or null.</summary>
    public string? Kind { get; init; }

    /// <summary>Gets the first day it holds, or null.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Gets the last day it holds, or null.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Gets what it is about.</summary>
    public required IReadOnlyList<string> About { get; init; }

    /// <summary>Gets the companies its document holds for, or all.</summary>
    public required IReadOnlyList<string> Companies { get; init; }

    /// <summary>Gets the passage's place in the order of its document.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Gets the headings above it.</summary>
    public required IReadOnlyList<string> HeadingPath { get; init; }

    /// <summary>Gets the offset of its first character.</summary>
    public required int Start { get; init; }

    /// <summary>Gets the offset after its last character.</summary>
    public required int End { get; init; }

    /// <summary>Gets its exact words.</summary>
    public required string Text { get; init; }

    /// <summary>Gets what precedes it for understanding, such as a table's header.</summary>
    public required string Lead { get; init; }

    /// <summary>Gets the stems of its title, headings and subject, as indexed.</summary>
    public required string ContextStems { get; init; }

    /// <summary>Gets the stems of its words, as indexed.</summary>
    public required string BodyStems { get; init; }

    /// <summary>Gets its codes, as indexed.</summary>
    public required string Codes { get; init; }

    /// <summary>Gets the BM25 score of the full-text index; larger is better.</summary>
    public required double Bm25 { get; init; }
}
