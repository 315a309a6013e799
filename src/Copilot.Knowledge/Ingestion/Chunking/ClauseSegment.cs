namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>A run of a block's text that belongs to one clause.</summary>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset after its last character.</param>
/// <param name="Head">The clause it opens, or null when it goes on with the one before.</param>
internal readonly record struct ClauseSegment(int Start, int End, ClauseHead? Head);
