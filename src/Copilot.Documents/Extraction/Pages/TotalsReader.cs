using Copilot.Contracts;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Reads totals: what their labels say, and which of the amounts found make sense together.</summary>
/// <param name="text">The document.</param>
/// <param name="skipped">Rows that belong to lines.</param>
internal sealed class TotalsReader(PageText text, IReadOnlySet<int> skipped)
{
    private const decimal Cent = 0.011m;
    private const double Alone = 0.88;
    private const int NearHead = 6;

    private readonly TotalAmounts _amounts = new(text, skipped);
    private readonly List<FoundTotal> _found = [];

    /// <summary>Reads them into a document.</summary>
    /// <param name="draft">The document.</param>
    /// <param name="footing">Sums below the columns of its lines.</param>
    public void Read(DocumentDraft draft, IReadOnlyList<(TableColumn Column, int Row, Segment Cell)> footing)
    {
        foreach (var (column, row, cell) in footing)
        {
            if (_amounts.Last(row, cell.Words) is { } sum)
            {
                var role = column.Kind != ColumnKind.Amount ? "taxAmount" : (column.Meaning & (Meaning.Gross | Meaning.With)) != 0 ? "totalAmount" : (column.Meaning & (Meaning.Net | Meaning.Without)) != 0 ? "netAmount" : null;
                if (role is not null)
                {
                    _found.Add(new FoundTotal(role, 1, sum.Value, text.Field(sum.Value, Alone, row, sum.Words), false));
                }
            }
        }

        for (var r = 0; r < text.Rows.Count; r++)
        {
            if (!skipped.Contains(r))
            {
                Taxes(draft, r);
            }
        }

        foreach (var label in text.Labels.Where(l => !skipped.Contains(l.Row)))
        {
            foreach (var (role, weight) in TotalRoles.Of(label))
            {
                if (_amounts.Value(label) is { } value)
                {
                    _found.Add(new FoundTotal(role, weight, value.Value, text.Field(value.Value, Alone * weight, value.Row, value.Words), text.Rows[label.Row].Cells[label.Cell].Text.Contains('%', StringComparison.Ordinal)));
                }
            }
        }

        new TotalChoice(_found).Make(draft);
    }

    /// <summary>A row with a rate, a base and what the one makes of the other is a tax, if its words or the heads above it say so.</summary>
    private void Taxes(DocumentDraft draft, int r)
    {
        var row = text.Rows[r];
        if (row.Cells.Count < 2 && row.Text.Length > 120)
        {
            return;
        }

        var numbers = text.Numbers.In(row.Text).ToList();
        if (numbers.Count is < 3 or > 8 || !row.Cells.Any(c => c.Words.Count < 12))
        {
            return;
        }

        var isNamed = text.Labels.Any(l => l.Any(Meaning.Tax | Meaning.Base) && l.Row <= r && l.Row >= r - NearHead && text.Rows[l.Row].Page == row.Page);
        foreach (var rate in numbers.Where(n => n.Value is >= 0 and <= 30 && (n.IsPercent || isNamed)))
        {
            foreach (var whole in numbers.Where(n => n.At != rate.At && Math.Abs(n.Value) >= 1))
            {
                var tax = numbers.Find(n => n.At != rate.At && n.At != whole.At && n.Value != 0 && Math.Abs((whole.Value * rate.Value / 100) - n.Value) <= Cent);
                if (tax.Length > 0 && !draft.Taxes.Exists(t => t.Rate == rate.Value && t.Base == whole.Value))
                {
                    draft.Taxes.Add(new ExtractedTax { Rate = rate.Value, Base = whole.Value, Amount = tax.Value });
                    return;
                }
            }
        }
    }
}
