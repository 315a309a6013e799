using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>A part that was cut.</summary>
/// <param name="Part">The part, or null behind the last one.</param>
/// <param name="Start">The offset of its first character in the document's text.</param>
/// <param name="Chunks">The chunks that came to their end in it.</param>
internal sealed record CutPart(DocumentPart? Part, int Start, IReadOnlyList<Chunk> Chunks);
