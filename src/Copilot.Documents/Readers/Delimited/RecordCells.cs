using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Delimited;

/// <summary>The cells of one record, written as they come into the line that the record becomes. One buffer serves all records.</summary>
internal sealed class RecordCells(char delimiter)
{
    private readonly List<(int Start, int End)> _cells = [];
    private char[] _line = new char[4096];
    private int _length;
    private int _start;

    /// <summary>Gets or sets the sign between cells.</summary>
    public char Delimiter { get; set; } = delimiter;

    /// <summary>Gets the number of cells.</summary>
    public int Count => _cells.Count;

    /// <summary>Gets a cell.</summary>
    public ReadOnlySpan<char> this[int at] => _line.AsSpan(_cells[at].Start.._cells[at].End);

    /// <summary>Takes a line apart in which quotes mean nothing.</summary>
    public void Plain(ReadOnlySpan<char> line)
    {
        Reset();
        while (true)
        {
            var end = line.IndexOf(Delimiter);
            Append(end < 0 ? line : line[..end]);
            Close();
            if (end < 0)
            {
                return;
            }

            line = line[(end + 1)..];
        }
    }

    /// <summary>Takes a record apart in which a cell may stand in quotes and a quote in it is doubled.</summary>
    public QuoteReading Quoted(ReadOnlySpan<char> record)
    {
        Reset();
        var slips = false;
        while (true)
        {
            var start = 0;
            while (start < record.Length && record[start] == ' ')
            {
                start++;
            }

            int next;
            if (start < record.Length && record[start] == '"')
            {
                record = record[(start + 1)..];
                if (!TakeQuoted(ref record))
                {
                    return QuoteReading.Open;
                }

                next = record.IndexOf(Delimiter);
                var after = next < 0 ? record : record[..next];
                if (!after.IsWhiteSpace())
                {
                    slips = true;
                    Append(after);
                }
            }
            else
            {
                next = record.IndexOf(Delimiter);
                Append(next < 0 ? record : record[..next]);
            }

            Close();
            if (next < 0)
            {
                return slips ? QuoteReading.WordsAfter : QuoteReading.Closed;
            }

            record = record[(next + 1)..];
        }
    }

    /// <summary>Gets the record as one line; empty cells at its end are left out. Valid until the next is read.</summary>
    public ReadOnlySpan<char> Row()
    {
        var last = _cells.Count - 1;
        while (last >= 0 && this[last].IsWhiteSpace())
        {
            last--;
        }

        return last < 0 ? [] : CleanText.Row(_line.AsSpan(0, _cells[last].End));
    }

    /// <summary>Gives the cells as texts of their own.</summary>
    public IReadOnlyList<string> Texts()
    {
        var texts = new string[Count];
        for (var i = 0; i < Count; i++)
        {
            texts[i] = CleanText.Line(this[i].ToString());
        }

        return texts;
    }

    private bool TakeQuoted(ref ReadOnlySpan<char> record)
    {
        while (true)
        {
            var quote = record.IndexOf('"');
            if (quote < 0)
            {
                return false;
            }

            Append(record[..quote]);
            record = record[(quote + 1)..];
            if (record.Length == 0 || record[0] != '"')
            {
                return true;
            }

            Append("\"");
            record = record[1..];
        }
    }

    private void Reset()
    {
        _cells.Clear();
        (_length, _start) = (0, 0);
    }

    private void Close()
    {
        _cells.Add((_start, _length));
        Append(RowLine.Between);
        _start = _length;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_line.Length - _length < text.Length)
        {
            Array.Resize(ref _line, Math.Max(_line.Length * 2, _length + text.Length));
        }

        text.CopyTo(_line.AsSpan(_length));
        _length += text.Length;
    }
}
