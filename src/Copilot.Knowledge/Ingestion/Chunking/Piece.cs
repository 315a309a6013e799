namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>A block of a document: a heading, a paragraph, a list, a table, code.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset after its last character.</param>
internal sealed record Piece(PieceKind Kind, int Start, int End)
{
    /// <summary>Gets a heading's depth, 1 for the outermost.</summary>
    public int Level { get; init; }

    /// <summary>Gets a heading's words.</summary>
    public string Heading { get; init; } = string.Empty;

    /// <summary>Gets the offsets, in ascending order, at which it may be cut without tearing an item or a row.</summary>
    public IReadOnlyList<int> Seams { get; init; } = [];

    /// <summary>Gets a table's header, repeated with each part of a table that is cut.</summary>
    public string Lead { get; init; } = string.Empty;
}
