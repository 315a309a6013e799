namespace Copilot.Documents.Layout;

/// <summary>Recognises strips of a page that are plainly rows of a table: several level cells, numbers among them, more than one row.</summary>
internal static class TableRuns
{
    private const int LongestCell = 8;
    private const int LongestBreak = 2;

    /// <summary>Marks the strips that belong to tables.</summary>
    /// <param name="strips">The strips of a region from top to bottom.</param>
    /// <returns>For each strip whether it does.</returns>
    public static bool[] Of(IReadOnlyList<List<Segment>> strips)
    {
        var rows = strips.Select(IsRow).ToArray();
        var marks = new bool[strips.Count];
        for (var i = 0; i < strips.Count; i++)
        {
            // The next row may stand after lines that belong to its or the last row's cells.
            var next = i + 1;
            while (next < strips.Count && next <= i + 1 + LongestBreak && !rows[next])
            {
                next++;
            }

            if (!rows[i] || next >= strips.Count || !rows[next] || !AreAlike(strips[i], strips[next]) || IsFar(strips, i, next))
            {
                continue;
            }

            Array.Fill(marks, true, i, next - i + 1);
            if (i > 0 && !marks[i - 1] && IsHeaderOf(strips[i - 1], strips[i]) && !IsFar(strips, i - 1, i))
            {
                marks[i - 1] = true;
            }
        }

        for (var i = 0; i < strips.Count; i++)
        {
            // What follows a table and fills its columns belongs to it, also where its cells do not stand level.
            if (marks[i] && Enumerable.Range(i + 1, LongestBreak + 1).FirstOrDefault(k => k < strips.Count && !marks[k] && AreAlike(strips[k], strips[i]) && !IsFar(strips, i, k)) is var last && last > 0)
            {
                Array.Fill(marks, true, i, last - i + 1);
            }
        }

        return marks;
    }

    private static bool IsRow(List<Segment> strip)
        => IsHeader(strip) && strip.Exists(s => TableGrid.IsNumeric(s.Words));

    /// <summary>Short words over the cells of a row, on one line or a few.</summary>
    private static bool IsHeaderOf(List<Segment> strip, List<Segment> row)
        => strip.Count >= 3 && strip.TrueForAll(s => s.Words.Count <= 4) && strip.Max(s => s.Y1) - strip.Min(s => s.Y0) < 4 * strip[0].Height
            && row.Count(c => strip.Exists(s => Math.Min(s.X1, c.X1) - Math.Max(s.X0, c.X0) > 0.5f * Math.Min(s.Width, c.Width))) >= 2;

    private static bool IsHeader(List<Segment> strip)
        => strip.Count >= 3 && strip.TrueForAll(s => s.Words.Count <= LongestCell && Math.Abs(s.CentreY - strip[0].CentreY) < 0.25f * s.Height);

    /// <summary>At least two cells of one row stand in line with cells of the other, a number among them.</summary>
    private static bool AreAlike(List<Segment> one, List<Segment> other)
    {
        var inLine = one.Where(a => other.Exists(b => Math.Abs(a.X0 - b.X0) < 3 || Math.Abs(a.X1 - b.X1) < 3)).ToList();
        return inLine.Count >= 2 && inLine.Exists(s => TableGrid.IsNumeric(s.Words));
    }

    private static bool IsFar(IReadOnlyList<List<Segment>> strips, int first, int last)
        => strips[last].Min(s => s.Y0) - strips[last - 1].Max(s => s.Y1) > 3 * strips[first][0].Height;
}
