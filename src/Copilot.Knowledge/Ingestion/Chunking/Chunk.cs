using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>A part of a document that is found and cited as one. Its neighbours are the chunks with the ordinals before and after it.</summary>
/// <param name="Ordinal">Its place in the document, from 0.</param>
/// <param name="Start">The offset of its first character in the document's text.</param>
/// <param name="End">The offset after its last character.</param>
/// <param name="HeadingPath">The headings above it, outermost first.</param>
/// <param name="Lead">What a reader needs to understand it when it was cut from something larger, such as a table's header; else empty.</param>
internal sealed record Chunk(int Ordinal, int Start, int End, IReadOnlyList<string> HeadingPath, string Lead)
{
    /// <summary>Gets its exact words: those from <see cref="Start"/> to <see cref="End"/>.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the page it begins on, from 1, or null for text without pages.</summary>
    public int? Page { get; init; }

    /// <summary>Gets the box around it on that page: left, top, right, bottom in points; null without a fixed layout.</summary>
    public IReadOnlyList<double>? Box { get; init; }

    /// <summary>Gets what a reader must be told about it.</summary>
    public BlockMark Marks { get; init; }
}
