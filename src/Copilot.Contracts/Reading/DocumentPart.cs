namespace Copilot.Contracts;

/// <summary>A part of a document: a page, a slide, a sheet or a run of its rows, or all of a short text.</summary>
public sealed record DocumentPart
{
    /// <summary>Gets its text. The text of a document is that of its parts one after the other; a part ends with a line break unless it is the last or a word goes on.</summary>
    public required string Text { get; init; }

    /// <summary>Gets its blocks in reading order, not overlapping; offsets count in <see cref="Text"/>. What no block covers still belongs to the document.</summary>
    public required IReadOnlyList<TextBlock> Blocks { get; init; }

    /// <summary>Gets the page or slide, from 1; null for formats without pages.</summary>
    public int? Page { get; init; }

    /// <summary>Gets where its words stand on the page; null for formats without a fixed layout.</summary>
    public PageLayout? Layout { get; init; }

    /// <summary>Gets the document's title as its properties or its first lines give it; looked for in the first part only.</summary>
    public string? Title { get; init; }

    /// <summary>Gets remarks for people: "page 3 was read by character recognition and reads badly (51 % sure)", "holds macros, which are not run".</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
