using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Documents.Matching;

/// <summary>A document's values in the shape that matching needs. What was not read is null.</summary>
internal sealed class ReadDocument
{
    private const int MostReferences = 20;
    private const int MostCodes = 300;

    private static readonly string[] Naming = ["orderReference", "buyerReference", "originReference"];
    private static readonly string[] Numbering = ["number", "salesOrderReference", "orderReference"];

    private readonly ExtractedDocument _document;

    public ReadDocument(ExtractedDocument document)
    {
        _document = document;
        References = [.. Naming.Select(Text).Concat(document.Lines.Select(l => l.OrderReference)).OfType<string>()
            .SelectMany(Reference.Tokens).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostReferences)];
        IsReferred = Text("orderReference") is { } said && Reference.Tokens(said).Count > 0;
        OwnNumbers = [.. Numbering.Select(Text).OfType<string>().Distinct()];
    }

    public BusinessDocumentType Type => _document.Type;

    public IReadOnlyList<ExtractedLine> Lines => _document.Lines;

    public IReadOnlyList<ExtractedCharge> Charges => _document.Charges;

    /// <summary>Numbers that may be those of our orders.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>Whether it names an order at all.</summary>
    public bool IsReferred { get; }

    /// <summary>Numbers that may be the supplier's own for the order.</summary>
    public IReadOnlyList<string> OwnNumbers { get; }

    public string? Number => Text("number");

    public string? Supplier => Text("supplierName") ?? Text("supplierLegalName");

    public string? Vat => Text("supplierVat");

    public string? Iban => Text("iban");

    public string? Currency => Text("currency")?.ToUpperInvariant();

    public DateOnly? Date => DayAt("issueDate");

    public DateOnly? Delivery => DayAt("deliveryDate");

    public decimal? Net => Amount("netAmount");

    public decimal? Total => Amount("totalAmount") ?? Amount("payableAmount");

    public bool IsBill => Type is BusinessDocumentType.Invoice or BusinessDocumentType.CreditNote;

    public bool IsDelivery => Type is BusinessDocumentType.DeliveryNote or BusinessDocumentType.PackingSlip or BusinessDocumentType.ProofOfDelivery or BusinessDocumentType.BillOfLading;

    /// <summary>What to look for in the business system.</summary>
    public PurchaseQuestion Question() => new()
    {
        References = [.. References.Concat(OwnNumbers).Distinct(StringComparer.OrdinalIgnoreCase)],
        Supplier = Supplier,
        Vat = Vat,
        Iban = Iban,
        Codes = [.. Lines.SelectMany(l => new[] { l.Sku, l.BuyerSku, l.Gtin }).OfType<string>().Select(c => c.Trim()).Where(c => c.Length is >= 3 and <= 60).Distinct().Take(MostCodes)],
        IsBill = IsBill,
    };

    public static DateOnly? Day(string? text)
        => text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private string? Text(string name) => _document.Fields.GetValueOrDefault(name)?.Value as string is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private decimal? Amount(string name) => _document.Fields.GetValueOrDefault(name)?.Value as decimal?;

    private DateOnly? DayAt(string name) => Day(Text(name));
}
