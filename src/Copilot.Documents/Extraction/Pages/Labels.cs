using System.Text.RegularExpressions;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Finds the labels on pages.</summary>
internal static partial class Labels
{
    private const Meaning Continuing = Meaning.Number | Meaning.Date | Meaning.Reference;
    private const Meaning Papers = Meaning.Invoice | Meaning.Credit | Meaning.Order | Meaning.Sale | Meaning.Confirmation | Meaning.Delivery;
    private const Meaning Boxed = Meaning.Supplier | Meaning.Customer | Meaning.Delivery | Meaning.Carrier | Meaning.Address;
    private const int LongestLabel = 7;

    /// <summary>A gap this wide, in heights of the letters, is no mere blank.</summary>
    private const float Apart = 0.5f;

    /// <summary>Finds them, row by row.</summary>
    public static List<Label> In(IReadOnlyList<PageRow> rows)
    {
        var found = new List<Label>();
        for (var r = 0; r < rows.Count; r++)
        {
            for (var c = 0; c < rows[r].Cells.Count; c++)
            {
                // "Delivery note: DN 77413": the letters of a number are no label of their own.
                if (c == 0 || !rows[r].Cells[c - 1].Text.EndsWith(':') || !Lettered().IsMatch(rows[r].Cells[c].Text))
                {
                    var at = found.Count;
                    Cell(rows[r].Cells[c].Words, r, c, found);
                    if (c > 0 && found.Count > at && found[at].Words[0] == rows[r].Cells[c].Words[0] && GoesOn(rows[r].Cells[c - 1], rows[r].Cells[c], found[at].Meaning) is not Meaning.Nothing and var whole)
                    {
                        found[at] = found[at] with { Meaning = found[at].Meaning | whole };
                    }
                }
            }
        }

        return found;
    }

    /// <summary>Gets what a whole cell means when all of its words are those of a label; nothing otherwise.</summary>
    public static Meaning Whole(Segment cell)
    {
        // "Price x 1000": for how many it is, is no word of the label.
        var words = cell.Words is [_, .., var by, { Text: var many }] && many is "10" or "100" or "1000" or "1.000" or "1,000" && PerMany().IsMatch(by.Text) ? [.. cell.Words.SkipLast(2)] : cell.Words;
        return words.Count <= LongestLabel && Prefix(words, 0) is var (meaning, end, _) && end == words.Count ? meaning : Meaning.Nothing;
    }

    /// <summary>"Invoice (380)   No. 17", with a gap between: what the cell before says the number is of; nothing where it has a value of its own.</summary>
    private static Meaning GoesOn(Segment before, Segment cell, Meaning meaning)
    {
        const float near = 2;
        if ((meaning & Meaning.Number) == 0 || (meaning & ~(Continuing | Meaning.Filler)) != 0 || cell.X0 - before.X1 > near * cell.Height)
        {
            return Meaning.Nothing;
        }

        var named = before.Words.Where(w => !Bracketed().IsMatch(w.Text)).ToList();
        return Prefix(named, 0) is var (said, end, isMarked) && end == named.Count && !isMarked && (said & Papers) != 0 && (said & Meaning.Number) == 0 ? said : Meaning.Nothing;
    }

    private static void Cell(IReadOnlyList<PlacedWord> words, int row, int cell, List<Label> found)
    {
        Label? last = null;
        var start = found.Count;
        var from = 0;
        if (PostBox().IsMatch(string.Concat(words.Take(2).Select(w => w.Text))))
        {
            return;
        }

        for (var i = 0; i < words.Count; i++)
        {
            var (meaning, end, marked) = Prefix(words, i);
            if (meaning == Meaning.Nothing || (i > 0 && meaning == Meaning.Rate))
            {
                continue;
            }

            // In the middle of a cell, words are those of a sentence unless a colon follows or they continue a label: "Invoice (copy) No. 7".
            var continues = last is not null && (meaning & ~(Continuing | Meaning.Filler)) == 0;
            // Behind a dot or a wide gap another one may begin: "No. 17 · Customer no. 20". A code in brackets is no value of the label before: "Invoice (380) No. 17".
            var isOpen = last is not null && i > from && words.Skip(from).Take(i - from).All(w => Bracketed().IsMatch(w.Text));
            var since = words.Take(i).ToList().FindLastIndex(w => Cents().IsMatch(w.Text)) + 1;
            var isSum = since > 0 && end < words.Count && words[end].Text.Any(char.IsAsciiDigit) && ((since == i && (meaning & (Meaning.Total | Meaning.Tax | Meaning.Net | Meaning.Gross | Meaning.Pay)) != 0) || ((meaning & Meaning.Tax) != 0 && IsRate(words, since, i)));
            var begins = isSum || (i > 0 && !isOpen && (meaning & (Meaning.Number | Meaning.Date | Meaning.Due)) != 0 && end < words.Count && words[end].Text.Any(char.IsAsciiDigit)
                && (words[i - 1].Text is "·" or "•" or "|" or "-" or "–" or "—" || words[i].X0 - words[i - 1].X1 > Apart * words[i].Height));
            if (i > 0 && !marked && !continues && !begins && !((meaning & Meaning.Tax) != 0 && IsRate(words, 0, i)))
            {
                continue;
            }

            if (last is not null)
            {
                found[^1] = last with { Rest = isOpen ? [] : [.. words.Skip(from).Take(i - from)] };
            }

            last = new Label(continues && (isOpen || (!marked && !begins)) ? last!.Meaning | meaning : meaning, row, cell, [.. words.Skip(i).Take(end - i)], [], marked);
            if (About(last.Words) is > 0 and var about)
            {
                found.Add(last with { Meaning = Sum(last.Words.Take(about)), Words = [.. last.Words.Take(about)], IsMarked = false });
                last = last with { Meaning = Sum(last.Words.Skip(about)), Words = [.. last.Words.Skip(about)] };
            }

            found.Add(last);
            (from, i) = (end, end - 1);
        }

        if (found.Count > start)
        {
            found[^1] = last! with { Rest = [.. words.Skip(from)] };
        }
    }

    /// <summary>"Gutschrift zur Rechnung 17", "Credit note for invoice 17": the number is that of the document that is named last. Gets the place of its first word; 0 when only one is named.</summary>
    private static int About(IReadOnlyList<PlacedWord> words)
    {
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (Relating().IsMatch(words[i].Text) && (Sum(words.Take(i)) & Papers) != 0 && (Sum(words.Skip(i)) & Papers) != 0)
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>Gets what words mean together, whether all of them are known or not; "USD/m" and "€/kg" are what a unit costs.</summary>
    public static Meaning Sum(IEnumerable<PlacedWord> words)
        => words.Aggregate(Meaning.Nothing, (m, w) => m | (PerUnit().IsMatch(w.Text) ? Meaning.Price : Folding.Tokens(w.Text).Aggregate(Meaning.Nothing, (n, t) => n | Vocabulary.Of(t)))) & ~Meaning.Filler;

    /// <summary>"19 % VAT", "+ 19 % USt", "zzgl. 7,0% MwSt": before the word stands nothing but its rate, perhaps with a word for plus.</summary>
    private static bool IsRate(IReadOnlyList<PlacedWord> words, int from, int before)
        => before - from <= 4 && Rate().IsMatch(string.Join(' ', words.Skip(from).Take(before - from).Select(w => w.Text)));

    private static (Meaning Meaning, int End, bool IsMarked) Prefix(IReadOnlyList<PlacedWord> words, int from)
    {
        // Forms number their boxes: "2 Consignee".
        if (from == 0 && words.Count > 1 && Box().IsMatch(words[0].Text) && Prefix(words, 1) is var box && box.End == words.Count && ((box.Meaning & Boxed) != 0 || ((box.Meaning & Meaning.Number) != 0 && (box.Meaning & Papers) != 0)))
        {
            return box;
        }

        var meaning = Meaning.Nothing;
        var end = from;
        for (var i = from; i < words.Count && i < from + LongestLabel; i++)
        {
            var text = words[i].Text;
            var tokens = Folding.Tokens(text);
            if (tokens.Count == 0)
            {
                // A mark by itself: a colon ends the label, a dash or a slash may stand within.
                if (text.Contains(':', StringComparison.Ordinal))
                {
                    return End(meaning, meaning == Meaning.Nothing ? from : i + 1, meaning != Meaning.Nothing);
                }

                if (meaning == Meaning.Nothing || text.Trim('(', ')', '[', ']').Length > 1)
                {
                    break;
                }

                end = text.Trim('(', ')', '[', ']') is "€" or "$" or "£" && IsLast(words, i) ? i + 1 : end;
                continue;
            }

            // "Amount EUR" is a head, and "Total EUR 12.00" a total; a currency alone is no label.
            if (meaning != Meaning.Nothing && Currency().IsMatch(text))
            {
                end = IsLast(words, i) || text.EndsWith(':') ? i + 1 : end;
                if (text.EndsWith(':'))
                {
                    return End(meaning, end, true);
                }

                continue;
            }

            if (PerUnit().IsMatch(text))
            {
                (meaning, end) = (meaning | Meaning.Price, i + 1);
                continue;
            }

            var word = Meaning.Nothing;
            var all = true;
            foreach (var token in tokens)
            {
                var one = Vocabulary.Of(token);
                all &= one != Meaning.Nothing;
                word |= one;
            }

            // "Hrs/Qty" says enough by one half, "VK-Preis" by the last.
            all |= word != Meaning.Nothing && tokens.Count > 1 && !text.Any(char.IsDigit) && (text.Contains('/', StringComparison.Ordinal) || (text.Contains('-', StringComparison.Ordinal) && Vocabulary.Of(tokens[^1]) is not (Meaning.Nothing or Meaning.Filler)));
            if (!all)
            {
                break;
            }

            meaning |= word;
            end = i + 1;
            if (text.EndsWith(':'))
            {
                return End(meaning, end, true);
            }
        }

        return End(meaning, end, false);
    }

    private static (Meaning Meaning, int End, bool IsMarked) End(Meaning meaning, int end, bool marked)
        => (meaning & ~Meaning.Filler) == 0 ? (Meaning.Nothing, end, false) : (meaning & ~Meaning.Filler, end, marked);

    private static bool IsLast(IReadOnlyList<PlacedWord> words, int at) => at == words.Count - 1;

    [GeneratedRegex(@"^\(?(?:EUR|USD|GBP|CHF|CAD|AUD|SEK|NOK|DKK|PLN|CZK|JPY|HUF|Euro)\)?:?$", RegexOptions.IgnoreCase)]
    private static partial Regex Currency();

    [GeneratedRegex(@"^(?:EUR|USD|GBP|CHF|€|\$|£)/\p{L}{1,4}\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex PerUnit();

    [GeneratedRegex(@"\d[.,]\d{2}[,;]?$|^[€$£][,;]?$")]
    private static partial Regex Cents();

    [GeneratedRegex(@"^\d{1,2}\.?$")]
    private static partial Regex Box();

    [GeneratedRegex(@"^[A-Z]{1,4} \d[\w/.-]*$")]
    private static partial Regex Lettered();

    /// <summary>"(380)", as the code of a kind of document stands in its title.</summary>
    [GeneratedRegex(@"^\([^()]{1,12}\)$")]
    private static partial Regex Bracketed();

    [GeneratedRegex("^(?:x|per|pro|je|par|por|voor|für|/|à|le|%)$", RegexOptions.IgnoreCase)]
    private static partial Regex PerMany();

    /// <summary>"PO Box 17" is no order.</summary>
    [GeneratedRegex(@"^P\.?O\.?Box", RegexOptions.IgnoreCase)]
    private static partial Regex PostBox();

    [GeneratedRegex("^(?:zu|zur|zum|for|pour|sur|su|auf|bij|per)$", RegexOptions.IgnoreCase)]
    private static partial Regex Relating();

    [GeneratedRegex(@"^(?:\+|\p{L}{2,10}\.?)?\s*\d{1,2}(?:[.,]\d{1,2})?\s?%$")]
    private static partial Regex Rate();
}
