using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Reads totals: what their labels say, and which of the amounts found make sense together.</summary>
/// <param name="text">The document.</param>
/// <param name="skipped">Rows that belong to lines.</param>
internal sealed partial class TotalsReader(PageText text, IReadOnlySet<int> skipped)
{
    private const decimal Cent = 0.011m;
    private const double Agreed = 0.98;
    // A total without further words may be the net amount; nothing else speaks for it.
    private const double Weak = 0.6;
    private const double Alone = 0.88;
    private const int NearHead = 6;
    private const int FewestHeads = 4;

    // Who writes cents writes them at every amount; "Net 30" is a term.
    private readonly bool _hasCents = text.Words.Count(w => Cents().IsMatch(w.Text)) > 2;
    private readonly List<(string Role, double Weight, decimal Value, ExtractedField Field, bool IsByRate)> _found = [];

    /// <summary>Reads them into a document.</summary>
    /// <param name="draft">The document.</param>
    /// <param name="footing">Sums below the columns of its lines.</param>
    public void Read(DocumentDraft draft, IReadOnlyList<(TableColumn Column, int Row, Segment Cell)> footing)
    {
        foreach (var (column, row, cell) in footing)
        {
            if (Last(row, cell.Words) is { } sum)
            {
                var role = column.Kind != ColumnKind.Amount ? "taxAmount" : (column.Meaning & (Meaning.Gross | Meaning.With)) != 0 ? "totalAmount" : (column.Meaning & (Meaning.Net | Meaning.Without)) != 0 ? "netAmount" : null;
                if (role is not null)
                {
                    _found.Add((role, 1, sum.Value, text.Field(sum.Value, Alone, row, sum.Words), false));
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
            foreach (var (role, weight) in Roles(label))
            {
                if (Value(label) is { } value)
                {
                    _found.Add((role, weight, value.Value, text.Field(value.Value, Alone * weight, value.Row, value.Words), text.Rows[label.Row].Cells[label.Cell].Text.Contains('%', StringComparison.Ordinal)));
                }
            }
        }

        Choose(draft);
    }

    private static IEnumerable<(string Role, double Weight)> Roles(Label l)
    {
        // "Total CIF" is a sum by its terms of delivery, and "CIF" alone a tax number.
        if ((l.Is(Meaning.Identity) && !l.Is(Meaning.Total)) || (l.Is(Meaning.Rate | Meaning.Tax) && !l.Any(Meaning.Total | Meaning.Amount)) || l.Any(Meaning.Number | Meaning.Date | Meaning.Bank | Meaning.Phone | Meaning.Page | Meaning.Price | Meaning.Quantity | Meaning.Carried | Meaning.Weight | Meaning.Terms | Meaning.Address | Meaning.Contact | Meaning.Barcode) || (l.Is(Meaning.Item) && !l.Any(Meaning.Total | Meaning.Amount) && !l.Only(Meaning.Item)))
        {
            yield break;
        }

        var counted = l.Any(Meaning.Total | Meaning.Amount | Meaning.Balance | Meaning.Net | Meaning.Gross | Meaning.Sub | Meaning.Tax | Meaning.Due | Meaning.Pay | Meaning.Open) || (l.Is(Meaning.Base) && l.Words.Count > 1);
        if (l.Only(Meaning.Item) && Goods().IsMatch(Folding.Of(string.Join(' ', l.Words.Select(w => w.Text)))))
        {
            yield return ("netAmount", 0.75);
        }
        else if (l.Is(Meaning.Item))
        {
            // "Goods total": what the lines make, without tax and freight.
            yield return ("netAmount", 0.8);
        }
        else if (l.Is(Meaning.Paid))
        {
            yield return ("prepaidAmount", 1);
        }
        else if (l.Is(Meaning.Round))
        {
            yield return ("roundingAmount", 1);
        }
        else if (l.Is(Meaning.Freight) && !l.Any(Meaning.Discount) && !(l.Is(Meaning.Total) && l.Any(Meaning.Due | Meaning.Pay | Meaning.Balance)))
        {
            yield return ("chargeTotal", 1);
        }
        else if (l.Is(Meaning.Discount) && !l.Is(Meaning.Pay))
        {
            yield return ("allowanceTotal", 0.9);
        }
        else if (!counted)
        {
            yield break;
        }
        else if (l.Any(Meaning.Due | Meaning.Balance | Meaning.Open) || (l.Is(Meaning.Pay) && l.Any(Meaning.Amount | Meaning.Total)))
        {
            yield return ("payableAmount", l.Any(Meaning.Amount | Meaning.Total | Meaning.Balance) ? 1 : 0.8);
            yield return ("totalAmount", l.Is(Meaning.Total) ? 0.85 : 0.6);
        }
        else if (l.Is(Meaning.Net | Meaning.Pay) && !l.Is(Meaning.Gross))
        {
            yield return ("payableAmount", 1);
            yield return ("totalAmount", 0.85);
        }
        else if (l.Is(Meaning.Gross) && !l.Is(Meaning.Without))
        {
            yield return ("totalAmount", 1);
        }
        else if (l.Any(Meaning.Without) || l.Is(Meaning.Net))
        {
            yield return ("netAmount", 1);
        }
        else if (l.Is(Meaning.With))
        {
            yield return ("totalAmount", 1);
        }
        else if (l.Is(Meaning.Base))
        {
            yield return ("netAmount", 0.75);
        }
        else if (l.Is(Meaning.Sub))
        {
            yield return ("netAmount", 0.85);
            yield return ("lineTotal", 0.9);
        }
        else if (l.Is(Meaning.Tax))
        {
            yield return ("taxAmount", l.Is(Meaning.Total) || l.Is(Meaning.Amount) ? 1 : 0.9);
        }
        else if (l.Is(Meaning.Total))
        {
            yield return ("totalAmount", 0.95);
            yield return ("netAmount", 0.55);
        }
        else if (l.Is(Meaning.Pay) && l.Only(Meaning.Pay))
        {
            // "Zu zahlen", "Te betalen": what is left to pay, or a payment that was made.
            yield return ("payableAmount", 0.8);
            yield return ("totalAmount", Weak);
        }
        else if (l.Is(Meaning.Amount) && l.Any(Meaning.Invoice | Meaning.Credit | Meaning.Order | Meaning.Sale))
        {
            yield return ("totalAmount", 0.9);
        }
    }

    private (decimal Value, int Row, IReadOnlyList<PlacedWord> Words)? Value(Label label)
    {
        var row = text.Rows[label.Row];

        // In the same row: the last amount before another label, with percentages passed over.
        (decimal, int, IReadOnlyList<PlacedWord>)? best = Last(label.Row, label.Rest);
        for (var c = label.Cell + 1; c < row.Cells.Count && !text.IsLabel(label.Row, c) && (best is null || !text.ByCell.Contains((label.Row, c))); c++)
        {
            best = Last(label.Row, row.Cells[c].Words) ?? best;
        }

        // In a strip of heads one may have a word that nobody knows: "Spese incasso".
        if (best is not null || (label.Rest.Any(w => w.Text.Any(char.IsLetter)) && (row.Cells.Count < FewestHeads || label.Rest.Any(w => w.Text.Any(char.IsDigit)))))
        {
            return best;
        }

        // Heads of a small table have theirs below, in the last row of it.
        var (x0, x1, at) = (label.Words[0].X0, label.Rest.Count > 0 ? row.Cells[label.Cell].X1 : label.Words[^1].X1, label.Row);
        if (Aside(label) is { } aside)
        {
            return aside;
        }

        for (var step = 0; step < 3 && text.Below(at, x0, x1, 3) is var (r, c); step++)
        {
            if (skipped.Contains(r) || text.IsLabel(r, c) || Last(r, text.Rows[r].Cells[c].Words) is not { } found)
            {
                break;
            }

            (best, at) = (found, r);
        }

        return best;
    }

    /// <summary>The amount in the row below that stands at the right end of the label's column, past its head and before the next, and under no head at all.</summary>
    private (decimal Value, int Row, IReadOnlyList<PlacedWord> Words)? Aside(Label label)
    {
        var (heads, head) = (text.Rows[label.Row].Cells, text.Rows[label.Row].Cells[label.Cell]);
        if (heads.Count < 3 || label.Row + 1 >= text.Rows.Count || text.Rows[label.Row + 1] is not { } below || below.Page != text.Rows[label.Row].Page || below.Y0 - text.Rows[label.Row].Y1 > below.Height
            || below.Cells.Any(c => Overlap(c, head)))
        {
            return null;
        }

        var next = label.Cell + 1 < heads.Count ? heads[label.Cell + 1].X0 : float.MaxValue;
        return below.Cells.Where(c => c.X0 >= head.X1 && c.X1 <= next && !heads.Any(h => Overlap(c, h))).Select(c => Last(label.Row + 1, c.Words)).FirstOrDefault(v => v is not null);

        static bool Overlap(Segment a, Segment b) => Math.Min(a.X1, b.X1) > Math.Max(a.X0, b.X0);
    }

    private (decimal Value, int Row, IReadOnlyList<PlacedWord> Words)? Last(int row, IReadOnlyList<PlacedWord> words)
    {
        var said = string.Join(' ', words.Select(w => w.Text));
        if (text.Dates.First(said) is { At: < 3 })
        {
            // "Deposit of 15.03.2026 2,000.00": the amount stands behind the day.
            var behind = words.SkipWhile((_, i) => text.Dates.First(string.Join(' ', words.Take(i + 1).Select(w => w.Text))) is null).Skip(1).ToList();
            return behind.Count == 0 ? null : Last(row, behind);
        }

        // A number among words is a telephone's or a paragraph's; an amount has cents or its currency, or stands alone.
        var amounts = text.Numbers.In(said).Where(n => !n.IsPercent && !LeadingNought().IsMatch(said.AsSpan(n.At, n.Length)) && (Cents().IsMatch(said.AsSpan(n.At, n.Length)) || (text.Numbers.Amount(said) is not null && !IsNumber(said) && (!_hasCents || !Whole().IsMatch(said))))).ToList();
        return amounts.Count == 0 || (said.Any(char.IsLetter) && words.Count > 6) ? null : (amounts[^1].Value, row, words.Where(w => w.Text.Any(char.IsDigit)).TakeLast(1).ToList());
    }

    /// <summary>Eight figures in a row, or a nought before others, are a number and no amount.</summary>
    private static bool IsNumber(string said) => LongNumber().IsMatch(said);

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

    private void Choose(DocumentDraft draft)
    {
        var lines = draft.Lines.Count > 0 && draft.Lines.TrueForAll(l => l.Amount is not null) ? draft.Lines.Sum(l => l.Amount!.Value) : (decimal?)null;
        var taxes = Of("taxAmount");
        var single = taxes.Select(t => (t.Value, t.Weight, t.Field)).ToList();

        // Each rate has its own row; together they are the tax.
        var distinct = taxes.Where(t => t.IsByRate).Select(t => t.Value).ToList();
        if (distinct.Count > 1)
        {
            single.Add((distinct.Sum(), 0.8, taxes[0].Field with { Value = distinct.Sum() }));
        }

        if (draft.Taxes.Count > 0)
        {
            var sum = draft.Taxes.Sum(t => t.Amount ?? 0);
            single.Add((sum, 0.85, new ExtractedField(sum, Alone)));
        }

        (double Score, ExtractedField Net, ExtractedField? Tax, ExtractedField Total)? best = null;
        var nets = Of("netAmount").Select(n => (n.Value, n.Weight, n.Field)).ToList();
        if (draft.Taxes.Count > 1 && draft.Taxes.TrueForAll(t => t.Base is not null))
        {
            var bases = draft.Taxes.Sum(t => t.Base!.Value);
            nets.Add((bases, 0.85, new ExtractedField(bases, Alone)));
        }

        if (!nets.Exists(n => n.Weight > Weak))
        {
            nets.AddRange(single.SelectMany(t => Of("totalAmount").Where(o => o.Weight > 0.9).Select(o => (Value: o.Value - t.Value, Weight: lines == o.Value - t.Value ? 0.7 : 0.2, Field: new ExtractedField(o.Value - t.Value, DocumentDraft.Reckoned)))));
        }

        // Freight and discount that stand between the sum of the lines and the total are part of what is taxed, or of what is paid.
        var extras = Of("chargeTotal").Select(c => c.Value).Concat(Of("allowanceTotal").Select(a => -Math.Abs(a.Value))).Where(x => x != 0).Distinct().ToList();
        nets.AddRange(nets.SelectMany(n => extras.Append(extras.Sum()).Where(x => x != 0).Distinct().Select(x => (Value: n.Value + x, Weight: n.Weight - 0.15, Field: new ExtractedField(n.Value + x, DocumentDraft.Reckoned)))).ToList());

        // Where sums are paid in cash they are rounded, and the document says by how much.
        var roundings = Of("roundingAmount").Select(r => r.Value).Where(r => Math.Abs(r) < 1).Prepend(0).ToList();
        foreach (var total in Of("totalAmount"))
        {
            foreach (var net in nets)
            {
                foreach (var tax in single.Append((Value: 0m, Weight: taxes.Count == 0 ? 0.4 : 0.05, Field: null!)))
                {
                    // The total is not the net amount as well where the document calls another amount so.
                    if (tax.Value == 0 && net.Weight <= Weak && nets.Exists(n => n.Weight >= 1 && n.Value != net.Value && n.Value != 0))
                    {
                        continue;
                    }

                    if (roundings.Exists(rounded => Math.Abs(net.Value + tax.Value + rounded - total.Value) <= 2 * Cent) && (net.Value != 0 || total.Value == 0))
                    {
                        var score = total.Weight + net.Weight + tax.Weight + (lines is { } sum && Math.Abs(sum - net.Value) <= Cent ? 0.5 : 0) + (tax.Value != 0 ? 0.3 : 0);
                        if (best is null || score > best.Value.Score + 0.001)
                        {
                            best = (score, net.Field, tax.Field, total.Field);
                        }
                    }
                }
            }
        }

        if (best is { } sums)
        {
            // A rate of nothing agrees with any total; where another tax is named, it proves none.
            var isEmpty = sums.Tax is { Value: 0m } && taxes.Exists(t => t.Value != 0);
            draft.Set("netAmount", sums.Net with { Confidence = isEmpty ? Weak : sums.Tax is null ? 0.9 : Agreed });
            draft.Set("taxAmount", sums.Tax is null ? null : sums.Tax with { Confidence = isEmpty ? Weak : Agreed });
            draft.Set("totalAmount", sums.Total with { Confidence = sums.Tax is null ? 0.93 : Agreed });
            if (sums.Tax?.Value is decimal agreed && Math.Abs(draft.Taxes.Sum(t => t.Amount ?? 0) - agreed) > Cent * Math.Max(1, draft.Taxes.Count))
            {
                // Rows that happened to look like taxes by rate.
                draft.Taxes.Clear();
            }
        }

        if (best is null && taxes.Exists(t => t.Value != 0) && Of("totalAmount").OrderByDescending(t => t.Weight).FirstOrDefault() is { Weight: > 0 } only && !Of("netAmount").Exists(n => n.Weight > Weak))
        {
            // With a tax, the total is not the net amount as well; better none than a wrong one.
            _found.RemoveAll(f => f.Role == "netAmount" && f.Value == only.Value);
        }

        // "Payment 1,000.00" between the total and the balance: what was paid.
        if (Of("payableAmount").Where(p => p.Weight >= 1).Select(p => p.Value).FirstOrDefault() is > 0 and var left && draft.Amount("totalAmount") is { } whole && left < whole && Of("prepaidAmount").Count == 0
            && _found.Find(f => f.Value == whole - left) is { Field: { } paid })
        {
            draft.Set("payableAmount", Of("payableAmount").First(p => p.Value == left).Field with { Confidence = Agreed });
            draft.Set("prepaidAmount", paid with { Confidence = 0.9 });
        }

        foreach (var role in new[] { "netAmount", "taxAmount", "totalAmount", "payableAmount", "prepaidAmount", "chargeTotal", "allowanceTotal", "roundingAmount" })
        {
            draft.Set(role, Of(role).OrderByDescending(f => f.Weight).Select(f => f.Field).FirstOrDefault());
        }

        draft.Set("lineTotal", lines, 0.9);
    }

    private List<(string Role, double Weight, decimal Value, ExtractedField Field, bool IsByRate)> Of(string role) => _found.FindAll(f => f.Role == role);

    [GeneratedRegex(@"^\d{1,3}$")]
    private static partial Regex Whole();

    [GeneratedRegex("^(?:goods|marchandises?|merce|merci|goederen|ware)$")]
    private static partial Regex Goods();

    [GeneratedRegex(@"^\W*(?:\d{8,}|0\d+)\W*$")]
    private static partial Regex LongNumber();

    /// <summary>"0418.331.207" is a number of the tax office.</summary>
    [GeneratedRegex(@"^\W*0\d")]
    private static partial Regex LeadingNought();

    [GeneratedRegex(@"[.,]\d{2,4}\)?-?\s*$")]
    private static partial Regex Cents();
}
