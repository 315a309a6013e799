using System.Text;

namespace Copilot.Host.Commands;

/// <summary>Reads separated values as RFC 4180 has them: quotes around fields with separators or line breaks, quotes in them doubled.</summary>
internal sealed class CsvRows(TextReader reader)
{
    private readonly List<string> _fields = [];
    private readonly StringBuilder _quoted = new();

    /// <summary>Gets what separates the fields: the comma, or the semicolon or tab if the first line has more of them.</summary>
    public char Separator { get; private set; }

    /// <summary>Gets the number of the line that the row read last begins on, from 1.</summary>
    public long Line { get; private set; }

    private long Passed { get; set; }

    /// <summary>Reads a row; null at the end. Empty lines are passed over.</summary>
    /// <returns>The fields, without spaces around them; good until the next row is read.</returns>
    public IReadOnlyList<string>? Next()
    {
        while (reader.ReadLine() is { } line)
        {
            Passed++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            Line = Passed;
            Separator = Separator == default ? Guess(line) : Separator;
            _fields.Clear();
            Split(line);
            return _fields;
        }

        return null;
    }

    private static char Guess(string line)
    {
        var (best, most) = (',', line.Count(c => c == ','));
        foreach (var other in (char[])[';', '\t'])
        {
            var count = line.Count(c => c == other);
            (best, most) = count > most ? (other, count) : (best, most);
        }

        return best;
    }

    private void Split(string line)
    {
        var at = 0;
        while (true)
        {
            while (at < line.Length && line[at] == ' ')
            {
                at++;
            }

            if (at < line.Length && line[at] == '"')
            {
                (line, at) = Quoted(line, at + 1);
            }
            else
            {
                var end = line.IndexOf(Separator, at);
                _fields.Add(line[at..(end < 0 ? line.Length : end)].Trim());
                at = end < 0 ? line.Length : end;
            }

            if (at >= line.Length)
            {
                return;
            }

            at++;
        }
    }

    // Returns the line on which the field ends, and where its separator is.
    private (string Line, int At) Quoted(string line, int at)
    {
        _quoted.Clear();
        while (true)
        {
            var quote = line.IndexOf('"', at);
            if (quote >= 0 && quote + 1 < line.Length && line[quote + 1] == '"')
            {
                _quoted.Append(line, at, quote + 1 - at);
                at = quote + 2;
            }
            else if (quote >= 0)
            {
                _quoted.Append(line, at, quote - at);
                _fields.Add(_quoted.ToString().Trim());
                var end = line.IndexOf(Separator, quote);
                return (line, end < 0 ? line.Length : end);
            }
            else
            {
                _quoted.Append(line, at, line.Length - at);
                if (reader.ReadLine() is not { } more)
                {
                    _fields.Add(_quoted.ToString().Trim());
                    return (line, line.Length);
                }

                Passed++;
                _quoted.Append('\n');
                (line, at) = (more, 0);
            }
        }
    }
}
