using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Says under which heads of a table the words of a row stand.</summary>
internal static class TableCells
{
    /// <summary>A figure under no head is this many points nearer to a column of figures than to one of words.</summary>
    private const float FarFromFigure = 12;

    /// <summary>Assigns a row's cells to columns; a cell that reaches over several is cut where another column's value begins.</summary>
    /// <param name="head">The table's head.</param>
    /// <param name="row">The row.</param>
    public static List<(TableColumn Column, Segment Cell)> Of(TableHead head, PageRow row)
    {
        var found = new List<(TableColumn Column, Segment Cell)>();
        foreach (var cell in row.Cells)
        {
            if (cell.X1 < head.Columns[0].X0 - 60 || cell.X0 > head.Columns[^1].X1 + 60)
            {
                continue;
            }

            if (cell == row.Cells[^1] && IsText(head, cell) && head.Columns.FirstOrDefault(c => c.Kind == ColumnKind.Description && Overlaps(c, cell.X0, cell.X1)) is { } described)
            {
                found.Add((described, cell));
                continue;
            }

            var run = new List<PlacedWord>();
            TableColumn? at = null;
            foreach (var word in cell.Words)
            {
                var own = Nearest(head, word.X0, word.X1, StartsFigure(word.Text));
                if (at is null)
                {
                    at = cell.Words.Count > 1 && !Spans(head, cell) && !((own.Kind == ColumnKind.Other || own.IsNumeric) && StartsFigure(word.Text)) ? Nearest(head, cell.X0, cell.X1) : own;
                }
                else if (own != at && own.X0 > at.X0 && (Spans(head, cell) || ((at.IsNumeric || at.Kind == ColumnKind.Other) && Overlaps(own, word.X0, word.X1))) && (own.IsNumeric || (own.Kind == ColumnKind.Other && at.IsNumeric && Overlaps(own, word.X0, word.X1)) ? StartsFigure(word.Text) : (at.IsNumeric || (at.Kind == ColumnKind.Other && StartsFigure(run[^1].Text))) && (own.Kind is ColumnKind.Description or ColumnKind.Unit or ColumnKind.Article or ColumnKind.Barcode or ColumnKind.Remark)
                    || (at.Kind is ColumnKind.Position or ColumnKind.Article or ColumnKind.Barcode or ColumnKind.Date && own.Kind is ColumnKind.Description or ColumnKind.Article)))
                {
                    found.Add((at, new Segment([.. run])));
                    run.Clear();
                    at = own;
                }

                run.Add(word);
            }

            found.Add((at!, new Segment(run)));
        }

        Settle(head, found);
        if (head.HasLevels)
        {
            // "Material" over "Menge": a row with a position has what stands above, and the next one what stands below.
            var level = found.Exists(f => f.Column.Kind == ColumnKind.Position) ? 0 : 1;
            found = found.ConvertAll(f => f.Column.Storeys.Count == 2 ? (f.Column with { Kind = TableColumn.Of(f.Column.Storeys[level]), Meaning = f.Column.Storeys[level] }, f.Cell) : f);
        }

        return found;
    }

    /// <summary>Words with even blanks, with which their row ends, are a text, and the one figure in them is no value, whatever head it stands under: "Green olives 370 ML".</summary>
    private static bool IsText(TableHead head, Segment cell)
    {
        const float even = 1.5f;
        const float slack = 0.4f;
        var gaps = cell.Words.Skip(1).Select((w, n) => w.X0 - cell.Words[n].X1).ToList();
        return cell.Words.Count > 2 && Spans(head, cell) && cell.Words.Take(2).All(w => char.IsLetter(w.Text[0])) && !cell.Words[0].Text.Any(char.IsAsciiDigit) && cell.Words.Count(w => StartsFigure(w.Text)) <= 1 && gaps.Max() <= (even * gaps.Min()) + slack
            && !head.Columns.Any(c => c.IsNumeric && Overlaps(c, cell.Words[^1].X0, cell.Words[^1].X1) && StartsFigure(cell.Words[^1].Text));
    }

    /// <summary>Two figures under one head where the column before it has none: heads stand at the left of their columns and figures at the right.</summary>
    private static void Settle(TableHead head, List<(TableColumn Column, Segment Cell)> found)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var at = head.Columns.ToList().IndexOf(found[i].Column);
            if (at > 0 && found[i].Column == found[i + 1].Column && found[i].Column.IsNumeric && head.Columns[at - 1] is { IsNumeric: true } before && !found.Exists(f => f.Column == before)
                && found[i].Cell.X0 > before.X0 && StartsFigure(found[i].Cell.Text) && StartsFigure(found[i + 1].Cell.Text))
            {
                found[i] = (before, found[i].Cell);
            }
        }
    }

    /// <summary>Says whether a word begins as a figure does.</summary>
    public static bool StartsFigure(string word) => word.Any(char.IsAsciiDigit) && (char.IsAsciiDigit(word[0]) || word[0] is '-' or '(' or '€' or '$' or '£' or '+' or '−');

    private static bool Spans(TableHead head, Segment cell) => head.Columns.Count(c => Math.Min(c.X1, cell.X1) > Math.Max(c.X0, cell.X0)) > 1;

    private static bool Overlaps(TableColumn column, float x0, float x1) => Math.Min(column.X1, x1) > Math.Max(column.X0, x0);

    private static TableColumn Nearest(TableHead head, float x0, float x1, bool isFigure = false)
    {
        // What stands under no head stands among the values of a column, or is text beside the head of the text.
        if (!head.Columns.Any(c => Overlaps(c, x0, x1)))
        {
            return head.Columns.MaxBy(c => Math.Min(c.Right, x1) - Math.Max(c.Left, x0) - (isFigure && !c.IsNumeric && c.Kind != ColumnKind.Other ? FarFromFigure : 0))!;
        }

        return head.Columns.MaxBy(c =>
        {
            var overlap = Math.Min(c.X1, x1) - Math.Max(c.X0, x0);
            var aligned = Math.Abs(c.X0 - x0) < 4 || Math.Abs(c.X1 - x1) < 4 || Math.Abs(c.X0 + c.X1 - x0 - x1) < 8;
            return (overlap > 0 ? 0.2f + (overlap / Math.Max(1, Math.Min(c.X1 - c.X0, x1 - x0))) : overlap / 40) + (aligned && overlap > 0 ? 1 : 0);
        })!;
    }
}
