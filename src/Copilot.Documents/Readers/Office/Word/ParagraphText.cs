using System.Text;

namespace Copilot.Documents.Readers.Office.Word;

/// <summary>The text of one paragraph: what is seen, what is not, and what hangs on it.</summary>
internal sealed class ParagraphText
{
    private readonly WordStyles _styles;
    private readonly StringBuilder _seen = new();
    private readonly StringBuilder _unseen = new();
    private readonly Stack<bool> _fields = new();
    private readonly RunLook _look;
    private readonly string? _ground;
    private bool _plain;

    /// <summary>Reads a paragraph.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="styles">The document's styles.</param>
    /// <param name="ground">The colour behind it from its cell, table or page.</param>
    /// <param name="groundIsKnown">Whether the colour behind it is known at all.</param>
    public ParagraphText(OfficeNode paragraph, WordStyles styles, string? ground, bool groundIsKnown = true)
    {
        _styles = styles;
        var properties = paragraph.Child("pPr");
        var style = styles.Paragraph(properties?.Child("pStyle")?.Value);
        _look = style.Look;
        _ground = RunLook.GroundOf(properties) ?? style.Ground ?? ground ?? (groundIsKnown ? null : "unknown");
        Walk(paragraph);
    }

    /// <summary>Gets what a person sees.</summary>
    public string Seen => _seen.ToString();

    /// <summary>Gets what a person does not see.</summary>
    public string Unseen => _unseen.ToString();

    /// <summary>Gets a value indicating whether all that is seen is bold.</summary>
    public bool IsBold => !_plain && _seen.Length > 0;

    /// <summary>Gets the footnotes, endnotes and comments it refers to: the kind of element and the id.</summary>
    public List<(string Kind, string Id, int At)> References { get; } = [];

    /// <summary>Gets the text boxes that hang on it, and whether they stand outside the page.</summary>
    public List<(OfficeNode Box, bool OffPage)> Boxes { get; } = [];

    /// <summary>Gets a value indicating whether it holds tracked changes.</summary>
    public bool Tracked { get; private set; }

    private void Walk(OfficeNode parent)
    {
        foreach (var node in parent.Children)
        {
            switch (node.Name)
            {
                case "r":
                    Run(node);
                    break;
                case "del" or "moveFrom":
                    Tracked = true;
                    break;
                case "ins" or "moveTo":
                    Tracked = true;
                    Walk(node);
                    break;
                case "hyperlink" or "smartTag" or "sdt" or "sdtContent" or "customXml" or "fldSimple" or "bdo" or "dir":
                    Walk(node);
                    break;
                case "AlternateContent":
                    Walk(node.Chosen());
                    break;
                case "oMath" or "oMathPara":
                    _seen.Append(string.Concat(node.Deep("t").Select(t => t.Text)));
                    break;
            }
        }
    }

    private void Run(OfficeNode run)
    {
        var properties = run.Child("rPr");
        var look = RunLook.Of(properties).Over(_styles.Find(properties?.Child("rStyle")?.Value).Look).Over(_look);
        var unseen = look.IsUnseen(_ground);
        foreach (var node in run.Children)
        {
            Piece(node, unseen ? _unseen : _seen, look);
        }

        if (unseen && _unseen.Length > 0 && _unseen[^1] != ' ')
        {
            _unseen.Append(' ');
        }
    }

    private void Piece(OfficeNode node, StringBuilder to, RunLook look)
    {
        switch (node.Name)
        {
            case "t" when !InInstruction:
                _plain |= to == _seen && look.Bold != true && !string.IsNullOrWhiteSpace(node.Text);
                to.Append(node.Text);
                break;
            case "tab" or "ptab" when !InInstruction:
                to.Append('\t');
                break;
            case "br" or "cr" when !InInstruction:
                to.Append('\n');
                break;
            case "noBreakHyphen" when !InInstruction:
                to.Append('-');
                break;
            case "sym" when !InInstruction:
                to.Append('•');
                break;
            case "fldChar":
                Field(node["fldCharType"]);
                break;
            case "footnoteReference" or "endnoteReference" or "commentReference" when node["id"] is { } id:
                References.Add((node.Name, id, _seen.Length));
                break;
            case "ruby":
                foreach (var inner in node.Child("rubyBase")?.All("r") ?? [])
                {
                    Run(inner);
                }

                break;
            case "drawing" or "pict" or "object" or "AlternateContent":
                var chosen = node.Chosen();
                Boxes.AddRange(chosen.Deep("txbxContent").Select(b => (b, WordPlaces.IsOffPage(chosen))));
                break;
        }
    }

    private bool InInstruction => _fields.Contains(true);

    private void Field(string? type)
    {
        switch (type)
        {
            case "begin" when _fields.Count < 50:
                _fields.Push(true);
                break;
            case "separate" when _fields.TryPop(out _):
                _fields.Push(false);
                break;
            case "end":
                _fields.TryPop(out _);
                break;
        }
    }
}
