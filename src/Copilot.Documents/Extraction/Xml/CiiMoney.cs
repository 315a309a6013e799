using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Xml;

/// <summary>Reads the settlement of a Cross Industry document: payment, totals, taxes, allowances and charges.</summary>
internal static class CiiMoney
{
    /// <summary>Reads it.</summary>
    public static void Read(XmlPart settlement, DocumentDraft draft)
    {
        draft.Set("currency", settlement.TextAt("InvoiceCurrencyCode") ?? settlement.TextAt("OrderCurrencyCode"));
        draft.Set("taxCurrency", settlement.TextAt("TaxCurrencyCode"));
        draft.Set("paymentTerms", string.Join('\n', settlement.All("SpecifiedTradePaymentTerms").Select(t => t.TextAt("Description")).OfType<string>()));
        draft.Set("dueDate", CiiDocument.Day(settlement, draft, "SpecifiedTradePaymentTerms", "DueDateDateTime"));
        draft.Set("periodStart", CiiDocument.Day(settlement, draft, "BillingSpecifiedPeriod", "StartDateTime"));
        draft.Set("periodEnd", CiiDocument.Day(settlement, draft, "BillingSpecifiedPeriod", "EndDateTime"));
        draft.Set("paymentMeans", settlement.TextAt("SpecifiedTradeSettlementPaymentMeans", "TypeCode"));
        draft.Set("iban", settlement.TextAt("SpecifiedTradeSettlementPaymentMeans", "PayeePartyCreditorFinancialAccount", "IBANID"));
        draft.Set("bic", settlement.TextAt("SpecifiedTradeSettlementPaymentMeans", "PayeeSpecifiedCreditorFinancialInstitution", "BICID"));
        draft.Set("remittanceReference", settlement.TextAt("PaymentReference"));
        Totals(settlement, draft);
        foreach (var tax in settlement.All("ApplicableTradeTax"))
        {
            draft.Taxes.Add(new ExtractedTax
            {
                Base = UblMoney.Amount(tax, draft, "BasisAmount"),
                Amount = UblMoney.Amount(tax, draft, "CalculatedAmount"),
                Category = tax.TextAt("CategoryCode"),
                Rate = UblMoney.Amount(tax, draft, "RateApplicablePercent") ?? UblMoney.Amount(tax, draft, "ApplicablePercent"),
            });
        }

        draft.Charges.AddRange(Charges(settlement, draft));
        draft.Charges.AddRange(settlement.All("SpecifiedLogisticsServiceCharge").Select(c => new ExtractedCharge(true)
        {
            Amount = UblMoney.Amount(c, draft, "AppliedAmount"),
            Reason = c.TextAt("Description"),
        }));
    }

    /// <summary>Reads the allowances and charges directly inside a part.</summary>
    public static IReadOnlyList<ExtractedCharge> Charges(XmlPart part, DocumentDraft draft) =>
    [
        .. part.All("SpecifiedTradeAllowanceCharge").Select(c => Charge(c, draft)),
    ];

    private static ExtractedCharge Charge(XmlPart part, DocumentDraft draft)
    {
        var amount = UblMoney.Amount(part, draft, "ActualAmount");
        var isCharge = (part.TextAt("ChargeIndicator", "Indicator") ?? part.TextAt("ChargeIndicator")) is "true" or "1";
        if (!isCharge && amount < 0)
        {
            // Some senders of the first version write what is taken off with a minus.
            draft.Remark($"line {part.Line}: the allowance is written with a minus; it is taken off");
            amount = -amount;
        }

        return new ExtractedCharge(isCharge)
        {
            Amount = amount,
            Percent = UblMoney.Amount(part, draft, "CalculationPercent"),
            Reason = part.TextAt("Reason") ?? part.TextAt("ReasonCode"),
        };
    }

    private static void Totals(XmlPart settlement, DocumentDraft draft)
    {
        var totals = settlement.At("SpecifiedTradeSettlementHeaderMonetarySummation") ?? settlement.At("SpecifiedTradeSettlementMonetarySummation");
        if (totals is null)
        {
            return;
        }

        draft.Set("lineTotal", UblMoney.Amount(totals, draft, "LineTotalAmount"));
        draft.Set("netAmount", UblMoney.Amount(totals, draft, "TaxBasisTotalAmount"));
        draft.Set("totalAmount", UblMoney.Amount(totals, draft, "GrandTotalAmount"));
        draft.Set("allowanceTotal", UblMoney.Amount(totals, draft, "AllowanceTotalAmount"));
        draft.Set("chargeTotal", UblMoney.Amount(totals, draft, "ChargeTotalAmount"));
        draft.Set("prepaidAmount", UblMoney.Amount(totals, draft, "TotalPrepaidAmount"));
        draft.Set("roundingAmount", UblMoney.Amount(totals, draft, "RoundingAmount"));
        draft.Set("payableAmount", UblMoney.Amount(totals, draft, "DuePayableAmount"));

        // Tax may be stated once more in the currency of the tax office.
        var currency = draft.Text("currency");
        var tax = totals.All("TaxTotalAmount").FirstOrDefault(t => currency is not null && t.Attribute("currencyID") == currency) ?? totals.At("TaxTotalAmount");
        draft.Set("taxAmount", tax is null ? null : draft.Number(tax.Text, $"line {tax.Line}, {tax.Name}"));
    }
}
