using System.Text.RegularExpressions;

namespace Copilot.Documents.Layout;

/// <summary>
/// Finds the order in which a page is read. White gaps that run down between two bodies of text part columns, which are read one after
/// the other; gaps between the cells of a table do not. A recursive cut in the manner of Nagy and Seth's X-Y tree (1984), with the
/// test whether a gap parts text or cells added.
/// </summary>
internal static partial class ColumnCutter
{
    private const int DeepestCut = 6;
    private const int MostSegments = 2_000;

    /// <summary>Cuts a page.</summary>
    /// <param name="segments">Its segments.</param>
    /// <returns>Regions in reading order; within each, rows are read from top to bottom.</returns>
    public static IReadOnlyList<List<Segment>> Cut(List<Segment> segments)
    {
        // No page that people read has so many pieces; comparing them with each other would take for ever.
        if (segments.Count > MostSegments)
        {
            return [segments];
        }

        var regions = new List<List<Segment>>();
        Cut(segments, 0, regions);
        return regions;
    }

    private static void Cut(List<Segment> segments, int depth, List<List<Segment>> regions)
    {
        var linear = new List<Segment>();
        foreach (var (group, isTable) in depth < DeepestCut ? Groups(segments) : [(segments, true)])
        {
            var gutters = !isTable ? Gutters(group).Where(g => PartsColumns(group, g)).ToList() : [];
            if (gutters.Count == 0)
            {
                linear.AddRange(group);
                continue;
            }

            Close();
            var left = float.MinValue;
            foreach (var right in gutters.Select(g => (g.From + g.To) / 2).Append(float.MaxValue))
            {
                Cut([.. group.Where(s => (s.X0 + s.X1) / 2 >= left && (s.X0 + s.X1) / 2 < right)], depth + 1, regions);
                left = right;
            }
        }

        Close();

        void Close()
        {
            if (linear.Count > 0)
            {
                regions.Add(linear);
                linear = [];
            }
        }
    }

    /// <summary>Puts neighbouring strips together for as long as a white gap runs down through all of them, or through none.</summary>
    private static List<(List<Segment> Segments, bool IsTable)> Groups(List<Segment> segments)
    {
        var strips = Strips(segments);
        var tables = TableRuns.Of(strips);
        var done = new List<(List<Segment>, bool)>();
        for (var first = 0; first < strips.Count;)
        {
            var end = first + 1;
            while (end < strips.Count && tables[end] == tables[first])
            {
                end++;
            }

            // A table is never torn into columns, however well its gaps line up with those of the text around it.
            done.AddRange(tables[first]
                ? [(strips.GetRange(first, end - first).SelectMany(s => s).ToList(), true)]
                : Groups(strips.GetRange(first, end - first)).Select(g => (g, false)));
            first = end;
        }

        return done;
    }

    private static List<List<Segment>> Groups(List<List<Segment>> strips)
    {
        var groups = new List<List<List<Segment>>>();
        foreach (var strip in strips)
        {
            if (groups.Count == 0 || !GoesOn(groups[^1], strip))
            {
                groups.Add([]);
            }

            groups[^1].Add(strip);
        }

        ReleaseTails(groups);
        return [.. groups.Where(g => g.Count > 0).Select(g => g.SelectMany(s => s).ToList())];
    }

    private static bool GoesOn(List<List<Segment>> group, List<Segment> strip)
    {
        var all = group.SelectMany(s => s).ToList();
        var has = Gutters(all).Count > 0;
        var gap = strip.Min(s => s.Y0) - all.Max(s => s.Y1);
        var height = Middle.Of(all.Select(s => s.Height));
        if (strip.Count == 1 && strip[0].Height > 1.18f * height && gap > 0.5f * height)
        {
            // A heading closes what stands above it, and opens what follows.
            return false;
        }

        return has
            ? gap < 4 * height && Gutters([.. all, .. strip]).Count > 0
            : Gutters(strip).Count == 0 && Gutters([.. all, .. strip]).Count == 0;
    }

    /// <summary>What follows at the end of a group on its left side only belongs to it as far as it goes on without a gap; a heading after a gap opens what comes next.</summary>
    private static void ReleaseTails(List<List<List<Segment>>> groups)
    {
        for (var g = 0; g < groups.Count; g++)
        {
            var group = groups[g];
            var gutters = Gutters([.. group.SelectMany(s => s)]);
            if (gutters.Count == 0)
            {
                continue;
            }

            // The right column may begin a little higher than the left one.
            while (g > 0 && groups[g - 1].Count > 0 && groups[g - 1][^1].TrueForAll(s => s.X0 >= gutters[0].To - 1) && group[0].Min(s => s.Y0) - groups[g - 1][^1].Max(s => s.Y1) < 0.9f * group[0][0].Height)
            {
                group.Insert(0, groups[g - 1][^1]);
                groups[g - 1].RemoveAt(groups[g - 1].Count - 1);
            }

            var keep = group.Count;
            while (keep > 1 && group[keep - 1].TrueForAll(s => s.X1 <= gutters[0].From + 1))
            {
                keep--;
            }

            // As far as the lines follow closely they are still the left column.
            while (keep < group.Count && group[keep].Min(s => s.Y0) - group[keep - 1].Max(s => s.Y1) < 0.9f * group[keep][0].Height
                && group[keep][0].Height < 1.15f * Middle.Of(group[keep - 1].Select(s => s.Height)))
            {
                keep++;
            }

            if (keep == group.Count)
            {
                continue;
            }

            var tail = group.GetRange(keep, group.Count - keep);
            group.RemoveRange(keep, tail.Count);
            if (g + 1 < groups.Count && Gutters([.. groups[g + 1].SelectMany(s => s)]).Count == 0)
            {
                groups[g + 1].InsertRange(0, tail);
            }
            else
            {
                groups.Insert(++g, tail);
            }
        }
    }

    private static List<List<Segment>> Strips(List<Segment> segments)
    {
        var strips = new List<List<Segment>>();
        var bottom = float.MinValue;
        foreach (var segment in segments.OrderBy(s => s.Y0 + (0.25f * s.Height)))
        {
            // Boxes of neighbouring lines overlap a little where lines are set tight.
            if (segment.Y0 + (0.25f * segment.Height) >= bottom)
            {
                strips.Add([]);
            }

            strips[^1].Add(segment);
            bottom = Math.Max(bottom, segment.Y1 - (0.25f * segment.Height));
        }

        return strips;
    }

    private static List<(float From, float To)> Gutters(List<Segment> segments)
    {
        var gutters = new List<(float, float)>();
        var least = Math.Max(5, 0.8f * Middle.Of(segments.Select(s => s.Height)));
        var right = float.MaxValue;
        foreach (var segment in segments.OrderBy(s => s.X0))
        {
            if (segment.X0 - right >= least)
            {
                gutters.Add((right, segment.X0));
            }

            right = right == float.MaxValue ? segment.X1 : Math.Max(right, segment.X1);
        }

        return gutters;
    }

    private static bool PartsColumns(List<Segment> group, (float From, float To) gutter)
    {
        var left = group.Where(s => s.X1 <= gutter.From + 0.5f).ToList();
        var right = group.Where(s => s.X0 >= gutter.To - 0.5f).ToList();
        var (few, many) = left.Count <= right.Count ? (left, right) : (right, left);
        if (few.Count < 2 || (few.Count < 3 && gutter.To - gutter.From < 2 * few[0].Height))
        {
            return false;
        }

        var shared = (float)few.Count(a => many.Exists(b => Math.Abs(a.CentreY - b.CentreY) < 0.2f * a.Height)) / few.Count;
        var (proseLeft, proseRight) = (IsProse(left), IsProse(right));
        return (proseLeft && proseRight && few.Count >= 3)
            || ((proseLeft || proseRight) && shared < 0.5f)
            || (shared <= 0.6f && few.Count >= 3 && IsSolid(left) && IsSolid(right))
            || (IsAddress(left) && IsAddress(right));
    }

    /// <summary>Running text: most lines hold several words and fill the column.</summary>
    private static bool IsProse(List<Segment> side)
    {
        var width = side.Max(s => s.X1) - side.Min(s => s.X0);
        return side.Count >= 3 && Middle.Of(side.Select(s => (float)s.Words.Count)) >= 4 && Middle.Of(side.Select(s => s.Width)) >= 0.6f * width;
    }

    /// <summary>Lines that follow each other closely: not the cells of rows that others make higher.</summary>
    private static bool IsSolid(List<Segment> side)
    {
        var lines = Rows.Of(side);
        return lines.Count >= 3 && Enumerable.Range(1, lines.Count - 1).Count(i => lines[i].Y0 - lines[i - 1].Y1 < 0.8f * lines[i].Height) >= 0.6f * (lines.Count - 1);
    }

    /// <summary>Two addresses side by side are read one after the other although their lines stand level.</summary>
    private static bool IsAddress(List<Segment> side)
        => side.Count is >= 3 and <= 16 && side.Exists(s => Town().IsMatch(s.Text)) && side.TrueForAll(s => s.Words.Count <= 8);

    [GeneratedRegex(@"(^|\s)([A-Z]{1,2}[- ])?\d{4,5}(-\d{4})?\s+\p{Lu}\p{L}+|\p{L}+,?\s+[A-Z]{2}\s+\d{5}(-\d{4})?$|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Town();
}
