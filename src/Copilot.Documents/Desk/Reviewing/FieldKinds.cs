namespace Copilot.Documents.Desk.Reviewing;

/// <summary>The fields that people may correct, and what kind of value each holds.</summary>
internal static class FieldKinds
{
    private static readonly Dictionary<string, FieldKind> Known = new(StringComparer.Ordinal)
    {
        ["number"] = FieldKind.Text,
        ["issueDate"] = FieldKind.Date,
        ["dueDate"] = FieldKind.Date,
        ["deliveryDate"] = FieldKind.Date,
        ["despatchDate"] = FieldKind.Date,
        ["orderDate"] = FieldKind.Date,
        ["taxPointDate"] = FieldKind.Date,
        ["currency"] = FieldKind.Currency,
        ["supplierName"] = FieldKind.Text,
        ["supplierVat"] = FieldKind.Text,
        ["supplierId"] = FieldKind.Text,
        ["buyerName"] = FieldKind.Text,
        ["buyerVat"] = FieldKind.Text,
        ["buyerId"] = FieldKind.Text,
        ["buyerReference"] = FieldKind.Text,
        ["deliveryName"] = FieldKind.Text,
        ["orderReference"] = FieldKind.Text,
        ["salesOrderReference"] = FieldKind.Text,
        ["deliveryNoteReference"] = FieldKind.Text,
        ["invoiceReference"] = FieldKind.Text,
        ["contractReference"] = FieldKind.Text,
        ["projectReference"] = FieldKind.Text,
        ["remittanceReference"] = FieldKind.Text,
        ["netAmount"] = FieldKind.Amount,
        ["taxAmount"] = FieldKind.Amount,
        ["totalAmount"] = FieldKind.Amount,
        ["prepaidAmount"] = FieldKind.Amount,
        ["payableAmount"] = FieldKind.Amount,
        ["allowanceTotal"] = FieldKind.Amount,
        ["chargeTotal"] = FieldKind.Amount,
        ["roundingAmount"] = FieldKind.Amount,
        ["paymentTerms"] = FieldKind.Text,
        ["iban"] = FieldKind.Iban,
        ["bic"] = FieldKind.Text,
        ["carrier"] = FieldKind.Text,
        ["trackingNumber"] = FieldKind.Text,
        ["notes"] = FieldKind.Text,
    };

    /// <summary>Gets the names.</summary>
    public static IEnumerable<string> Names => Known.Keys;

    /// <summary>Gets a field's kind; null when there is no such field.</summary>
    public static FieldKind? Of(string name) => Known.TryGetValue(name, out var kind) ? kind : null;
}
