using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Xml;

/// <summary>Reads totals, taxes, allowances and charges of a UBL document.</summary>
internal static class UblMoney
{
    /// <summary>Reads them.</summary>
    public static void Read(XmlPart root, DocumentDraft draft)
    {
        var totals = root.At("LegalMonetaryTotal") ?? root.At("AnticipatedMonetaryTotal") ?? root.At("RequestedMonetaryTotal") ?? root.At("QuotedMonetaryTotal");
        var taxes = InCurrency(root, draft.Text("currency"));
        if (totals is not null)
        {
            draft.Set("lineTotal", Amount(totals, draft, "LineExtensionAmount"));
            draft.Set("netAmount", Amount(totals, draft, "TaxExclusiveAmount"));
            draft.Set("totalAmount", Amount(totals, draft, "TaxInclusiveAmount"));
            draft.Set("allowanceTotal", Amount(totals, draft, "AllowanceTotalAmount"));
            draft.Set("chargeTotal", Amount(totals, draft, "ChargeTotalAmount"));
            draft.Set("prepaidAmount", Amount(totals, draft, "PrepaidAmount"));
            draft.Set("roundingAmount", Amount(totals, draft, "PayableRoundingAmount"));
            draft.Set("payableAmount", Amount(totals, draft, "PayableAmount"));
            draft.Set("currency", totals.At("PayableAmount")?.Attribute("currencyID"));
        }

        draft.Set("taxAmount", taxes is null ? null : Amount(taxes, draft, "TaxAmount"));
        foreach (var part in taxes?.All("TaxSubtotal") ?? [])
        {
            draft.Taxes.Add(new ExtractedTax
            {
                Base = Amount(part, draft, "TaxableAmount"),
                Amount = Amount(part, draft, "TaxAmount"),
                Category = part.TextAt("TaxCategory", "ID"),
                Rate = Amount(part, draft, "TaxCategory", "Percent") ?? Amount(part, draft, "Percent"),
            });
        }

        draft.Charges.AddRange(Charges(root, draft));
    }

    /// <summary>Reads the allowances and charges directly inside a part.</summary>
    public static IReadOnlyList<ExtractedCharge> Charges(XmlPart part, DocumentDraft draft) =>
    [
        .. part.All("AllowanceCharge").Select(c => new ExtractedCharge(c.TextAt("ChargeIndicator") is "true" or "1")
        {
            Amount = Amount(c, draft, "Amount"),
            Percent = Amount(c, draft, "MultiplierFactorNumeric"),
            Reason = c.TextAt("AllowanceChargeReason") ?? c.TextAt("AllowanceChargeReasonCode"),
        }),
    ];

    /// <summary>Reads a number on a path.</summary>
    public static decimal? Amount(XmlPart part, DocumentDraft draft, params ReadOnlySpan<string> path)
        => part.At(path) is { Text: { } text } found ? draft.Number(text, $"line {found.Line}, {found.Name}") : null;

    /// <summary>Tax may be stated once more in the currency of the tax office.</summary>
    private static XmlPart? InCurrency(XmlPart root, string? currency)
        => root.All("TaxTotal").FirstOrDefault(t => currency is not null && t.At("TaxAmount")?.Attribute("currencyID") == currency) ?? root.At("TaxTotal");
}
