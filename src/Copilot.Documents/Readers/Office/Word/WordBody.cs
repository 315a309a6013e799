using Copilot.Contracts;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Office.Word;

/// <summary>Writes the blocks of a document's body: headings, numbered paragraphs as lists, running text, and what hangs on them.</summary>
internal sealed class WordBody(PartWriter writer, WordStyles styles, WordNumbering numbering, WordRemarks remarks)
{
    private const int LongestBoldHeading = 100;
    private readonly List<string> _items = [];
    private readonly List<(string Text, string Note)> _unseen = [];
    private readonly List<OfficeNode> _after = [];
    private readonly HashSet<(string, string)> _told = [];
    private int _notes;
    private int _outline;

    /// <summary>Gets the number of characters of the list that is being gathered.</summary>
    public int Waiting { get; private set; }

    /// <summary>Gets the title as a paragraph of that style gives it.</summary>
    public string? Title { get; private set; }

    /// <summary>Gets the colour behind the whole page.</summary>
    public string? Page { get; init; }

    /// <summary>Writes a block: a paragraph, a table, or something that holds such.</summary>
    public void Block(OfficeNode node)
    {
        switch (node.Name)
        {
            case "p":
                Paragraph(node);
                break;
            case "tbl":
                Table(node);
                break;
            case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "txbxContent" or "tc" or "Choice" or "Fallback":
                foreach (var child in node.Children)
                {
                    Block(child);
                }

                break;
            case "AlternateContent":
                Block(node.Chosen());
                break;
            case "altChunk":
                writer.Note("holds an embedded document, which is not read; open it in Word and save it anew");
                break;
        }
    }

    /// <summary>Ends the list that is being gathered, so that the part may be closed.</summary>
    public void EndList()
    {
        EndItems();
        WriteUnseen();
    }

    /// <summary>Reads the text of a cell in one line and keeps what is hidden or hangs on it for after the table.</summary>
    public string Cell(OfficeNode cell, string? ground, bool groundIsKnown)
    {
        var texts = new List<string>();
        foreach (var node in Flat(cell))
        {
            if (node.Name == "tbl")
            {
                texts.Add(string.Join("; ", new WordTable(node, this, ground).Rows().Select(r => string.Join(", ", r.Cells.Where(c => c.Length > 0)))));
                continue;
            }

            var text = Read(node, ground, groundIsKnown);
            if (CleanText.Line(text.Seen) is { Length: > 0 } seen)
            {
                texts.Add(NumberOf(node, out _) is { } number ? $"{number} {seen}" : seen);
            }
        }

        return string.Join(' ', texts);
    }

    /// <summary>Writes what was hidden in rows or hangs on them.</summary>
    public void WriteUnseen()
    {
        foreach (var (text, note) in _unseen)
        {
            writer.Note(note);
            writer.Paragraph(text, BlockMark.Hidden);
        }

        _unseen.Clear();
        var after = _after.ToList();
        _after.Clear();
        foreach (var node in after)
        {
            // A box may hold a box; each is taken out of the list before it is written.
            Block(node);
            EndItems();
        }
    }

    private static IEnumerable<OfficeNode> Flat(OfficeNode parent)
    {
        foreach (var node in parent.Children)
        {
            if (node.Name is "p" or "tbl")
            {
                yield return node;
            }
            else if (node.Name is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "AlternateContent")
            {
                foreach (var inner in Flat(node.Chosen()))
                {
                    yield return inner;
                }
            }
        }
    }

    private void EndItems()
    {
        if (_items.Count > 0)
        {
            writer.Lines(BlockKind.List, _items);
            _items.Clear();
            Waiting = 0;
        }
    }

    private void Table(OfficeNode node)
    {
        EndList();
        var table = new WordTable(node, this, Page);
        if (table.IsLayout)
        {
            foreach (var cell in table.LayoutCells())
            {
                Block(cell);
            }

            return;
        }

        var run = new TableWriter(writer);
        foreach (var (cells, header) in table.Rows())
        {
            run.Row(cells, header);
        }

        run.End();
        WriteUnseen();
    }

    private void Paragraph(OfficeNode node)
    {
        var text = Read(node, Page, true);

        // Word counts an empty paragraph, but not one that is hidden.
        var number = string.IsNullOrWhiteSpace(text.Seen) && text.Unseen.Length > 0 ? null : NumberOf(node, out _);
        var style = styles.Paragraph(node.Child("pPr")?.Child("pStyle")?.Value);
        var outline = node.Child("pPr")?.Child("outlineLvl")?.Number("val") ?? style.Outline;
        var seen = text.Seen.Trim();
        if (seen.Length > 0)
        {
            if (style.Name == "title")
            {
                EndItems();
                Title ??= seen;
                writer.Heading(1, seen);
            }
            else if (outline is >= 0 and < 9 || IsBoldHeading(text, seen))
            {
                EndItems();
                NumberOf(node, out var level, count: false);
                _outline = outline is >= 0 and < 9 ? outline.Value + 1 : _outline;
                writer.Heading(outline is >= 0 and < 9 ? outline.Value + 1 : Math.Min(9, _outline + 1 + level), number is null or "-" ? seen : $"{number} {seen}");
            }
            else if (number is not null || style.Name.StartsWith("toc ", StringComparison.Ordinal))
            {
                NumberOf(node, out var level, count: false);
                _items.Add(new string(' ', 2 * level) + (number is null or "" ? string.Empty : number + " ") + CleanText.Line(seen));
                Waiting += _items[^1].Length + 1;
            }
            else
            {
                EndItems();
                writer.Paragraph(seen);
            }
        }

        if (_unseen.Count + _after.Count > 0)
        {
            EndList();
        }
    }

    private static bool IsBoldHeading(ParagraphText text, string seen)
        => text.IsBold && seen.Length is > 1 and <= LongestBoldHeading && !seen.Contains('\n', StringComparison.Ordinal)
            && seen[^1] is not ('.' or ',' or ';' or ':') && seen.Any(char.IsLetter);

    private ParagraphText Read(OfficeNode node, string? ground, bool groundIsKnown)
    {
        var text = new ParagraphText(node, styles, ground, groundIsKnown);
        if (text.Tracked)
        {
            writer.Note("holds tracked changes: insertions are read, deletions are left out");
        }

        if (!string.IsNullOrWhiteSpace(text.Unseen))
        {
            _unseen.Add((text.Unseen.Trim(), "holds text that a person does not see (hidden, in the colour of the page, or too small); it is marked as hidden"));
        }

        foreach (var (box, offPage) in text.Boxes)
        {
            if (offPage)
            {
                _unseen.Add((string.Join('\n', Flat(box).Where(n => n.Name == "p").Select(n => new ParagraphText(n, styles, null).Seen)), "holds text outside the page; it is marked as hidden"));
            }
            else
            {
                _after.Add(box);
            }
        }

        foreach (var (kind, id, _) in text.References)
        {
            Remark(kind, id);
        }

        return text;
    }

    private void Remark(string kind, string id)
    {
        // A remark may refer to itself; each is told once.
        if (!_told.Add((kind, id)) || remarks.Find(kind, id) is not { } remark)
        {
            return;
        }

        var words = string.Join('\n', Flat(remark).Where(n => n.Name == "p").Select(n => new ParagraphText(n, styles, Page)).Select(t => (t.Seen + " " + t.Unseen).Trim())).Trim();
        if (words.Length == 0)
        {
            return;
        }

        if (kind == "commentReference")
        {
            _unseen.Add(($"Comment by {remark["author"] ?? "somebody"}: {words}", "holds comments; they are marked as hidden"));
        }
        else
        {
            _after.Add(OfficeNode.Paragraph($"[note {++_notes}] {words}"));
        }
    }

    private string? NumberOf(OfficeNode node, out int level, bool count = true)
    {
        var properties = node.Child("pPr");
        var styleId = properties?.Child("pStyle")?.Value;
        var style = styles.Paragraph(styleId);
        var direct = properties?.Child("numPr");
        var number = direct?.Child("numId")?.Value ?? style.Numbering;
        level = Math.Clamp(direct?.Child("ilvl")?.Number("val") ?? style.NumberingLevel ?? numbering.LevelOf(number, styleId), 0, 8);
        if (number is null or "0")
        {
            level = 0;
            return null;
        }

        return count ? numbering.Next(number, level) : null;
    }
}
