using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Xml;

/// <summary>Reads documents of UN/CEFACT Cross Industry: invoices (Factur-X, ZUGFeRD 1 and 2, XRechnung), orders (Order-X) and despatch advices.</summary>
internal static class CiiDocument
{
    private static readonly string[] Roots =
    [
        "CrossIndustryInvoice", "CrossIndustryDocument", "SCRDMCCBDACIOMessageStructure", "SCRDMCCBDACIDAMessageStructure", "CrossIndustryOrder", "CrossIndustryOrderResponse",
        "CrossIndustryDespatchAdvice",
    ];

    /// <summary>Says whether an element is such a document.</summary>
    public static bool Is(XmlPart root) => Roots.Contains(root.Name);

    /// <summary>Reads it.</summary>
    public static DocumentDraft Read(XmlPart root, string file)
    {
        var head = Either(root, "ExchangedDocument", "HeaderExchangedDocument") ?? throw Missing(root, file, "ExchangedDocument");
        var trade = Either(root, "SupplyChainTradeTransaction", "SpecifiedSupplyChainTradeTransaction") ?? throw Missing(root, file, "SupplyChainTradeTransaction");
        var nothing = new XmlPart(string.Empty, string.Empty, root.Line);
        var agreement = Either(trade, "ApplicableHeaderTradeAgreement", "ApplicableSupplyChainTradeAgreement") ?? nothing;
        var delivery = Either(trade, "ApplicableHeaderTradeDelivery", "ApplicableSupplyChainTradeDelivery") ?? nothing;
        var settlement = Either(trade, "ApplicableHeaderTradeSettlement", "ApplicableSupplyChainTradeSettlement") ?? nothing;
        var code = head.TextAt("TypeCode");
        var draft = new DocumentDraft("cii", "CII " + root.Name, TypeOf(root.Name, code));
        draft.Set("number", head.TextAt("ID"));
        draft.Set("typeCode", code);
        draft.Set("profile", (root.At("ExchangedDocumentContext") ?? root.At("SpecifiedExchangedDocumentContext"))?.TextAt("GuidelineSpecifiedDocumentContextParameter", "ID"));
        draft.Set("issueDate", Day(head, draft, "IssueDateTime"));
        draft.Set("notes", string.Join('\n', head.All("IncludedNote").Select(n => n.TextAt("Content")).OfType<string>()));
        Party(agreement.At("SellerTradeParty"), draft, "supplier");
        Party(agreement.At("BuyerTradeParty"), draft, "buyer");
        Party(delivery.At("ShipToTradeParty"), draft, "delivery");
        Party(settlement.At("PayeeTradeParty"), draft, "payee");
        draft.Set("orderReference", Number(agreement.At("BuyerOrderReferencedDocument")));
        draft.Set("salesOrderReference", Number(agreement.At("SellerOrderReferencedDocument")));
        draft.Set("contractReference", Number(agreement.At("ContractReferencedDocument")));
        draft.Set("originReference", Number(agreement.At("QuotationReferencedDocument")));
        draft.Set("buyerReference", agreement.TextAt("BuyerReference"));
        draft.Set("projectReference", agreement.TextAt("SpecifiedProcuringProject", "ID"));
        draft.Set("deliveryTerms", agreement.TextAt("ApplicableTradeDeliveryTerms", "DeliveryTypeCode"));
        draft.Set("deliveryDate", Day(delivery, draft, "ActualDeliverySupplyChainEvent", "OccurrenceDateTime") ?? Day(delivery, draft, "RequestedDeliverySupplyChainEvent", "OccurrenceDateTime"));
        draft.Set("deliveryNoteReference", Number(delivery.At("DespatchAdviceReferencedDocument")) ?? Number(delivery.At("DeliveryNoteReferencedDocument")));
        draft.Set("carrier", delivery.TextAt("RelatedSupplyChainConsignment", "CarrierTradeParty", "Name"));
        draft.Set("trackingNumber", delivery.TextAt("RelatedSupplyChainConsignment", "ID"));
        draft.Set("invoiceReference", Number(settlement.At("InvoiceReferencedDocument")));
        CiiMoney.Read(settlement, draft);
        foreach (var line in trade.All("IncludedSupplyChainTradeLineItem"))
        {
            draft.Lines.Add(CiiLines.Read(line, draft));
        }

        return draft;
    }

    /// <summary>Gets the first of two elements, the newer name first.</summary>
    public static XmlPart? Either(XmlPart part, string name, string older) => part.At(name) ?? part.At(older);

    /// <summary>Reads a day, in a <c>DateTimeString</c> or plainly.</summary>
    public static string? Day(XmlPart part, DocumentDraft draft, params ReadOnlySpan<string> path)
    {
        if (part.At(path) is not { } found)
        {
            return null;
        }

        var text = found.TextAt("DateTimeString") ?? found.TextAt("DateString") ?? found.TextAt("DateTime") ?? found.Text;

        // Format 616 is a week and 610 a month: no day stands there.
        return (found.At("DateTimeString") ?? found).Attribute("format") is "616" or "610" or "602" ? null : FormatDate.Read(text, draft, $"line {found.Line}, {found.Name}");
    }

    private static BusinessDocumentType TypeOf(string root, string? code) => root switch
    {
        "SCRDMCCBDACIDAMessageStructure" or "CrossIndustryDespatchAdvice" => BusinessDocumentType.DeliveryNote,
        "CrossIndustryOrderResponse" => BusinessDocumentType.OrderConfirmation,
        "SCRDMCCBDACIOMessageStructure" or "CrossIndustryOrder" => code == "231" ? BusinessDocumentType.OrderConfirmation : BusinessDocumentType.PurchaseOrder,
        _ => TypeCodes.IsCredit(code) ? BusinessDocumentType.CreditNote : BusinessDocumentType.Invoice,
    };

    private static string? Number(XmlPart? document) => document?.TextAt("IssuerAssignedID") ?? document?.TextAt("ID");

    private static void Party(XmlPart? party, DocumentDraft draft, string role)
    {
        if (party is null)
        {
            return;
        }

        draft.Set(role + "Name", party.TextAt("Name") ?? party.TextAt("SpecifiedLegalOrganization", "TradingBusinessName"));
        draft.Set(role + "Id", party.TextAt("ID") ?? party.TextAt("GlobalID"));
        var registrations = party.All("SpecifiedTaxRegistration").Select(r => r.At("ID")).OfType<XmlPart>().ToList();
        draft.Set(role + "Vat", (registrations.Find(r => r.Attribute("schemeID") == "VA"))?.Text);
        draft.Set(role + "TaxNumber", (registrations.Find(r => r.Attribute("schemeID") == "FC"))?.Text);
        draft.Set(role + "Contact", party.TextAt("DefinedTradeContact", "PersonName"));
        draft.Set(role + "Email", party.TextAt("DefinedTradeContact", "EmailURIUniversalCommunication", "URIID"));
        if (party.At("PostalTradeAddress") is { } address)
        {
            draft.Set(role + "Country", address.TextAt("CountryID"));
            string?[] lines = [address.TextAt("LineOne"), address.TextAt("LineTwo"), address.TextAt("LineThree"), address.TextAt("PostcodeCode"), address.TextAt("CityName"), address.TextAt("CountryID")];
            draft.Set(role + "Address", string.Join(", ", lines.OfType<string>()));
        }
    }

    private static CopilotException Missing(XmlPart root, string file, string name)
        => new($"\"{file}\": {root.Name} has no {name}, so it is not complete; ask the sender for it again.");
}
