using System.Text.RegularExpressions;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>The head of a table of lines: one row, or several that stand close together.</summary>
/// <param name="First">Its first row.</param>
/// <param name="Last">Its last row.</param>
/// <param name="Columns">Its columns from left to right.</param>
internal sealed partial record TableHead(int First, int Last, IReadOnlyList<TableColumn> Columns)
{
    private const int MostRows = 5;

    /// <summary>Gets a value indicating whether each line has two rows with heads of their own: what it is above, and how many below.</summary>
    public bool HasLevels { get; } = Columns.Any(c => c.Kind == ColumnKind.Position)
        && Columns.Any(c => c.Storeys.Count == 2 && TableColumn.Of(c.Storeys[0]) is ColumnKind.Article or ColumnKind.Description && TableColumn.Of(c.Storeys[1]) == ColumnKind.Quantity);

    /// <summary>Finds the heads of a document's tables of lines.</summary>
    public static List<TableHead> In(PageText text)
    {
        var heads = new List<TableHead>();
        for (var r = 0; r < text.Rows.Count; r++)
        {
            if ((IsCore(text, r) || IsUpperHalf(text, r)) && Grow(text, r) is { } head)
            {
                heads.Add(head);
                r = head.Last;
            }
        }

        return heads.Count > 0 ? heads : Plain(text);
    }

    /// <summary>Bills for services have but a description and an amount; such a head counts where there is no other.</summary>
    private static List<TableHead> Plain(PageText text)
    {
        for (var r = 0; r < text.Rows.Count; r++)
        {
            var cells = text.Rows[r].Cells;
            var kinds = cells.Select(c => TableColumn.Of(Labels.Whole(c))).ToList();
            if (kinds.Count > 1 && kinds.Contains(ColumnKind.Description) && kinds[^1] == ColumnKind.Amount && !text.Rows[r].Text.Any(char.IsAsciiDigit) && HasValuesBelow(text, r, 2))
            {
                var columns = cells.Select(c => Column([c])).ToList();
                return [new TableHead(r, r, TableColumns.Settled(text, r, columns))];
            }
        }

        return [];
    }

    private static bool IsCore(PageText text, int r)
    {
        var row = text.Rows[r];
        var kinds = Kinds(row.Cells);
        kinds = kinds.Count > 0 && (kinds.Count == row.Cells.Count || !row.Text.Any(char.IsDigit)) && !IsTable(kinds) ? Kinds([.. row.Cells.SelectMany(c => Cut(text, r, c))]) : kinds;
        return kinds.Count >= 2 && IsTable(kinds) && (kinds.Contains(ColumnKind.Description) || !row.Cells.Any(c => (Labels.Whole(c) & Meaning.Base) != 0))
            && (2 * kinds.Count > row.Cells.Count || (!row.Cells.Any(c => TableCells.StartsFigure(c.Text)) && HasValuesBelow(text, r)));
    }

    /// <summary>The upper of two rows of heads that are a table's only together: "Handling unit", with "Qty" and "Type" below it.</summary>
    private static bool IsUpperHalf(PageText text, int r)
    {
        var row = text.Rows[r];
        if (row.Cells.Count < 3 || r + 2 >= text.Rows.Count || row.Text.Any(char.IsDigit) || !Joins(text, r + 1, r))
        {
            return false;
        }

        var kinds = Kinds([.. row.Cells, .. text.Rows[r + 1].Cells]);
        return Kinds(row.Cells) is { Count: > 0 } && kinds.Contains(ColumnKind.Quantity) && kinds.Contains(ColumnKind.Description) && text.Rows[r + 2].Page == row.Page && text.Rows[r + 2].Cells.Count >= row.Cells.Count && text.Rows[r + 2].Text.Any(char.IsAsciiDigit);
    }

    private static List<ColumnKind> Kinds(IReadOnlyList<Segment> cells)
        => [.. cells.Select(c => Labels.Whole(c)).Where(m => m != Meaning.Nothing).Select(TableColumn.Of).Where(k => k != ColumnKind.Other)];

    /// <summary>Heads of which some are words that nobody knows are still heads where figures stand below those that are known.</summary>
    private static bool HasValuesBelow(PageText text, int head, int fewest = 3)
    {
        const int near = 5;
        var cells = text.Rows[head].Cells;
        return text.Rows.Skip(head + 1).Take(near).Any(r => r.Page == text.Rows[head].Page && r.Cells.Count >= fewest
            && r.Cells.Count(c => cells.Any(h => Math.Min(h.X1, c.X1) > Math.Max(h.X0, c.X0))) * 5 >= 3 * r.Cells.Count
            && r.Cells.Any(c => c.Text.Any(char.IsAsciiDigit) && cells.Any(h => Math.Min(h.X1, c.X1) > Math.Max(h.X0, c.X0) && TableColumn.Of(Labels.Whole(h)) is ColumnKind.Quantity or ColumnKind.Price or ColumnKind.Amount)));
    }

    /// <summary>Widens its columns to where the values below reach: a head may stand in the middle of a wide column, or at its other end.</summary>
    /// <param name="text">The document.</param>
    /// <param name="end">The row behind the table.</param>
    public TableHead Widened(PageText text, int end)
    {
        var columns = Columns.ToList();
        for (var r = Last + 1; r < end && text.Rows[r].Page == text.Rows[Last].Page && !text.Labels.Any(l => l.Row == r && l.Any(Meaning.Total | Meaning.Sub | Meaning.Balance)); r++)
        {
            foreach (var cell in text.Rows[r].Cells)
            {
                if (!cell.Words[0].Text.Any(char.IsLetterOrDigit))
                {
                    continue;
                }

                if (columns.FindAll(c => Math.Min(c.X1, cell.X1) > Math.Max(c.X0, cell.X0)) is [{ } own] && (!TableCells.StartsFigure(cell.Words[0].Text) || own.IsNumeric || cell.Words.Count == 1))
                {
                    var at = columns.IndexOf(own);
                    columns[at] = own with
                    {
                        Left = Math.Min(own.Left, at > 0 ? Math.Max(cell.X0, columns[at - 1].X1) : cell.X0),
                        Right = Math.Max(own.Right, at + 1 < columns.Count ? Math.Min(cell.X1, columns[at + 1].X0) : cell.X1),
                    };
                }
            }
        }

        return this with { Columns = columns };
    }

    private static bool IsTable(IReadOnlyCollection<ColumnKind> kinds)
    {
        var distinct = kinds.Distinct().ToList();
        var figures = distinct.Count(k => k is ColumnKind.Quantity or ColumnKind.Price or ColumnKind.Amount);
        var names = distinct.Count(k => k is ColumnKind.Description or ColumnKind.Article or ColumnKind.Position or ColumnKind.Barcode);
        return names > 0 && (figures > 1 || distinct.Contains(ColumnKind.Quantity) || (figures > 0 && names > 1)) || (figures >= 2 && distinct.Contains(ColumnKind.Quantity) && distinct.Count >= 3);
    }

    private static TableHead? Grow(PageText text, int core)
    {
        var (first, last) = (core, core);
        while (first > 0 && core - first < MostRows && Joins(text, first - 1, first))
        {
            first--;
        }

        while (last + 1 < text.Rows.Count && last - core < MostRows && Joins(text, last + 1, last))
        {
            last++;
        }

        var cells = text.Rows.Skip(first).Take(last - first + 1).SelectMany(r => r.Cells).SelectMany(c => Cut(text, last, c)).OrderBy(c => c.X0).ToList();
        var groups = new List<List<Segment>>();
        foreach (var cell in cells)
        {
            var home = groups.Find(g => g.Exists(o => Math.Min(o.X1, cell.X1) - Math.Max(o.X0, cell.X0) > 0.3f * Math.Min(o.Width, cell.Width)));
            if (home is null)
            {
                groups.Add([cell]);
            }
            else
            {
                home.Add(cell);
            }
        }

        var columns = groups.Select(Column).OrderBy(c => c.X0).ToList();
        return IsTable([.. columns.Select(c => c.Kind)]) ? new TableHead(first, last, TableColumns.Settled(text, last, columns)) : null;
    }

    /// <summary>Heads that stand close together are one cell; two cells below it show that they are two.</summary>
    private static IEnumerable<Segment> Cut(PageText text, int last, Segment head)
    {
        const int near = 12;
        var kinds = head.Words.Select(w => TableColumn.Of(Folding.Tokens(w.Text).Aggregate(Meaning.Nothing, (m, t) => m | Vocabulary.Of(t)))).ToList();

        // A quantity and a description are never one column.
        var isTwo = kinds.Contains(ColumnKind.Quantity) && kinds.Exists(k => k is ColumnKind.Description or ColumnKind.Article);
        isTwo |= head.Words.Count > 1 && text.Rows.Skip(last + 1).Take(near).Any(r => r.Page == text.Rows[last].Page && r.Cells.Count > 2
            && (r.Cells.Count(c => c.Text.Any(char.IsDigit) && c.X0 < head.X1 + 3 && c.X1 > head.X0 - 3) > 1 || Figures(r, head.X0, head.X1) > 1));
        if (!isTwo)
        {
            return [head];
        }

        // "Price per unit" stays one: what follows a small word belongs to what stands before it.
        var parts = new List<List<PlacedWord>>();
        for (var i = 0; i < head.Words.Count; i++)
        {
            var small = IsSmall(head.Words[i]) || (i > 0 && (IsSmall(head.Words[i - 1]) || (kinds[i] is ColumnKind.Price or ColumnKind.Amount && Qualifying().IsMatch(head.Words[i - 1].Text)))) || (kinds[i] == ColumnKind.Other && !IsOpen(head.Words[i]));
            if (parts.Count == 0 || !small || kinds[i] == ColumnKind.Discount)
            {
                parts.Add([]);
            }

            parts[^1].Add(head.Words[i]);
        }

        return parts.Select(p => new Segment(p));

        static bool IsOpen(PlacedWord word) => Folding.Tokens(word.Text).Any(t => Vocabulary.Of(t) == Meaning.Open);
        static bool IsSmall(PlacedWord word) => word.Text is "%" || Folding.Tokens(word.Text).All(t => Vocabulary.Of(t) == Meaning.Filler);
    }

    /// <summary>How many figures stand apart in a row between two edges; the parts of "1 234,56" do not.</summary>
    private static int Figures(PageRow row, float x0, float x1)
    {
        const float apart = 0.4f;
        var (count, right) = (0, float.MinValue);
        foreach (var word in row.Cells.SelectMany(c => c.Words).Where(w => TableCells.StartsFigure(w.Text) && w.X0 < x1 && w.X1 > x0))
        {
            count += word.X0 - right > apart * word.Height ? 1 : 0;
            right = word.X1;
        }

        return count;
    }

    private static TableColumn Column(List<Segment> cells)
    {
        var meaning = Labels.Sum(cells.SelectMany(c => c.Words));
        return new TableColumn(TableColumn.Of(meaning), meaning, cells.Min(c => c.X0), cells.Max(c => c.X1), string.Join(' ', cells.Select(c => c.Text)))
        {
            Storeys = [.. cells.Where(c => !c.Text.StartsWith('(')).OrderBy(c => c.Y0).Select(c => Labels.Sum(c.Words))],
        };
    }

    private static bool Joins(PageText text, int row, int beside)
    {
        var (a, b) = (text.Rows[row], text.Rows[beside]);
        var gap = Math.Max(a.Y0, b.Y0) - Math.Min(a.Y1, b.Y1);
        if (a.Page != b.Page || gap >= 1.2f * b.Height || !a.Cells.All(c => c.Words.Count <= 4 && (c.Text.Any(char.IsLetter) || c.Text == "%") && c.Words.All(w => !w.Text.Any(char.IsDigit) && !w.Text.EndsWith(':'))))
        {
            return false;
        }

        // The second row of heads may have words that nobody knows, each below a head: "Unit of / Measure". Farther below, "Customer's part" names what stands in a second row of each line.
        var isUnder = row > beside && a.Cells.All(c => b.Cells.Any(o => Math.Min(o.X1, c.X1) > Math.Max(o.X0, c.X0)));
        var isKnown = a.Cells.All(c => c.Words.All(w => Folding.Tokens(w.Text).All(t => Vocabulary.Of(t) != Meaning.Nothing)));

        // What lines begin with may stand over how many there are and what they cost.
        var isOver = row < beside && isKnown && Kinds(a.Cells) is var above && above.Contains(ColumnKind.Position) && (above.Contains(ColumnKind.Article) || above.Contains(ColumnKind.Description)) && !Kinds(b.Cells).Contains(ColumnKind.Position);
        return isOver && gap < 0.8f * b.Height || gap < 0.5f * b.Height ? isOver || isKnown || (isUnder && a.Cells.Count > 1)
            : isUnder && isKnown && ((a.Cells.Count > 1 && a.Cells.Count < b.Cells.Count && a.Cells.Any(c => TableColumn.Of(Labels.Sum(c.Words)) == ColumnKind.Quantity)) || a.Cells.All(c => TableColumn.Of(Labels.Sum(c.Words)) is ColumnKind.Article or ColumnKind.Description or ColumnKind.Barcode));
    }

    /// <summary>Words that belong to the price or the amount behind them, and are no column of their own.</summary>
    [GeneratedRegex("^(?:unit|net|nett|gross|list|case|line|total|goods|sales?|ext|unite|netto|brutto)\\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Qualifying();
}
