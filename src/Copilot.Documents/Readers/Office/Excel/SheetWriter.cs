using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Office.Excel;

/// <summary>Writes the rows of a sheet as tables: a blank row ends a table, a single cell above one is its title.</summary>
internal sealed class SheetWriter(PartWriter writer, MergedCells merged, bool sheetIsHidden)
{
    private const int LongestGap = 32;
    private const string UnseenNote = "holds hidden sheets, rows, columns or cells; they are marked as hidden";
    private readonly TableWriter _table = new(writer);
    private readonly List<string> _unseen = [];
    private SheetRow? _single;
    private int _last;
    private int _first;
    private bool _hiddenRows;
    private bool _tableIsOpen;

    /// <summary>Gets a value indicating whether the part should be closed.</summary>
    public bool IsFull => writer.Length + _table.Waiting >= PartWriter.FullAt;

    private BlockMark Mark => sheetIsHidden || _hiddenRows ? BlockMark.Hidden : BlockMark.None;

    /// <summary>Writes a row.</summary>
    public void Row(SheetRow row)
    {
        merged.Fill(row.Number, row.Cells);
        foreach (var (place, text) in row.Unseen)
        {
            writer.Note(UnseenNote);
            _unseen.Add(CleanText.Line($"{place}: {text}"));
        }

        if (row.Cells.Count == 0)
        {
            return;
        }

        if (row.Number > _last + 1 || row.Number <= _last)
        {
            EndTable();
        }

        _last = row.Number;
        if (row.Hidden != _hiddenRows)
        {
            EndSingle(false);
            _table.Flush(Mark);
            _hiddenRows = row.Hidden;
            if (row.Hidden)
            {
                writer.Note(UnseenNote);
            }
        }

        if (!_tableIsOpen && _single is null && row.Cells.Count == 1)
        {
            _single = row;
            return;
        }

        EndSingle(row.Cells.Count == 1);
        Add(row);
    }

    /// <summary>Writes what waits, before the part is closed.</summary>
    public void Flush()
    {
        _table.Flush(Mark);
        if (_unseen.Count > 0)
        {
            writer.Lines(BlockKind.Table, [.. _unseen], mark: BlockMark.Hidden);
            _unseen.Clear();
        }
    }

    /// <summary>Ends the sheet.</summary>
    public void End()
    {
        EndTable();
        Flush();
    }

    private void Add(SheetRow row)
    {
        if (!_tableIsOpen)
        {
            _first = row.Cells.Keys.First();
        }

        _tableIsOpen = true;
        var cells = new List<string>();
        var at = Math.Min(_first, row.Cells.Keys.First());
        foreach (var (column, text) in row.Cells)
        {
            // Far apart cells stay far apart, but not by thousands of bars.
            cells.AddRange(Enumerable.Repeat(string.Empty, Math.Min(LongestGap, column - at)));
            cells.Add(text);
            at = column + 1;
        }

        _table.Row(cells, header: false);
    }

    /// <summary>A single cell is a title when a table or nothing follows, and a row when more single cells follow.</summary>
    private void EndSingle(bool moreFollow)
    {
        if (_single is not { } single)
        {
            return;
        }

        _single = null;
        if (moreFollow)
        {
            Add(single);
        }
        else
        {
            writer.Paragraph(single.Cells.Values.First(), Mark);
        }
    }

    private void EndTable()
    {
        EndSingle(false);
        _table.End(Mark);
        _tableIsOpen = false;
    }
}
