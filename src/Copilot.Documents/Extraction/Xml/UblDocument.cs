using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Xml;

/// <summary>Reads documents of OASIS UBL 2.x: the header of every kind that trade uses.</summary>
internal static class UblDocument
{
    private const string Space = "urn:oasis:names:specification:ubl:schema:xsd:";

    // The kinds, and what each is to us. Those that are nothing of ours are still read, as "other".
    private static readonly Dictionary<string, BusinessDocumentType> Kinds = new()
    {
        ["Invoice"] = BusinessDocumentType.Invoice,
        ["SelfBilledInvoice"] = BusinessDocumentType.Invoice,
        ["DebitNote"] = BusinessDocumentType.Invoice,
        ["FreightInvoice"] = BusinessDocumentType.Invoice,
        ["CreditNote"] = BusinessDocumentType.CreditNote,
        ["SelfBilledCreditNote"] = BusinessDocumentType.CreditNote,
        ["Order"] = BusinessDocumentType.PurchaseOrder,
        ["OrderChange"] = BusinessDocumentType.PurchaseOrder,
        ["OrderCancellation"] = BusinessDocumentType.Other,
        ["OrderResponse"] = BusinessDocumentType.OrderConfirmation,
        ["OrderResponseSimple"] = BusinessDocumentType.OrderConfirmation,
        ["DespatchAdvice"] = BusinessDocumentType.DeliveryNote,
        ["ReceiptAdvice"] = BusinessDocumentType.Other,
        ["BillOfLading"] = BusinessDocumentType.BillOfLading,
        ["Waybill"] = BusinessDocumentType.BillOfLading,
        ["PackingList"] = BusinessDocumentType.PackingSlip,
        ["Statement"] = BusinessDocumentType.Statement,
        ["Catalogue"] = BusinessDocumentType.Other,
        ["Quotation"] = BusinessDocumentType.Other,
        ["Reminder"] = BusinessDocumentType.Other,
        ["ApplicationResponse"] = BusinessDocumentType.Other,
    };

    /// <summary>Says whether an element is such a document.</summary>
    public static bool Is(XmlPart root)
        => Kinds.ContainsKey(root.Name) ? root.Space.Contains("ubl", StringComparison.OrdinalIgnoreCase) || root.At("ID") is not null
            : root.Space == Space + root.Name + "-2" && root.At("ID") is not null;

    /// <summary>Reads it.</summary>
    public static DocumentDraft Read(XmlPart root)
    {
        var code = root.TextAt("InvoiceTypeCode") ?? root.TextAt("CreditNoteTypeCode");
        var type = root.Name == "Invoice" && TypeCodes.IsCredit(code) ? BusinessDocumentType.CreditNote : Kinds.GetValueOrDefault(root.Name, BusinessDocumentType.Other);
        var draft = new DocumentDraft("ubl", "UBL " + root.Name, type);
        draft.Set("number", root.TextAt("ID"));
        draft.Set("typeCode", code ?? root.TextAt("OrderTypeCode") ?? root.TextAt("OrderResponseCode") ?? root.TextAt("DespatchAdviceTypeCode"));
        draft.Set("issueDate", Day(root, draft, "IssueDate"));
        draft.Set("dueDate", Day(root, draft, "DueDate") ?? Day(root, draft, "PaymentMeans", "PaymentDueDate") ?? Day(root, draft, "PaymentTerms", "PaymentDueDate"));
        draft.Set("taxPointDate", Day(root, draft, "TaxPointDate"));
        draft.Set("currency", root.TextAt("DocumentCurrencyCode") ?? root.TextAt("PricingCurrencyCode"));
        draft.Set("taxCurrency", root.TextAt("TaxCurrencyCode"));
        draft.Set("profile", root.TextAt("CustomizationID"));
        draft.Set("notes", string.Join('\n', root.All("Note").Select(n => n.Text).OfType<string>()));
        Parties(root, draft);
        References(root, draft);
        Delivery(root, draft);
        Payment(root, draft);
        UblMoney.Read(root, draft);
        UblLines.Read(root, draft);
        return draft;
    }

    /// <summary>Reads a day on a path.</summary>
    public static string? Day(XmlPart part, DocumentDraft draft, params ReadOnlySpan<string> path)
        => part.At(path) is { Text: { } text } found ? FormatDate.Read(text, draft, $"line {found.Line}, {found.Name}") : null;

    private static void Parties(XmlPart root, DocumentDraft draft)
    {
        // An order may name a department that pays beside who buys; an invoice goes by who pays.
        var isBill = draft.Type is BusinessDocumentType.Invoice or BusinessDocumentType.CreditNote or BusinessDocumentType.Statement;
        string[] suppliers = ["AccountingSupplierParty", "SellerSupplierParty", "DespatchSupplierParty", "SellerParty", "ProviderParty", "ConsignorParty", "SenderParty"];
        string[] buyers = ["AccountingCustomerParty", "BuyerCustomerParty", "DeliveryCustomerParty", "ReceiverParty", "ConsigneeParty"];
        Party(root, draft, "supplier", isBill ? suppliers : ["SellerSupplierParty", .. suppliers]);
        Party(root, draft, "buyer", isBill ? buyers : ["BuyerCustomerParty", .. buyers]);
        Party(root, draft, "payee", ["PayeeParty"]);
    }

    private static void Party(XmlPart root, DocumentDraft draft, string role, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (root.At(name) is not { } holder)
            {
                continue;
            }

            var party = holder.At("Party") ?? holder;
            var called = party.TextAt("PartyName", "Name") ?? party.TextAt("PartyLegalEntity", "RegistrationName") ?? Person(party);
            if (called is null)
            {
                continue;
            }

            draft.Set(role + "Name", called);
            draft.Set(role + "LegalName", party.TextAt("PartyLegalEntity", "RegistrationName"));
            draft.Set(role + "Vat", Vat(party));
            draft.Set(role + "Id", party.TextAt("PartyIdentification", "ID") ?? party.TextAt("EndpointID"));
            draft.Set(role + "Address", party.At("PostalAddress") is { } address ? Address(address) : null);
            draft.Set(role + "Country", party.TextAt("PostalAddress", "Country", "IdentificationCode"));
            draft.Set(role + "Contact", party.TextAt("Contact", "Name"));
            draft.Set(role + "Email", party.TextAt("Contact", "ElectronicMail"));
            return;
        }
    }

    private static string? Person(XmlPart party)
    {
        var name = string.Join(' ', new[] { party.TextAt("Person", "FirstName"), party.TextAt("Person", "FamilyName") }.OfType<string>());
        return name.Length > 0 ? name : null;
    }

    private static string? Vat(XmlPart party)
        => (party.All("PartyTaxScheme").FirstOrDefault(s => s.TextAt("TaxScheme", "ID") == "VAT") ?? party.At("PartyTaxScheme"))?.TextAt("CompanyID");

    private static string? Address(XmlPart address)
    {
        string?[] lines =
        [
            address.TextAt("StreetName"), address.TextAt("BuildingNumber"), address.TextAt("AdditionalStreetName"), address.TextAt("AddressLine", "Line"),
            address.TextAt("PostalZone"), address.TextAt("CityName"), address.TextAt("CountrySubentity"), address.TextAt("Country", "IdentificationCode"),
        ];
        return string.Join(", ", lines.OfType<string>());
    }

    private static void References(XmlPart root, DocumentDraft draft)
    {
        draft.Set("orderReference", root.TextAt("OrderReference", "ID"));
        draft.Set("salesOrderReference", root.TextAt("OrderReference", "SalesOrderID"));
        draft.Set("buyerReference", root.TextAt("BuyerReference") ?? root.TextAt("CustomerReference"));
        draft.Set("contractReference", root.TextAt("ContractDocumentReference", "ID") ?? root.TextAt("Contract", "ID"));
        draft.Set("projectReference", root.TextAt("ProjectReference", "ID"));
        draft.Set("deliveryNoteReference", root.TextAt("DespatchDocumentReference", "ID"));
        draft.Set("invoiceReference", root.TextAt("BillingReference", "InvoiceDocumentReference", "ID"));
        draft.Set("originReference", root.TextAt("OriginatorDocumentReference", "ID") ?? root.TextAt("QuotationDocumentReference", "ID"));
        draft.Set("accountingCost", root.TextAt("AccountingCost") ?? root.TextAt("AccountingCostCode"));
    }

    private static void Delivery(XmlPart root, DocumentDraft draft)
    {
        draft.Set("deliveryDate", Day(root, draft, "Delivery", "ActualDeliveryDate") ?? Day(root, draft, "Shipment", "Delivery", "ActualDeliveryDate")
            ?? Day(root, draft, "Delivery", "RequestedDeliveryPeriod", "EndDate") ?? Day(root, draft, "Delivery", "PromisedDeliveryPeriod", "EndDate")
            ?? Day(root, draft, "Shipment", "Delivery", "EstimatedDeliveryPeriod", "EndDate"));
        draft.Set("despatchDate", Day(root, draft, "Shipment", "Delivery", "Despatch", "ActualDespatchDate"));
        draft.Set("periodStart", Day(root, draft, "InvoicePeriod", "StartDate"));
        draft.Set("periodEnd", Day(root, draft, "InvoicePeriod", "EndDate"));
        draft.Set("deliveryName", root.TextAt("Delivery", "DeliveryParty", "PartyName", "Name") ?? root.TextAt("DeliveryCustomerParty", "Party", "PartyName", "Name"));
        draft.Set("deliveryAddress", (root.At("Delivery", "DeliveryLocation", "Address") ?? root.At("Delivery", "DeliveryAddress") ?? root.At("Shipment", "Delivery", "DeliveryAddress")) is { } address ? Address(address) : null);
        draft.Set("carrier", root.TextAt("Shipment", "Consignment", "CarrierParty", "PartyName", "Name") ?? root.TextAt("Delivery", "CarrierParty", "PartyName", "Name") ?? root.TextAt("Shipment", "ShipmentStage", "CarrierParty", "PartyName", "Name"));
        draft.Set("trackingNumber", root.TextAt("Delivery", "TrackingID") ?? root.TextAt("Shipment", "Delivery", "TrackingID") ?? root.TextAt("Shipment", "Consignment", "ID"));
        draft.Set("shipmentId", root.TextAt("Shipment", "ID"));
    }

    private static void Payment(XmlPart root, DocumentDraft draft)
    {
        draft.Set("paymentTerms", string.Join('\n', root.All("PaymentTerms").Select(t => t.TextAt("Note")).OfType<string>()));
        draft.Set("paymentMeans", root.TextAt("PaymentMeans", "PaymentMeansCode"));
        draft.Set("iban", root.TextAt("PaymentMeans", "PayeeFinancialAccount", "ID"));
        draft.Set("bic", root.TextAt("PaymentMeans", "PayeeFinancialAccount", "FinancialInstitutionBranch", "ID") ?? root.TextAt("PaymentMeans", "PayeeFinancialAccount", "FinancialInstitutionBranch", "FinancialInstitution", "ID"));
        draft.Set("remittanceReference", root.TextAt("PaymentMeans", "PaymentID"));
    }
}
