using Copilot.Contracts;

namespace Copilot.Documents.Readers.Writing;

/// <summary>Gathers the rows of a table, finds its header, and writes it in one block or, where the part is closed in between, in several with the header as their lead.</summary>
internal sealed class TableWriter(PartWriter writer)
{
    private readonly LineBuffer _lines = new();
    private string? _header;
    private bool _headerHere;
    private bool _headerMayCome = true;

    /// <summary>Gets the number of characters that wait to be written.</summary>
    public int Waiting => _lines.Length;

    /// <summary>Adds a row.</summary>
    /// <param name="cells">Its cells.</param>
    /// <param name="header">Whether the file says that it is a header; rows at the table's start only.</param>
    public void Row(IReadOnlyList<string> cells, bool header)
    {
        var line = RowLine.Of(cells);
        if (line.Length == 0)
        {
            return;
        }

        if (_headerMayCome && (header || (_header is null && HeaderLook.IsHeader(cells))))
        {
            // Several header rows stand above each other; all are the lead.
            _header = _header is null ? line : _header + "\n" + line;
            _headerHere = true;
            _headerMayCome = header;
        }
        else
        {
            _headerMayCome = false;
        }

        _lines.Add(line);
    }

    /// <summary>Adds a row that is a line already.</summary>
    /// <param name="line">The line; without line breaks.</param>
    /// <param name="header">Whether it is the header.</param>
    public void Line(ReadOnlySpan<char> line, bool header)
    {
        if (header)
        {
            _header = line.ToString();
            _headerHere = true;
        }

        _lines.Add(line);
    }

    /// <summary>Writes the rows gathered so far; the table may go on afterwards.</summary>
    /// <param name="mark">What a reader must be told about these rows.</param>
    public void Flush(BlockMark mark = BlockMark.None)
    {
        writer.Lines(BlockKind.Table, _lines, _header, _headerHere, mark);
        _headerHere &= _lines.Length == 0;
        _lines.Clear();
    }

    /// <summary>Writes the rest and makes ready for the next table.</summary>
    public void End(BlockMark mark = BlockMark.None)
    {
        Flush(mark);
        _header = null;
        _headerHere = false;
        _headerMayCome = true;
    }
}
