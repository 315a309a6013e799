using Copilot.Contracts;
using Copilot.Documents.Extraction;
using Copilot.Documents.Extraction.Pages;

namespace Copilot.Documents.Desk.Reviewing;

/// <summary>Checks a document against itself once more, after values were changed.</summary>
internal static class Recheck
{
    private const double Confirmed = 0.92;
    private const string Multiplied = "lines_multiply";

    // What can't be made from the values alone is carried over.
    private static readonly string[] Carried = [Multiplied, "line_count_matches"];

    /// <summary>Checks it.</summary>
    /// <param name="before">The document as it was read.</param>
    /// <param name="after">The same with other values.</param>
    /// <returns>The changed document with the checks, remarks and certainty that go with its values.</returns>
    public static ExtractedDocument Of(ExtractedDocument before, ExtractedDocument after)
    {
        var (was, now) = (Made(before, before), Made(before, after));

        // Remarks that do not come from the values, such as a page that reads badly, stay.
        var staying = before.Warnings.Except(was.Warnings).ToList();
        return now with
        {
            MoreDocuments = after.MoreDocuments,
            Warnings = [.. staying, .. now.Warnings.Except(staying)],
            NeedsReview = now.NeedsReview || (before.NeedsReview && !was.NeedsReview && staying.Count > 0),
        };
    }

    private static ExtractedDocument Made(ExtractedDocument before, ExtractedDocument after)
    {
        var draft = new DocumentDraft(after.Engine, after.Format, after.Type) { TypeConfidence = after.TypeConfidence, Pages = after.Pages, FirstPage = after.FirstPage };
        foreach (var (name, field) in after.Fields)
        {
            draft.Set(name, field);
        }

        draft.Lines.AddRange(after.Lines);
        draft.Taxes.AddRange(after.Taxes);
        draft.Charges.AddRange(after.Charges);
        Agree(draft, before);
        Multiply(draft, before, after);
        if (after.Engine is "text" or "ocr")
        {
            PageDocument.Weigh(draft);
        }

        return draft.Finish(after.File);
    }

    /// <summary>Values that agree with what a person said are right.</summary>
    private static void Agree(DocumentDraft draft, ExtractedDocument before)
    {
        string[] totals = ["netAmount", "taxAmount", "totalAmount"];
        var told = totals.Any(n => draft.Field(n) is { Confidence: 1 } f && !Equals(before.Fields.GetValueOrDefault(n)?.Value, f.Value));
        if (told && draft.Amount("netAmount") is { } net && draft.Amount("taxAmount") is { } tax && draft.Amount("totalAmount") == net + tax)
        {
            draft.Confirm(Confirmed, totals);
        }
    }

    private static void Multiply(DocumentDraft draft, ExtractedDocument before, ExtractedDocument after)
    {
        var same = before.Lines.SequenceEqual(after.Lines);
        draft.Checks.AddRange(before.Checks.Where(c => Carried.Contains(c.Name) && (same || c.Name != Multiplied)));
        if (same)
        {
            return;
        }

        var whole = after.Lines.Where(l => l is { Quantity: not null, UnitPrice: not null, Amount: not null, Charges: null }).ToList();
        var wrong = whole.Count(l => Math.Abs((l.Quantity!.Value * l.UnitPrice!.Value / (l.PriceBasis is > 0 ? l.PriceBasis.Value : 1)) - l.Amount!.Value) > Math.Max(0.011m, Math.Abs(l.Amount.Value) * 0.0006m));
        if (whole.Count > 0)
        {
            draft.Checks.Add(new ExtractionCheck(Multiplied, wrong == 0));
        }

        if (wrong > 0)
        {
            draft.Remark($"quantity and price do not make the amount in {wrong} of {whole.Count} lines");
        }
    }
}
