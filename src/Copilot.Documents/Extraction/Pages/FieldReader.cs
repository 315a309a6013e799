using System.Text.RegularExpressions;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Reads numbers and dates of a document: what stands behind, beside or below their labels.</summary>
/// <param name="text">The document.</param>
/// <param name="skipped">Rows that belong to lines.</param>
internal sealed partial class FieldReader(PageText text, IReadOnlySet<int> skipped)
{
    private const int LongestNumber = 40;
    private const double Behind = 0.96;
    private const double Beside = 0.94;
    private const double Under = 0.94;
    private const float FarAway = 26;
    private const float Aligned = 3;
    private const int NearestDate = 14;
    private const int FarthestDate = 24;

    private readonly List<Candidate> _found = [];

    /// <summary>Reads them.</summary>
    public IReadOnlyList<Candidate> Read()
    {
        foreach (var label in text.Labels.Where(l => !skipped.Contains(l.Row)))
        {
            foreach (var (name, weight) in LabelRules.Numbers(label))
            {
                Values(label, name, weight, isDate: false);
            }

            foreach (var (name, weight) in LabelRules.Dates(label))
            {
                Values(label, name, weight, isDate: true);
            }
        }

        new UnlabelledReader(text, skipped, this, _found).Read();
        return _found;
    }

    /// <summary>Gets the number that a run of words begins with, and its words; null when there is none.</summary>
    public (string Value, IReadOnlyList<PlacedWord> Words)? Number(IReadOnlyList<PlacedWord> words)
    {
        var at = 0;
        while (at < words.Count && !words[at].Text.Any(char.IsLetterOrDigit))
        {
            at++;
        }

        var first = at;

        // A prefix of capitals may stand apart: "RE 2026-17".
        while (at < words.Count && at - first < 2 && !words[at].Text.Any(char.IsDigit) && words[at].Text.Length <= 5 && words[at].Text.All(c => char.IsUpper(c) || c is '-' or '/' or '.'))
        {
            at++;
        }

        // "(380)" is the code of the kind of document.
        if (at >= words.Count || !words[at].Text.Any(char.IsDigit) || KindCode().IsMatch(words[at].Text))
        {
            return null;
        }

        var last = at;
        while (last + 1 < words.Count && !words[last].Text.EndsWith(',') && Follows().IsMatch(words[last + 1].Text) && words.Count <= 4 && text.Dates.First(words[last + 1].Text) is null && text.Dates.First(string.Join(' ', words.Skip(last + 1).Select(w => w.Text))) is not { At: 0 })
        {
            last++;
        }

        var taken = words.Skip(first).Take(last - first + 1).ToList();
        var value = Sign().Replace(string.Join(' ', taken.Select(w => w.Text)), string.Empty).Trim(' ', ',', ';', ':', '.', '#', '/');
        value = value.Count(c => c == '(') != value.Count(c => c == ')') ? value.Trim('(', ')') : value.StartsWith('(') ? value.Trim('(', ')') : value;
        var isDate = text.Dates.First(string.Join(' ', words.Skip(first).Take(3).Select(w => w.Text))) is { At: 0 };
        return value.Length is 0 or > LongestNumber || isDate || Money().IsMatch(value) ? null : (value, taken);
    }

    private void Values(Label label, string name, double weight, bool isDate)
    {
        var row = text.Rows[label.Row];
        if (label.Rest.Count > 0)
        {
            if (Take(name, isDate, label.Row, label.Rest, weight * (label.IsMarked ? Behind : Behind - 0.02)))
            {
                return;
            }

            // Behind the label stand other words, so below it stands something else.
            if (label.Rest.Any(w => w.Text.Any(char.IsLetterOrDigit)))
            {
                return;
            }
        }

        var isLast = text.ByCell[(label.Row, label.Cell)].Last() == label;
        if (!isLast)
        {
            return;
        }

        // A head stands right above its value, even where the cell beside it could be one as well.
        var head = row.Cells[label.Cell];
        var (x0, x1) = label.Words.Count == head.Words.Count || label.Rest.Count > 0 ? (label.Words[0].X0, label.Words[^1].X1) : (head.X0, label.Words[^1].X1);
        var below = text.Below(label.Row, x0, x1) is var (r, c) && !text.IsLabel(r, c) && !skipped.Contains(r) ? (r, c) : ((int Row, int Cell)?)null;
        if (!label.IsMarked && below is { } under && IsAligned(x0, x1, text.Rows[under.Row].Cells[under.Cell]) && char.IsAsciiDigit(Last(text.Rows[under.Row].Cells[under.Cell].Words[0].Text)) && Take(name, isDate, under.Row, text.Rows[under.Row].Cells[under.Cell].Words, weight * Under))
        {
            return;
        }

        if (label.Cell + 1 < row.Cells.Count && !text.IsLabel(label.Row, label.Cell + 1) && row.Cells[label.Cell + 1] is var next
            && next.X0 - row.Cells[label.Cell].X1 < FarAway * row.Height && Take(name, isDate, label.Row, next.Words, weight * Beside))
        {
            return;
        }

        if (below is { } place)
        {
            Take(name, isDate, place.Row, text.Rows[place.Row].Cells[place.Cell].Words, weight * Under);
        }
    }

    private static bool IsAligned(float x0, float x1, Segment cell)
        => Math.Abs(cell.X0 - x0) < Aligned || Math.Abs(cell.X1 - x1) < Aligned || Math.Abs(cell.X0 + cell.X1 - x0 - x1) < 2 * Aligned;

    private static char Last(string word) => word.TrimEnd('.', ',') is { Length: > 0 } plain ? plain[^1] : ' ';

    /// <summary>Takes what a run of words begins with, if it is a number or a day, and the day that stands behind a number.</summary>
    public bool Take(string name, bool isDate, int row, IReadOnlyList<PlacedWord> words, double sure)
    {
        if (isDate)
        {
            if (text.Dates.First(string.Join(' ', words.Select(w => w.Text))) is not { } date || date.At > (words[0].Text.Any(char.IsDigit) ? FarthestDate : NearestDate))
            {
                return false;
            }

            _found.Add(new Candidate(name, text.Field(date.Iso, sure * date.Sure, row, words), _found.Count));
            return true;
        }

        if (Number(words) is not { } number)
        {
            // "Sammelrechnung vom 15.02.2026"
            if (name is "invoice" or "credit" or "document" && text.Dates.First(string.Join(' ', words.Take(5).Select(w => w.Text))) is { At: < 10 } issued && (issued.At == 0 || Of().IsMatch(words[0].Text)))
            {
                _found.Add(new Candidate(name + "Date", text.Field(issued.Iso, sure * issued.Sure * 0.97, row, words), _found.Count));
            }

            return false;
        }

        _found.Add(new Candidate(name, text.Field(number.Value, sure, row, number.Words), _found.Count));

        // "Invoice 17 of 4 March 2026": the date of the document stands behind its number.
        var rest = words.Skip(Math.Max(0, words.ToList().IndexOf(number.Words[^1]) + 1)).ToList();
        if (name is "invoice" or "credit" or "order" or "yourOrder" or "confirmation" or "delivery" or "document" or "plain" or "packing" && rest.Count > 0 && text.Dates.First(string.Join(' ', rest.Select(w => w.Text))) is { At: < 10 } day)
        {
            _found.Add(new Candidate((name == "yourOrder" ? "order" : name) + "Date", text.Field(day.Iso, sure * day.Sure, row, rest), _found.Count));
        }

        return true;
    }

    [GeneratedRegex("^(?:vom|dated|of|du|del|van|d\\.d\\.)$", RegexOptions.IgnoreCase)]
    private static partial Regex Of();

    /// <summary>"n°2026-0087" without a space.</summary>
    [GeneratedRegex(@"^(?:[Nn][°º]|[Nn]r\.|[Nn]o\.)(?=[\dA-Z])")]
    private static partial Regex Sign();

    [GeneratedRegex(@"^\(\d{3}\)$")]
    private static partial Regex KindCode();

    [GeneratedRegex(@"^(?:[-/]?\d+|[-/])$")]
    private static partial Regex Follows();

    [GeneratedRegex(@"[€$£%]|^\d{1,3}(?:[.,]\d{3})*[.,]\d{2}$")]
    private static partial Regex Money();
}
