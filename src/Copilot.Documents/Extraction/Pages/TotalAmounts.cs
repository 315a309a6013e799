using System.Text.RegularExpressions;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Finds the amount that a label of a sum names: beside it, or below it.</summary>
/// <param name="text">The document.</param>
/// <param name="skipped">Rows that belong to lines.</param>
internal sealed partial class TotalAmounts(PageText text, IReadOnlySet<int> skipped)
{
    private const int FewestHeads = 4;

    // Who writes cents writes them at every amount; "Net 30" is a term.
    private readonly bool _hasCents = text.Words.Count(w => Cents().IsMatch(w.Text)) > 2;

    /// <summary>Gets the amount of a label.</summary>
    public (decimal Value, int Row, IReadOnlyList<PlacedWord> Words)? Value(Label label)
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

    /// <summary>Gets the last amount of a run of words.</summary>
    public (decimal Value, int Row, IReadOnlyList<PlacedWord> Words)? Last(int row, IReadOnlyList<PlacedWord> words)
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

    [GeneratedRegex(@"^\d{1,3}$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^\W*(?:\d{8,}|0\d+)\W*$")]
    private static partial Regex LongNumber();

    /// <summary>"0418.331.207" is a number of the tax office.</summary>
    [GeneratedRegex(@"^\W*0\d")]
    private static partial Regex LeadingNought();

    [GeneratedRegex(@"[.,]\d{2,4}\)?-?\s*$")]
    private static partial Regex Cents();
}
