using System.Xml;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Office.Excel;

/// <summary>Cells merged downwards. Only the first of them holds the value; it is repeated in each of their rows, so that every row can be understood alone.</summary>
internal sealed class MergedCells
{
    private const int Most = 100_000;
    private readonly Dictionary<CellPlace, int> _lastRows = [];
    private readonly Dictionary<int, (int LastRow, string Text)> _open = [];
    private readonly Repeats _repeats = new();

    /// <summary>Reads the merged cells; they stand behind the rows, so this reads the sheet once more.</summary>
    /// <param name="sheet">The sheet, or null for none.</param>
    public MergedCells(XmlReader? sheet)
    {
        while (sheet is not null && !sheet.EOF && _lastRows.Count < Most)
        {
            if (sheet.NodeType == XmlNodeType.Element && sheet.LocalName == "sheetData")
            {
                sheet.Skip();
                continue;
            }

            if (sheet.NodeType == XmlNodeType.Element && sheet.LocalName == "mergeCell" && sheet.GetAttribute("ref")?.Split(':') is [var from, var to]
                && CellPlace.Of(from) is { } first && CellPlace.Of(to) is { } last && last.Row > first.Row)
            {
                _lastRows[first] = last.Row;
            }

            sheet.Read();
        }
    }

    /// <summary>Fills the blank cells of a row, and remembers the values that go on below it.</summary>
    /// <param name="row">The row's number.</param>
    /// <param name="cells">Its cells by column; changed.</param>
    public void Fill(int row, SortedDictionary<int, string> cells)
    {
        if (_lastRows.Count == 0 || _repeats.AreOver)
        {
            return;
        }

        foreach (var (column, (lastRow, text)) in _open.ToList())
        {
            if (lastRow < row)
            {
                _open.Remove(column);
            }
            else if (!cells.ContainsKey(column) && _repeats.Of(text) is { Length: > 0 } repeated)
            {
                cells[column] = repeated;
            }
        }

        foreach (var (column, text) in cells)
        {
            if (_lastRows.TryGetValue(new CellPlace(row, column), out var lastRow))
            {
                _open[column] = (lastRow, text);
            }
        }
    }
}
