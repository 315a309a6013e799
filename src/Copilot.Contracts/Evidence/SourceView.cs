namespace Copilot.Contracts;

/// <summary>A source, opened.</summary>
public sealed record SourceView
{
    /// <summary>Gets its title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets what it is.</summary>
    public required EvidenceKind Kind { get; init; }

    /// <summary>Gets the text of the document, plain or markdown source, for passages; null otherwise. All of a short document, of a long one the surroundings of the passage.</summary>
    public string? Text { get; init; }

    /// <summary>Gets the offset of the first character of <see cref="Text"/> in the document; 0 for a short one.</summary>
    public int TextStart { get; init; }

    /// <summary>Gets how many characters the whole document has.</summary>
    public int TextLength { get; init; }

    /// <summary>Gets the format the document was read from: <c>markdown</c>, <c>pdf</c>, <c>docx</c>, …; null for what is no document.</summary>
    public string? Format { get; init; }

    /// <summary>Gets the pages the passage stands on, with boxes around its lines; empty for formats without a fixed layout.</summary>
    public IReadOnlyList<SourcePage> Pages { get; init; } = [];

    /// <summary>Gets how many pages the document has, or null.</summary>
    public int? PageCount { get; init; }

    /// <summary>Gets a value indicating whether the original file can be had.</summary>
    public bool HasOriginal { get; init; }

    /// <summary>Gets the original's file name, or null.</summary>
    public string? FileName { get; init; }

    /// <summary>Gets where the passage stands, in offsets of the whole document: subtract <see cref="TextStart"/> to find it in <see cref="Text"/>.</summary>
    public PassagePlace? Place { get; init; }

    /// <summary>Gets the values, for records and calculations.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Gets the calculation, if it is one.</summary>
    public Calculation? Calculation { get; init; }

    /// <summary>Gets where the original opens (in Odoo, say), or null.</summary>
    public string? Uri { get; init; }

    /// <summary>Gets its version now; differs from the cited one when it has changed since.</summary>
    public string? Version { get; init; }

    /// <summary>Gets remarks for the reader: "changed since it was cited", "superseded on 2026-03-01".</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
