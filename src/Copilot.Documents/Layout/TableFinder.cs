namespace Copilot.Documents.Layout;

/// <summary>Finds runs of rows that are a table: cells under each other whose edges stand in line.</summary>
internal static class TableFinder
{
    /// <summary>Edges stand in line within so many points.</summary>
    private const float SameEdge = 3.5f;

    /// <summary>A table ends where the next row is further away than this, in heights of a row.</summary>
    private const float WidestGap = 2.6f;

    /// <summary>No table that people read has more columns.</summary>
    private const int MostCells = 80;

    /// <summary>The same for rows whose cells are all in line.</summary>
    private const float WidestLooseGap = 5;

    /// <summary>Finds the table that begins with a row.</summary>
    /// <param name="rows">The rows of a region.</param>
    /// <param name="first">The row it would begin with.</param>
    /// <returns>The row after its last, or <paramref name="first"/> when there is none.</returns>
    public static int EndOf(IReadOnlyList<Row> rows, int first)
    {
        if (rows[first].Segments.Count is < 2 or > MostCells)
        {
            return first;
        }

        var cells = new List<Segment>(rows[first].Segments);
        var end = first + 1;
        var multi = 1;
        var (lastMulti, usual) = (first, 0f);
        for (var i = first + 1; i < rows.Count; i++)
        {
            var row = rows[i];
            var gap = row.Y0 - rows[i - 1].Y1;
            if (gap > WidestLooseGap * Math.Max(row.Height, rows[i - 1].Height))
            {
                break;
            }

            if (row.Segments.Count > MostCells)
            {
                break;
            }

            if (row.Segments.Count >= 2)
            {
                var near = gap <= WidestGap * Math.Max(row.Height, rows[i - 1].Height);
                if (near ? !Fits(row, cells, gap) : !IsLike(row, rows[lastMulti]))
                {
                    break;
                }

                usual = lastMulti == i - 1 ? (usual == 0 ? gap : Math.Max(usual, gap)) : usual;
                cells.AddRange(row.Segments);
                if (cells.Count > 4 * MostCells)
                {
                    // The rows right above are enough to compare with, also in a table of thousands.
                    cells.RemoveRange(0, 2 * MostCells);
                }

                multi++;
                (end, lastMulti) = (i + 1, i);
            }
            else if (GoesOnIn(row, rows[i - 1], cells, Math.Max(0.6f * row.Height, Math.Min(1.15f * usual, 1.3f * row.Height))))
            {
                end = i + 1;
            }
            else if (!Interrupts(rows, i, cells))
            {
                break;
            }
        }

        return multi >= 2 && !IsText(rows, first, end) ? end : first;
    }

    /// <summary>Says whether a row's cells stand in line with those above; a cell in a column that was empty so far is welcome where lines stand close.</summary>
    private static bool Fits(Row row, List<Segment> cells, float gap)
    {
        var inLine = InLine(row, cells);
        return inLine >= 2 || (inLine == 1 && gap < 0.6f * row.Height
            && row.Segments.All(s => cells.Exists(c => StandsUnder(s, c)) || !cells.Exists(c => Math.Min(c.X1, s.X1) - Math.Max(c.X0, s.X0) > 0.3f * Math.Min(c.Width, s.Width))));
    }

    /// <summary>Rows that stand far apart are a table only when all their cells are in line.</summary>
    private static bool IsLike(Row row, Row other)
        => row.Segments.Count == other.Segments.Count
            && row.Segments.Zip(other.Segments).All(p => Math.Abs(p.First.X0 - p.Second.X0) <= SameEdge || Math.Abs(p.First.X1 - p.Second.X1) <= SameEdge);

    /// <summary>Counts the cells of a row that stand in line with a cell above.</summary>
    private static int InLine(Row row, List<Segment> cells)
        => row.Segments.Count(s => cells.Exists(c => StandsUnder(s, c)));

    private static bool StandsUnder(Segment cell, Segment above)
        => Math.Abs(cell.X0 - above.X0) <= SameEdge || Math.Abs(cell.X1 - above.X1) <= SameEdge
            || Math.Abs((cell.X0 + cell.X1) - (above.X0 + above.X1)) <= 2 * SameEdge
            || Math.Min(cell.X1, above.X1) - Math.Max(cell.X0, above.X0) > 0.8f * Math.Min(cell.Width, above.Width);

    /// <summary>A single segment right under a cell and in line with it is that cell's next line.</summary>
    private static bool GoesOnIn(Row row, Row above, List<Segment> cells, float widest)
    {
        var only = row.Segments[0];
        var left = cells.Min(c => c.X0);
        var gap = row.Y0 - above.Y1;

        // In the first column only a close line goes on; anything further down may be a heading or the text after the table.
        return gap <= (only.X0 - left <= SameEdge ? 0.45f * row.Height : widest)
            && cells.Exists(c => Math.Abs(c.X0 - only.X0) <= SameEdge || Math.Abs(c.X1 - only.X1) <= SameEdge)
            && !SpansCells(only, above)
            && Math.Abs(row.Height - cells[^1].Height) <= 0.2f * row.Height
            && cells.Max(c => c.X1) >= only.X1 - SameEdge;
    }

    /// <summary>A line of its own (a group's name, the odd second line) belongs to the table when the table goes on right after.</summary>
    private static bool Interrupts(IReadOnlyList<Row> rows, int index, List<Segment> cells)
    {
        for (var i = index; i < Math.Min(rows.Count, index + 4); i++)
        {
            if (i > index && rows[i].Y0 - rows[i - 1].Y1 > 1.2f * rows[i].Height)
            {
                return false;
            }

            if (rows[i].Segments.Count >= 2)
            {
                return InLine(rows[i], cells) >= 3 || (InLine(rows[i], cells) == 2 && rows[index].Segments[0].Width < 0.4f * (cells.Max(c => c.X1) - cells.Min(c => c.X0)) && rows[index].Y0 - rows[index - 1].Y1 < 0.6f * rows[index].Height);
            }
        }

        return false;
    }

    private static bool SpansCells(Segment segment, Row row)
        => row.Segments.Count(s => Math.Min(s.X1, segment.X1) - Math.Max(s.X0, segment.X0) > 0.3f * s.Width) > 1;

    /// <summary>Two or three bodies of text whose lines happen to stand level are no table.</summary>
    private static bool IsText(IReadOnlyList<Row> rows, int first, int end)
    {
        var multi = Enumerable.Range(first, end - first).Select(i => rows[i]).Where(r => r.Segments.Count >= 2).ToList();
        var cells = multi.SelectMany(r => r.Segments).ToList();

        // The odd stretched gap within justified lines.
        return multi.Count * 3 < end - first
            || (multi.Count == 2 && multi.TrueForAll(r => r.Segments.Count == 2) && cells.TrueForAll(c => c.Words.Count > 5));
    }
}
