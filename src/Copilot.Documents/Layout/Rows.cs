namespace Copilot.Documents.Layout;

/// <summary>Puts segments into rows.</summary>
internal static class Rows
{
    /// <summary>Longer rows are not looked at closely: comparing all with all would take for ever.</summary>
    private const int MostInLine = 200;

    /// <summary>Puts segments that stand on the same line into one row.</summary>
    /// <returns>The rows from top to bottom.</returns>
    public static List<Row> Of(IEnumerable<Segment> segments)
    {
        var rows = new List<Row>();
        var open = new List<Segment>();
        foreach (var segment in segments.OrderBy(s => s.CentreY))
        {
            // Measured against the row's first segment, so that staggered columns do not chain into one row.
            if (open.Count > 0 && (open[0].SharesLineWith(segment) < 0.55f || (open.Count <= MostInLine && open.Exists(s => Math.Min(s.X1, segment.X1) - Math.Max(s.X0, segment.X0) > 0.5f * Math.Min(s.Width, segment.Width) && s.SharesLineWith(segment) < 0.9f))))
            {
                rows.Add(new(open));
                open = [];
            }

            open.Add(segment);
        }

        if (open.Count > 0)
        {
            rows.Add(new(open));
        }

        return rows;
    }

    /// <summary>
    /// Puts rows together whose lines stand in between each other: cells of a table that are centred beside cells of several lines.
    /// </summary>
    /// <returns>The rows from top to bottom; a row of that kind holds several lines.</returns>
    public static List<Row> Bands(List<Row> rows)
    {
        var bands = new List<Row>();
        for (var i = 0; i < rows.Count; i++)
        {
            var (end, open) = (i, new List<Segment>(rows[i].Segments));
            while (end + 1 < rows.Count && end - i < 8 && Interlocks(open, rows[end], rows[end + 1]))
            {
                open.AddRange(rows[++end].Segments);
            }

            if (end == i || open.Select(s => s.X0).Distinct().Count() < 3)
            {
                bands.Add(rows[i]);
                continue;
            }

            // Lines right above and below that stand on a cell of the band belong to that cell.
            while (bands.Count > 0 && bands[^1].Segments.Count == 1 && StandsOn(bands[^1].Segments[0], open, open.Min(s => s.Y0) - bands[^1].Y1)
                && (bands.Count == 1 || open.Min(s => s.Y0) - bands[^1].Y1 < bands[^1].Y0 - bands[^2].Y1))
            {
                open.Add(bands[^1].Segments[0]);
                bands.RemoveAt(bands.Count - 1);
            }

            while (end + 1 < rows.Count && rows[end + 1].Segments.Count == 1 && StandsOn(rows[end + 1].Segments[0], open, rows[end + 1].Y0 - open.Max(s => s.Y1))
                && (end + 2 >= rows.Count || rows[end + 1].Y0 - open.Max(s => s.Y1) < rows[end + 2].Y0 - rows[end + 1].Y1))
            {
                open.Add(rows[++end].Segments[0]);
            }

            bands.Add(new(open));
            i = end;
        }

        return bands;
    }

    private static bool Interlocks(List<Segment> open, Row last, Row next)
        => open.Count + next.Segments.Count <= MostInLine && last.Y1 - next.Y0 > 0.2f * next.Height && next.Y0 - last.Y0 > 0.2f * next.Height
            && next.Segments.All(n => open.TrueForAll(s => Math.Min(s.X1, n.X1) <= Math.Max(s.X0, n.X0) || s.Y1 - n.Y0 < 0.2f * n.Height));

    private static bool StandsOn(Segment line, List<Segment> band, float gap)
        => gap < 0.3f * line.Height && band.Exists(s => Math.Abs(s.X0 - line.X0) < 3 || Math.Abs(s.X0 + s.X1 - line.X0 - line.X1) < 4)
            && band.Max(s => s.X1) >= line.X1 && band.Min(s => s.X0) <= line.X0 && band.Count(s => Math.Min(s.X1, line.X1) > Math.Max(s.X0, line.X0)) <= band.Count / 2;
}
