using System.Text.RegularExpressions;
using Copilot.Knowledge.Ingestion.Chunking;

namespace Copilot.Knowledge.Answering;

/// <summary>Cuts a passage into statements: sentences, list items with their introduction, table rows with their column names.</summary>
internal sealed partial class StatementReader
{
    private readonly List<Statement> _statements = [];
    private readonly List<string> _paragraph = [];
    private string[]? _header;
    private string? _item;
    private string _intro = string.Empty;
    private int _group;
    private bool _inGroup;
    private int _paragraphs;

    /// <summary>Reads a passage.</summary>
    /// <param name="lead">The header of a table that was cut, or empty.</param>
    /// <param name="text">The passage.</param>
    public static IReadOnlyList<Statement> Read(string lead, string text)
    {
        var reader = new StatementReader();
        foreach (var line in (lead.Length > 0 ? $"{lead}\n{text}" : text).Split('\n'))
        {
            reader.Take(line);
        }

        reader.EndParagraph();
        reader.EndItem();
        return reader._statements;
    }

    private void Take(string raw)
    {
        var line = raw.Trim().TrimStart('>').Trim();
        var item = Item().Match(raw);
        if (line.Length == 0)
        {
            EndParagraph();
            EndItem();
            _header = null;
        }
        else if (line[0] == '#')
        {
            EndParagraph();
            EndItem();
            (_intro, _inGroup, _header) = (HeadingNumber().Replace(PlainText.Of(line.Trim('#')), string.Empty), false, null);
        }
        else if (line[0] == '|')
        {
            EndParagraph();
            TakeRow(line);
        }
        else if (item.Success && (_paragraph.Count == 0 || _item is null))
        {
            EndParagraph();
            EndItem();
            if (!_inGroup)
            {
                (_inGroup, _group) = (true, _group + 1);
            }

            _item = item.Groups["text"].Value;
        }
        else if (_item is not null)
        {
            _item += " " + line;
        }
        else
        {
            _paragraph.Add(line);
        }
    }

    private void TakeRow(string line)
    {
        var cells = line.Trim('|').Split('|').Select(c => PlainText.Of(c)).ToArray();
        if (cells.All(c => c.Length > 0 && c.All(x => x is '-' or ':' or ' ')))
        {
            return;
        }

        if (_header is null)
        {
            _header = cells;
            _group++;
            return;
        }

        // The first cell names the row, the others say something about it.
        var header = _header;
        var rest = cells.Skip(1).Select((c, i) => (Name: i + 1 < header.Length ? header[i + 1] : string.Empty, Value: c)).Where(c => c.Value.Length > 0);
        var said = string.Join("; ", rest.Select(c => c.Name.Length > 0 ? $"{c.Name}: {c.Value}" : c.Value));
        var subject = header[0].Length > 0 ? $"{header[0]}: {cells[0]}" : cells[0];
        _statements.Add(new Statement { Text = said.Length > 0 ? $"{subject} – {said}" : subject, Group = _group, IsRow = true, Paragraph = _paragraphs, Key = cells[0], KeyName = header[0], Columns = header[1..] });
    }

    private void EndItem()
    {
        if (_item is null)
        {
            return;
        }

        _statements.Add(new Statement { Text = PlainText.Of(_item), Intro = _intro, Group = _group, Paragraph = _paragraphs });
        _item = null;
    }

    private void EndParagraph()
    {
        if (_paragraph.Count == 0)
        {
            return;
        }

        EndItem();
        _paragraphs++;
        var text = PlainText.Of(string.Join(' ', _paragraph));
        var number = ClauseNumber().Match(text);
        text = text[number.Length..];
        _paragraph.Clear();
        var sentences = Sentences(text).ToList();
        (_inGroup, _intro) = (false, sentences.Count > 0 && sentences[^1].EndsWith(':') ? sentences[^1] : string.Empty);
        foreach (var sentence in sentences.Where(s => s != _intro || _intro.Length == 0))
        {
            _statements.Add(new Statement { Text = sentence, Paragraph = _paragraphs, IsFirst = sentence == sentences[0], Clause = number.Value.Trim() });
        }
    }

    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        foreach (Match end in SentenceEnd().Matches(text))
        {
            var before = text[start..end.Index];
            if (!Abbreviation().IsMatch(before) && before.Contains(' ', StringComparison.Ordinal))
            {
                yield return text[start..(end.Index + end.Groups["mark"].Length)].Trim();
                start = end.Index + end.Length;
            }
        }

        if (text[start..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    [GeneratedRegex(@"^\s*(?:[-*+•]\s+|\d{1,2}[.)]\s+|\(?[a-z]\)\s+)(?<text>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"^\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingNumber();

    [GeneratedRegex(@"^(?:§\s?)?\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?:\([a-z]\)\s+)?", RegexOptions.CultureInvariant)]
    private static partial Regex ClauseNumber();

    [GeneratedRegex(@"(?<mark>[.!?][""”’)]?)\s+(?=[""“‘(]?[\p{Lu}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(?:\b(?:e\.g|i\.e|No|Nos|approx|max|min|incl|excl|vs|etc|Mr|Mrs|Ms|Dr|art|Art|Ltd|Co|Inc|St|Sp|cf|sec|Sec|resp|fig|Fig)|\bz o\.o|\bo\.o|(?:^|\.\s?)\p{Lu})$", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();
}
