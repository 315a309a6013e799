using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Finds addresses that no label names, and tells whose they are: of the one who writes, or of the one who is written to.</summary>
/// <param name="text">The document.</param>
internal sealed partial class AddressReader(PageText text)
{
    private const int LongestName = 90;
    private const int MostLines = 7;
    private const double Sure = 0.9;
    private const double Writers = 1.5;

    /// <summary>A line this much higher than the town's is no part of the address.</summary>
    private const float MuchHigher = 1.4f;

    /// <summary>The same for recognised words, of which one may have the height of a blot.</summary>
    private const float MuchHigherInk = 2.2f;

    /// <summary>No address window begins this high.</summary>
    private const float TopOfPage = 0.06f;

    /// <summary>Finds who is written to: the address that looks least like that of the one who writes.</summary>
    /// <param name="writer">Who writes, where a label says so.</param>
    public ExtractedField? Window(string? writer)
    {
        (double Score, (int Row, int Cell) Name)? best = null;
        var known = new HashSet<string>();
        for (var r = 0; r < text.Rows.Count && text.Rows[r].Page == text.FirstPage && text.Rows[r].Y0 < 0.5f * text.Rows[r].PageHeight; r++)
        {
            for (var c = 0; c < text.Rows[r].Cells.Count; c++)
            {
                if (!City().IsMatch(text.Rows[r].Cells[c].Text) || text.Rows[r].Cells[c].Words.Count > 7)
                {
                    continue;
                }

                var lines = Above(r, text.Rows[r].Cells[c]);
                if (lines.Count is < 2 or > MostLines || lines.Exists(l => text.Labels.Any(o => o.Row == l.Row && o.Cell == l.Cell && (PartyReader.IsDelivery(o) || PartyReader.IsSupplier(o)))))
                {
                    continue;
                }

                var names = lines.FindAll(l => IsName(text, Cell(l).Words) && !text.IsPureLabel(l.Row, l.Cell) && !Form().IsMatch(Cell(l).Text) && !IsSenderLine(Cell(l)) && !text.ByCell[(l.Row, l.Cell)].Any(o => o.Any(Meaning.Tax | Meaning.Identity | Meaning.Phone) || (o.Any(Meaning.Customer) && o.Rest.Any(w => w.Text.Any(char.IsAsciiDigit)))) && !Street().IsMatch(Cell(l).Text));
                if (names is [var first, ..] && !PartyReader.Same(Cell(first).Text, writer) && WritersLook(first, lines, r, c) is var score && known.Add(Folding.Of(Cell(first).Text)) && (best is null || score < best.Value.Score))
                {
                    best = (score, first);
                }
            }
        }

        // Of several addresses one is the reader's; a single one may be that of the letterhead.
        return best is { } found && (found.Score < Writers || known.Count > 1)
            ? text.Field(Cell(found.Name).Text.Trim(' ', ':', ',', ';'), Sure, found.Name.Row, Cell(found.Name).Words) : null;
    }

    /// <summary>Says whether words may be a name: neither a number nor a day, an address of a mailbox or a town.</summary>
    public static bool IsName(PageText text, IReadOnlyList<PlacedWord> words)
    {
        var said = string.Join(' ', words.Select(w => w.Text));
        return words.Count is > 0 and < 12 && said.Length is > 1 and <= LongestName && said.Count(char.IsLetter) >= 2 && said.Count(char.IsDigit) * 2 < said.Length && !said.Contains('@', StringComparison.Ordinal) && !said.TrimEnd(':').Contains(':', StringComparison.Ordinal)
            && !said.Contains("www.", StringComparison.OrdinalIgnoreCase) && !City().IsMatch(said) && text.Dates.First(said) is null;
    }

    /// <summary>Says whether a cell is a sender's name and address in one line.</summary>
    public static bool IsSenderLine(Segment cell)
        => cell.Text.Contains('·', StringComparison.Ordinal) || cell.Text.Contains('•', StringComparison.Ordinal) || (City().IsMatch(cell.Text) && cell.Words.Count > 5) || cell.Text.Contains(" | ", StringComparison.Ordinal) || OneLine().IsMatch(cell.Text) || WithoutDots().IsMatch(cell.Text);

    /// <summary>How much an address looks like the writer's own: telephone and mailbox below it, a name in large letters, or one that stands in the foot or in a sender's line as well.</summary>
    private double WritersLook((int Row, int Cell) name, List<(int Row, int Cell)> lines, int cityRow, int cityCell)
    {
        var (words, said) = (Cell(name).Words, Folding.Of(Cell(name).Text));
        var below = Below(cityRow, text.Rows[cityRow].Cells[cityCell]);
        var isHeaded = IsHeaded(lines[0]);
        var isReached = lines.Concat(below).Any(l => Reach().IsMatch(Cell(l).Text));
        var isOftenSaid = text.Rows.Any(r => r.Cells.Any(c => c != Cell(name) && (IsSenderLine(c) || r.Y0 > 0.85f * r.PageHeight) && Folding.Of(c.Text).StartsWith(said, StringComparison.Ordinal)));
        var isAddressed = lines.Exists(l => Form().IsMatch(Cell(l).Text) || IsSenderLine(Cell(l)));
        return (isReached ? 2 : 0) + (isHeaded ? 2 : 0) + (words.Max(w => w.Height) > 1.25f * text.UsualHeight ? 1.5 : 0) + (isOftenSaid ? 2 : 0) - (isAddressed ? 1 : 0) + (text.Rows[name.Row].Y0 >= TopOfPage * text.Rows[name.Row].PageHeight ? 0 : Cell(name).X0 < 0.45f * text.Pages[0].Width ? Writers + 0.1 : Writers);
    }

    /// <summary>Says whether right above stands a name in letters much larger: that of the letterhead.</summary>
    private bool IsHeaded((int Row, int Cell) first)
    {
        var below = text.Rows[first.Row];
        return !text.Pages[0].Recognised && text.Rows.Take(first.Row).TakeLast(3).Any(r => r.Page == below.Page && below.Y0 - r.Y1 < 1.2f * below.Height
            && r.Cells.Any(c => IsInLine(c, Cell(first)) && c.Height > MuchHigher * Cell(first).Height && IsName(text, c.Words)));
    }

    private List<(int Row, int Cell)> Above(int row, Segment city)
    {
        var lines = new List<(int, int)>();
        var top = text.Rows[row].Y0;
        for (var r = row - 1; r >= 0 && text.Rows[r].Page == text.Rows[row].Page && top - text.Rows[r].Y1 < 1.6f * text.Rows[row].Height; r--)
        {
            var cell = text.Rows[r].Cells.ToList().FindIndex(c => IsInLine(c, city));
            if (cell >= 0)
            {
                // Another address, a day, a title with its number: what stands above this one is not part of it. "1200 Industrial Pkwy" right above a town is no other town.
                var said = text.Rows[r].Cells[cell];
                if (said.Height > (text.Pages[0].Recognised ? MuchHigherInk : MuchHigher) * city.Height || (City().IsMatch(said.Text) && !IsSenderLine(said) && (lines.Count > 1 || !char.IsAsciiDigit(said.Text[0]))) || text.Dates.First(said.Text) is not null || IsTitle(r, cell))
                {
                    break;
                }

                lines.Insert(0, (r, cell));
                top = text.Rows[r].Y0;
                if (text.IsLabel(r, cell) && Labels.Whole(said) != Meaning.Nothing && text.ByCell[(r, cell)].First().IsMarked)
                {
                    break;
                }
            }
        }

        return lines;
    }

    private IEnumerable<(int Row, int Cell)> Below(int row, Segment city)
    {
        var bottom = text.Rows[row].Y1;
        for (var r = row + 1; r < text.Rows.Count && text.Rows[r].Page == text.Rows[row].Page && text.Rows[r].Y0 - bottom < (Reach().IsMatch(text.Rows[r].Text) ? 2.5f : 0.6f) * city.Height; r++)
        {
            if (text.Rows[r].Cells.ToList().FindIndex(c => IsInLine(c, city)) is >= 0 and var cell)
            {
                bottom = text.Rows[r].Y1;
                yield return (r, cell);
            }
        }
    }

    private bool IsTitle(int row, int cell)
        => text.ByCell[(row, cell)].Any(l => l.Any(Meaning.Page | Meaning.Invoice | Meaning.Order | Meaning.Delivery | Meaning.Credit | Meaning.Confirmation) && text.Rows[row].Cells[cell].Text.Any(char.IsDigit));

    private static bool IsInLine(Segment cell, Segment city) => Math.Abs(cell.X0 - city.X0) < 4 || Math.Abs(cell.X1 - city.X1) < 1.5f;

    private Segment Cell((int Row, int Cell) place) => text.Rows[place.Row].Cells[place.Cell];

    [GeneratedRegex(@"^(?:[A-Z]{1,3}[- ]?)?\d{4,5}(?:\s?[A-Z]{2})?\s+\p{L}[\p{L}' .-]+|,?\s[A-Z]{2}\s+\d{5}(?:-\d{4})?$|,\s\p{Lu}\p{Ll}[\p{L} ]+\s\d{5}(?:-\d{4})?$|\b[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}$|\b[A-Z]\d[\dW]\s?[A-Z][A-Z0-9]{3}$")]
    private static partial Regex City();

    /// <summary>What stands before a name, or for a person below it.</summary>
    [GeneratedRegex(@"^(?:herrn?|frau|firma|alla c\.?\s?a|alla cortese|all'att|[àa] l'attention|a la atenci[óo]n|an|to|attn|attention|z\.\s?hd|t\.a\.v|mr|mrs|inh(?:aber(?:in)?)?|prop(?:rietor)?|titolare|titular|eigenaar|page|seite|tel|phone|fax|e-?mail|iban|bic)\b[.:]?", RegexOptions.IgnoreCase)]
    internal static partial Regex Form();

    /// <summary>A line that begins as the name of a street or an estate does, or as its number.</summary>
    [GeneratedRegex(@"^(?:Via|Viale|Vicolo|Piazza|Piazzale|Corso|Strada|C/|Calle|Avda\.?|Avenida|Av\.|Avenue|Plaza|Pol\.|Polígono|Rue|Boulevard|Bd|Z\.?[AI]\.?|Unit|Suite|P\.?O\.? Box|Postbus|Postfach|\d+[a-z]?(?:\s?-\s?\d+)?,?) (?=.*(?:\p{Ll}|\d))")]
    internal static partial Regex Street();

    [GeneratedRegex(@"\b(?:tel|tél|telefon|telefono|teléfono|telephone|phone|fax|e-?mail|mail)\b|@|www\.|^\(?\d{3}\)?[ -]\d{3}-\d{4}$|^[TF] \+?\d", RegexOptions.IgnoreCase)]
    private static partial Regex Reach();

    /// <summary>The same in a scan that lost what stood between: a name, a street with its number, and a town.</summary>
    [GeneratedRegex(@"^\p{L}[^\d]{8,}\s\d{1,4}[a-z]?\s(?:[A-Z]{1,3}-)?\d{4,5}\s(?:[A-Z]{2}\s)?\p{Lu}")]
    private static partial Regex WithoutDots();

    [GeneratedRegex(@"^\p{L}.{6,}(?:[,*–·|]|\s-)\s(?:[A-Z]{1,3}-)?\d{4,5}\s(?:[A-Z]{2}\s)?\p{Lu}")]
    private static partial Regex OneLine();
}
