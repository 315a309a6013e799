using System.Text;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Delimited;

/// <summary>The cells of one record, kept in one buffer that the next record uses again.</summary>
internal sealed class RecordCells(char delimiter)
{
    private readonly List<int> _ends = [];
    private readonly StringBuilder _line = new();
    private char[] _text = new char[4096];
    private int _length;

    /// <summary>Gets or sets the sign between cells.</summary>
    public char Delimiter { get; set; } = delimiter;

    /// <summary>Gets the number of cells.</summary>
    public int Count => _ends.Count;

    /// <summary>Gets a cell.</summary>
    public ReadOnlySpan<char> this[int at] => _text.AsSpan((at == 0 ? 0 : _ends[at - 1])..(_ends[at]));

    /// <summary>Takes a line apart in which quotes mean nothing.</summary>
    public void Plain(ReadOnlySpan<char> line)
    {
        Reset(line.Length);
        while (true)
        {
            var end = line.IndexOf(Delimiter);
            Append(end < 0 ? line : line[..end]);
            _ends.Add(_length);
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
        Reset(record.Length);
        var slips = false;
        while (true)
        {
            var start = 0;
            while (start < record.Length && record[start] == ' ')
            {
                start++;
            }

            if (start < record.Length && record[start] == '"')
            {
                record = record[(start + 1)..];
                if (!TakeQuoted(ref record))
                {
                    return QuoteReading.Open;
                }

                var rest = record.IndexOf(Delimiter);
                var after = rest < 0 ? record : record[..rest];
                if (!after.IsWhiteSpace())
                {
                    slips = true;
                    Append(after);
                }
            }
            else
            {
                var end = record.IndexOf(Delimiter);
                Append(end < 0 ? record : record[..end]);
            }

            _ends.Add(_length);
            var next = record.IndexOf(Delimiter);
            if (next < 0)
            {
                return slips ? QuoteReading.WordsAfter : QuoteReading.Closed;
            }

            record = record[(next + 1)..];
        }
    }

    /// <summary>Writes the record as one line; empty cells at its end are left out.</summary>
    public string Row()
    {
        _line.Clear();
        var waiting = 0;
        for (var i = 0; i < Count; i++)
        {
            var cell = this[i].Trim();
            if (cell.Length > 0)
            {
                for (; waiting > 0; waiting--)
                {
                    _line.Append(RowLine.Between);
                }

                _line.Append(cell);
            }

            waiting++;
        }

        return CleanText.Row(_line.ToString());
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

    private void Reset(int longest)
    {
        _ends.Clear();
        _length = 0;
        if (_text.Length < longest)
        {
            _text = new char[longest * 2];
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }
}
