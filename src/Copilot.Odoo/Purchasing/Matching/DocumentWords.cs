using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>How a document is called in an answer. What stands in it comes from outside: only what looks like a number or a name is repeated, cut short.</summary>
internal sealed record DocumentWords(string Kind, string? Number, string? Supplier, decimal? Total, string? Currency, DateOnly? Date)
{
    private const int LongestNumber = 40;
    private const int LongestName = 60;
    private const int MostWords = 4;

    /// <summary>"invoice RE-77".</summary>
    public string Label => Number is null ? $"this {Kind}" : $"{Kind} {Number}";

    /// <summary>The currency in which differences are told: the document's, else the order's.</summary>
    public string CurrencyOver(DocumentMatch match) => Currency ?? (match.Orders is [var first, ..] ? first.Currency : "EUR");

    public static DocumentWords Of(ExtractedDocument document) => new(
        document.Type switch
        {
            BusinessDocumentType.Invoice => "invoice",
            BusinessDocumentType.CreditNote => "credit note",
            BusinessDocumentType.OrderConfirmation => "order confirmation",
            BusinessDocumentType.DeliveryNote => "delivery note",
            BusinessDocumentType.PackingSlip => "packing slip",
            BusinessDocumentType.ProofOfDelivery => "proof of delivery",
            BusinessDocumentType.BillOfLading => "bill of lading",
            BusinessDocumentType.PurchaseOrder => "purchase order",
            BusinessDocumentType.Statement => "statement",
            _ => "document",
        },
        NumberOf(Text(document, "number")),
        Text(document, "supplierName") is { } name ? Phrase.Clean(name, LongestName) : null,
        document.Fields.GetValueOrDefault("totalAmount")?.Value as decimal?,
        Text(document, "currency") is { Length: 3 } currency && currency.All(char.IsAsciiLetter) ? currency.ToUpperInvariant() : null,
        document.Fields.GetValueOrDefault("issueDate")?.Value is string day && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null);

    /// <summary>A number as people write numbers; null for what is none.</summary>
    private static string? NumberOf(string? text)
        => text is not null && Phrase.Clean(text, LongestNumber + 1) is var clean && clean.Length <= LongestNumber && clean.Any(char.IsAsciiDigit) && clean.Split(' ').Length <= MostWords && clean.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '/' or '.' or '_' or '#') ? clean : null;

    private static string? Text(ExtractedDocument document, string field) => document.Fields.GetValueOrDefault(field)?.Value as string is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
