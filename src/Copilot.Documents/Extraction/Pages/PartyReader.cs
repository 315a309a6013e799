using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Reads who sends a document and who it is for: by labels, and for want of them by the letterhead and the address window.</summary>
/// <param name="text">The document.</param>
/// <param name="skipped">Rows that belong to lines.</param>
internal sealed partial class PartyReader(PageText text, IReadOnlySet<int> skipped)
{
    private const int LongestBlock = 9;
    private const double AsPerson = 0.6;
    private const double Surely = 0.85;

    /// <summary>Reads them into a document.</summary>
    public void Read(DocumentDraft draft)
    {
        var isOrder = draft.Type == BusinessDocumentType.PurchaseOrder;
        var isBill = draft.Type is BusinessDocumentType.Invoice or BusinessDocumentType.CreditNote or BusinessDocumentType.Statement;
        var (supplier, buyer) = (Labelled(l => IsSupplier(l) || (isOrder && IsPlainlyTo(l)), isBill), Labelled(l => IsBuyer(l) && !(isOrder && IsPlainlyTo(l)), isBill));
        draft.Set("supplierName", supplier is { Confidence: > AsPerson } ? supplier : null);
        draft.Set("buyerName", buyer is { Confidence: > AsPerson } ? buyer : null);
        draft.Set("deliveryName", Labelled(IsDelivery, false));

        // On an order the one who writes is the buyer.
        var writer = isOrder ? "buyerName" : "supplierName";
        var reader = isOrder ? "supplierName" : "buyerName";
        var window = new AddressReader(text).Window(draft.Text(writer));
        var letterhead = Letterhead(draft.Text(reader) ?? window?.Value as string);
        if (window is not null && draft.Field("deliveryName") is { } consignee && draft.Field(reader) is null && draft.Field(writer) is null && letterhead is null or { Confidence: < Surely } && !isOrder && !isBill)
        {
            // The paper of a delivery says where it goes; the one address beside that is its sender's.
            (letterhead, window) = (window, consignee with { Confidence = Surely });
        }

        draft.Set(reader, window);
        draft.Set(writer, letterhead);
        draft.Set("supplierName", supplier);
        draft.Set("buyerName", buyer);
        draft.Set("buyerName", draft.Field("deliveryName") is { } delivered ? delivered with { Confidence = 0.6 } : null);
    }

    internal static bool IsSupplier(Label l) => l.Is(Meaning.Supplier) && l.Only(Meaning.Supplier | Meaning.Name | Meaning.Address | Meaning.Our | Meaning.Delivery);

    /// <summary>"To:", "Spett.le": whoever the document is sent to.</summary>
    private bool IsPlainlyTo(Label l)
        => l.Is(Meaning.Towards) && l.Only(Meaning.Towards) && !Folding.Of(Said(l.Words)).StartsWith("attn", StringComparison.Ordinal) && (l.IsMarked || (l.Rest.Count == 0 && l.Words.Count == text.Rows[l.Row].Cells[l.Cell].Words.Count));

    private bool IsBuyer(Label l)
        => (l.Is(Meaning.Customer) && l.Only(Meaning.Customer | Meaning.Name | Meaning.Address | Meaning.Towards | Meaning.Bill))
            || (l.Is(Meaning.Bill) && l.Only(Meaning.Bill | Meaning.Towards | Meaning.Address | Meaning.Customer))
            || (l.Is(Meaning.Invoice) && l.Any(Meaning.Towards | Meaning.Address) && l.Only(Meaning.Invoice | Meaning.Towards | Meaning.Address))
            || IsPlainlyTo(l)
            || (l.Any(Meaning.Due | Meaning.Pay) && Payer().IsMatch(Folding.Of(Said(l.Words))));

    internal static bool IsDelivery(Label l)
        => l.Any(Meaning.Delivery | Meaning.Shipped) && l.Any(Meaning.Towards | Meaning.Address) && l.Only(Meaning.Delivery | Meaning.Shipped | Meaning.Towards | Meaning.Address | Meaning.Name);

    /// <summary>Finds the surest name that a label gives.</summary>
    /// <param name="means">Which labels name it.</param>
    /// <param name="isBill">On a bill, whoever ships and receives the goods need not be a party to it.</param>
    private ExtractedField? Labelled(Func<Label, bool> means, bool isBill)
    {
        ExtractedField? best = null;
        foreach (var label in text.Labels.Where(l => !skipped.Contains(l.Row) && means(l)))
        {
            if (Named(label) is { } found && (isBill && Transport().IsMatch(Folding.Of(Said(label.Words))) ? found with { Confidence = AsPerson } : found) is var name && (best is null || name.Confidence > best.Confidence))
            {
                best = name;
            }
        }

        return best;
    }

    private ExtractedField? Named(Label label)
    {
        // "Lieferant GmbH" is no label but somebody's name.
        if (label.Rest.Count > 0 && Company().IsMatch(label.Rest[0].Text))
        {
            return null;
        }

        // "Kunde 70455": what stands behind or below is a number, and the name is elsewhere.
        if (label.Only(Meaning.Customer | Meaning.Supplier) && Beside(label) is { } said && IsCode(said))
        {
            return null;
        }

        var rest = First(label.Rest) is { Count: > 0 } first && (IsCompany(first) || (label.IsMarked && !AddressReader.IsName(text, label.Rest) && first.Count < label.Rest.Count)) ? first : label.Rest;
        if (AddressReader.IsName(text, rest) && (label.IsMarked || label.Is(Meaning.Towards) || label.Is(Meaning.Name) || IsCompany(rest)))
        {
            // "Acheteur : C. Lafitte" is whoever buys for the company.
            return Field(label.Row, rest, Person().IsMatch(Said(rest)) ? AsPerson : 0.95);
        }

        var block = Block(label.Row, label.Words[0].X0, label.Words[^1].X1).ToList();
        foreach (var (r, c) in block)
        {
            if (text.ByCell[(r, c)].FirstOrDefault(l => l.Is(Meaning.Name) && l.Only(Meaning.Name | Meaning.Customer | Meaning.Supplier | Meaning.Description)) is { } named)
            {
                var words = AddressReader.IsName(text, named.Rest) ? named.Rest : c + 1 < text.Rows[r].Cells.Count ? text.Rows[r].Cells[c + 1].Words : [];
                if (AddressReader.IsName(text, words))
                {
                    return Field(r, words, 0.96);
                }
            }
        }

        if (label.IsMarked && label.Rest.Count == 0 && label.Cell + 1 < text.Rows[label.Row].Cells.Count && !text.IsLabel(label.Row, label.Cell + 1)
            && text.Rows[label.Row].Cells[label.Cell + 1] is var beside && beside.X0 - label.Words[^1].X1 < 160 && AddressReader.IsName(text, beside.Words) && (block.Count == 0 || !AddressReader.IsName(text, Cell(block[0]).Words)))
        {
            return Field(label.Row, beside.Words, 0.93);
        }

        foreach (var place in block)
        {
            // "Kunden AG" begins with a word of labels and is a name all the same.
            if (!text.IsPureLabel(place.Row, place.Cell) && AddressReader.IsName(text, Cell(place).Words))
            {
                return Field(place.Row, Cell(place).Words, 0.94);
            }
        }

        return null;
    }

    /// <summary>What stands behind a label, beside it or right below.</summary>
    private string? Beside(Label label)
        => label.Rest.Count > 0 ? Said(label.Rest)
            : label.Cell + 1 < text.Rows[label.Row].Cells.Count && !text.IsLabel(label.Row, label.Cell + 1) && text.Rows[label.Row].Cells[label.Cell + 1] is var next && next.X0 - label.Words[^1].X1 < 160 && IsCode(next.Text) ? next.Text
            : text.Below(label.Row, label.Words[0].X0, label.Words[^1].X1) is var (r, c) ? text.Rows[r].Cells[c].Text : null;

    private static bool IsCode(string said) => said.Length is > 1 and < 16 && !said.Contains(' ', StringComparison.Ordinal) && 2 * said.Count(char.IsAsciiDigit) >= said.Length;

    /// <summary>Gets the cells that stand in a block below a place, each right under the last.</summary>
    private IEnumerable<(int Row, int Cell)> Block(int row, float x0, float x1)
    {
        var (bottom, page) = (text.Rows[row].Y1, text.Rows[row].Page);
        var count = 0;
        for (var r = row + 1; r < text.Rows.Count && count < LongestBlock && !skipped.Contains(r) && text.Rows[r].Page == page && text.Rows[r].Y0 - bottom < 1.7f * text.Rows[r].Height; r++)
        {
            for (var c = 0; c < text.Rows[r].Cells.Count; c++)
            {
                var cell = text.Rows[r].Cells[c];
                if (Math.Abs(cell.X0 - x0) < 12 || (cell.X0 < x1 && cell.X1 > x0 && cell.X0 >= x0 - 6))
                {
                    bottom = text.Rows[r].Y1;
                    count++;
                    yield return (r, c);
                    break;
                }
            }
        }
    }

    /// <summary>The name at the top or in the foot, by its size and by how companies are called.</summary>
    private ExtractedField? Letterhead(string? other)
    {
        (double Score, int Row, IReadOnlyList<PlacedWord> Words)? best = null;
        for (var r = 0; r < text.Rows.Count; r++)
        {
            var row = text.Rows[r];
            var place = row.Y0 / Math.Max(1, row.PageHeight);
            if (row.Page != text.FirstPage || (place > 0.3 && place < 0.85) || skipped.Contains(r))
            {
                continue;
            }

            for (var c = 0; c < row.Cells.Count; c++)
            {
                var words = First(row.Cells[c].Words);
                if (!AddressReader.IsName(text, words) || (words.Count > 1 && Company().IsMatch(words[0].Text) && Capital().IsMatch(Said(words.Skip(1)))) || AddressReader.Form().IsMatch(row.Cells[c].Text) || Same(string.Join(' ', words.Select(w => w.Text)), other) || (text.IsLabel(r, c) && Labels.Whole(row.Cells[c]) != Meaning.Nothing)
                    || (text.IsLabel(r, c) && text.ByCell[(r, c)].First() is { } l && (l.IsMarked || TableColumn.Of(l.Meaning) != ColumnKind.Other || (l.Any(Meaning.Invoice | Meaning.Order | Meaning.Delivery | Meaning.Credit | Meaning.Confirmation) && !Company().IsMatch(row.Cells[c].Text)))))
                {
                    continue;
                }

                var said = string.Join(' ', words.Select(w => w.Text));
                var score = (Company().IsMatch(said) ? 2.5 : 0) + Math.Clamp((Math.Round(words.Max(w => w.Height) / text.UsualHeight, 2) - 1) * 2, 0, 2) + (place < 0.35 && AddressReader.IsSenderLine(row.Cells[c]) && (row.Cells[c].Words.Count > 5 || Company().IsMatch(said)) ? 1 : 0) + (place < 0.12 ? 0.8 : place < 0.3 ? 0.3 : 0) - (said.Any(char.IsDigit) ? 0.7 : 0) - (AddressReader.Street().IsMatch(said) ? 2 : 0) - (words.Count > 6 ? 0.5 : 0);
                if (best is null || score > best.Value.Score)
                {
                    best = (score, r, words);
                }
            }
        }

        return best is { Score: > 0.6 } found ? InFull(found.Words) ?? Field(found.Row, found.Words, found.Score > 2.4 ? 0.94 : 0.65) : null;
    }

    /// <summary>A trade name in large letters stands elsewhere with its legal form.</summary>
    private ExtractedField? InFull(IReadOnlyList<PlacedWord> name)
    {
        var said = Folding.Of(Said(name));
        if (Company().IsMatch(Said(name)))
        {
            return null;
        }

        for (var r = 0; r < text.Rows.Count && text.Rows[r].Page == text.FirstPage; r++)
        {
            foreach (var cell in text.Rows[r].Cells.Where(c => !skipped.Contains(r) && Folding.Of(c.Text).StartsWith(said + " ", StringComparison.Ordinal)))
            {
                var words = First(cell.Words);
                var form = words.FindIndex(w => Company().IsMatch(w.Text));
                if (form >= name.Count && form <= name.Count + 2)
                {
                    return Field(r, [.. words.Take(form + 1)], 0.9);
                }
            }
        }

        return null;
    }

    /// <summary>A letterhead in one line holds the name before the first dash or dot.</summary>
    private static List<PlacedWord> First(IReadOnlyList<PlacedWord> words)
    {
        // "trading name of C P Labels Ltd", "Eine Marke der …": who that is stands behind.
        var lead = Enumerable.Range(1, Math.Max(0, Math.Min(4, words.Count - 1))).LastOrDefault(i => TradingName().IsMatch(Said(words.Take(i))));
        words = [.. words.Skip(lead)];
        var end = words.ToList().FindIndex(1 < words.Count ? 1 : 0, w => w.Text is "-" or "–" or "·" or "•" or "|" or "—" or "*");
        var taken = words.Take(end > 0 ? end : words.Count).ToList();

        // "Médilis Distribution SAS au capital de 150 000 €"; and a scan may have lost the dots of "Korenaar B.V. · Handelsweg 12 · 5071 NT Udenhout".
        var form = taken.FindLastIndex(w => Company().IsMatch(w.Text));
        taken = form > 0 && form + 1 < taken.Count && Said(taken.Skip(form + 1)) is var behind && (Capital().IsMatch(behind) || Addressed().IsMatch(behind)) ? taken[..(form + 1)] : taken;
        var comma = taken.FindIndex(w => w.Text.EndsWith(',') && !taken.SkipWhile(o => o != w).Skip(1).Take(1).Any(n => Company().IsMatch(n.Text)));
        return comma >= 0 ? [.. taken.Take(comma), taken[comma] with { Text = taken[comma].Text.TrimEnd(',') }] : taken;
    }

    private Segment Cell((int Row, int Cell) place) => text.Rows[place.Row].Cells[place.Cell];

    private ExtractedField Field(int row, IReadOnlyList<PlacedWord> words, double sure)
        => text.Field(Said(words).Trim(' ', ':', ',', ';'), sure, row, words);

    private static string Said(IEnumerable<PlacedWord> words) => string.Join(' ', words.Select(w => w.Text));

    /// <summary>A name with its legal form; a form alone is what follows a name that looks like a label: "Lieferant GmbH".</summary>
    private static bool IsCompany(IReadOnlyList<PlacedWord> words) => Company().Match(Said(words)) is { Success: true, Index: > 0 } && !Company().IsMatch(words[0].Text);

    internal static bool Same(string a, string? b) => b is not null && (Folding.Of(a) == Folding.Of(b) || Folding.Of(b).StartsWith(Folding.Of(a), StringComparison.Ordinal));

    [GeneratedRegex(@"^(?:\p{Lu}\.\s?){1,2}\p{Lu}\p{Ll}+$|^(?:Herrn?|Frau|Mr|Mrs|Ms|M|Mme|Sig|Dhr|Mevr)\.?\s")]
    private static partial Regex Person();

    [GeneratedRegex("^(?:shipper|consignor|consignee|expediteur|destinataire|sender|absender|afzender|ship from|mittente|remitente)$")]
    private static partial Regex Transport();

    /// <summary>The one who pays, on the payment part of a Swiss bill.</summary>
    [GeneratedRegex("^(?:zahlbar durch|payable par|pagabile da|payable by)$")]
    private static partial Regex Payer();

    [GeneratedRegex(@"^\p{Lu}.*\s\d{1,4}[a-z]?,?\s(?:[A-Z]{1,3}-)?\d{4,5}\s(?:[A-Z]{2}\s)?\p{Lu}")]
    private static partial Regex Addressed();

    [GeneratedRegex("^(?:a )?(?:trading (?:name|style) of|trading as|t/a|division of|part of|(?:eine )?marke der|une marque de|un marchio di|una marca de|onderdeel van)$", RegexOptions.IgnoreCase)]
    private static partial Regex TradingName();

    [GeneratedRegex("^(?:au capital|mit Sitz|con sede|met zetel|capital social|capitale)", RegexOptions.IgnoreCase)]
    private static partial Regex Capital();

    [GeneratedRegex(@"\b(?:GmbH|AG|KG|OHG|e\.\s?K\.|UG|SE|Ltd\.?|LTD|Limited|LIMITED|GMBH|INC|CORP|Pty|LLC|L\.L\.C\.|Inc\.?|Corp\.?|Corporation|Company|PLC|LLP|SARL|S\.?A\.?R\.?L\.?|SAS|S\.A\.S\.?|SA|S\.A\.|EURL|S\.?L\.?U?\.?|B\.?V\.?|N\.V\.|NV|VOF|V\.O\.F\.|SPRL|BVBA|SRL|S\.R\.L\.|SNC|S\.N\.C\.|S\.P\.A\.|S\.A\.U\.?|s\.n\.c\.|s\.a\.s\.|S\.?n\.?c\.?|SCRL|Sagl|Sàrl|Sarl|KGaA|mbH|e\.\s?U\.|s\.r\.o\.|Sp\. z o\.o\.|Kft\.?|Lda\.?|S\.?r\.?l\.?|S\.?à\s?r\.?l\.?|S\.?p\.?A\.?|SPA|GbR|(?<!^)Co\.|ApS|AB|A/S|Oy|Group|GROUP)(?=$|[\s,;)])")]
    internal static partial Regex Company();
}
