using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Documents.Asking;

/// <summary>Writes fields and their values for people. What comes from a document is one short line without control characters.</summary>
internal static class FieldWords
{
    private const int LongestValue = 80;

    /// <summary>The fields that are told, in this order, with their names.</summary>
    public static readonly IReadOnlyList<(string Field, string Name)> Told =
    [
        ("number", "Number"), ("issueDate", "Date"), ("supplierName", "Supplier"), ("supplierVat", "Supplier's tax number"), ("buyerName", "Buyer"), ("orderReference", "Names the order"), ("orderDate", "Order date"),
        ("salesOrderReference", "Supplier's order number"), ("deliveryNoteReference", "Delivery note"), ("invoiceReference", "Names the invoice"), ("deliveryDate", "Delivery date"), ("dueDate", "Due"), ("paymentTerms", "Payment terms"),
        ("netAmount", "Net"), ("taxAmount", "Tax"), ("totalAmount", "Total"), ("payableAmount", "To be paid"), ("iban", "Bank account"), ("carrier", "Carrier"), ("trackingNumber", "Tracking number"), ("signature", "Signature"),
    ];

    /// <summary>Says whether a value is told: terms of payment hold a figure and are short, or they are prose, which is searched and not repeated.</summary>
    public static bool IsTold(string field, object value) => field != "paymentTerms" || (value is string { Length: <= 60 } terms && terms.Any(char.IsAsciiDigit));

    /// <summary>What a document is called.</summary>
    public static string Kind(BusinessDocumentType type) => type switch
    {
        BusinessDocumentType.Invoice => "an invoice",
        BusinessDocumentType.CreditNote => "a credit note",
        BusinessDocumentType.PurchaseOrder => "a purchase order",
        BusinessDocumentType.OrderConfirmation => "an order confirmation",
        BusinessDocumentType.DeliveryNote => "a delivery note",
        BusinessDocumentType.BillOfLading => "a bill of lading",
        BusinessDocumentType.ProofOfDelivery => "a proof of delivery",
        BusinessDocumentType.PackingSlip => "a packing slip",
        BusinessDocumentType.Statement => "a statement of account",
        _ => "a document of a kind I can't tell",
    };

    /// <summary>What a check says in words, when it fails.</summary>
    public static string Failed(string check) => check switch
    {
        "lines_sum_to_net" => "the lines do not sum to the net amount",
        "net_plus_tax_is_total" => "net and tax do not make the total",
        "taxes_sum_to_tax" => "the taxes do not sum to the tax amount",
        "lines_multiply" => "quantity times price is not the amount in a line",
        "dates_in_order" => "it is due before its own date",
        "iban_valid" => "the check digits of the bank account are wrong",
        "line_count_matches" => "it says another number of lines than it has",
        _ => $"the check {check.Replace('_', ' ')} fails",
    };

    /// <summary>A value as a person reads it.</summary>
    public static string Said(object value, string? currency) => value switch
    {
        decimal amount => currency is null ? Number(amount) : Money(amount, currency),
        string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Day(day),
        _ => Clean(value.ToString(), LongestValue),
    };

    /// <summary>The same as a fact.</summary>
    public static Fact FactOf(string name, object value, string? currency) => value switch
    {
        decimal amount => currency is null ? new Fact(name, FactKind.Number, Plain(amount)) : new Fact(name, FactKind.Money, amount.ToString("0.00##", CultureInfo.InvariantCulture), currency),
        string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => new Fact(name, FactKind.Date, text),
        _ => new Fact(name, FactKind.Text, Clean(value.ToString(), LongestValue)),
    };

    /// <summary><c>Fri 27 Nov 2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>1,240.5</c>.</summary>
    public static string Number(decimal value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);

    /// <summary><c>€1,234.50</c>.</summary>
    public static string Money(decimal amount, string currency)
    {
        var sign = currency switch { "EUR" => "€", "USD" => "$", "GBP" => "£", _ => null };
        var figure = Math.Abs(amount).ToString("N2", CultureInfo.InvariantCulture);
        return (amount < 0 ? "-" : string.Empty) + (sign is null ? $"{figure} {currency}" : sign + figure);
    }

    /// <summary>One line without control characters, cut to a length.</summary>
    public static string Clean(string? text, int longest)
    {
        var line = string.Join(' ', new string([.. (text ?? string.Empty).Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? ' ' : c)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= longest ? line : string.Concat(line.AsSpan(0, longest - 1).TrimEnd(), "…");
    }

    /// <summary>A number as facts hold it.</summary>
    public static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
