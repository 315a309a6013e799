using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Office.Word;

/// <summary>The rows of a table, merged cells resolved: a cell merged downwards is repeated in each row, so that every row can be understood alone.</summary>
internal sealed class WordTable
{
    private const int MostColumns = 256;
    private readonly IEnumerable<OfficeNode> _children;
    private readonly WordBody _body;
    private readonly string? _ground;
    private readonly List<string> _above = [];
    private readonly Repeats _repeats = new();

    /// <summary>Reads a table that is in memory.</summary>
    public WordTable(OfficeNode table, WordBody body, string? ground)
        : this(table.Children, body, ground)
    {
        IsLayout = table.Child("tblGrid")?.Children.Count == 1 || RowNodes().All(r => CellNodes(r).Take(2).Count() < 2);
    }

    /// <summary>Reads a table whose rows come one by one.</summary>
    public WordTable(IEnumerable<OfficeNode> children, WordBody body, string? ground) => (_children, _body, _ground) = (children, body, ground);

    /// <summary>Gets a value indicating whether it has one column: a frame around text rather than a table.</summary>
    public bool IsLayout { get; }

    /// <summary>Gets or sets a value indicating whether the table's style colours cells by rules, so that white text may well be seen.</summary>
    public bool ShadedByStyle { get; set; }

    /// <summary>Gets the cells of a table of one column.</summary>
    public IEnumerable<OfficeNode> LayoutCells() => RowNodes().SelectMany(CellNodes);

    /// <summary>Gets the rows: their cells, and whether the row is marked as header.</summary>
    public IEnumerable<(IReadOnlyList<string> Cells, bool Header)> Rows() => RowNodes().Select(r => (Cells(r), r.Child("trPr")?.Switch("tblHeader") == true));

    /// <summary>Reads one row.</summary>
    public IReadOnlyList<string> Cells(OfficeNode row)
    {
        var cells = new List<string>();
        foreach (var cell in CellNodes(row).TakeWhile(_ => cells.Count < MostColumns))
        {
            var properties = cell.Child("tcPr");
            var span = Math.Clamp(properties?.Child("gridSpan")?.Number("val") ?? 1, 1, MostColumns - cells.Count);
            var merge = properties?.Child("vMerge");
            var text = merge is not null && merge.Value != "restart" && cells.Count < _above.Count
                ? _repeats.Of(_above[cells.Count])
                : _body.Cell(cell, RunLook.GroundOf(properties) ?? _ground, !ShadedByStyle || RunLook.GroundOf(properties) is not null);
            cells.Add(text);
            for (var i = 1; i < span; i++)
            {
                cells.Add(string.Empty);
            }
        }

        _above.Clear();
        _above.AddRange(cells);
        return cells;
    }

    private IEnumerable<OfficeNode> RowNodes() => Inner(_children, "tr").Where(r => r.Child("trPr", "del") is null);

    private static IEnumerable<OfficeNode> CellNodes(OfficeNode row) => Inner(row.Children, "tc");

    private static IEnumerable<OfficeNode> Inner(IEnumerable<OfficeNode> nodes, string name)
    {
        foreach (var node in nodes)
        {
            if (node.Name == name)
            {
                yield return node;
            }
            else if (node.Name is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo")
            {
                foreach (var found in Inner(node.Children, name))
                {
                    yield return found;
                }
            }
        }
    }
}
