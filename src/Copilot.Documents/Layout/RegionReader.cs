using Copilot.Contracts;

namespace Copilot.Documents.Layout;

/// <summary>Reads one region of a page from top to bottom: tables, headings, lists and paragraphs.</summary>
/// <param name="style">The sizes of the document.</param>
/// <param name="recognised">Whether the text was recognised on a picture.</param>
internal sealed class RegionReader(LayoutStyle style, bool recognised)
{
    private readonly HeadingRules _headings = new(style, recognised);

    /// <summary>Reads a region.</summary>
    /// <param name="rows">Its rows, from top to bottom.</param>
    /// <returns>Its blocks.</returns>
    public IEnumerable<LaidBlock> Read(IReadOnlyList<Row> rows)
    {
        var plain = new List<Row>();
        for (var i = 0; i < rows.Count; i++)
        {
            var end = TableFinder.EndOf(rows, i);
            if (end <= i)
            {
                plain.Add(rows[i]);
                continue;
            }

            var table = TableGrid.Of([.. rows.Skip(i).Take(end - i)]);
            if (table.Columns.Count < 2)
            {
                plain.Add(rows[i]);
                continue;
            }

            foreach (var block in ReadText(plain, rows))
            {
                yield return block;
            }

            plain = [];
            yield return table;
            i = end - 1;
        }

        foreach (var block in ReadText(plain, rows))
        {
            yield return block;
        }
    }

    private static List<IReadOnlyList<IReadOnlyList<PlacedWord>>> Lines(TextPiece piece, float right)
    {
        var lines = new List<List<PlacedWord>>();
        for (var i = 0; i < piece.Rows.Count; i++)
        {
            var row = piece.Rows[i];

            // Where the next word would have fitted, somebody broke the line on purpose: an address, a poem, a form.
            if (i == 0 || right - piece.Rows[i - 1].X1 > row.Segments[0].Words[0].Width + (0.8f * row.Height))
            {
                lines.Add([]);
            }

            lines[^1].AddRange(row.Words);
        }

        return [.. lines.Select(l => (IReadOnlyList<IReadOnlyList<PlacedWord>>)[l])];
    }

    private static bool IsTextBelow(List<TextPiece> pieces, int index)
        => index + 1 < pieces.Count && pieces[index + 1] is var next && !next.IsCell && (next.Rows.Count >= 2 || next.Text.Length >= 50);

    private IEnumerable<LaidBlock> ReadText(List<Row> rows, IReadOnlyList<Row> region)
    {
        if (rows.Count == 0)
        {
            yield break;
        }

        var widths = region.Select(r => r.X1).Order().ToList();
        var right = widths[(widths.Count - 1) * 9 / 10];
        var left = Middle.Of(region.Select(r => r.X0));
        var pieces = Pieces(rows, left, right);
        for (var i = 0; i < pieces.Count; i++)
        {
            pieces[i] = pieces[i] with { OpensText = IsTextBelow(pieces, i) };
        }

        var items = new List<TextPiece>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var level = IsOneOfMany(pieces, i) ? 0 : _headings.LevelOf(piece);
            if (level == 0 && (Marks.IsContentsEntry(piece.Text) || (Marks.OpensItem(piece.Text) && Marks.ClauseDepth(piece.Text) < 2)))
            {
                items.Add(piece);
                continue;
            }

            if (items.Count > 0)
            {
                yield return List(items);
                items = [];
            }

            yield return level > 0
                ? new(BlockKind.Heading, [[[.. piece.Rows.SelectMany(r => r.Words)]]]) { Level = level, Height = piece.Height }
                : new(BlockKind.Paragraph, Lines(piece, right)) { Height = piece.Height };
        }

        if (items.Count > 0)
        {
            yield return List(items);
        }
    }

    private static LaidBlock List(List<TextPiece> items)
        => new(BlockKind.List, [.. items.Select(p => (IReadOnlyList<IReadOnlyList<PlacedWord>>)[[.. p.Rows.SelectMany(r => r.Words)]])]) { Height = items[0].Height };

    /// <summary>"1. Bolts" right over "2. Nuts" is a list, not two headings.</summary>
    private bool IsOneOfMany(List<TextPiece> pieces, int index)
    {
        var piece = pieces[index];
        return Marks.OpensItem(piece.Text) && piece.Height < 1.16f * style.Body
            && ((index > 0 && Follows(pieces[index - 1], piece)) || (index + 1 < pieces.Count && Follows(piece, pieces[index + 1])));

        static bool Follows(TextPiece one, TextPiece next)
            => Marks.OpensItem(one.Text) && Marks.OpensItem(next.Text) && next.Rows[0].Y0 - one.Rows[^1].Y1 < 0.9f * one.Height;
    }

    private List<TextPiece> Pieces(List<Row> rows, float left, float right)
    {
        var gaps = Enumerable.Range(1, rows.Count - 1).Select(i => rows[i].Y0 - rows[i - 1].Y1).ToList();
        var usual = Middle.Of(gaps.Where((g, i) => g < rows[i].Height));
        var pieces = new List<TextPiece>();
        var open = new List<Row> { rows[0] };
        var gapAbove = float.MaxValue;
        for (var i = 1; i < rows.Count; i++)
        {
            if (Breaks(open, rows[i], gaps[i - 1], usual, left, right))
            {
                Close(gaps[i - 1]);
                gapAbove = gaps[i - 1];
            }

            open.Add(rows[i]);
        }

        Close(float.MaxValue);
        return pieces;

        void Close(float gapBelow)
        {
            var height = open[0].Height;
            pieces.Add(new(open)
            {
                StandsAlone = gapAbove > usual + (0.35f * height) && gapAbove >= gapBelow - (0.15f * height),
                IsCell = open.Exists(r => r.Segments.Count > 1),
            });
            open = [];
        }
    }

    private bool Breaks(List<Row> open, Row next, float gap, float usual, float left, float right)
    {
        var last = open[^1];
        var height = Math.Max(last.Height, next.Height);
        if (gap > usual + (0.42f * height) || gap < -0.8f * height)
        {
            return true;
        }

        var tolerance = recognised ? 0.45f : 0.13f;
        if (Math.Abs(last.Height - next.Height) > tolerance * Math.Min(last.Height, next.Height))
        {
            return true;
        }

        var text = next.Text;
        if (Marks.OpensBullet(text) || Marks.IsContentsEntry(last.Text) || (next.Segments.Count > 1) != (last.Segments.Count > 1))
        {
            return true;
        }

        // A number that happens to stand at the beginning of a line is no item: items begin a line of their own.
        var ended = last.Text[^1] is '.' or ':' or ';' or '!' or '?' || last.X1 < right - (0.2f * Math.Max(1, right - left)) || last.Text.EndsWith("und", StringComparison.Ordinal) || last.Text.EndsWith(" or", StringComparison.Ordinal) || last.Text.EndsWith(" and", StringComparison.Ordinal);
        if (ended && (Marks.OpensItem(text) || Marks.ClauseDepth(text) > 0))
        {
            return true;
        }

        // A line that ends early after a full stop ends its paragraph; so does an indented first line.
        var sentence = last.Text[^1] is '.' or ':' or '!' or '?';
        var early = right - last.X1 > Math.Max(next.Segments[0].Words[0].Width + height, 0.12f * (right - left));
        var indented = next.X0 - last.X0 > 0.9f * height && open.Count > 1 && next.X0 - open.Min(r => r.X0) > 0.9f * height && sentence;
        return (sentence && early && char.IsUpper(text[0]) && open.Count > 1) || indented;
    }
}
