namespace Copilot.Documents.Layout;

/// <summary>Puts the words of a table into columns and rows: cells that wrap over several lines become one cell again.</summary>
internal static class TableGrid
{
    /// <summary>Words nearer than this, in heights, belong to one cell even where a column ends between them.</summary>
    private const float CellGap = 0.6f;

    /// <summary>The same where the word begins exactly where a cell of another row begins.</summary>
    private const float CellGapInLine = 0.35f;

    /// <summary>The same for recognised words, whose edges are less exact.</summary>
    private const float CellGapOfInk = 0.8f;

    /// <summary>Lays a table out.</summary>
    /// <param name="rows">Its rows; at least two with several segments.</param>
    /// <returns>The table.</returns>
    public static LaidBlock Of(IReadOnlyList<Row> rows)
    {
        var starts = rows.SelectMany(r => r.Segments.Select(s => Place(s.X0)).Distinct()).GroupBy(x => x).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        var columns = Columns(rows, starts);
        var lines = rows.Select(r => (Row: r, Cells: Cells(r, columns, starts))).ToList();
        var header = HeaderLines(lines);
        var done = new List<List<List<PlacedWord>>>();
        var tight = TightGap(rows);
        for (var i = 0; i < lines.Count; i++)
        {
            var (row, cells) = lines[i];
            var inHeader = i < header;
            if (i > 0 && (inHeader || (i > header && LeadsTo(lines, i - 1)) || (i > header && !LeadsToNext(lines, i) && Wraps(cells, lines[i - 1].Cells, row.Y0 - rows[i - 1].Y1, i + 1 < rows.Count ? rows[i + 1].Y0 - row.Y1 : 0, tight, row.Height))))
            {
                for (var c = 0; c < columns.Count; c++)
                {
                    done[^1][c].AddRange(cells[c]);
                }
            }
            else
            {
                done.Add([.. cells.Select(c => c.ToList())]);
            }
        }

        return new(Contracts.BlockKind.Table, done) { Columns = columns, HeaderRows = header > 0 ? 1 : 0, Height = Middle.Of(rows.Select(r => r.Height)) };
    }

    private static int Place(float x) => (int)MathF.Round(x * 2);

    /// <summary>Says whether a cell holds an amount, a quantity, a date or a code rather than words.</summary>
    public static bool IsNumeric(IReadOnlyList<PlacedWord> cell)
    {
        int digits = 0, letters = 0;
        foreach (var c in cell.SelectMany(w => w.Text))
        {
            digits += char.IsDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return digits > 0 && digits >= letters;
    }

    private static List<(float X0, float X1)> Columns(IReadOnlyList<Row> rows, HashSet<int> starts)
    {
        // A gap between columns is where (nearly) no row has ink. Rows with one segment only are left out: they may lie across.
        // Where rows differ, the fullest show the columns best.
        var all = rows.Where(r => r.Segments.Count >= 2).ToList();
        var fullest = all.Max(r => r.Segments.Count);
        var multi = all.Where(r => r.Segments.Count >= 0.6f * fullest).ToList();
        multi = multi.Count >= 2 ? multi : all;
        var mayCross = multi.Count >= 5 ? Math.Max(1, multi.Count / 10) : multi.Count >= 4 ? 1 : 0;
        var edges = multi.SelectMany(r => Pieces(r, starts).SelectMany(p => new[] { (X: p.X0, By: 1), (X: p.X1, By: -1) })).OrderBy(e => e.X).ThenByDescending(e => e.By).ToList();
        var least = 0.35f * Middle.Of(multi.Select(r => r.Height));
        var columns = new List<(float X0, float X1)>();
        var (depth, from, lastInk) = (0, edges[0].X, edges[0].X);
        var inside = false;
        foreach (var (x, by) in edges)
        {
            depth += by;
            if (!inside && depth > mayCross)
            {
                if (columns.Count > 0 && x - columns[^1].X1 < least)
                {
                    from = columns[^1].X0;
                    columns.RemoveAt(columns.Count - 1);
                }
                else
                {
                    from = x;
                }

                inside = true;
            }
            else if (inside && depth <= mayCross)
            {
                columns.Add((from, x));
                inside = false;
            }

            lastInk = x;
        }

        // Columns that only one or two rows fill fall under the limit above; they are columns all the same when nothing else is there.
        foreach (var piece in all.SelectMany(r => Pieces(r, starts)).Where(p => !columns.Exists(c => p.X0 < c.X1 + least && p.X1 > c.X0 - least)))
        {
            columns.Add((piece.X0, piece.X1));
        }

        columns.Sort();
        for (var i = columns.Count - 1; i > 0; i--)
        {
            if (columns[i].X0 < columns[i - 1].X1 + least)
            {
                columns[i - 1] = (columns[i - 1].X0, Math.Max(columns[i - 1].X1, columns[i].X1));
                columns.RemoveAt(i);
            }
        }

        return columns.Count > 0 ? columns : [(edges[0].X, lastInk)];
    }

    /// <summary>Cuts a row at every gap that could part cells.</summary>
    private static List<Segment> Pieces(Row row, HashSet<int> starts)
    {
        var pieces = new List<Segment>();
        foreach (var segment in row.Segments)
        {
            var open = new List<PlacedWord>();
            foreach (var word in segment.Words)
            {
                if (open.Count > 0 && (word.Line != open[^1].Line || word.X0 - open[^1].X1 > (word.Sure < 100 ? CellGapOfInk : starts.Contains(Place(word.X0)) ? CellGapInLine : CellGap) * segment.Height))
                {
                    pieces.Add(new(open));
                    open = [];
                }

                open.Add(word);
            }

            pieces.Add(new(open));
        }

        return pieces;
    }

    private static List<List<PlacedWord>> Cells(Row row, List<(float X0, float X1)> columns, HashSet<int> starts)
    {
        var cells = columns.Select(_ => new List<PlacedWord>()).ToList();
        foreach (var piece in Pieces(row, starts).OrderBy(p => p.Y0 > row.Y0 + (0.5f * row.Height) ? p.Y0 : row.Y0).ThenBy(p => p.X0))
        {
            // A piece belongs to the column it shares most with; one that lies over several is their common text and goes to the first.
            var over = columns.FindIndex(c => Shared(piece, c) > 0.3f * (c.X1 - c.X0));
            var several = over >= 0 && columns.Skip(over + 1).Any(c => Shared(piece, c) > 0.3f * (c.X1 - c.X0));
            cells[several ? over : Enumerable.Range(0, columns.Count).MaxBy(c => Shared(piece, columns[c]))].AddRange(piece.Words);
        }

        return cells;
    }

    private static float Shared(Segment piece, (float X0, float X1) column) => Math.Min(piece.X1, column.X1) - Math.Max(piece.X0, column.X0);

    /// <summary>Finds how many of the first lines are the header: lines without numbers over columns that hold numbers, or a line that fills all columns of a larger table.</summary>
    private static int HeaderLines(List<(Row Row, List<List<PlacedWord>> Cells)> lines)
    {
        var columns = lines[0].Cells.Count;
        if (columns < 2 || lines.Count < 2)
        {
            return 0;
        }

        var body = lines.FindIndex(l => l.Cells.Any(c => IsNumeric(c)));
        while (body > 1 && LeadsToNext(lines, body - 1))
        {
            body--;
        }

        var labels = lines.Count(l => l.Cells[0].Count > 0 && l.Cells[0][^1].Text.EndsWith(':'));
        if (labels * 2 > lines.Count)
        {
            return 0;
        }

        if (body is > 0 and <= 3)
        {
            // All lines down to the first numbers, provided they stand close and the columns go on holding numbers.
            var numeric = Enumerable.Range(0, columns).Count(c => lines.Skip(body).Count(l => IsNumeric(l.Cells[c])) * 2 > lines.Skip(body).Count(l => l.Cells[c].Count > 0));
            var filled = Enumerable.Range(0, columns).Count(c => lines.Take(body).Any(l => l.Cells[c].Count > 0));
            var close = Enumerable.Range(1, body - 1).All(i => lines[i].Row.Y0 - lines[i - 1].Row.Y1 < 0.7f * lines[i].Row.Height);
            var longest = lines.Take(body).Max(l => l.Cells.Max(c => c.Count));
            return numeric > 0 && filled * 2 > columns && longest <= 8 ? close ? body : FirstFull() : 0;
        }

        return columns >= 3 && lines.Count >= 3 ? FirstFull() : 0;

        int FirstFull() => lines[0].Cells.TrueForAll(c => c.Count is > 0 and <= 5 && !IsNumeric(c)) ? 1 : 0;
    }

    /// <summary>Gets the gap below which a line may be the next line of the cells above; rows of a table usually stand further apart than lines of a cell.</summary>
    private static float TightGap(IReadOnlyList<Row> rows)
    {
        var gaps = Enumerable.Range(1, rows.Count - 1).Where(i => rows[i].Segments.Count >= 2 && rows[i - 1].Segments.Count >= 2).Select(i => rows[i].Y0 - rows[i - 1].Y1);
        return Middle.Of(gaps);
    }

    /// <summary>Says whether a line is the beginning of a cell whose row is centred beside it: it stands nearer to the line below than to the one above.</summary>
    private static bool LeadsTo(List<(Row Row, List<List<PlacedWord>> Cells)> lines, int index)
    {
        var (row, cells) = lines[index];
        var (next, below) = lines[index + 1];
        var filled = cells.FindIndex(c => c.Count > 0);
        if (cells.Count(c => c.Count > 0) != 1 || below[filled].Count == 0 || below.Count(c => c.Count > 0) < 2)
        {
            return false;
        }

        var gap = next.Y0 - row.Y1;
        return gap < 0.45f * row.Height && (index == 0 || gap < row.Y0 - lines[index - 1].Row.Y1 - (0.1f * row.Height));
    }

    private static bool LeadsToNext(List<(Row Row, List<List<PlacedWord>> Cells)> lines, int index) => index + 1 < lines.Count && LeadsTo(lines, index);

    private static bool Wraps(List<List<PlacedWord>> cells, List<List<PlacedWord>> above, float gap, float below, float usual, float height)
    {
        var filled = Enumerable.Range(0, cells.Count).Where(c => cells[c].Count > 0).ToList();
        // A single cell under an empty first column goes on as far down as the table's rows stand apart; more cells only when they stand close.
        if (filled.Count == 0 || gap > (filled.Count == 1 && filled[0] > 0 ? Math.Max(0.7f * height, 1.15f * usual) : 0.7f * height))
        {
            return false;
        }

        // Cells go on only where there is something above, and an amount is never the second line of a cell.
        var possible = filled.Count < cells.Count && filled.TrueForAll(c => !IsNumeric(cells[c]) || cells[c].Exists(w => w.Text.Any(char.IsLetter)));
        if (!possible || cells[filled[0]][^1].Text.EndsWith(':'))
        {
            return false;
        }

        return filled[0] > 0
            ? above[filled[0]].Count > 0 || filled.Count == 1
            : gap < usual - (0.25f * height) || (filled.Count == 1 && above[0].Count > 0 && gap < 0.45f * height && gap < below - (0.1f * height));
    }
}
