using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>The head of a table of lines: one row, or several that stand close together.</summary>
/// <param name="First">Its first row.</param>
/// <param name="Last">Its last row.</param>
/// <param name="Columns">Its columns from left to right.</param>
internal sealed record TableHead(int First, int Last, IReadOnlyList<TableColumn> Columns)
{
    private const int MostRows = 5;

    /// <summary>Finds the heads of a document's tables of lines.</summary>
    public static List<TableHead> In(PageText text)
    {
        var heads = new List<TableHead>();
        for (var r = 0; r < text.Rows.Count; r++)
        {
            if (IsCore(text.Rows[r]) && Grow(text, r) is { } head)
            {
                heads.Add(head);
                r = head.Last;
            }
        }

        return heads;
    }

    private static bool IsCore(PageRow row)
    {
        var kinds = row.Cells.Select(c => Labels.Whole(c)).Where(m => m != Meaning.Nothing).Select(TableColumn.Of).Where(k => k != ColumnKind.Other).ToList();
        return !row.Cells.Any(c => (Labels.Whole(c) & Meaning.Base) != 0) && kinds.Count >= 2 && 2 * kinds.Count > row.Cells.Count && IsTable(kinds);
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
        return IsTable([.. columns.Select(c => c.Kind)]) ? new TableHead(first, last, Settled(columns)) : null;
    }

    /// <summary>Heads that stand close together are one cell; two cells below it show that they are two.</summary>
    private static IEnumerable<Segment> Cut(PageText text, int last, Segment head)
    {
        const int near = 12;
        var kinds = head.Words.Select(w => TableColumn.Of(Folding.Tokens(w.Text).Aggregate(Meaning.Nothing, (m, t) => m | Vocabulary.Of(t)))).ToList();

        // A quantity and a description are never one column.
        var isTwo = kinds.Contains(ColumnKind.Quantity) && kinds.Exists(k => k is ColumnKind.Description or ColumnKind.Article);
        isTwo |= head.Words.Count > 1 && text.Rows.Skip(last + 1).Take(near).Any(r => r.Page == text.Rows[last].Page && r.Cells.Count > 2
            && r.Cells.Count(c => c.Text.Any(char.IsDigit) && c.X0 < head.X1 + 3 && c.X1 > head.X0 - 3) > 1);
        if (!isTwo)
        {
            return [head];
        }

        // "Price per unit" stays one: what follows a small word belongs to what stands before it.
        var parts = new List<List<PlacedWord>>();
        for (var i = 0; i < head.Words.Count; i++)
        {
            var small = IsSmall(head.Words[i]) || (i > 0 && IsSmall(head.Words[i - 1])) || kinds[i] == ColumnKind.Other;
            if (parts.Count == 0 || !small)
            {
                parts.Add([]);
            }

            parts[^1].Add(head.Words[i]);
        }

        return parts.Select(p => new Segment(p));

        static bool IsSmall(PlacedWord word) => Folding.Tokens(word.Text).All(t => Vocabulary.Of(t) == Meaning.Filler);
    }

    private static TableColumn Column(List<Segment> cells)
    {
        var meaning = cells.SelectMany(c => c.Words).SelectMany(w => Folding.Tokens(w.Text)).Aggregate(Meaning.Nothing, (m, t) => m | Vocabulary.Of(t)) & ~Meaning.Filler;
        return new TableColumn(TableColumn.Of(meaning), meaning, cells.Min(c => c.X0), cells.Max(c => c.X1), string.Join(' ', cells.Select(c => c.Text)));
    }

    /// <summary>What a head means depends on the others: "Price" twice is a price and an amount, "Item" alone is what is sold.</summary>
    private static List<TableColumn> Settled(List<TableColumn> columns)
    {
        if (!columns.Exists(c => c.Kind == ColumnKind.Amount) && columns.FindAll(c => c.Kind == ColumnKind.Price) is { Count: > 1 } prices)
        {
            columns[columns.IndexOf(prices[^1])] = prices[^1] with { Kind = ColumnKind.Amount };
        }

        if (!columns.Exists(c => c.Kind == ColumnKind.Price) && columns.FindIndex(c => c.Meaning == Meaning.Rate) is >= 0 and var rate)
        {
            columns[rate] = columns[rate] with { Kind = ColumnKind.Price };
        }

        if (!columns.Exists(c => c.Kind == ColumnKind.Price) && columns.FindAll(c => c.Kind == ColumnKind.Unit) is [{ } unit] && columns.Exists(c => c.Kind == ColumnKind.Quantity && c.X1 < unit.X0)
            && columns.Exists(c => c.Kind == ColumnKind.Amount) && (unit.Meaning & Meaning.Price) != 0)
        {
            columns[columns.IndexOf(unit)] = unit with { Kind = ColumnKind.Price };
        }

        if (!columns.Exists(c => c.Kind == ColumnKind.Description) && columns.FindLastIndex(c => c.Kind == ColumnKind.Article) is >= 0 and var item && (columns[item].Meaning & (Meaning.Number | Meaning.Code)) == 0)
        {
            columns[item] = columns[item] with { Kind = ColumnKind.Description };
        }

        return columns;
    }

    private static bool Joins(PageText text, int row, int beside)
    {
        var (a, b) = (text.Rows[row], text.Rows[beside]);
        var gap = Math.Max(a.Y0, b.Y0) - Math.Min(a.Y1, b.Y1);
        return a.Page == b.Page && gap < 0.5f * b.Height && a.Cells.All(c => c.Words.Count <= 4 && c.Words.All(w => !w.Text.Any(char.IsDigit) && !w.Text.EndsWith(':') && Folding.Tokens(w.Text).All(t => Vocabulary.Of(t) != Meaning.Nothing)))
            && a.Cells.All(c => c.Words.Count < 5);
    }
}
