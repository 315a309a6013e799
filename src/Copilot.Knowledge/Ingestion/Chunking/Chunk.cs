namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>A part of a document that is found and cited as one. Its neighbours are the chunks with the ordinals before and after it.</summary>
/// <param name="Ordinal">Its place in the document, from 0.</param>
/// <param name="Start">The offset of its first character in the document's text.</param>
/// <param name="End">The offset after its last character.</param>
/// <param name="HeadingPath">The headings above it, outermost first.</param>
/// <param name="Lead">What a reader needs to understand it when it was cut from something larger, such as a table's header; else empty.</param>
internal sealed record Chunk(int Ordinal, int Start, int End, IReadOnlyList<string> HeadingPath, string Lead);
