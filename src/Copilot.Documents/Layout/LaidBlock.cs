using Copilot.Contracts;

namespace Copilot.Documents.Layout;

/// <summary>A block of a page before it is written: lines of cells of words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Lines">Its lines: a paragraph's lines that belong together are one line here, a table's rows one each. A line is a list of cells, a cell a list of words.</param>
internal sealed record LaidBlock(BlockKind Kind, IReadOnlyList<IReadOnlyList<IReadOnlyList<PlacedWord>>> Lines)
{
    /// <summary>Gets a heading's depth.</summary>
    public int Level { get; init; }

    /// <summary>Gets how many of the first rows of a table are its header.</summary>
    public int HeaderRows { get; init; }

    /// <summary>Gets the header of a table that goes on from the page before; null when it has its own or none.</summary>
    public string? Lead { get; init; }

    /// <summary>Gets a table's columns, left and right edge of each.</summary>
    public IReadOnlyList<(float X0, float X1)> Columns { get; init; } = [];

    /// <summary>Gets what a reader must be told about it.</summary>
    public BlockMark Mark { get; init; }

    /// <summary>Gets the direction its text runs in.</summary>
    public Turn Turn { get; init; }

    /// <summary>Gets the height of its letters.</summary>
    public float Height { get; init; }
}
