using System.Globalization;
using System.Text;
using Copilot.Conversation.Composing;

namespace Copilot.Conversation.Streaming;

/// <summary>Writes checked units as markdown behind what was written before: paragraphs, lists, bold and tables; everything else is escaped.</summary>
/// <param name="marks">Numbers the sources by first use.</param>
/// <param name="screen">The guard's last look at a part.</param>
internal sealed class UnitWriter(SourceMarks marks, Func<string, string> screen)
{
    private readonly int[] _numbers = new int[4];
    private AnswerUnit? _last;

    /// <summary>Writes a sentence or heading.</summary>
    /// <param name="unit">Where it stands.</param>
    /// <param name="read">Its text.</param>
    /// <param name="cited">The evidence it is shown with.</param>
    public string Write(AnswerUnit unit, ReadUnit read, IReadOnlyList<string> cited)
    {
        var lead = Lead(unit);
        return lead.Between + lead.Sign + screen(unit.Kind == UnitKind.Heading ? $"**{MarkdownText.Escape(read.Plain.TrimEnd(':'))}**" : Sentence(read, cited));
    }

    /// <summary>Writes a table; its cells cite in the last column.</summary>
    public string Write(AnswerUnit unit, IReadOnlyList<IReadOnlyList<ReadUnit>> rows, Func<IReadOnlyList<ReadUnit>, IReadOnlyList<string>> cited)
    {
        var text = new StringBuilder();
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = rows[i].Select(c => MarkdownText.Escape(c.Plain)).ToList();
            if (i > 0)
            {
                cells[^1] = (cells[^1] + " " + Marks(cited(rows[i]))).Trim();
            }

            text.Append(i > 0 ? "\n" : string.Empty).Append("| ").AppendJoin(" | ", cells).Append(" |");
            if (i == 0)
            {
                text.Append('\n').Append('|').Insert(text.Length, " --- |", cells.Count);
            }
        }

        return Lead(unit).Between + screen(text.ToString());
    }

    private string Sentence(ReadUnit read, IReadOnlyList<string> cited)
    {
        var parts = read.Parts.ToList();
        var end = string.Empty;
        if (parts.Count > 0 && parts[^1].Text.TrimEnd() is { Length: > 0 } last && last[^1] is '.' or '!' or '?' or ':' or '…')
        {
            end = parts[^1].Text.TrimEnd()[^1].ToString();
            parts[^1] = parts[^1] with { Text = parts[^1].Text.TrimEnd()[..^1] };
        }

        var body = string.Concat(parts.Select(Part)).Trim();
        var shown = Marks(cited);
        return shown.Length == 0 ? body + end : $"{body} {shown}{(end.Length == 0 ? "." : end)}";
    }

    private static string Part((string Text, bool IsBold) part)
    {
        var text = part.Text;
        var inner = text.Trim();
        return inner.Length == 0 ? text
            : part.IsBold ? $"{text[..(text.Length - text.TrimStart().Length)]}**{MarkdownText.Escape(inner)}**{text[text.TrimEnd().Length..]}"
            : $"{(text[0] == ' ' ? " " : string.Empty)}{MarkdownText.Escape(inner)}{(text[^1] == ' ' && text.Length > 1 ? " " : string.Empty)}";
    }

    private string Marks(IReadOnlyList<string> cited)
        => string.Concat(cited.Select(marks.Cite).Distinct().OrderBy(m => m.Length).ThenBy(m => m, StringComparer.Ordinal).Select(m => $"[{m}]"));

    private (string Between, string Sign) Lead(AnswerUnit unit)
    {
        var last = _last;
        _last = unit;
        if (last is not null && last.Block == unit.Block)
        {
            return (" ", string.Empty);
        }

        var wasList = last?.Kind is UnitKind.Bullet or UnitKind.Numbered;
        var isList = unit.Kind is UnitKind.Bullet or UnitKind.Numbered;
        if (!wasList)
        {
            Array.Clear(_numbers);
        }

        Array.Clear(_numbers, unit.Indent + 1, _numbers.Length - unit.Indent - 1);
        var between = last is null ? string.Empty : wasList && isList ? "\n" : "\n\n";
        var indent = wasList ? new string(' ', unit.Indent * 3) : string.Empty;
        var sign = unit.Kind switch
        {
            UnitKind.Bullet => "- ",
            UnitKind.Numbered => (++_numbers[unit.Indent]).ToString(CultureInfo.InvariantCulture) + ". ",
            _ => string.Empty,
        };
        return (between, isList ? indent + sign : string.Empty);
    }
}
