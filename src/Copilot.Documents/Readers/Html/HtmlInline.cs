using System.Text;
using Copilot.Contracts;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Html;

/// <summary>Gathers the text between two block tags, what is seen and what is not apart, and writes it as the block it is.</summary>
internal sealed class HtmlInline(PartWriter writer)
{
    private const string Note = "holds text that a person does not see (not shown, without height, in the colour behind it, or outside the page); it is marked as hidden";
    private readonly StringBuilder _seen = new();
    private readonly StringBuilder _unseen = new();
    private readonly List<string> _items = [];
    private string? _label;
    private int _depth;

    /// <summary>Gets the number of characters of the list that is being gathered.</summary>
    public int Waiting { get; private set; }

    /// <summary>Gets a value indicating whether visible text waits.</summary>
    public bool HasText
    {
        get
        {
            foreach (var chunk in _seen.GetChunks())
            {
                if (!chunk.Span.IsWhiteSpace())
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Adds text.</summary>
    public void Text(string text, bool unseen, bool preformatted)
    {
        var to = unseen ? _unseen : _seen;
        if (preformatted)
        {
            to.Append(text);
            return;
        }

        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            var end = rest.IndexOfAny(" \t\r\n\f");
            to.Append(end < 0 ? rest : rest[..end]);
            if (end < 0)
            {
                return;
            }

            if (to.Length > 0 && to[^1] is not (' ' or '\n'))
            {
                to.Append(' ');
            }

            rest = rest[end..].TrimStart(" \t\r\n\f");
        }
    }

    /// <summary>Starts a new line.</summary>
    public void Break(bool unseen) => (unseen ? _unseen : _seen).Append('\n');

    /// <summary>Sets words apart where a block ends inside a line.</summary>
    public void Space()
    {
        Apart(_seen);
        Apart(_unseen);
    }

    /// <summary>Sets the cells of a table inside a cell apart.</summary>
    public void Between(string sign)
    {
        while (_seen.Length > 0 && _seen[^1] == ' ')
        {
            _seen.Length--;
        }

        if (_seen.Length > 0)
        {
            _seen.Append(_seen[^1] is ';' or ',' ? " " : sign);
        }
    }

    /// <summary>Starts an item of a list.</summary>
    public void Item(string label, int depth) => (_label, _depth) = (label, depth);

    /// <summary>Takes the text of a cell.</summary>
    public string TakeCell()
    {
        var text = _seen.ToString();
        _seen.Clear();
        Apart(_unseen);
        return text;
    }

    /// <summary>Writes the run of text as a block.</summary>
    public void EndBlock(int heading, int lists, bool preformatted, bool keepUnseen)
    {
        if (_seen.Length > 0)
        {
            var text = _seen.ToString();
            _seen.Clear();
            if (!string.IsNullOrWhiteSpace(text))
            {
                Write(text, heading, lists, preformatted);
            }
        }

        if (!keepUnseen)
        {
            EndUnseen();
        }
    }

    /// <summary>Writes the list that is being gathered.</summary>
    public void EndList()
    {
        writer.Lines(BlockKind.List, _items);
        _items.Clear();
        Waiting = 0;
    }

    /// <summary>Writes the text that is not seen.</summary>
    public void EndUnseen()
    {
        if (_unseen.Length == 0)
        {
            return;
        }

        var text = _unseen.ToString().Trim();
        _unseen.Clear();
        if (text.Any(char.IsLetterOrDigit))
        {
            EndList();
            writer.Note(Note);
            writer.Paragraph(text, BlockMark.Hidden);
        }
    }

    private static void Apart(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] is not (' ' or '\n'))
        {
            text.Append(' ');
        }
    }

    private void Write(string text, int heading, int lists, bool preformatted)
    {
        if (heading > 0)
        {
            EndList();
            writer.Heading(heading, text);
        }
        else if (lists > 0 && CleanText.Line(text) is { Length: > 0 } line)
        {
            // A further paragraph of an item stands under it.
            var indent = new string(' ', 2 * Math.Min(Math.Max(0, _depth - 1), 8));
            _items.Add(_label is null ? $"{indent}  {line}" : $"{indent}{_label} {line}");
            Waiting += _items[^1].Length + 1;
            _label = null;
        }
        else
        {
            EndList();
            writer.Text(preformatted ? BlockKind.Block : BlockKind.Paragraph, preformatted ? text : Trimmed(text));
        }
    }

    private static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(l => l.Trim()));
}
