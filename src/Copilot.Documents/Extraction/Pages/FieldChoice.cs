using System.Text.RegularExpressions;
using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Chooses the fields of a document among the values found, by what kind of document it is.</summary>
internal static partial class FieldChoice
{
    /// <summary>Sets numbers and dates.</summary>
    public static void Make(DocumentDraft draft, IReadOnlyList<Candidate> found)
    {
        // The invoice that a credit note refers to is not its own number, whatever else names it.
        // On a bill it is not either, where the bill says another number of its own.
        if (found.Where(f => f.Name == "billed").Select(f => f.Field.Value).ToHashSet() is { Count: > 0 } billed
            && (draft.Type == BusinessDocumentType.CreditNote || found.Any(f => f.Name is "invoice" or "document" && !billed.Contains(f.Field.Value))))
        {
            found = [.. found.Where(f => f.Name != "invoice" || !billed.Contains(f.Field.Value))];
        }

        // Some labels name a number only where it looks like one of theirs.
        found = [.. found.Where(f => f.Name switch
        {
            "account" => f.Field.Value is string said && CustomerAccount().IsMatch(said),
            "buyerCode" => f.Field.Value is string said && Code().IsMatch(said) && 2 * said.Count(char.IsAsciiDigit) >= said.Length,
            "ourCode" => f.Field.Value is string said && SalesOrder().IsMatch(said),
            "documentCode" => f.Field.Value is string said && Code().IsMatch(said) && said.Count(char.IsAsciiDigit) >= 4,
            "deliveryCode" => f.Field.Value is string said && Code().IsMatch(said) && said.Any(char.IsAsciiLetterUpper) && said.Count(char.IsAsciiDigit) >= 3,
            _ => true,
        })];

        string[] own = draft.Type switch
        {
            BusinessDocumentType.Invoice => ["invoice", "document", "credit", "plain", "reference"],
            BusinessDocumentType.CreditNote => ["credit", "document", "invoice", "plain", "reference"],
            BusinessDocumentType.PurchaseOrder => ["order", "document", "yourOrder", "plain", "reference"],
            BusinessDocumentType.OrderConfirmation => ["confirmation", "salesOrder", "document", "order", "plain", "yourOrder"],
            BusinessDocumentType.DeliveryNote or BusinessDocumentType.ProofOfDelivery => ["delivery", "document", "packing", "plain", "reference"],
            BusinessDocumentType.PackingSlip => ["packing", "delivery", "document", "plain"],
            BusinessDocumentType.Statement => ["statement", "document", "plain"],
            BusinessDocumentType.BillOfLading => ["document", "trackingNumber", "plain", "delivery", "reference"],
            _ => ["document", "plain", "invoice", "order", "delivery", "yourOrder"],
        };
        draft.Set("number", Best(found, [.. own.Where(o => o != "reference"), "documentCode", "title", .. own.Where(o => o == "reference")]));
        string[] dates = draft.Type switch
        {
            BusinessDocumentType.Invoice => ["invoiceDate", "creditDate", "documentDate"],

            // An invoice that a credit note names is another document, and so is its day.
            BusinessDocumentType.CreditNote => ["creditDate", "documentDate", "invoiceDate"],
            BusinessDocumentType.PurchaseOrder => ["orderDate", "documentDate"],
            BusinessDocumentType.OrderConfirmation => ["confirmationDate", "documentDate", "townDate", "orderDate"],
            BusinessDocumentType.DeliveryNote or BusinessDocumentType.PackingSlip or BusinessDocumentType.ProofOfDelivery => ["deliveryNoteDate", "documentDate", "deliveryDate"],
            _ => ["documentDate", "invoiceDate", "orderDate"],
        };
        draft.Set("issueDate", Best(found, [.. dates, "plainDate", "townDate", "looseDate"]));
        draft.Set("series", Best(found, "series"));
        draft.Set("dueDate", Best(found, "dueDate"));
        draft.Set("deliveryDate", Best(found, "deliveryDate"));
        if (draft.Type != BusinessDocumentType.PurchaseOrder)
        {
            draft.Set("orderReference", Best([.. found.Where(f => !f.Field.Value.Equals(draft.Field("number")?.Value))], "yourOrder", "order", "yourReference"));
            draft.Set("orderDate", Best(found, "orderDate"));
        }

        draft.Set("salesOrderReference", Own(draft, Best(found, "salesOrder", "ourCode")));
        if (Best(found, "yourOrder") is { } theirs && Best(found, "order") is { } other && !Equals(theirs.Value, other.Value))
        {
            // "Order # SO-17" beside "Customer PO 99": the seller's.
            draft.Set("salesOrderReference", Own(draft, other));
        }

        draft.Set("deliveryNoteReference", Own(draft, Best(found, "delivery", "deliveryCode")));
        draft.Set("invoiceReference", Own(draft, Best(found, "billed", "invoice")));
        draft.Set("contractReference", Best(found, "contractReference"));
        draft.Set("trackingNumber", Best(found, "trackingNumber"));
        draft.Set("buyerReference", Best(found, "yourReference"));
        draft.Set("buyerId", Best(found, "buyerId", "account", "buyerCode"));
        draft.Set("supplierId", Best(found, "supplierId"));
    }

    /// <summary>What is the document's own number is not a reference to another.</summary>
    private static ExtractedField? Own(DocumentDraft draft, ExtractedField? field)
        => field is not null && draft.Field("number") is { } number && Equals(number.Value, field.Value) ? null : field;

    private static ExtractedField? Best(IReadOnlyList<Candidate> found, params string[] names)
    {
        // Names are in the order of preference; a value said twice is surer than one said once.
        for (var i = 0; i < names.Length; i++)
        {
            var mine = found.Where(f => f.Name == names[i]).ToList();
            if (mine.Count == 0)
            {
                continue;
            }

            var best = mine.OrderByDescending(f => f.Field.Confidence + (0.01 * Math.Min(3, mine.Count(o => Equals(o.Field.Value, f.Field.Value))))).ThenBy(f => f.Order).First();
            var others = mine.Exists(o => !Equals(o.Field.Value, best.Field.Value) && o.Field.Confidence > best.Field.Confidence - 0.05);
            return best.Field with { Confidence = Math.Round(best.Field.Confidence * (others ? 0.85 : 1) * (i == 0 ? 1 : 0.97), 3) };
        }

        return null;
    }

    /// <summary>Accounts of customers are short, or have letters; a bank's have eight figures and more.</summary>
    [GeneratedRegex(@"^(?=.*\d)(?:[A-Z]{1,6}[-/ ]?\d{1,7}|\d{3,7}|[A-Z0-9/-]{4,10}[A-Z])$")]
    private static partial Regex CustomerAccount();

    /// <summary>"Our ref: SO 50018".</summary>
    [GeneratedRegex(@"^SO[ /-]?\d")]
    private static partial Regex SalesOrder();

    [GeneratedRegex(@"^[A-Z0-9][A-Z0-9/.-]{2,19}$")]
    private static partial Regex Code();
}
