namespace Copilot.Contracts;

/// <summary>A block of text: a heading, a paragraph, a list, a table, code.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset after its last character.</param>
public sealed record TextBlock(BlockKind Kind, int Start, int End)
{
    /// <summary>Gets a heading's depth, 1 for the outermost; 0 otherwise.</summary>
    public int Level { get; init; }

    /// <summary>Gets a heading's words.</summary>
    public string Heading { get; init; } = string.Empty;

    /// <summary>Gets the offsets, in ascending order, at which it may be cut without tearing an item or a row.</summary>
    public IReadOnlyList<int> Seams { get; init; } = [];

    /// <summary>Gets what is repeated with each part when it is cut: a table's header. Also given when a table goes on from the part before.</summary>
    public string Lead { get; init; } = string.Empty;

    /// <summary>Gets what a reader must be told about it.</summary>
    public BlockMark Mark { get; init; }
}
