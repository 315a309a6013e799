using System.Text.RegularExpressions;
using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Tells what a document is by its title, and for want of one by the numbers it names.</summary>
internal static partial class TypeReader
{
    private const int LongestTitle = 7;
    private const double Sure = 3;
    private const double LargerThanText = 1.05;
    private const double Beside = 1.5;
    private const double GoodsOnly = 1;
    private const float FarBeside = 120;

    /// <summary>Tells it, and how sure that is.</summary>
    public static (BusinessDocumentType Type, double Confidence) Read(PageText text)
    {
        var scores = new Dictionary<BusinessDocumentType, double>();
        for (var r = 0; r < text.Rows.Count && text.Rows[r].Page == text.FirstPage; r++)
        {
            var row = text.Rows[r];
            if (IsEntry(text, row))
            {
                continue;
            }

            if (IsOfGoods(row))
            {
                Add(BusinessDocumentType.DeliveryNote, GoodsOnly);
            }

            if (IsTableHead(row))
            {
                // "Albarán" over the numbers of the deliveries that a bill is for.
                continue;
            }

            for (var c = 0; c < row.Cells.Count; c++)
            {
                var cell = row.Cells[c];
                var place = row.Y0 / Math.Max(1, row.PageHeight);
                var size = cell.Height / text.UsualHeight;
                if (AddressReader.Street().IsMatch(cell.Text))
                {
                    continue;
                }

                if (cell.Words.Count <= LongestTitle + 4 && Phrase(cell.Text) is { } named)
                {
                    // In letters no larger than the others, "Pakbon 88210" may be a reference; with its number beside it, it is a label.
                    var isBeside = size < LargerThanText && c + 1 < row.Cells.Count && row.Cells[c + 1].Text.Any(char.IsAsciiDigit) && row.Cells[c + 1].X0 - cell.X1 < FarBeside;
                    var isDated = size < LargerThanText && cell.Text.Any(char.IsAsciiDigit) && text.Dates.First(cell.Text) is not null;
                    Add(named, Weight(size, place, cell.Words.Count) - (isBeside || isDated ? Beside : size < LargerThanText && cell.Text.Any(char.IsAsciiDigit) ? 0.5 : 0));
                    continue;
                }

                // The words of a title in any order: "Tax invoice", "Invoice FA-2017-0008", "Handelsrechnung (380) Nr. 471102".
                var meaning = Meaning.Nothing;
                var words = 0;
                foreach (var word in cell.Words.Take(LongestTitle))
                {
                    var one = Folding.Tokens(word.Text).Aggregate(Meaning.Nothing, (m, t) => m | Vocabulary.Of(t));
                    meaning |= one;
                    words += one == Meaning.Nothing && word.Text.Any(char.IsLetter) && !word.Text.Any(char.IsDigit) ? 1 : 0;
                }

                if (Of(meaning) is not { } type || words > 3)
                {
                    continue;
                }

                var isLabel = (meaning & (Meaning.Number | Meaning.Date | Meaning.Reference)) != 0 || (cell.Text.EndsWith(':') && size < LargerThanText);
                var isOther = (meaning & (Meaning.Address | Meaning.Customer | Meaning.Supplier | Meaning.Total | Meaning.Amount | Meaning.Terms | Meaning.Towards | Meaning.Your | Meaning.Our | Meaning.Tax | Meaning.Due | Meaning.Price | Meaning.Quantity | Meaning.Description | Meaning.Contact)) != 0;
                if (isOther && !(meaning.HasFlag(Meaning.Tax) && type == BusinessDocumentType.Invoice && !isLabel))
                {
                    continue;
                }

                // The number of the document itself is a good sign; an order's number stands on everything.
                var isReference = type == BusinessDocumentType.PurchaseOrder && size < LargerThanText && cell.Text.Any(char.IsAsciiDigit);
                var weight = !isLabel ? Weight(size, place, cell.Words.Count) - (isReference ? 0.5 : 0)
                    : size > 1.25 ? Weight(size, place, cell.Words.Count) - 0.5
                    : meaning.HasFlag(Meaning.Number) ? type is BusinessDocumentType.Invoice or BusinessDocumentType.CreditNote or BusinessDocumentType.OrderConfirmation ? 1.2 : 0.4 : 0.3;
                Add(type, isLabel && place < 0.3 && c == 0 && r < 6 ? weight + 0.4 : weight);
            }
        }

        if (scores.Count == 0)
        {
            return (BusinessDocumentType.Other, 0.4);
        }

        // A bill of one's own issue is called Gutschrift too, and a confirmation names the order.
        if (scores.TryGetValue(BusinessDocumentType.CreditNote, out var credit) && SelfBilled().IsMatch(text.Text))
        {
            Add(BusinessDocumentType.Invoice, credit + 1);
        }

        var ranked = scores.OrderByDescending(s => s.Value).ToList();
        var lead = ranked[0].Value - (ranked.Count > 1 ? ranked[1].Value : 0);
        return (ranked[0].Key, Math.Round(Math.Clamp(0.6 + (0.2 * Math.Min(lead, 1.5)) + (ranked[0].Value >= Sure ? 0.09 : 0), 0.5, 0.99), 2));

        void Add(BusinessDocumentType type, double weight) => scores[type] = Math.Max(scores.GetValueOrDefault(type), weight) + (scores.ContainsKey(type) ? 0.1 : 0);
    }

    /// <summary>A line of goods or an entry of a ledger tells of other papers: it has two amounts, or begins with its day.</summary>
    private static bool IsEntry(PageText text, PageRow row)
        => row.Cells.Count > 3 && (row.Cells.Count(c => Cents().IsMatch(c.Text)) > 1 || (text.Dates.First(row.Cells[0].Text) is { At: 0 } && row.Cells.Any(c => Cents().IsMatch(c.Text))));

    /// <summary>A head that tells what was ordered and what was delivered, and no price.</summary>
    private static bool IsOfGoods(PageRow row)
    {
        var meanings = row.Cells.Select(Labels.Whole).ToList();
        return row.Cells.Count > 2 && meanings.Exists(m => (m & Meaning.Shipped) != 0) && meanings.Exists(m => (m & Meaning.Ordered) != 0) && meanings.Exists(m => (m & (Meaning.Item | Meaning.Description)) != 0)
            && !meanings.Exists(m => (m & (Meaning.Price | Meaning.Amount | Meaning.Total | Meaning.Net)) != 0);
    }

    private static bool IsTableHead(PageRow row)
    {
        var kinds = row.Cells.Count < 4 || row.Text.Any(char.IsAsciiDigit) ? [] : row.Cells.Select(c => TableColumn.Of(Labels.Whole(c))).ToList();
        return kinds.Exists(k => k is ColumnKind.Quantity or ColumnKind.Price) && kinds.Exists(k => k is ColumnKind.Description or ColumnKind.Article) && kinds.Contains(ColumnKind.Amount);
    }

    private static double Weight(double size, double place, int words)
        => 1 + Math.Clamp((size - 1) * 2.5, 0, 2.5) + (place < 0.35 ? 1 : place < 0.5 ? 0.5 : -0.5) + (words <= 2 ? 0.5 : 0);

    private static BusinessDocumentType? Of(Meaning meaning)
    {
        bool Has(Meaning all) => (meaning & all) == all;
        return Has(Meaning.Credit) && !Has(Meaning.Terms) ? BusinessDocumentType.CreditNote
            : Has(Meaning.Confirmation) && !Has(Meaning.Delivery) ? BusinessDocumentType.OrderConfirmation
            : Has(Meaning.Invoice) ? BusinessDocumentType.Invoice
            : Has(Meaning.Statement) ? BusinessDocumentType.Statement
            : Has(Meaning.Packing) ? BusinessDocumentType.PackingSlip
            : Has(Meaning.Delivery | Meaning.Document) ? BusinessDocumentType.DeliveryNote
            : Has(Meaning.Order) && !Has(Meaning.Delivery) ? BusinessDocumentType.PurchaseOrder
            : null;
    }

    private static BusinessDocumentType? Phrase(string cell)
    {
        var folded = Folding.Of(cell);
        return Lading().IsMatch(folded) ? BusinessDocumentType.BillOfLading
            : Proof().IsMatch(folded) ? BusinessDocumentType.ProofOfDelivery
            : Notes().IsMatch(folded) ? BusinessDocumentType.DeliveryNote
            : Slip().IsMatch(folded) ? BusinessDocumentType.PackingSlip
            : Credited().IsMatch(folded) ? BusinessDocumentType.CreditNote
            : Account().IsMatch(folded) ? BusinessDocumentType.Statement
            : Ordering().IsMatch(folded) ? BusinessDocumentType.PurchaseOrder
            : null;
    }

    [GeneratedRegex(@"^(?:straight |combined |ocean |master |house )?(?:bill of lading|connaissement|konnossement|(?:cmr )?frachtbrief|lettre de voiture|(?:cmr )?vrachtbrief|lettera di vettura|polizza di carico|conocimiento de embarque|carta de porte|waybill|consignment note)\b")]
    private static partial Regex Lading();

    [GeneratedRegex(@"^(?:proof of delivery|pod\b|ablieferungsnachweis|ablieferbeleg|zustellnachweis|empfangsbestatigung|preuve de livraison|prueba de entrega|comprobante de entrega|afleverbewijs|prova di consegna)")]
    private static partial Regex Proof();

    [GeneratedRegex(@"^(?:delivery note|delivery docket|delivery slip|despatch note|dispatch note|despatch advice|lieferschein|lieferavis|bon de livraison|bordereau de livraison|nota de entrega|albaran|pakbon|leverbon|afleverbon|documento di trasporto|bolla di consegna|ddt)\b(?! (?:no|nr|num|date|datum))")]
    private static partial Regex Notes();

    [GeneratedRegex(@"^(?:packing slip|packing list|packliste|packzettel|liste de colisage|lista de empaque|paklijst|lista imballaggio)")]
    private static partial Regex Slip();

    [GeneratedRegex(@"^(?:stornorechnung|rechnungsstorno|storno rechnung|factura rectificativa|factura de abono|facture d avoir|facture rectificative|fattura di storno|creditfactuur|credit (?:invoice|memo|memorandum))\b(?! (?:no|nr|num|n|date|datum|fecha|data))")]
    private static partial Regex Credited();

    [GeneratedRegex(@"^(?:(?:bon de )?commande (?:a |au )?fournisseurs?|pedido (?:a|de) (?:proveedor|compra)|ordine (?:a|di) (?:fornitore|acquisto)|lieferantenbestellung|inkooporder)$")]
    private static partial Regex Ordering();

    [GeneratedRegex(@"^(?:statement of account|account statement|customer statement|kontoauszug|releve de compte|estado de cuenta|extracto de cuenta|rekeningoverzicht|estratto conto)")]
    private static partial Regex Account();

    [GeneratedRegex(@"\d[.,]\d{2}\D{0,5}$")]
    private static partial Regex Cents();

    [GeneratedRegex(@"selbst\s*ausgestellt|self[- ]?bill|autofactur|autofattura|gutschriftverfahren", RegexOptions.IgnoreCase)]
    private static partial Regex SelfBilled();
}
