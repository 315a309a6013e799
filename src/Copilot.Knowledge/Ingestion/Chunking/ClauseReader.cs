using System.Globalization;
using System.Text.RegularExpressions;
using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>
/// Tells the numbered clauses of contracts and rules apart in running text: "7.2 Late delivery", "§ 7", "Article 12", "(b)", and their like
/// in French, German, Spanish, Dutch and Italian. A number counts when it follows on the ones before it: "12.50 EUR" at the
/// beginning of a line is no clause.
/// </summary>
internal sealed partial class ClauseReader
{
    private const int LongestNumber = 30;
    private const int MostSkipped = 3;
    private const int LongestTitle = 90;
    private const int ShortestClause = 160;

    private readonly ItemStack _items = new();
    private int[] _number = [];
    private string _label = string.Empty;
    private bool _named;

    /// <summary>Gets the numbers a heading begins with, or none: 7 and 2 for "7.2 Late delivery" and for "Article 7.2".</summary>
    public static IReadOnlyList<int> NumberOf(string heading)
    {
        if (Numbered().Match(heading) is { Success: true } number)
        {
            return Numbers(number.Groups["n"].Value);
        }

        return Named().Match(heading) is { Success: true } named && char.IsAsciiDigit(named.Groups["n"].Value[0]) && !IsPart(named.Groups["w"].Value)
            ? Numbers(named.Groups["n"].Value)
            : [];
    }

    /// <summary>Notes a heading: clauses below it go on from its number.</summary>
    public void Heading(string heading)
    {
        _items.Clear();
        if (NumberOf(heading) is { Count: > 0 } number)
        {
            _number = [.. number];
            _named = Named().IsMatch(heading);
            _label = NumberText().Match(heading).Value.Trim();
        }
        else if (Named().IsMatch(heading))
        {
            (_number, _label, _named) = ([], string.Empty, false);
        }
    }

    /// <summary>Splits a block at the clauses that begin in it.</summary>
    /// <param name="text">The part's text.</param>
    /// <param name="block">The block.</param>
    /// <returns>Segments that cover the block.</returns>
    public IEnumerable<ClauseSegment> Split(string text, TextBlock block)
    {
        var (start, head) = (block.Start, (ClauseHead?)null);
        var (steps, title) = (IsSteps(text, block), false);
        for (var line = block.Start; line < block.End;)
        {
            var end = text.IndexOf('\n', line, block.End - line);
            end = end < 0 ? block.End : end;
            if (MayOpen(text.AsSpan(line, end - line)) && (title || IsFresh(text, block, line)) && HeadOf(text[line..end], steps) is { } found)
            {
                // Below a line that is nothing but a title the next clause may begin at once.
                title = found.Label.Length >= text.AsSpan(line, end - line).Trim().Length - 2;
                if (line > start)
                {
                    yield return new ClauseSegment(start, line, head);
                }

                (start, head) = (line, found);
            }
            else
            {
                title = false;
            }

            line = end + 1;
        }

        if (start < block.End)
        {
            yield return new ClauseSegment(start, block.End, head);
        }
    }

    private static bool MayOpen(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        return line.Length > 1 && (char.IsAsciiDigit(line[0]) || line[0] is '§' or '(' || line[1] is '.' or ')'
            || (char.IsUpper(line[0]) && line[..Math.Min(line.Length, 14)].IndexOfAny(' ', '.') > 2));
    }

    /// <summary>A line inside a paragraph opens a clause only where a sentence has come to its end: a wrapped line may begin with any number.</summary>
    private static bool IsFresh(string text, TextBlock block, int line)
    {
        var before = line - 1;
        while (before >= block.Start && char.IsWhiteSpace(text[before]))
        {
            before--;
        }

        return before < block.Start || text[before] is '.' or ';' or ':' or '!' or '?' or '”' or '"' || (text[before] == ',' && block.Kind == BlockKind.List);
    }

    private static bool IsPart(string word) => PartWord().IsMatch(word);

    private static int[] Numbers(string number) => [.. number.Split('.').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];

    private ClauseHead? HeadOf(string line, bool steps)
    {
        line = line.Trim();
        return Name(line) ?? Number(line, steps) ?? Item(line);
    }

    private ClauseHead? Name(string line)
    {
        var match = Named().Match(line);
        if (!match.Success)
        {
            return null;
        }

        var rest = line[match.Length..].TrimStart(' ', '.', ':', ')', '-', '–', '—');
        if (rest.Length > 0 && (!(char.IsUpper(rest[0]) || rest[0] is '(' or '"' or '“' or '„' or '«') || ReferenceWord().IsMatch(rest)))
        {
            // "Clause 7.2 applies" speaks of a clause and opens none.
            return null;
        }

        _items.Clear();
        var number = match.Groups["n"].Value;
        var label = WithTitle(match.Value.TrimEnd('.', ':', ' '), rest);
        if (IsPart(match.Groups["w"].Value))
        {
            (_number, _label, _named) = ([], string.Empty, false);
            return new ClauseHead(label, 0, [], IsItem: false);
        }

        _number = char.IsAsciiDigit(number[0]) ? Numbers(number) : [];
        (_label, _named) = (match.Value.TrimEnd('.', ':', ' '), true);
        return new ClauseHead(label, Math.Max(1, _number.Length), _number, IsItem: false);
    }

    private ClauseHead? Number(string line, bool steps)
    {
        var match = Numbered().Match(line);
        if (!match.Success)
        {
            return null;
        }

        var number = Numbers(match.Groups["n"].Value);
        if (number.Length == 1 && (_named || steps))
        {
            // The numbered paragraphs of an article, or the steps of a list.
            return _named ? Item(line) : null;
        }

        if (!Follows(number) || (number.Length == 1 && match.Groups["d"].Length == 0 && !IsTitle(line)))
        {
            return null;
        }

        _items.Clear();
        (_number, _named) = (number, _named && number.Length > 1);
        _label = match.Groups["n"].Value;
        var letter = match.Groups["l"].Value;
        if (letter.Length > 0)
        {
            _label = $"{_label} {letter}";
        }

        return new ClauseHead(WithTitle(_label, line[match.Length..].TrimStart()), number.Length, letter.Length > 0 ? [] : number, IsItem: false);
    }

    private ClauseHead? Item(string line)
    {
        if (_label.Length == 0 || ItemMark().Match(line) is not { Success: true } match || _items.Enter(match.Groups["i"].Value) is not { } depth)
        {
            return null;
        }

        return new ClauseHead($"{_label} {_items.Label}", 10 + depth, [], IsItem: true);
    }

    /// <summary>Says whether a number may come next: a first child, the next sibling of it or of one above it, or a new beginning.</summary>
    private bool Follows(int[] number)
    {
        if (number.Any(n => n > LongestNumber) || number.SequenceEqual(_number))
        {
            return false;
        }

        if (_number.Length == 0 || number[0] == 1)
        {
            return true;
        }

        var same = 0;
        while (same < number.Length && same < _number.Length && number[same] == _number[same])
        {
            same++;
        }

        if (same == number.Length)
        {
            return false;
        }

        var step = number[same] - (same < _number.Length ? _number[same] : 0);
        return step is > 0 and <= MostSkipped && number.Skip(same + 1).All(n => n <= 1);
    }

    /// <summary>Several short numbered lines are steps; one long paragraph with a number is a clause.</summary>
    private static bool IsSteps(string text, TextBlock block)
        => block.Kind == BlockKind.List && (block.Seams.Count > 0 || block.End - block.Start < ShortestClause) && !Deep().IsMatch(text.AsSpan(block.Start, block.End - block.Start));

    private static bool IsTitle(string line) => line.Length <= LongestTitle && !line.EndsWith('.') && !line.EndsWith(',');

    /// <summary>Adds the words behind a number when they are a title: a short line, or a few words before the first full stop.</summary>
    private static string WithTitle(string label, string rest)
    {
        if (rest.Length == 0)
        {
            return label;
        }

        var window = rest.AsSpan(0, Math.Min(rest.Length, LongestTitle));
        var end = SentenceEnd(window);
        if (end < 0)
        {
            return IsTitle(rest) ? $"{label} {rest}" : label;
        }

        var title = rest[..end].TrimEnd(' ', '.', ':', '–', '—');
        return title.Length > 2 && title.Count(c => c == ' ') < 8 && char.IsUpper(title[0]) ? $"{label} {title}" : label;
    }

    private static int SentenceEnd(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && text[i - 1] is '.' or ':' or '–' or '—')
            {
                return i;
            }
        }

        return -1;
    }

    [GeneratedRegex(@"^[ \t]*\d{1,2}\.\d{1,2}\.?[ \t]+\S", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Deep();

    [GeneratedRegex(@"^(?<n>\d{1,3}(?:\.\d{1,3}){0,4})(?<d>[.)]?)(?<l>(?:\s?\((?:[a-z]|[ivx]{1,4})\))*)(?=\s+[""“„«'‘(\[]*\p{Lu}|\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"^(?<w>§{1,2}|section|clause|article|schedule|annex|appendix|exhibit|chapter|part|annexe|chapitre|titre|artikel|abschnitt|ziffer|klausel|anlage|anhang|kapitel|teil|"
        + @"cl[áa]usula|art[íi]culo|secci[óo]n|anexo|cap[íi]tulo|clausule|bijlage|hoofdstuk|sectie|paragraaf|articolo|art|clausola|sezione|allegato|capitolo)\.?\s*(?:n[°ºr]\.?\s*)?"
        + @"(?<n>\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,6}|[A-Z])(?:er|bis|ter|º|°)?(?:\s?\((?:[a-z]{1,2}|[ivx]{1,4}|\d{1,2})\))*(?=[\s.:)–—-]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:schedule|annex|appendix|exhibit|chapter|part|annexe|chapitre|titre|anlage|anhang|kapitel|teil|anexo|cap[íi]tulo|bijlage|hoofdstuk|allegato|capitolo)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartWord();

    [GeneratedRegex(@"^(?:abs|absatz|satz|nr|nummer|lit|und|and|or|et|ff|ou|oder|lid|comma|shall|applies)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReferenceWord();

    [GeneratedRegex(@"^[^\s\d]*\s*\d{1,3}(?:\.\d{1,3}){0,4}", RegexOptions.CultureInvariant)]
    private static partial Regex NumberText();

    [GeneratedRegex(@"^(?:[-*•]\s+)?(?:\((?<i>[a-z]|[ivx]{1,5}|\d{1,2})\)|(?<i>[a-z]|[ivx]{1,5}|\d{1,2})[.)])(?=\s+\S)", RegexOptions.CultureInvariant)]
    private static partial Regex ItemMark();
}
