using System.Text.RegularExpressions;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Reads numbers and dates that no label names: in titles, in sentences, below the title or behind the town of the letter.</summary>
/// <param name="text">The document.</param>
/// <param name="skipped">Rows that belong to lines.</param>
/// <param name="fields">Takes numbers out of words.</param>
/// <param name="found">What was found, to be added to.</param>
internal sealed partial class UnlabelledReader(PageText text, IReadOnlySet<int> skipped, FieldReader fields, List<Candidate> found)
{
    private const double Named = 0.95;
    private const double Sentence = 0.82;
    private const double InTitle = 0.8;
    private const float Large = 1.3f;
    private const float Larger = 1.15f;
    private const float Aligned = 3;
    private const int MostBeforeTitle = 2;
    private const Meaning Titled = Meaning.Invoice | Meaning.Credit | Meaning.Order | Meaning.Confirmation;

    /// <summary>Reads them.</summary>
    public void Read()
    {
        Loose();
        Titles();
        Sentences();
        Series();
    }

    /// <summary>Dates that no label names: behind a word for "of" below the title, behind the town of the letter, or alone at the top.</summary>
    private void Loose()
    {
        for (var r = 0; r < text.Rows.Count && text.Rows[r].Page == text.FirstPage && text.Rows[r].Y0 < 0.45f * text.Rows[r].PageHeight; r++)
        {
            for (var c = 0; c < text.Rows[r].Cells.Count; c++)
            {
                // A row of facts with dots between begins with the day.
                var whole = text.Rows[r].Cells[c];
                var cell = whole.Words.ToList().FindIndex(w => w.Text is "·" or "•" or "|") is > 0 and var dot ? new Segment([.. whole.Words.Take(dot)]) : whole;
                if (skipped.Contains(r) || text.Dates.First(cell.Text) is not { } date || cell.Words.Count > 7)
                {
                    continue;
                }

                var lead = cell.Text[..date.At];
                var sure = Leads().IsMatch(lead) ? 0.85 : lead.Trim().Length == 0 ? 0.6 : 0;
                if (date.At == 0 && c > 0 && r > 0 && OfDay().IsMatch(text.Rows[r].Cells[c - 1].Text) && text.Labels.Any(l => l.Row == r - 1 && Math.Abs(l.Words[0].X0 - text.Rows[r].Cells[c - 1].X0) < Aligned && LabelRules.Numbers(l).Any()))
                {
                    // "vom:" below "Auftragsbestätigung:", each with its value beside it.
                    var named = LabelRules.Numbers(text.Labels.First(l => l.Row == r - 1 && Math.Abs(l.Words[0].X0 - text.Rows[r].Cells[c - 1].X0) < Aligned && LabelRules.Numbers(l).Any())).First().Name;
                    found.Add(new Candidate(named + "Date", text.Field(date.Iso, Named * date.Sure, r, cell.Words), found.Count));
                }
                else if (sure > 0)
                {
                    found.Add(new Candidate(Town().IsMatch(lead) ? "townDate" : "looseDate", text.Field(date.Iso, sure * date.Sure, r, cell.Words), found.Count));
                }
            }
        }
    }

    /// <summary>A number alone in large letters at the top is the document's, where no label names another: "WH/OUT/00871".</summary>
    private void Titles()
    {
        for (var r = 0; r < text.Rows.Count && text.Rows[r].Page == text.FirstPage && text.Rows[r].Y0 < 0.4f * text.Rows[r].PageHeight; r++)
        {
            for (var c = 0; c < text.Rows[r].Cells.Count && !skipped.Contains(r); c++)
            {
                Entitled(r, c);
            }

            foreach (var cell in text.Rows[r].Cells.Where(c => c.Words.Count == 1 && c.Height > Large * text.UsualHeight && !skipped.Contains(r) && TitleNumber().IsMatch(c.Text) && text.Dates.First(c.Text) is null))
            {
                found.Add(new Candidate("title", text.Field(cell.Text, InTitle, r, cell.Words), found.Count));
            }
        }
    }

    /// <summary>"Kaufmännische Gutschrift (381) Nr. 17 vom 3. Mai": a title that begins with a word that is of no label.</summary>
    private void Entitled(int row, int cell)
    {
        var words = text.Rows[row].Cells[cell].Words;
        var kind = words.Take(MostBeforeTitle + 1).ToList().FindIndex(w => (Labels.Sum([w]) & Titled) != 0);
        if (kind <= 0 || text.Rows[row].Cells[cell].Height < Larger * text.UsualHeight || text.ByCell.Contains((row, cell)))
        {
            return;
        }

        var meaning = Labels.Sum([words[kind]]);
        var sign = words.Skip(kind + 1).ToList().FindIndex(w => !w.Text.StartsWith('('));
        if (sign >= 0 && Labels.Sum([words[kind + 1 + sign]]) == Meaning.Number)
        {
            var name = (meaning & Meaning.Credit) != 0 ? "credit" : (meaning & Meaning.Confirmation) != 0 ? "confirmation" : (meaning & Meaning.Invoice) != 0 ? "invoice" : (meaning & Meaning.Delivery) != 0 ? "delivery" : "order";
            fields.Take(name, isDate: false, row, [.. words.Skip(kind + sign + 2)], Named);
        }
    }

    /// <summary>"Serie R   Número 123": Spanish bills are numbered within a series, which stands beside the number or in one line with it.</summary>
    private void Series()
    {
        for (var r = 0; r < text.Rows.Count && text.Rows[r].Page == text.FirstPage && text.Rows[r].Y0 < 0.4f * text.Rows[r].PageHeight; r++)
        {
            for (var c = 0; c < text.Rows[r].Cells.Count; c++)
            {
                var (row, cell) = (text.Rows[r], text.Rows[r].Cells[c]);
                if (InSeries().Match(cell.Text) is { Success: true } both)
                {
                    fields.Take("document", isDate: false, r, [.. cell.Words.Skip(both.Value.Count(s => s == ' ') + 1)], Named);
                }

                if (Serial().Match(cell.Text) is not { Success: true } said)
                {
                    continue;
                }

                var (at, place) = said.Groups[1].Length > 0 ? (r, cell) : c + 1 < row.Cells.Count && SeriesCode().IsMatch(row.Cells[c + 1].Text) ? (r, row.Cells[c + 1])
                    : text.Below(r, cell.X0, cell.X1) is var (below, under) && SeriesCode().IsMatch(text.Rows[below].Cells[under].Text) ? (below, text.Rows[below].Cells[under]) : (r, null);
                if (place is not null)
                {
                    found.Add(new Candidate("series", text.Field(said.Groups[1].Length > 0 ? said.Groups[1].Value : place.Text, Named, at, place.Words), found.Count));
                }
            }
        }
    }

    /// <summary>
    /// The day on which a sentence says that the sum is due or taken from the account: "Der Betrag wird am 16.06.2026 abgebucht." And the invoice that one says is cancelled: "Wir stornieren unsere Rechnung Nr. 17."
    /// </summary>
    private void Sentences()
    {
        for (var r = 0; r < text.Rows.Count; r++)
        {
            foreach (var cell in text.Rows[r].Cells.Where(c => c.Words.Count > 2 && !skipped.Contains(r)))
            {
                if (CancelSentence().IsMatch(Folding.Of(cell.Text)) && cell.Words.ToList().FindIndex(w => (Labels.Sum([w]) & Meaning.Invoice) != 0) is >= 0 and var named
                    && fields.Number([.. cell.Words.Skip(named + 1).SkipWhile(w => (Labels.Sum([w]) & ~Meaning.Number) == 0 && !w.Text.Any(char.IsDigit)).Take(1)]) is { } billed)
                {
                    found.Add(new Candidate("billed", text.Field(billed.Value, Sentence, r, billed.Words), found.Count));
                }

                if (OrderSentence().Match(cell.Text) is { Success: true } ordered)
                {
                    found.Add(new Candidate("yourOrder", text.Field(ordered.Groups[1].Value, Sentence, r, cell.Words), found.Count));
                }

                if (DeliverySentence().Match(cell.Text) is { Success: true } came && text.Dates.First(cell.Text[(came.Index + came.Length)..]) is { At: 0 } on)
                {
                    found.Add(new Candidate("deliveryDate", text.Field(on.Iso, Sentence * on.Sure, r, cell.Words), found.Count));
                }

                // The day stands behind the word, or before it: "scadenza 18/07", "am 16.06. abgebucht".
                if (DueSentence().Match(Folding.Of(cell.Text)) is { Success: true } due && (text.Dates.First(From(cell, due.Value)) ?? text.Dates.First(cell.Text)) is { } date)
                {
                    found.Add(new Candidate("dueDate", text.Field(date.Iso, Sentence * date.Sure, r, cell.Words), found.Count));
                }
            }
        }
    }

    /// <summary>A cell's words from the one on with which a folded text begins.</summary>
    private static string From(Segment cell, string folded)
        => string.Join(' ', cell.Words.SkipWhile(w => !Folding.Tokens(w.Text).Contains(folded.Split(' ')[0])).Select(w => w.Text));

    [GeneratedRegex(@"^(?:vom|dated|of|du|del|van|d\.d\.|den|le|.{2,30},(?: (?:den|le|il|am|a|li|lì|el|op))?)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Leads();

    [GeneratedRegex(@"^\p{Lu}[^,\d]{1,29},[^,\d]{0,4}$")]
    private static partial Regex Town();

    [GeneratedRegex(@"\b(?:abgebucht|abbuchen|buchen wir|eingezogen|einziehen|lastschrift|fallig|zahlbar bis|bis .{6,10} ohne abzug|netto bis|au plus tard|no later than|zahlbar bis spatestens|echeance (?:le |au )?\d+|fallig(?:keit)? (?:am |zum )?\d+|vencimiento (?:el )?\d+|scadenza (?:il |al )?\d+|vervaldatum \d+|due date \d+|zu zahlen bis|uberweisen sie .*bis (?:zum )?\d+|debited on|collected on|due (?:on|by)|pay by|payable by|preleve|prelevement|a regler avant|se cargara|cargaremos|vence el|addebitato|addebito|geincasseerd|afgeschreven)\b")]
    private static partial Regex DueSentence();

    [GeneratedRegex(@"\b(?:rif\b|riferimento|concerne|betreff|against|returned|returns|retour|resa|reso|devol|storn|korrig|gutschr|cancel|correct|credit|annul|rectif|abon|avoir|creditee|verreken)")]
    private static partial Regex CancelSentence();

    /// <summary>"Ihre Bestellung vom 20.02.26 per E-Mail, Nr. 26-088".</summary>
    [GeneratedRegex(@"\b(?:Ihre[rn]? (?:Bestellung|Auftrag)|your (?:purchase )?order|votre (?:bon de )?commande|s?u pedido|uw (?:bestelling|order|inkooporder)|vostro ordine)\b[^;:]{0,45}?\b(?:Nr\.?|No\.?|n[°º]|Nummer|number|num[ée]ro)\s*:?\s*(?=[\w/.-]*\d)([A-Z0-9][\w/.-]*\w)", RegexOptions.IgnoreCase)]
    private static partial Regex OrderSentence();

    /// <summary>"Lieferung am 3. Mai".</summary>
    [GeneratedRegex(@"\b(?:(?:Lieferung|geliefert) am|delivered on|livr[ée]e?s? le|entregad[oa]s? el|consegnat[oa] il|geleverd op)\s(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex DeliverySentence();

    [GeneratedRegex("^(?:vom|dated|of|du|del|van|d\\.d\\.)\\s?:?$", RegexOptions.IgnoreCase)]
    private static partial Regex OfDay();

    [GeneratedRegex(@"^Serie\s?:?\s?([A-Z][A-Z0-9]{0,5})?(?:$|\s(?=N[úu]m|N[º°]))", RegexOptions.IgnoreCase)]
    private static partial Regex Serial();

    [GeneratedRegex(@"^Serie\s?:?\s[A-Z0-9]{1,6}\s(?:N[úu]m(?:ero)?\.?|N[º°]\.?):?(?=\s\S*\d)", RegexOptions.IgnoreCase)]
    private static partial Regex InSeries();

    [GeneratedRegex("^(?=.*[A-Z])[A-Z0-9]{1,6}$")]
    private static partial Regex SeriesCode();

    [GeneratedRegex(@"^[A-Z]{1,6}[-/](?:[A-Z]{1,6}[-/])?\d[\d/-]{2,12}$")]
    private static partial Regex TitleNumber();
}
