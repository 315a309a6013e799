namespace Copilot.Documents.Layout;

/// <summary>Finds runs of rows that are a table: cells under each other whose edges stand in line.</summary>
internal static class TableFinder
{
    /// <summary>Edges stand in line within so many points.</summary>
    private const float SameEdge = 3.5f;

    /// <summary>A table ends where the next row is further away than this, in heights of a row.</summary>
    private const float WidestGap = 2.6f;

    /// <summary>Finds the table that begins with a row.</summary>
    /// <param name="rows">The rows of a region.</param>
    /// <param name="first">The row it would begin with.</param>
    /// <returns>The row after its last, or <paramref name="first"/> when there is none.</returns>
    public static int EndOf(IReadOnlyList<Row> rows, int first)
    {
        if (rows[first].Segments.Count < 2)
        {
            return first;
        }

        var cells = new List<Segment>(rows[first].Segments);
        var end = first + 1;
        var multi = 1;
        for (var i = first + 1; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Y0 - rows[i - 1].Y1 > WidestGap * Math.Max(row.Height, rows[i - 1].Height))
            {
                break;
            }

            if (row.Segments.Count >= 2)
            {
                if (InLine(row, cells) < 2)
                {
                    break;
                }

                cells.AddRange(row.Segments);
                multi++;
                end = i + 1;
            }
            else if (!GoesOnIn(row, rows[i - 1], cells) && !Interrupts(rows, i, cells))
            {
                break;
            }
            else if (GoesOnIn(row, rows[i - 1], cells))
            {
                end = i + 1;
            }
        }

        return multi >= 2 && !IsText(rows, first, end) ? end : first;
    }

    /// <summary>Counts the cells of a row that stand in line with a cell above.</summary>
    private static int InLine(Row row, List<Segment> cells)
        => row.Segments.Count(s => cells.Exists(c => StandsUnder(s, c)));

    private static bool StandsUnder(Segment cell, Segment above)
        => Math.Abs(cell.X0 - above.X0) <= SameEdge || Math.Abs(cell.X1 - above.X1) <= SameEdge
            || Math.Abs((cell.X0 + cell.X1) - (above.X0 + above.X1)) <= 2 * SameEdge
            || Math.Min(cell.X1, above.X1) - Math.Max(cell.X0, above.X0) > 0.8f * Math.Min(cell.Width, above.Width);

    /// <summary>A single segment right under a cell and in line with it is that cell's next line.</summary>
    private static bool GoesOnIn(Row row, Row above, List<Segment> cells)
    {
        var only = row.Segments[0];
        return row.Y0 - above.Y1 < 0.6f * row.Height
            && cells.Exists(c => Math.Abs(c.X0 - only.X0) <= SameEdge || Math.Abs(c.X1 - only.X1) <= SameEdge)
            && !SpansCells(only, above)
            && cells.Max(c => c.X1) >= only.X1 - SameEdge;
    }

    /// <summary>A line across the table (a group's name) belongs to it when the table goes on right after.</summary>
    private static bool Interrupts(IReadOnlyList<Row> rows, int index, List<Segment> cells)
        => index + 1 < rows.Count && rows[index + 1] is var next && next.Segments.Count >= 2 && next.Segments.Count >= 3
            && InLine(next, cells) >= 3 && next.Y0 - rows[index].Y1 <= 1.6f * next.Height;

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
