using Copilot.Contracts;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Html;

/// <summary>Gathers the cells of a table of data. A cell over several rows is repeated in each; a table inside a cell becomes words of that cell.</summary>
internal sealed class HtmlTable(PartWriter writer)
{
    private const int MostColumns = 256;
    private readonly TableWriter _rows = new(writer);
    private readonly List<string> _cells = [];
    private readonly Repeats _repeats = new();
    private readonly SortedDictionary<int, (int Left, string Text)> _down = [];
    private int _columns = 1;
    private int _rowSpan = 1;
    private bool _allHeaders = true;
    private bool _headGroup;

    /// <summary>Gets or sets how many tables are open inside a cell.</summary>
    public int Inner { get; set; }

    /// <summary>Gets a value indicating whether a cell is open.</summary>
    public bool CellIsOpen { get; private set; }

    /// <summary>Gets the number of characters that wait to be written.</summary>
    public int Waiting => _rows.Waiting;

    /// <summary>Says whether the rows that follow stand in the table's head.</summary>
    public void Group(string name) => _headGroup = name == "thead";

    /// <summary>Opens a cell.</summary>
    public void OpenCell(bool header, string? columns, string? rows)
    {
        CellIsOpen = true;
        _allHeaders &= header;
        _columns = int.TryParse(columns, out var across) ? Math.Clamp(across, 1, MostColumns) : 1;
        _rowSpan = int.TryParse(rows, out var down) ? Math.Clamp(down, 1, 1000) : 1;
    }

    /// <summary>Closes the cell.</summary>
    public void CloseCell(string text)
    {
        CellIsOpen = false;
        FillFromAbove();
        if (_cells.Count >= MostColumns)
        {
            // Beyond the widest table that is kept apart, words are kept, columns not.
            _cells[^1] = $"{_cells[^1]} {text}";
            return;
        }

        if (_rowSpan > 1 && !_repeats.AreOver)
        {
            _down[_cells.Count] = (_rowSpan, text);
        }

        _cells.Add(text);
        for (var i = 1; i < _columns && _cells.Count < MostColumns; i++)
        {
            _cells.Add(string.Empty);
        }
    }

    /// <summary>Closes the row.</summary>
    public void CloseRow()
    {
        if (_cells.Count == 0)
        {
            return;
        }

        FillFromAbove();
        _rows.Row(_cells, _headGroup || (_allHeaders && _cells.Count > 1));
        foreach (var (column, (left, text)) in _down.ToList())
        {
            if (left <= 1 || _repeats.AreOver)
            {
                _down.Remove(column);
            }
            else
            {
                _down[column] = (left - 1, text);
            }
        }

        _cells.Clear();
        _allHeaders = true;
    }

    /// <summary>Writes the rows gathered so far.</summary>
    public void Flush() => _rows.Flush();

    /// <summary>Ends the table.</summary>
    public void End() => _rows.End();

    private void FillFromAbove()
    {
        // A cell that began in this very row stands at a column already passed.
        while (_cells.Count < MostColumns && _down.TryGetValue(_cells.Count, out var above))
        {
            _cells.Add(_repeats.Of(above.Text));
        }
    }
}
