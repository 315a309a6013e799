using System.Text;
using Copilot.Contracts;

namespace Copilot.Documents.Layout;

/// <summary>Writes a page's blocks as text and keeps account of where each word came from.</summary>
/// <param name="page">The page as a person sees it.</param>
/// <param name="hyphens">Joins broken words.</param>
internal sealed class PageWriter(PlacedPage page, HyphenRules hyphens)
{
    private const int LongestLead = 600;
    private readonly StringBuilder _text = new();
    private readonly List<TextBlock> _blocks = [];
    private readonly List<WordBox> _boxes = [];

    /// <summary>Writes a block.</summary>
    public void Write(LaidBlock block)
    {
        if (_text.Length > 0)
        {
            _text.Append("\n\n");
        }

        var start = _text.Length;
        var seams = new List<int>();
        var lead = block.Lead ?? string.Empty;
        for (var i = 0; i < block.Lines.Count; i++)
        {
            if (i > 0)
            {
                _text.Append('\n');
                if (block.Kind is BlockKind.List || (block.Kind is BlockKind.Table && i >= Math.Max(1, block.HeaderRows)))
                {
                    seams.Add(_text.Length);
                }
            }

            WriteCells(block.Lines[i], block.Turn);
            if (block.Kind == BlockKind.Table && i == block.HeaderRows - 1 && _text.Length - start <= LongestLead)
            {
                lead = _text.ToString(start, _text.Length - start);
            }
        }

        _blocks.Add(new(block.Kind, start, _text.Length)
        {
            Level = block.Level,
            Heading = block.Kind == BlockKind.Heading ? _text.ToString(start, _text.Length - start) : string.Empty,
            Seams = seams,
            Lead = lead,
            Mark = block.Mark | (page.ReadsBadly ? BlockMark.ReadsBadly : BlockMark.None),
        });
    }

    /// <summary>Ends the page.</summary>
    /// <returns>The part.</returns>
    public DocumentPart Finish()
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        return new()
        {
            Text = _text.ToString(),
            Blocks = _blocks,
            Page = page.Number,
            Layout = new(page.Width, page.Height, _boxes),
            Notes = page.Notes,
        };
    }

    /// <summary>Gets the text of a table's header as it is written.</summary>
    public static string HeaderOf(LaidBlock table)
        => string.Join('\n', table.Lines.Take(table.HeaderRows).Select(l => string.Join(" | ", l.Select(c => string.Join(' ', c.Select(w => w.Text)))))).TrimEnd();

    private void WriteCells(IReadOnlyList<IReadOnlyList<PlacedWord>> cells, Turn turn)
    {
        var last = cells.Count;
        while (last > 1 && cells[last - 1].Count == 0)
        {
            last--;
        }

        for (var c = 0; c < last; c++)
        {
            if (c > 0)
            {
                _text.Append(" | ");
            }

            WriteWords(cells[c], turn);
        }
    }

    private void WriteWords(IReadOnlyList<PlacedWord> words, Turn turn)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (i > 0)
            {
                var before = words[i - 1];
                var (drop, between) = word.Y0 > (before.Y0 + before.Y1) / 2 ? hyphens.Join(before.Text, word.Text) : (0, " ");
                if (drop > 0)
                {
                    _text.Length -= drop;
                    _boxes[^1] = _boxes[^1] with { End = _boxes[^1].End - drop };
                }

                _text.Append(between);
            }

            var start = _text.Length;
            _text.Append(word.Text);
            var (x0, y0, x1, y1) = word.Seen ?? Turning.Back(word, turn, page.Width, page.Height);
            _boxes.Add(new(start, _text.Length, x0, y0, x1, y1));
        }
    }
}
