using Copilot.Contracts;
using Copilot.Documents.Extraction.Pages;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Desk.Memory;

/// <summary>Finds out what corrected lines teach: under which head each kind of value stands.</summary>
/// <param name="text">The document's pages.</param>
internal sealed class ColumnTeacher(PageText text)
{
    private const float SameEdge = 8;
    private const int FarestHead = 12;
    private const int LongestHead = 4;

    // What each column is called so that the reader of tables knows it.
    private static readonly (string Field, string Word, Func<ExtractedLine, object?> Value)[] Columns =
    [
        ("lines.sku", "Article", l => l.Sku),
        ("lines.description", "Description", l => l.Description),
        ("lines.quantity", "Quantity", l => l.Quantity),
        ("lines.unitPrice", "Price", l => l.UnitPrice),
        ("lines.amount", "Amount", l => l.Amount),
    ];

    /// <summary>Gets the word that a column's head is read as; null when it is no column.</summary>
    public static string? WordOf(string field) => Columns.FirstOrDefault(c => c.Field == field).Word;

    /// <summary>Gets the heads of the columns that were corrected.</summary>
    public IEnumerable<(string Field, string Head)> Of(IReadOnlyList<ExtractedLine> read, IReadOnlyList<ExtractedLine> right)
    {
        foreach (var (field, _, value) in Columns)
        {
            var wrong = right.Where((l, i) => value(l) is not null && (i >= read.Count || !Equals(value(read[i]), value(l)))).ToList();
            if (wrong.Count > 0 && wrong.Count * 2 >= right.Count && Column([.. wrong.Select(l => value(l)!)]) is { } first && Head(first) is { } head)
            {
                yield return (field, head);
            }
        }
    }

    /// <summary>The uppermost word of the column in which all the values stand under each other.</summary>
    private (int Row, PlacedWord Word)? Column(List<object> values)
    {
        var places = values.Select(v => Enumerable.Range(0, text.Rows.Count).SelectMany(r => Saying(r, v).Select(w => (Row: r, Word: w))).ToList()).ToList();
        foreach (var start in places[0])
        {
            var at = start.Row;
            var holds = places.Skip(1).All(p => p.FindIndex(o => o.Row > at && IsUnder(o.Word, start.Word)) is >= 0 and var next && (at = p[next].Row) >= 0);
            if (holds)
            {
                return start;
            }
        }

        return null;
    }

    private IEnumerable<PlacedWord> Saying(int row, object value)
    {
        foreach (var cell in text.Rows[row].Cells)
        {
            if (value is string said && (Folding.Of(cell.Text) == Folding.Of(said) || Folding.Of(cell.Words[0].Text) == Folding.Of(said)))
            {
                yield return cell.Words[0];
            }

            foreach (var word in cell.Words.Where(w => value is decimal number && text.Numbers.Amount(w.Text) == number))
            {
                yield return word;
            }
        }
    }

    private static bool IsUnder(PlacedWord a, PlacedWord b) => Math.Abs(a.X0 - b.X0) < SameEdge || Math.Abs(a.X1 - b.X1) < SameEdge;

    private string? Head((int Row, PlacedWord Word) first)
    {
        for (var r = first.Row - 1; r >= 0 && first.Row - r <= FarestHead && text.Rows[r].Page == text.Rows[first.Row].Page; r--)
        {
            var over = text.Rows[r].Cells.SelectMany(c => c.Words).Where(w => w.X0 <= first.Word.X1 + 2 && w.X1 >= first.Word.X0 - 2).ToList();
            if (over.Count > 0)
            {
                return over.Count <= LongestHead && over.TrueForAll(w => !w.Text.Any(char.IsDigit) && w.Text.Any(char.IsLetter)) ? string.Join(' ', over.Select(w => w.Text)) : null;
            }
        }

        return null;
    }
}
