using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Measures a table: how far apart the lines of one text stand, and where descriptions and the column behind them end and begin.</summary>
/// <param name="text">The document.</param>
/// <param name="rules">Says which rows are lines.</param>
internal sealed class TableMeasures(PageText text, TableRules rules)
{
    /// <summary>Gets how far apart the lines of one text stand at least; what stands farther below is a paragraph of its own.</summary>
    public float Leading(TableHead head, int end)
    {
        var closest = float.MaxValue;
        for (var r = head.Last + 2; r < end && text.Rows[r].Page == text.Rows[head.Last].Page; r++)
        {
            if (text.Rows[r].Cells.Count == 1 && Math.Abs(text.Rows[r].Height - text.Rows[r - 1].Height) < 1)
            {
                closest = Math.Min(closest, Math.Max(0, text.Rows[r].Y0 - text.Rows[r - 1].Y1));
            }
        }

        return closest;
    }

    /// <summary>Gets the next line, if it stands near.</summary>
    public int? NextLine(TableHead head, int row, int end, TableItem? open)
    {
        for (var r = row + 1; r < end && r < row + 4 && text.Rows[r].Page == text.Rows[row].Page; r++)
        {
            if (rules.IsLine(TableCells.Of(head, text.Rows[r]), open))
            {
                return r;
            }
        }

        return null;
    }

    /// <summary>Gets where the first values behind the descriptions begin.</summary>
    public float NextLeft(TableHead head, int end)
    {
        if (head.Columns.ToList().FindIndex(c => c.Kind == ColumnKind.Description) is var at && (at < 0 || at + 1 >= head.Columns.Count))
        {
            return 0;
        }

        var behind = head.Columns[at + 1];
        return Enumerable.Range(head.Last + 1, end - head.Last - 1).Where(r => !text.Labels.Any(l => l.Row == r && l.Any(TableRules.Ends))).Select(r => text.Rows[r])
            .Where(r => r.Page == text.Rows[head.Last].Page && rules.IsLine(TableCells.Of(head, r))).SelectMany(r => r.Cells)
            .Where(c => c.X0 > head.Columns[at].X0 && Math.Min(behind.X1, c.X1) > Math.Max(behind.X0, c.X0)).Select(c => c.X0).DefaultIfEmpty(behind.X0).Min();
    }

    /// <summary>Gets how far to the right descriptions reach: there their lines are broken.</summary>
    public float TextRight(TableHead head, int end)
    {
        var (right, widest) = (0f, 0f);
        float? left = null;
        for (var r = head.Last + 1; r < end; r++)
        {
            if (r > head.Last + 1 && text.Rows[r].Page == text.Rows[r - 1].Page && text.Rows[r].Y0 - text.Rows[r - 1].Y1 > 3 * text.Rows[r].Height)
            {
                break;
            }

            var cells = TableCells.Of(head, text.Rows[r]);
            if (left is null && rules.IsLine(cells) && cells.Find(c => c.Column.Kind == ColumnKind.Description).Cell is { } lead)
            {
                left = lead.X0;
            }

            // Only what begins where descriptions begin is one; a carried total is not.
            // A word that is too long for the column does not say where it ends.
            foreach (var (_, cell) in cells.Where(c => c.Column.Kind == ColumnKind.Description && !TableFiller.IsRemark(c.Cell) && left is { } x && Math.Abs(c.Cell.X0 - x) < 3))
            {
                widest = Math.Max(widest, cell.X1);
                right = cell.Words.Count > 1 ? Math.Max(right, cell.X1) : right;
            }

            if (text.Labels.Any(l => l.Row == r && l.Any(Meaning.Total | Meaning.Sub | Meaning.Terms | Meaning.Bank | Meaning.Balance)))
            {
                break;
            }
        }

        return right > 0 ? right : widest;
    }
}
