namespace Copilot.Contracts;

/// <summary>A source, opened.</summary>
public sealed record SourceView
{
    /// <summary>Gets its title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets what it is.</summary>
    public required EvidenceKind Kind { get; init; }

    /// <summary>Gets the whole text of the document, plain or markdown source, for passages; null otherwise.</summary>
    public string? Text { get; init; }

    /// <summary>Gets where the passage stands in <see cref="Text"/>.</summary>
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
