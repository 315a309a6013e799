using Copilot.Contracts;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Reads a business document by the words on its pages, as a person does: by its title, its labels and its tables, with no template of anybody's layout.</summary>
internal static class PageDocument
{
    private const double ReviewBelow = 0.75;
    private const int MostPages = 100;

    private static readonly string[] Weighty = ["number", "issueDate", "totalAmount", "netAmount", "taxAmount", "supplierName", "currency"];

    /// <summary>Reads it.</summary>
    /// <param name="pages">The pages with their words.</param>
    /// <param name="engine">How the words came: <c>text</c> or <c>ocr</c>.</param>
    public static DocumentDraft Read(IReadOnlyList<PlacedPage> pages, string engine)
    {
        var text = new PageText([.. pages.Take(MostPages)]);
        var (type, sure) = TypeReader.Read(text);
        var draft = new DocumentDraft(engine, engine == "ocr" ? "scan" : "PDF text", type) { TypeConfidence = sure, Pages = pages.Count };
        var table = new TableReader(text);
        var items = table.Read();
        var delivered = type is BusinessDocumentType.DeliveryNote or BusinessDocumentType.PackingSlip or BusinessDocumentType.ProofOfDelivery or BusinessDocumentType.BillOfLading or BusinessDocumentType.Invoice;
        var multiplied = new List<bool>();
        foreach (var item in items)
        {
            var (line, fits) = item.Finish(delivered);
            if (engine == "ocr")
            {
                (line, fits) = ScannedLine.Mend(line, fits, item.Discounts.Count > 0);
            }

            draft.Lines.Add(line);
            if (fits is { } known)
            {
                multiplied.Add(known);
            }
        }

        if (engine == "ocr")
        {
            ScannedLine.WithoutTens(draft.Lines);
        }

        ScannedLine.WithoutCount(draft.Lines);
        var skipped = type == BusinessDocumentType.Statement ? Ledger(text).Concat(table.Taken).ToHashSet() : table.Taken;
        FieldChoice.Make(draft, new FieldReader(text, skipped).Read());
        new TotalsReader(text, skipped).Read(draft, table.Footing);
        Pay(draft);
        new IdentityReader(text).Read(draft);
        new PartyReader(text, table.Taken).Read(draft);
        IdentityReader.Assign(draft);
        if (multiplied.Count > 0)
        {
            var wrong = multiplied.Count(m => !m);
            draft.Checks.Add(new ExtractionCheck("lines_multiply", wrong == 0));
            if (wrong > 0)
            {
                draft.Remark($"quantity and price do not make the amount in {wrong} of {multiplied.Count} lines");
            }
        }

        new SignatureReader(text).Read(draft);
        Corroboration.Make(draft, text);
        Weigh(draft);
        foreach (var note in pages.SelectMany(p => p.Notes).Distinct())
        {
            draft.Remark(note);
        }

        return draft;
    }

    /// <summary>Where a bill names no other sum to pay and none that was paid, its total is what is to be paid.</summary>
    private static void Pay(DocumentDraft draft)
    {
        if (draft.Type is BusinessDocumentType.Invoice or BusinessDocumentType.CreditNote && draft.Field("prepaidAmount") is null && draft.Field("totalAmount") is { } total)
        {
            draft.Set("payableAmount", total with { Confidence = Math.Min(total.Confidence, DocumentDraft.Reckoned) });
        }
    }

    /// <summary>The rows of a statement that are other documents: each begins with its day and has an amount.</summary>
    private static IEnumerable<int> Ledger(PageText text)
        => Enumerable.Range(0, text.Rows.Count).Where(r => text.Rows[r] is { Cells.Count: > 2 } row && text.Dates.First(row.Cells[0].Text) is { At: 0 } && row.Cells.Skip(1).Any(c => text.Numbers.Amount(c.Text) is not null));

    /// <summary>Says which weighty values are less sure than a person should rely on.</summary>
    public static void Weigh(DocumentDraft draft)
    {
        foreach (var name in Weighty)
        {
            if (draft.Field(name) is { } field && field.Confidence < ReviewBelow)
            {
                draft.Doubt($"{name} was read as {field.Value}, and may be something else");
            }
        }
    }
}
