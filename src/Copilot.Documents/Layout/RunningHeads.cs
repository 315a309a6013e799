namespace Copilot.Documents.Layout;

/// <summary>
/// Recognises what is repeated at the top and at the bottom of pages (letterheads, page numbers), so that it is not glued into the text
/// that runs over the page's end. It remembers what it saw from one run of pages to the next.
/// </summary>
internal sealed class RunningHeads
{
    /// <summary>The share of a page's height at its top and at its bottom in which repeated lines are looked for.</summary>
    private const float Edge = 0.16f;
    private const int MostRows = 8;

    /// <summary>Lines are the same when they stand at the same height within so many points.</summary>
    private const float SamePlace = 6;

    private readonly Dictionary<string, List<(float Place, int Page)>> _seen = new(StringComparer.Ordinal);

    /// <summary>Looks at the pages of a run before they are laid out.</summary>
    /// <param name="pages">Each page's rows, from top to bottom, and its height.</param>
    public void See(IReadOnlyList<(int Page, IReadOnlyList<Row> Rows, float Height)> pages)
    {
        foreach (var (page, rows, height) in pages)
        {
            foreach (var (row, place) in EdgeRows(rows, height).Where(r => r.Row.Words.Any(w => w.Text.Any(char.IsLetter))))
            {
                var key = Key(row);
                if (!_seen.TryGetValue(key, out var places))
                {
                    // A document does not have thousands of different letterheads: what is only seen once needs no room for ever.
                    if (_seen.Count > 5_000)
                    {
                        _seen.Clear();
                    }

                    _seen[key] = places = [];
                }

                if (places.Count < 64)
                {
                    places.Add((place, page));
                }
            }
        }
    }

    /// <summary>Parts a page's rows.</summary>
    /// <param name="rows">Its rows from top to bottom.</param>
    /// <param name="height">Its height.</param>
    /// <param name="pages">How many pages the document has.</param>
    /// <returns>How many rows at the top and at the bottom are repeated on other pages or only number them.</returns>
    public (int Top, int Bottom) Of(IReadOnlyList<Row> rows, float height, int pages)
    {
        var least = pages <= 3 ? 2 : 3;
        var top = 0;
        while (top < Math.Min(rows.Count, MostRows) && rows[top].Y1 <= Edge * height && Repeats(rows, top, rows[top].Y0, least))
        {
            top++;
        }

        var bottom = 0;
        while (bottom < Math.Min(rows.Count - top, MostRows) && rows[^(bottom + 1)].Y0 >= (1 - Edge) * height
            && Repeats(rows, rows.Count - bottom - 1, rows[^(bottom + 1)].Y0 - height, least))
        {
            bottom++;
        }

        return (top, bottom);
    }

    private static IEnumerable<(Row Row, float Place)> EdgeRows(IReadOnlyList<Row> rows, float height)
        => rows.Take(MostRows).Where(r => r.Y1 <= Edge * height).Select(r => (r, r.Y0))
            .Concat(rows.Skip(Math.Max(0, rows.Count - MostRows)).Where(r => r.Y0 >= (1 - Edge) * height).Select(r => (r, r.Y0 - height)));

    private static string Key(Row row)
    {
        var key = new System.Text.StringBuilder();
        foreach (var c in row.Words.SelectMany(w => w.Text).Take(200))
        {
            if (!char.IsDigit(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
            else if (key.Length == 0 || key[^1] != '#')
            {
                key.Append('#');
            }
        }

        return key.ToString();
    }

    private bool Repeats(IReadOnlyList<Row> rows, int index, float place, int least)
    {
        var row = rows[index];
        if (Marks.IsPageNumber(row.Text))
        {
            return true;
        }

        // The header of a table that goes on is repeated as well, but it belongs to the rows under it.
        if (row.Segments.Count >= 3 && index + 1 < rows.Count && rows[index + 1] is var next && next.Segments.Count >= 2
            && next.Y0 - row.Y1 < 1.5f * row.Height && !Seen(next, next.Y0, least))
        {
            return false;
        }

        return Seen(row, place, least);
    }

    private bool Seen(Row row, float place, int least)
        => _seen.TryGetValue(Key(row), out var places)
            && places.Where(p => Math.Abs(p.Place - place) <= SamePlace).Select(p => p.Page).Distinct().Take(least).Count() >= least;
}
