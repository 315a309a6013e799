namespace Copilot.Documents.Layout;

/// <summary>Puts segments into rows.</summary>
internal static class Rows
{
    /// <summary>Puts segments that stand on the same line into one row.</summary>
    /// <returns>The rows from top to bottom.</returns>
    public static List<Row> Of(IEnumerable<Segment> segments)
    {
        var rows = new List<Row>();
        var open = new List<Segment>();
        foreach (var segment in segments.OrderBy(s => s.CentreY))
        {
            // Measured against the row's first segment, so that staggered columns do not chain into one row.
            if (open.Count > 0 && (open[0].SharesLineWith(segment) < 0.55f || open.Exists(s => Math.Min(s.X1, segment.X1) - Math.Max(s.X0, segment.X0) > 0.5f * Math.Min(s.Width, segment.Width) && s.SharesLineWith(segment) < 0.9f)))
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
}
