using System.Text.RegularExpressions;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>
/// Finds a table of lines whose heads nobody knows, by its figures: where a quantity and a price make an amount row after row, at the same places, they stand under the heads of these.
/// </summary>
/// <param name="text">The document.</param>
internal sealed partial class ProvenHead(PageText text)
{
    private const decimal Cent = 0.011m;
    private const float Aligned = 6;
    private const int FarAbove = 5;
    private const int MostFigures = 12;

    /// <summary>Finds the first one; null without.</summary>
    public TableHead? Find()
    {
        for (var r = 1; r < text.Rows.Count; r++)
        {
            foreach (var proof in Proofs(r))
            {
                if (Enumerable.Range(r + 1, FarAbove).Any(o => o < text.Rows.Count && text.Rows[o].Page == text.Rows[r].Page && Proofs(o).Any(p => IsBelow(p, proof))) && Head(r, proof) is { } head)
                {
                    return head;
                }
            }
        }

        return null;
    }

    /// <summary>The figures of a row of which two make the third, which has cents and stands behind them.</summary>
    private IEnumerable<(PlacedWord Quantity, PlacedWord Price, PlacedWord Amount)> Proofs(int row)
    {
        var figures = text.Rows[row].Cells.SelectMany(c => c.Words).Where(w => TableCells.StartsFigure(w.Text) && text.Numbers.Amount(w.Text) is not null).Take(MostFigures).Select(w => (Word: w, Value: text.Numbers.Amount(w.Text)!.Value)).ToList();
        return from a in figures.Where(f => f.Value != 0 && Cents().IsMatch(f.Word.Text))
               from p in figures.Where(f => f.Word.X0 < a.Word.X0 && f.Value is not (0 or 1) && Cents().IsMatch(f.Word.Text))
               from q in figures.Where(f => f.Word.X0 < a.Word.X0 && f.Word != p.Word && f.Value is not (0 or 1) && IsMade(f.Value * p.Value, a.Value, figures.Where(o => o.Word != f.Word && o.Word != p.Word && o.Word != a.Word).Select(o => o.Value)))
               select (q.Word, p.Word, a.Word);
    }

    /// <summary>A figure between them may be the discount.</summary>
    private static bool IsMade(decimal full, decimal amount, IEnumerable<decimal> others)
        => Math.Abs(full - amount) <= Cent || others.Any(off => off is > 0 and < 100 && Math.Abs((full * (1 - (off / 100))) - amount) <= Cent);

    private static bool IsBelow((PlacedWord Quantity, PlacedWord Price, PlacedWord Amount) below, (PlacedWord Quantity, PlacedWord Price, PlacedWord Amount) above)
        => IsUnder(below.Quantity, above.Quantity) && IsUnder(below.Price, above.Price) && IsUnder(below.Amount, above.Amount);

    private static bool IsUnder(PlacedWord below, PlacedWord above) => Math.Abs(below.X1 - above.X1) < Aligned || Math.Abs(below.X0 - above.X0) < Aligned;

    /// <summary>The row above without figures whose words stand over the three.</summary>
    private TableHead? Head(int first, (PlacedWord Quantity, PlacedWord Price, PlacedWord Amount) proof)
    {
        for (var r = first - 1; r >= 0 && r >= first - FarAbove && text.Rows[r].Page == text.Rows[first].Page; r--)
        {
            var row = text.Rows[r];
            if (row.Text.Any(char.IsAsciiDigit) || row.Cells.Count < 3)
            {
                continue;
            }

            var columns = row.Cells.Select(c => Labels.Sum(c.Words) is var meaning ? new TableColumn(TableColumn.Of(meaning), meaning, c.X0, c.X1, c.Text) : null!).ToList();
            var (quantity, price, amount) = (Over(columns, proof.Quantity), Over(columns, proof.Price), Over(columns, proof.Amount));
            if (quantity == price || price == amount || quantity == amount)
            {
                continue;
            }

            columns = [.. columns.Select((c, i) => i == quantity ? c with { Kind = ColumnKind.Quantity } : i == price ? c with { Kind = ColumnKind.Price } : i == amount ? c with { Kind = ColumnKind.Amount }
                : c.Kind is ColumnKind.Quantity or ColumnKind.Price or ColumnKind.Amount ? c with { Kind = ColumnKind.Other } : c)];
            if (!columns.Exists(c => c.Kind is ColumnKind.Description))
            {
                // Of the columns left over, the one with the longest text.
                var widest = Enumerable.Range(0, columns.Count).Where(i => !columns[i].IsNumeric).OrderByDescending(i => Below(first, columns[i])).FirstOrDefault(-1);
                columns = widest < 0 ? columns : [.. columns.Select((c, i) => i == widest ? c with { Kind = ColumnKind.Description } : c)];
            }

            return new TableHead(r, r, columns);
        }

        return null;
    }

    private static int Over(List<TableColumn> columns, PlacedWord word)
        => Enumerable.Range(0, columns.Count).MaxBy(i => Math.Min(columns[i].X1, word.X1) - Math.Max(columns[i].X0, word.X0));

    private int Below(int first, TableColumn column)
        => text.Rows.Skip(first).Take(FarAbove).SelectMany(r => r.Cells).Where(c => Math.Min(column.X1, c.X1) > Math.Max(column.X0, c.X0)).Sum(c => c.Text.Count(char.IsLetter));

    [GeneratedRegex(@"\d[.,]\d{2,4}-?$")]
    private static partial Regex Cents();
}
