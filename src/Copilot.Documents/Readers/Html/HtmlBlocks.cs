using System.Globalization;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using Copilot.Contracts;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Html;

/// <summary>
/// Writes the blocks of a page from its tags as they come. No tree of the page is built: building one takes twenty times the
/// page's size in memory, and hours for tags nested without end. Nothing is loaded and no script is run.
/// </summary>
internal sealed class HtmlBlocks
{
    private const int Deepest = 400;
    private readonly PartWriter _writer;
    private readonly HtmlInline _inline;
    private readonly HtmlSheet _sheet = new();
    private readonly List<HtmlFrame> _open = [new HtmlFrame { Name = string.Empty }];
    private readonly List<(bool Ordered, int Next)> _lists = [];
    private readonly bool _isMail;
    private HtmlTable? _table;
    private bool _hasMain;
    private int _beyond;

    /// <summary>Makes ready for a page.</summary>
    /// <param name="writer">Where the blocks go.</param>
    /// <param name="isMail">Whether earlier messages that it quotes are set apart.</param>
    public HtmlBlocks(PartWriter writer, bool isMail)
    {
        (_writer, _isMail) = (writer, isMail);
        _inline = new HtmlInline(writer);
    }

    /// <summary>Gets the page's title.</summary>
    public string? Title { get; private set; }

    private HtmlFrame Top => _open[^1];

    /// <summary>Writes the page; gives true where the part is full.</summary>
    /// <param name="html">The page.</param>
    public IEnumerable<bool> Write(ReadOnlyMemory<char> html)
    {
        _hasMain = HtmlAttributes.HasMain(html.Span);
        var source = new TextSource(new ReadOnlyMemoryTextSource(html));
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            SkipComments = true,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = HtmlAttributes.AreOfUse,
        };
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            switch (token.Type)
            {
                case HtmlTokenType.StartTag:
                    Start(token.AsTag(), html, source.Index);
                    tokens.State = HtmlAttributes.StateAfter(token.Name);
                    break;
                case HtmlTokenType.EndTag:
                    End(token.Name);
                    break;
                case HtmlTokenType.Character:
                    Text(token.Data);
                    break;
            }

            if (_writer.Length + (_table?.Waiting ?? 0) >= PartWriter.FullAt)
            {
                _table?.Flush();
                _inline.EndList();
                yield return true;
            }
        }

        End(string.Empty);
        EndBlock();
        EndTable();
        _inline.EndList();
        _inline.EndUnseen();
    }

    private void Text(string text)
    {
        if (Top.Name == "title")
        {
            Title ??= CleanText.Line(text) is { Length: > 0 } title ? title : null;
        }
        else if (Top.Name == "style")
        {
            _sheet.Add(text);
        }
        else if (!Top.Skipped)
        {
            if (_beyond > 0)
            {
                _writer.Note("is nested deeper than a person writes; what stands there may not be seen and is marked as hidden");
            }

            _inline.Text(text, _beyond > 0 || Top.IsUnseen, Top.Preformatted && _table is null);
        }
    }

    private void Start(HtmlTagToken tag, ReadOnlyMemory<char> html, int at)
    {
        var name = tag.Name;
        if (name == "br")
        {
            _inline.Break(Top.IsUnseen);
            return;
        }

        if (_open.Count >= Deepest)
        {
            _beyond += HtmlElements.IsVoid(name) ? 0 : 1;
            _inline.Space();
            return;
        }

        if (HtmlElements.IsBlock(name))
        {
            EndBlock();
            while (_open.Count > 1 && HtmlElements.Ends(Top.Name, name))
            {
                Pop();
            }
        }

        if (HtmlElements.IsVoid(name))
        {
            return;
        }

        var frame = HtmlAttributes.Frame(tag, Top, _sheet, _hasMain);
        frame = name switch
        {
            "table" when !frame.Skipped => OpenTable(frame, tag, html, at),
            "ul" or "ol" or "menu" or "dir" => OpenList(frame, tag),
            _ => frame,
        };
        if (_isMail && !frame.Quoted && HtmlAttributes.IsQuote(tag))
        {
            EndBlock();
            _inline.EndList();
            _writer.Heading(2, "Earlier message");
            frame = frame with { Quoted = true };
        }

        _open.Add(frame);
        switch (name)
        {
            case "li":
                _inline.Item(Label(tag.GetAttribute("value")), _lists.Count);
                break;
            case "thead" or "tbody" or "tfoot" when _table is { Inner: 0 }:
                _table.CloseRow();
                _table.Group(name);
                break;
            case "tr" when _table is not null && !frame.Layout:
                StartRow();
                break;
            case "td" or "th" when _table is not null && !frame.Layout:
                StartCell(tag);
                break;
        }
    }

    private HtmlFrame OpenTable(HtmlFrame frame, HtmlTagToken tag, ReadOnlyMemory<char> html, int at)
    {
        if (_table is not null)
        {
            _table.Inner++;
            return frame;
        }

        _inline.EndList();
        if (tag.GetAttribute("role") is "presentation" or "none" || HtmlAttributes.IsLayout(html.Span[Math.Min(at, html.Length)..]))
        {
            return frame with { Layout = true };
        }

        _table = new HtmlTable(_writer);
        return frame with { Layout = false };
    }

    private HtmlFrame OpenList(HtmlFrame frame, HtmlTagToken tag)
    {
        _lists.Add((tag.Name == "ol", int.TryParse(tag.GetAttribute("start"), out var start) ? start : 1));
        return frame with { Lists = frame.Lists + 1 };
    }

    private string Label(string? value)
    {
        if (_lists.Count == 0 || !_lists[^1].Ordered)
        {
            return "-";
        }

        var number = int.TryParse(value, out var said) ? said : _lists[^1].Next;
        _lists[^1] = (true, number == int.MaxValue ? number : number + 1);
        return number.ToString(CultureInfo.InvariantCulture) + ".";
    }

    private void StartRow()
    {
        if (_table!.Inner > 0)
        {
            _inline.Between("; ");
        }
        else
        {
            CloseCell();
            _table.CloseRow();
        }
    }

    private void StartCell(HtmlTagToken tag)
    {
        if (_table!.Inner > 0)
        {
            _inline.Between(", ");
        }
        else
        {
            CloseCell();
            _table.OpenCell(tag.Name == "th", tag.GetAttribute("colspan"), tag.GetAttribute("rowspan"));
        }
    }

    private void End(string name)
    {
        if (_beyond > 0 && name.Length > 0)
        {
            _beyond--;
            return;
        }

        var at = _open.Count - 1;
        while (at > 0 && _open[at].Name != name && name.Length > 0)
        {
            // A cell's end tag that is not wanted does not reach out of the table it stands in.
            at = _open[at].Name is "table" && name is not ("table" or "body" or "html") ? 0 : at - 1;
        }

        if (at == 0 && name.Length > 0)
        {
            if (name == "p")
            {
                EndBlock();
            }

            return;
        }

        while (_open.Count > Math.Max(1, at))
        {
            Pop();
        }
    }

    private void Pop()
    {
        var frame = Top;
        if (HtmlElements.IsBlock(frame.Name))
        {
            EndBlock();
        }

        _open.RemoveAt(_open.Count - 1);
        switch (frame.Name)
        {
            case "ul" or "ol" or "menu" or "dir":
                _lists.RemoveAt(_lists.Count - 1);
                if (_lists.Count == 0 && _table is null)
                {
                    _inline.EndList();
                }

                break;
            case "td" or "th" when _table is { Inner: 0 } && !frame.Layout:
                CloseCell();
                break;
            case "tr" or "thead" or "tbody" or "tfoot" when _table is { Inner: 0 } && !frame.Layout:
                CloseCell();
                _table.CloseRow();
                if (frame.Name != "tr")
                {
                    _table.Group(string.Empty);
                }

                break;
            case "table" when !frame.Skipped && !(frame.Layout && _table is null):
                if (_table is { Inner: > 0 })
                {
                    _table.Inner--;
                }
                else
                {
                    EndTable();
                }

                break;
        }
    }

    private void CloseCell()
    {
        if (_table is { CellIsOpen: true })
        {
            _table.CloseCell(_inline.TakeCell());
        }
    }

    private void EndTable()
    {
        if (_table is not null)
        {
            CloseCell();
            _table.CloseRow();
            _table.End();
            _table = null;
            _inline.EndUnseen();
        }
    }

    /// <summary>Ends the run of text before a block starts or ends.</summary>
    private void EndBlock()
    {
        if (_table is { CellIsOpen: true })
        {
            _inline.Space();
            return;
        }

        if (_table is not null && _inline.HasText)
        {
            _table.Flush();
        }

        _inline.EndBlock(Top.Heading, _lists.Count, Top.Preformatted, keepUnseen: _table is not null);
    }
}
