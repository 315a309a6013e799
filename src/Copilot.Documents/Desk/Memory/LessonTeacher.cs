using Copilot.Contracts;
using Copilot.Documents.Desk.Reviewing;
using Copilot.Documents.Extraction.Pages;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Desk.Memory;

/// <summary>Finds out what a correction teaches: which words on the page name the value.</summary>
/// <param name="text">The document's pages.</param>
internal sealed class LessonTeacher(PageText text)
{
    private const int LongestLabel = 5;
    private const int MostWords = 12;
    private const float FarLeft = 24;
    private const float FarAbove = 3.2f;

    /// <summary>What a correction teaches; null when nothing can be said.</summary>
    public (LessonKind Kind, string Text, string Shape, int Words)? Of(DeskCorrection correction, ExtractedField field)
    {
        if (correction.Name == "supplierName")
        {
            return (LessonKind.Always, (string)field.Value, string.Empty, 1);
        }

        if (FieldKinds.Of(correction.Name) is null || Where(correction, field) is not var (row, words) || words.Count > MostWords)
        {
            return null;
        }

        var shape = Shape(string.Join(' ', words.Select(w => w.Text)));
        return Left(row, words) is { } left ? (LessonKind.RightOf, left, shape, words.Count) : Above(row, words) is { } above ? (LessonKind.Below, above, shape, words.Count) : null;
    }

    /// <summary>Writes the shape of a value: runs of digits as 9, of letters as A.</summary>
    public static string Shape(string value)
    {
        var shape = new System.Text.StringBuilder();
        foreach (var c in value)
        {
            var sign = char.IsDigit(c) ? '9' : char.IsLetter(c) ? 'A' : char.IsWhiteSpace(c) ? ' ' : c;
            if (shape.Length == 0 || shape[^1] != sign || sign is not ('9' or 'A'))
            {
                shape.Append(sign);
            }
        }

        return shape.ToString();
    }

    /// <summary>The words of the value: those picked, or for a typed value the only ones on the pages that say it.</summary>
    private (int Row, List<PlacedWord> Words)? Where(DeskCorrection correction, ExtractedField field)
    {
        if (correction is { Page: { } page, Box: { Count: 4 } box })
        {
            for (var r = 0; r < text.Rows.Count; r++)
            {
                var inside = text.Rows[r].Page != page ? [] : text.Rows[r].Cells.SelectMany(c => c.Words).Where(w => Middle(w.OnPage.X0, w.OnPage.X1, box[0], box[2]) && Middle(w.OnPage.Y0, w.OnPage.Y1, box[1], box[3])).ToList();
                if (inside.Count > 0)
                {
                    return (r, inside);
                }
            }

            return null;
        }

        var reader = new LessonReader(text);
        var found = Enumerable.Range(0, text.Rows.Count).SelectMany(r => reader.Saying(r, correction.Name, field.Value).Select(w => (Row: r, Words: w))).Take(2).ToList();
        return found.Count == 1 ? (found[0].Row, found[0].Words) : null;

        static bool Middle(float a, float b, double from, double to) => (a + b) / 2 >= from - 0.5 && (a + b) / 2 <= to + 0.5;
    }

    private string? Left(int row, List<PlacedWord> words)
    {
        var before = text.Rows[row].Cells.SelectMany(c => c.Words).Where(w => w.X1 <= words[0].X0 + 1).ToList();
        var label = new List<PlacedWord>();
        for (var i = before.Count - 1; i >= 0 && label.Count < LongestLabel; i--)
        {
            var right = label.Count > 0 ? label[0] : words[0];
            var gap = right.X0 - before[i].X1;
            if (gap > (label.Count > 0 ? 0.9f : FarLeft) * Math.Max(right.Height, before[i].Height) || (label.Count > 0 && before[i].Text.EndsWith(':')) || IsValue(before[i].Text))
            {
                break;
            }

            label.Insert(0, before[i]);
        }

        return Label(label);
    }

    private string? Above(int row, List<PlacedWord> words)
    {
        for (var r = row - 1; r >= 0 && text.Rows[r].Page == text.Rows[row].Page && text.Rows[row].Y0 - text.Rows[r].Y1 < FarAbove * text.Rows[row].Height; r--)
        {
            var cell = text.Rows[r].Cells.FirstOrDefault(c => Math.Min(c.X1, words[^1].X1) > Math.Max(c.X0, words[0].X0));
            if (cell is not null)
            {
                return cell.Words.Count <= LongestLabel && !cell.Words.Any(w => IsValue(w.Text)) ? Label(cell.Words) : null;
            }
        }

        return null;
    }

    private static bool IsValue(string word) => word.Any(char.IsDigit);

    private static string? Label(IReadOnlyList<PlacedWord> words)
    {
        var label = string.Join(' ', words.Select(w => w.Text)).Trim(' ', ':', '.', '#');
        return Folding.Tokens(label).Count > 0 && label.Any(char.IsLetter) ? label : null;
    }
}
