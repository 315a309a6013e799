using Copilot.Contracts;

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

    /// <summary>Gets the page it begins on, or null.</summary>
    public int? Page { get; init; }

    /// <summary>Gets the box around it on that page, or null.</summary>
    public IReadOnlyList<double>? Box { get; init; }

    /// <summary>Gets what a reader must be told about it.</summary>
    public BlockMark Marks { get; init; }

    /// <summary>Gets its document's language.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Gets the record whose readers may read it, or null.</summary>
    public RecordRef? Gate { get; init; }

    /// <summary>Gets the score of the words leg; larger is better; 0 when only the vector leg found it.</summary>
    public double Bm25 { get; init; }

    /// <summary>Gets the cosine of the vector leg, or null when it did not find it.</summary>
    public double? Cosine { get; init; }

    /// <summary>Gets its document.</summary>
    public DocumentKey Document => new(Collection, DocumentId);
}
