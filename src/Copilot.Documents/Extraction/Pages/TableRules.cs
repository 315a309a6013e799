using System.Text.RegularExpressions;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Says what a row of a table is: a line, the end of the lines, or a charge below them.</summary>
/// <param name="text">The document.</param>
internal sealed partial class TableRules(PageText text)
{
    /// <summary>What the labels of sums mean.</summary>
    public const Meaning Ends = Meaning.Total | Meaning.Sub | Meaning.Net | Meaning.Gross | Meaning.Tax | Meaning.Balance | Meaning.Due | Meaning.Pay;

    private const Meaning Priced = Meaning.Price | Meaning.Amount | Meaning.Net | Meaning.Gross | Meaning.Discount;

    /// <summary>Freight, a payment made and their like, below the lines and not where descriptions begin.</summary>
    public static bool IsCharge(TableHead head, PageRow row, List<Label> labels, float bottom)
        => row.Y0 - bottom > 0.8f * row.Height && labels.Exists(l => l.Any(Meaning.Freight | Meaning.Paid | Meaning.Round | Meaning.Item) && HasAmount(row, l)
            && !head.Columns.Any(c => c.Kind is ColumnKind.Description && Math.Abs(c.Left - l.Words[0].X0) < 3));

    /// <summary>Says whether a row is a line: figures under heads of figures, with something that they are of.</summary>
    public bool IsLine(List<(TableColumn Column, Segment Cell)> cells, TableItem? open = null)
    {
        var figures = cells.Where(c => c.Column.Kind is ColumnKind.Quantity or ColumnKind.Price or ColumnKind.Amount && IsFigure(c.Cell)).ToList();
        var strong = figures.Exists(c => c.Column.Kind is ColumnKind.Quantity or ColumnKind.Amount);
        return strong && (figures.Count > 1 || cells.Exists(c => c.Column.Kind is ColumnKind.Description or ColumnKind.Article or ColumnKind.Position or ColumnKind.Barcode)
            || (figures.Count == 1 && cells.Count == 1 && open is not null && !Clashes(open, cells)));
    }

    /// <summary>Says whether a row below a line that has but its quantity tells what it costs, as some systems write it: "Gross price 10.00 … 60.00", "Discount", "Net value".</summary>
    public bool IsCondition(TableItem open, List<(TableColumn Column, Segment Cell)> cells)
    {
        if (!open.Has(ColumnKind.Quantity) || (open.Has(ColumnKind.Price) && !open.IsPricedBelow) || cells[0].Column.IsNumeric || (Labels.Whole(cells[0].Cell) is var meaning && (meaning & Priced) == 0) || (meaning & Meaning.Total) != 0)
        {
            return false;
        }

        var kinds = cells.Where(c => IsFigure(c.Cell)).Select(c => c.Column.Kind).ToList();
        return open.IsPricedBelow ? kinds.Count > 0 : kinds.Contains(ColumnKind.Price) && kinds.Contains(ColumnKind.Amount);
    }

    /// <summary>A total ends the lines, and so does the head of another table. What multiplies is a line, whatever it is called.</summary>
    public bool IsEnd(PageRow row, List<Label> labels, List<(TableColumn Column, Segment Cell)> cells, bool isLine)
    {
        var named = labels.Where(l => l.Words[0] == row.Cells[l.Cell].Words[0]).ToList();

        // "19 % VAT of 100.00   19.00": it multiplies, and is a tax all the same.
        if (RateFirst().IsMatch(row.Text) && labels.Exists(l => l.Cell == 0 && l.Is(Meaning.Tax) && HasAmount(row, l)))
        {
            return true;
        }

        if (row.Cells.Count >= 3 && !row.Cells.Any(c => c.Text.Any(char.IsDigit) && !c.Text.Contains('%', StringComparison.Ordinal)) && 5 * named.Count >= 3 * row.Cells.Count && named.Count(l => l.Any(Ends | Meaning.Amount | Meaning.Rate | Meaning.Discount)) >= 2)
        {
            return true;
        }

        if (row.Cells.Count >= 4 && !row.Text.Any(char.IsAsciiDigit) && named.Count(l => l.Any(Ends)) >= 3)
        {
            return true;
        }

        if (named.Exists(l => l.Cell == 0 && l.IsMarked && l.Any(Meaning.Terms | Meaning.Bank | Meaning.Pay)) && !row.Cells.Any(c => Amount().IsMatch(c.Text)))
        {
            return true;
        }

        // "Grand total 14": the sum of the quantities.
        if (isLine && named.Exists(l => l.Is(Meaning.Total) && Labels.Whole(row.Cells[l.Cell]) != Meaning.Nothing) && !cells.Exists(c => c.Column.Kind is ColumnKind.Price or ColumnKind.Amount))
        {
            return true;
        }

        if (!labels.Exists(l => (l.Any(Ends) || (l.Is(Meaning.Base) && l.Words.Count > 1)) && !l.Any(Meaning.Price | Meaning.Quantity | Meaning.Description | Meaning.Item | Meaning.Discount) && HasAmount(row, l)))
        {
            return false;
        }

        if (!isLine)
        {
            return true;
        }

        var trial = new TableItem();
        new TableFiller(text, 0, float.MaxValue).Fill(trial, cells, isFirst: true);
        return trial.Finish(false).Multiplies != true;
    }

    /// <summary>Says whether a cell begins with a number that is no day.</summary>
    public bool IsFigure(Segment cell) => cell.Text.Any(char.IsAsciiDigit) && text.Numbers.In(cell.Text).FirstOrDefault() is { Length: > 0, At: < 4 } && text.Dates.First(cell.Text) is null;

    private static bool HasAmount(PageRow row, Label label)
        => row.Cells.Skip(label.Cell + 1).Select(c => c.Text).Append(string.Join(' ', label.Rest.Select(w => w.Text))).Any(t => Amount().IsMatch(t));

    /// <summary>Says whether a line has already what these cells hold.</summary>
    public static bool Clashes(TableItem item, List<(TableColumn Column, Segment Cell)> cells)
        => cells.Exists(c => (c.Column.IsNumeric && item.Numbers.Exists(n => n.Column == c.Column)) || (c.Column.Kind == ColumnKind.Position && item.Position is not null));

    [GeneratedRegex(@"\d[.,]\d{2}\b|^[€$£]\s?\d|\d\s?[€$£]$")]
    public static partial Regex Amount();

    [GeneratedRegex(@"^\+?\s?\d{1,2}(?:[.,]\d{1,3})?\s?%")]
    private static partial Regex RateFirst();
}
