using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Documents.Readers.Delimited;

/// <summary>
/// Reads the records of delimited text (RFC 4180) one by one. A quote that is opened and not closed within reason never swallows
/// what follows: its line is read as it stands, and reading goes on with the next.
/// </summary>
internal sealed class RecordReader(TextReader reader, char delimiter)
{
    private const int LongestLine = 4_000_000;
    private const int LongestQuoted = 200_000;
    private const int MostQuotedLines = 500;
    private const int MostBroken = 20;
    private readonly RecordCells _cells = new(delimiter);
    private char[] _buffer = new char[128 * 1024];
    private int _at;
    private int _filled;
    private bool _ended;
    private long _nextLine = 1;

    /// <summary>Gets the number of the line at which the record starts, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Gets the lines on which a quote is not closed, as many as are named.</summary>
    public List<long> Broken { get; } = [];

    /// <summary>Gets how many quotes were not closed.</summary>
    public int BrokenCount { get; private set; }

    /// <summary>Gets the cells of the record; valid until the next is read.</summary>
    public RecordCells Cells => _cells;

    /// <summary>Reads ahead so that the start of the file can be looked at.</summary>
    public ReadOnlySpan<char> Sample()
    {
        Fill();
        return _buffer.AsSpan(_at, Math.Min(_filled - _at, 64 * 1024));
    }

    /// <summary>Sets the sign between cells.</summary>
    public void Use(char sign) => _cells.Delimiter = sign;

    /// <summary>Reads the next record; blank lines are passed over.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="CopilotException">A line is longer than a table's can be.</exception>
    public bool Read()
    {
        while (true)
        {
            var end = LineEnd(_at);
            if (end < 0)
            {
                return false;
            }

            Line = _nextLine;
            var line = _buffer.AsSpan(_at, end - _at);
            var next = end + 1;
            if (line.Length > 0 && line[^1] == '\r')
            {
                line = line[..^1];
            }

            if ((line.Length == 0 || line[0] <= ' ') && line.IsWhiteSpace() && line.IndexOf(_cells.Delimiter) < 0)
            {
                _at = Math.Min(next, _filled);
                _nextLine++;
                continue;
            }

            if (line.IndexOf('"') < 0)
            {
                _cells.Plain(line);
                _at = Math.Min(next, _filled);
                _nextLine++;
                return true;
            }

            Quoted(end);
            return true;
        }
    }

    private void Quoted(int end)
    {
        var start = _at;
        var lines = 1L;
        while (true)
        {
            var length = end - start;
            var record = _buffer.AsSpan(start, length);
            var reading = _cells.Quoted(record.Length > 0 && record[^1] == '\r' ? record[..^1] : record);

            // Words after a closing quote are a slip within one line; over several lines they show that the wrong quote closed.
            if (reading == QuoteReading.Closed || (reading == QuoteReading.WordsAfter && lines == 1))
            {
                _at = Math.Min(end + 1, _filled);
                _nextLine += lines;
                return;
            }

            // Where quotes break again and again, looking ahead for each would take longer than the file is worth.
            if (reading == QuoteReading.WordsAfter || BrokenCount >= MostBroken || length > LongestQuoted || lines >= MostQuotedLines || !More(ref start, ref end))
            {
                break;
            }

            lines++;
        }

        // As it stands: the first line alone, its quotes taken for inch marks or the like.
        BrokenCount++;
        if (Broken.Count < 5)
        {
            Broken.Add(Line);
        }

        end = LineEnd(_at);
        var alone = _buffer.AsSpan(_at, end - _at);
        _cells.Plain(alone.Length > 0 && alone[^1] == '\r' ? alone[..^1] : alone);
        _at = Math.Min(end + 1, _filled);
        _nextLine++;
    }

    /// <summary>Takes one more line to the record; false when there is none.</summary>
    private bool More(ref int start, ref int end)
    {
        var length = end - _at;
        var further = LineEnd(_at + length + 1);
        start = _at;
        if (further < 0)
        {
            end = _at + length;
            return false;
        }

        end = further;
        return true;
    }

    /// <summary>Finds the end of the line that starts at a place; reads more of the file as needed, which moves <see cref="_at"/> to the buffer's start.</summary>
    /// <returns>The place of the line feed, or of the file's end; -1 when nothing is left.</returns>
    private int LineEnd(int from)
    {
        var searched = from;
        while (true)
        {
            if (searched < _filled && _buffer.AsSpan(searched, _filled - searched).IndexOf('\n') is >= 0 and var found)
            {
                return searched + found;
            }

            if (_ended)
            {
                return from < _filled ? _filled : -1;
            }

            if (_filled - from > LongestLine)
            {
                throw new CopilotException($"line {_nextLine.ToString("N0", CultureInfo.InvariantCulture)} is longer than 4 million characters; this is no table in text. Export it again with one row a line.");
            }

            var moved = _at;
            searched = Math.Max(searched, _filled) - moved;
            from -= moved;
            Fill();
        }
    }

    private void Fill()
    {
        if (_at > 0)
        {
            Array.Copy(_buffer, _at, _buffer, 0, _filled - _at);
            _filled -= _at;
            _at = 0;
        }

        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = reader.ReadBlock(_buffer, _filled, _buffer.Length - _filled);
        _ended = read < _buffer.Length - _filled;
        _filled += read;

        // Line ends of old Macs have no line feed at all.
        if (_ended && _buffer.AsSpan(0, _filled).IndexOf('\n') < 0 && _nextLine == 1)
        {
            _buffer.AsSpan(0, _filled).Replace('\r', '\n');
        }
    }
}
