using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Xml;

/// <summary>Reads a line of a Cross Industry document.</summary>
internal static class CiiLines
{
    /// <summary>Reads it.</summary>
    public static ExtractedLine Read(XmlPart line, DocumentDraft draft)
    {
        var nothing = new XmlPart(string.Empty, string.Empty, line.Line);
        var head = line.At("AssociatedDocumentLineDocument") ?? nothing;
        var product = line.At("SpecifiedTradeProduct") ?? nothing;
        var agreement = CiiDocument.Either(line, "SpecifiedLineTradeAgreement", "SpecifiedSupplyChainTradeAgreement") ?? nothing;
        var delivery = CiiDocument.Either(line, "SpecifiedLineTradeDelivery", "SpecifiedSupplyChainTradeDelivery") ?? nothing;
        var settlement = CiiDocument.Either(line, "SpecifiedLineTradeSettlement", "SpecifiedSupplyChainTradeSettlement") ?? nothing;
        var quantity = delivery.At("BilledQuantity") ?? delivery.At("AgreedQuantity") ?? delivery.At("DespatchedQuantity") ?? delivery.At("RequestedQuantity");
        var price = agreement.At("NetPriceProductTradePrice") ?? agreement.At("GrossPriceProductTradePrice") ?? nothing;
        var charges = CiiMoney.Charges(settlement, draft);
        return new ExtractedLine
        {
            Position = head.TextAt("LineID"),
            Description = product.TextAt("Name") ?? product.TextAt("Description"),
            Sku = product.TextAt("SellerAssignedID") ?? product.TextAt("ManufacturerAssignedID"),
            BuyerSku = product.TextAt("BuyerAssignedID"),
            Gtin = product.TextAt("GlobalID"),
            Quantity = quantity is null ? null : draft.Number(quantity.Text, $"line {quantity.Line}, {quantity.Name}"),
            Unit = quantity?.Attribute("unitCode"),
            UnitPrice = UblMoney.Amount(price, draft, "ChargeAmount"),
            PriceBasis = UblMoney.Amount(price, draft, "BasisQuantity"),
            Amount = UblMoney.Amount(settlement, draft, "SpecifiedTradeSettlementLineMonetarySummation", "LineTotalAmount")
                ?? UblMoney.Amount(settlement, draft, "SpecifiedTradeSettlementMonetarySummation", "LineTotalAmount"),
            TaxRate = UblMoney.Amount(settlement, draft, "ApplicableTradeTax", "RateApplicablePercent") ?? UblMoney.Amount(settlement, draft, "ApplicableTradeTax", "ApplicablePercent"),
            DeliveryDate = CiiDocument.Day(delivery, draft, "ActualDeliverySupplyChainEvent", "OccurrenceDateTime") ?? CiiDocument.Day(delivery, draft, "RequestedDeliverySupplyChainEvent", "OccurrenceDateTime"),
            OrderReference = agreement.TextAt("BuyerOrderReferencedDocument", "IssuerAssignedID") ?? agreement.TextAt("BuyerOrderReferencedDocument", "ID"),
            Status = head.TextAt("LineStatusCode"),
            Note = head.TextAt("IncludedNote", "Content"),
            Charges = charges.Count > 0 ? charges : null,
        };
    }
}
