using Copilot.Contracts;

namespace Copilot.Documents.Readers.Writing;

/// <summary>Writes the text of a part block by block and keeps the places of the blocks. Blocks without text are left out.</summary>
internal sealed class PartWriter
{
    /// <summary>A part is closed at the next good place when it has so many characters. Texts a little longer go to the heap of large objects, which is cleaned rarely and at a price.</summary>
    public const int FullAt = 40_000;

    /// <summary>The longest text that counts as a heading; a longer one is a paragraph in a heading's dress.</summary>
    public const int LongestHeading = 300;

    private const int LongestLead = 1000;
    private readonly List<TextBlock> _blocks = [];
    private readonly List<string> _notes = [];
    private readonly HashSet<string> _noted = [];
    private char[] _text = new char[4096];
    private int _parts;

    /// <summary>Gets the number of characters written since the last <see cref="Take"/>.</summary>
    public int Length { get; private set; }

    /// <summary>Gets a value indicating whether the part is large enough to be closed.</summary>
    public bool IsFull => Length >= FullAt;

    /// <summary>Gets a value indicating whether there is something to take: text, or the first part of a document.</summary>
    public bool HasSomething => Length > 0 || _notes.Count > 0 || _parts == 0;

    /// <summary>Gets the first heading ever written; it serves as title when the document's properties have none.</summary>
    public string? FirstHeading { get; private set; }

    /// <summary>Adds a remark for people; the same remark is given once a document.</summary>
    public void Note(string note)
    {
        if (_noted.Add(note))
        {
            _notes.Add(note);
        }
    }

    /// <summary>Writes a heading.</summary>
    public void Heading(int level, string text, BlockMark mark = BlockMark.None)
    {
        var line = CleanText.Line(text);
        if (line.Length > LongestHeading)
        {
            Text(BlockKind.Paragraph, text, mark);
        }
        else if (line.Length > 0)
        {
            FirstHeading ??= mark == BlockMark.None ? line : null;
            Write(line, (s, e) => new TextBlock(BlockKind.Heading, s, e) { Level = Math.Clamp(level, 1, 9), Heading = line, Mark = mark });
        }
    }

    /// <summary>Writes running text.</summary>
    public void Paragraph(string text, BlockMark mark = BlockMark.None) => Text(BlockKind.Paragraph, text, mark);

    /// <summary>Writes a paragraph, code, or another block that has no inner structure.</summary>
    public void Text(BlockKind kind, string text, BlockMark mark = BlockMark.None)
    {
        var clean = CleanText.Of(text, out var unseen);
        clean = kind == BlockKind.Block ? TrimLines(clean) : clean.Trim();
        if (clean.Length > 0)
        {
            Write(clean, (s, e) => new TextBlock(kind, s, e) { Seams = kind == BlockKind.Block ? LineStarts(clean, s) : [], Mark = mark });
        }

        if (unseen is not null)
        {
            Note("holds words in invisible characters; they are marked as hidden");
            Write(CleanText.Line(unseen), (s, e) => new TextBlock(BlockKind.Paragraph, s, e) { Mark = BlockMark.Hidden });
        }
    }

    /// <summary>Writes a list: one item a line, cut between lines only.</summary>
    /// <param name="kind">List or table.</param>
    /// <param name="lines">The lines, each clean and without line breaks.</param>
    /// <param name="mark">What a reader must be told.</param>
    public void Lines(BlockKind kind, IReadOnlyList<string> lines, BlockMark mark = BlockMark.None)
    {
        var buffer = new LineBuffer();
        foreach (var line in lines)
        {
            buffer.Add(line);
        }

        Lines(kind, buffer, mark: mark);
    }

    /// <summary>Writes a list or a table: one item or row a line, cut between lines only.</summary>
    /// <param name="kind">List or table.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="header">The table's header, which is the first lines when the table starts here, or was in an earlier part; null for none.</param>
    /// <param name="headerHere">Whether the header is among the lines, at their start.</param>
    /// <param name="mark">What a reader must be told.</param>
    public void Lines(BlockKind kind, LineBuffer lines, string? header = null, bool headerHere = false, BlockMark mark = BlockMark.None)
    {
        if (lines.Starts.Count == 0)
        {
            return;
        }

        var start = Open();
        Append(lines.Text);

        // A header is not cut off its first row.
        var first = 1 + (headerHere && header is not null ? header.AsSpan().Count('\n') + 1 : 0);
        var seams = new int[Math.Max(0, lines.Starts.Count - first)];
        for (var i = 0; i < seams.Length; i++)
        {
            seams[i] = start + lines.Starts[first + i];
        }

        _blocks.Add(new TextBlock(kind, start, Length) { Seams = seams, Lead = header is null ? string.Empty : Lead(header), Mark = mark });
    }

    /// <summary>Closes the part and starts the next.</summary>
    /// <param name="page">The page or slide, or null.</param>
    /// <param name="title">The document's title; used in the first part only.</param>
    /// <param name="goesOn">Whether a table goes on in the next part.</param>
    public DocumentPart Take(int? page = null, string? title = null, bool goesOn = false)
    {
        if (Length > 0)
        {
            Append(goesOn ? "\n" : "\n\n");
        }

        var part = new DocumentPart
        {
            Text = new string(_text, 0, Length),
            Blocks = [.. _blocks],
            Page = page,
            Title = _parts == 0 && title is not null && CleanText.Line(title) is { Length: > 0 } line ? line : null,
            Notes = [.. _notes],
        };
        _parts++;
        Length = 0;
        _blocks.Clear();
        _notes.Clear();
        return part;
    }

    private void Write(string text, Func<int, int, TextBlock> block)
    {
        var start = Open();
        Append(text);
        _blocks.Add(block(start, Length));
    }

    private int Open()
    {
        if (Length > 0)
        {
            Append("\n\n");
        }

        return Length;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_text.Length - Length < text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, Length + text.Length));
        }

        text.CopyTo(_text.AsSpan(Length));
        Length += text.Length;
    }

    private static string Lead(string header)
    {
        if (header.Length <= LongestLead)
        {
            return header;
        }

        var cut = header.LastIndexOf(" | ", LongestLead, StringComparison.Ordinal);
        return cut > 0 ? header[..cut] : string.Empty;
    }

    private static string TrimLines(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length && char.IsWhiteSpace(text[i]); i++)
        {
            from = text[i] == '\n' ? i + 1 : from;
        }

        return text[from..].TrimEnd();
    }

    private static List<int> LineStarts(string text, int offset)
    {
        var starts = new List<int>();
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0 && i + 1 < text.Length; i = text.IndexOf('\n', i + 1))
        {
            starts.Add(offset + i + 1);
        }

        return starts;
    }
}
