namespace Copilot.Documents.Layout;

/// <summary>Cuts the lines of a page into segments, and puts marks of lists and clauses back before their text.</summary>
internal static class Segments
{
    /// <summary>A gap wider than this, in heights of the line, parts two columns or cells; words of justified text stay nearer.</summary>
    private const float WideGap = 1.5f;

    /// <summary>The same for recognised words, whose boxes are only as high as their ink.</summary>
    private const float WideGapOfInk = 1.9f;

    /// <summary>The text of a list's item or a clause stands at most so far from its mark, in heights of the line.</summary>
    private const float MarkGap = 4.5f;

    /// <summary>Cuts words into segments.</summary>
    /// <param name="words">The words of upright lines, line by line.</param>
    /// <param name="recognised">Whether they were recognised on a picture.</param>
    /// <returns>The segments, from top to bottom.</returns>
    public static List<Segment> Of(IReadOnlyList<PlacedWord> words, bool recognised = false)
    {
        var wide = recognised ? WideGapOfInk : WideGap;
        var segments = new List<Segment>();
        var open = new List<PlacedWord>();
        foreach (var word in words)
        {
            if (open.Count > 0 && (word.Line != open[^1].Line || Gap(open[^1], word) > wide * Math.Max(open[^1].Height, word.Height)))
            {
                segments.Add(new(open));
                open = [];
            }

            open.Add(word);
        }

        if (open.Count > 0)
        {
            segments.Add(new(open));
        }

        segments = recognised ? segments : Parted(segments);
        segments.Sort((a, b) => a.Y0 != b.Y0 ? a.Y0.CompareTo(b.Y0) : a.X0.CompareTo(b.X0));
        return WithMarks(segments);
    }

    /// <summary>
    /// Parts lines of narrow columns that a single space joins: where a word begins exactly where at least two lines nearby begin, and the
    /// line itself begins where other lines nearby begin as well.
    /// </summary>
    private static List<Segment> Parted(List<Segment> segments)
    {
        var starts = segments.GroupBy(s => Place(s.X0)).Where(g => g.Count() > 2).ToDictionary(g => g.Key, g => g.Select(s => s.Y0).Order().ToList());
        if (starts.Count < 2)
        {
            return segments;
        }

        var parted = new List<Segment>(segments.Count);
        foreach (var segment in segments)
        {
            var from = 0;
            for (var i = 1; i < segment.Words.Count && starts.ContainsKey(Place(segment.X0)); i++)
            {
                if (Near(Place(segment.Words[i].X0), segment) >= 2 && Near(Place(segment.X0), segment) >= 3)
                {
                    parted.Add(new([.. segment.Words.Skip(from).Take(i - from)]));
                    from = i;
                }
            }

            parted.Add(from == 0 ? segment : new([.. segment.Words.Skip(from)]));
        }

        return parted;

        int Near(int place, Segment segment)
        {
            if (!starts.TryGetValue(place, out var lines))
            {
                return 0;
            }

            var first = lines.BinarySearch(segment.Y0 - (3.5f * segment.Height));
            first = first < 0 ? ~first : first;
            var count = 0;
            while (first + count < lines.Count && lines[first + count] <= segment.Y0 + (3.5f * segment.Height) && count < 4)
            {
                count++;
            }

            return count;
        }

        static int Place(float x) => (int)MathF.Round(x * 3);
    }

    private static float Gap(PlacedWord left, PlacedWord right) => Math.Max(right.X0 - left.X1, left.X0 - right.X1);

    private static List<Segment> WithMarks(List<Segment> segments)
    {
        if (!segments.Exists(s => Marks.IsMarkAlone(s.Words)))
        {
            return segments;
        }

        var joined = new List<Segment>(segments.Count);
        foreach (var row in Rows.Of(segments))
        {
            var cells = row.Segments;
            for (var i = 0; i < cells.Count; i++)
            {
                // A mark in the middle of a row is a cell, unless everything before it is far away (another column).
                var mark = Marks.IsMarkAlone(cells[i].Words) && i + 1 < cells.Count
                    && cells[i + 1].X0 - cells[i].X1 <= MarkGap * cells[i + 1].Height
                    && (i == 0 || cells[i].X0 - cells[i - 1].X1 > 0.8f * cells[i].Height)
                    && char.IsLetter(cells[i + 1].Words[0].Text.FirstOrDefault(char.IsLetterOrDigit));
                joined.Add(mark ? new([.. cells[i].Words, .. cells[i + 1].Words]) : cells[i]);
                i += mark ? 1 : 0;
            }
        }

        joined.Sort((a, b) => a.Y0 != b.Y0 ? a.Y0.CompareTo(b.Y0) : a.X0.CompareTo(b.X0));
        return joined;
    }
}
