using System.Text;
using System.Text.RegularExpressions;

namespace Copilot.Conversation.Streaming;

/// <summary>Cuts markdown into units while it streams. A unit comes out as soon as its end is certain; in doubt two sentences stay one.</summary>
internal sealed partial class AnswerCutter
{
    private const int LongestTable = 20_000;
    private readonly StringBuilder _line = new();
    private readonly List<string> _rows = [];
    private int _tableLength;
    private UnitKind _kind;
    private int _indent;
    private int _block;
    private bool _inLine;
    private bool _atStart;
    private bool _blockOpen;

    /// <summary>Takes the next piece of text.</summary>
    /// <returns>The units that became whole.</returns>
    public IReadOnlyList<AnswerUnit> Add(string text)
    {
        var units = new List<AnswerUnit>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r')
            {
                _line.Append(text, start, i - start);
                start = i + 1;
                EndLine(units, isLast: false);
            }
        }

        _line.Append(text, start, text.Length - start);
        Advance(units);
        return units;
    }

    /// <summary>Says that no more text comes.</summary>
    /// <returns>The units that are left; the last may not be whole.</returns>
    public IReadOnlyList<AnswerUnit> Finish()
    {
        var units = new List<AnswerUnit>();
        EndLine(units, isLast: true);
        EndTable(units);
        return units;
    }

    private void Advance(List<AnswerUnit> units)
    {
        if (!_inLine && !Begins(units, isWhole: false))
        {
            return;
        }

        while (SentenceEnd.Find(_line.ToString(), isEnd: false) is { } end)
        {
            Emit(units, _line.ToString(0, end), isWhole: true);
            _line.Remove(0, end);
        }
    }

    private void EndLine(List<AnswerUnit> units, bool isLast)
    {
        if (!_inLine && string.IsNullOrWhiteSpace(_line.ToString()))
        {
            EndTable(units);
            _line.Clear();
            _blockOpen = false;
            return;
        }

        if (_inLine || Begins(units, isWhole: true))
        {
            while (SentenceEnd.Find(_line.ToString(), isEnd: true) is { } end)
            {
                Emit(units, _line.ToString(0, end), isWhole: true);
                _line.Remove(0, end);
            }

            Emit(units, _line.ToString(), isWhole: !isLast || SentenceEnd.Closes(_line.ToString()));
        }

        _line.Clear();
        _inLine = false;
        _blockOpen = _kind is not UnitKind.Heading;
    }

    /// <summary>Reads the sign at the beginning of a line.</summary>
    /// <returns>False when there is nothing to cut: a rule, a fence, a row of a table, or too little to tell.</returns>
    private bool Begins(List<AnswerUnit> units, bool isWhole)
    {
        var line = _line.ToString();
        if (line.TrimStart().StartsWith('|'))
        {
            if (isWhole && (_tableLength += line.Length) <= LongestTable)
            {
                _rows.Add(line.Trim());
            }

            return false;
        }

        if (!isWhole && line.TrimStart().Length < 6)
        {
            return false;
        }

        EndTable(units);
        if (Fence().IsMatch(line) || Rule().IsMatch(line))
        {
            return false;
        }

        var sign = Sign().Match(line);
        var spaces = sign.Groups["indent"].Value.Replace("\t", "    ", StringComparison.Ordinal).Length;
        var kind = sign.Groups["bullet"].Success ? UnitKind.Bullet : sign.Groups["number"].Success ? UnitKind.Numbered : sign.Groups["heading"].Success ? UnitKind.Heading : UnitKind.Paragraph;
        var goesOn = kind == UnitKind.Paragraph && _blockOpen && (_kind == UnitKind.Paragraph || spaces >= 2);
        if (!goesOn)
        {
            _block++;
            _kind = kind;
            _indent = kind is UnitKind.Bullet or UnitKind.Numbered ? Math.Min(3, spaces / 2) : 0;
        }

        _line.Remove(0, sign.Length);
        _inLine = true;
        _atStart = true;
        return true;
    }

    private void Emit(List<AnswerUnit> units, string text, bool isWhole)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            units.Add(new AnswerUnit(_kind, _block, _indent, text.Trim(), isWhole) { StartsLine = _atStart });
            _atStart = false;
        }
    }

    private void EndTable(List<AnswerUnit> units)
    {
        if (_rows.Count > 0)
        {
            _block++;
            units.Add(new AnswerUnit(UnitKind.Table, _block, 0, string.Join('\n', _rows), _tableLength <= LongestTable));
            _blockOpen = false;
        }

        _rows.Clear();
        _tableLength = 0;
    }

    [GeneratedRegex(@"^(?<indent>[ \t]*)(?:>[ \t]?)*(?:(?<bullet>[-*+•–])[ \t]+|(?<number>\d{1,3}[.)])[ \t]+|(?<heading>#{1,6})[ \t]+)?")]
    private static partial Regex Sign();

    [GeneratedRegex(@"^\s*(?:```|~~~)")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s*(?:[-*_=]\s*){3,}$")]
    private static partial Regex Rule();
}
