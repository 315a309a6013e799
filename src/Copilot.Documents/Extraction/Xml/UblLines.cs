using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Xml;

/// <summary>Reads the lines of a UBL document.</summary>
internal static class UblLines
{
    private static readonly string[] Names =
    [
        "InvoiceLine", "CreditNoteLine", "DebitNoteLine", "OrderLine", "DespatchLine", "ReceiptLine", "CatalogueLine", "QuotationLine", "StatementLine",
    ];

    private static readonly string[] Quantities =
    [
        "InvoicedQuantity", "CreditedQuantity", "DebitedQuantity", "DeliveredQuantity", "ReceivedQuantity", "Quantity", "OrderableQuantity",
    ];

    /// <summary>Reads them; lines inside lines follow theirs.</summary>
    public static void Read(XmlPart root, DocumentDraft draft)
    {
        foreach (var line in root.All(Names))
        {
            draft.Lines.Add(Line(line, draft));
            foreach (var inner in line.All("SubInvoiceLine", "SubCreditNoteLine"))
            {
                draft.Remark($"line {inner.Line}: the line holds lines of its own, whose amounts it already counts");
            }
        }
    }

    private static ExtractedLine Line(XmlPart outer, DocumentDraft draft)
    {
        // Orders wrap what a line says into a line item.
        var line = outer.At("LineItem") ?? outer;
        var item = line.At("Item") ?? outer.At("Item");
        var price = line.At("Price") ?? outer.At("RequiredItemLocationQuantity", "Price");
        var quantity = Quantities.Select(name => line.At(name)).FirstOrDefault(found => found?.Text is not null);
        var charges = UblMoney.Charges(line, draft);
        return new ExtractedLine
        {
            Position = line.TextAt("ID"),
            Description = item?.TextAt("Name") ?? item?.TextAt("Description"),
            Sku = item?.TextAt("SellersItemIdentification", "ID") ?? item?.TextAt("ManufacturersItemIdentification", "ID"),
            BuyerSku = item?.TextAt("BuyersItemIdentification", "ID"),
            Gtin = item?.TextAt("StandardItemIdentification", "ID"),
            Quantity = quantity is null ? null : draft.Number(quantity.Text, $"line {quantity.Line}, {quantity.Name}"),
            Unit = quantity?.Attribute("unitCode"),
            UnitPrice = price is null ? null : UblMoney.Amount(price, draft, "PriceAmount"),
            PriceBasis = price is null ? null : UblMoney.Amount(price, draft, "BaseQuantity"),
            Amount = UblMoney.Amount(line, draft, "LineExtensionAmount"),
            TaxRate = (item is null ? null : UblMoney.Amount(item, draft, "ClassifiedTaxCategory", "Percent")) ?? UblMoney.Amount(line, draft, "TaxTotal", "TaxSubtotal", "TaxCategory", "Percent"),
            DeliveryDate = UblDocument.Day(line, draft, "Delivery", "ActualDeliveryDate") ?? UblDocument.Day(line, draft, "Delivery", "PromisedDeliveryPeriod", "EndDate")
                ?? UblDocument.Day(line, draft, "Delivery", "RequestedDeliveryPeriod", "EndDate"),
            OrderReference = outer.TextAt("OrderLineReference", "OrderReference", "ID"),
            Status = line.TextAt("LineStatusCode") ?? outer.TextAt("ActionCode"),
            Note = line.TextAt("Note") ?? outer.TextAt("Note"),
            Charges = charges.Count > 0 ? charges : null,
        };
    }
}
