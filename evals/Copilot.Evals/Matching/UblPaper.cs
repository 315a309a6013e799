using System.Globalization;
using System.Security;

namespace Copilot.Evals.Matching;

/// <summary>Writes papers as UBL 2.1.</summary>
internal static class UblPaper
{
    private const string Cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    private const string Cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
    private const decimal Rate = 20;

    /// <summary>Writes one.</summary>
    public static string Write(Paper paper) => paper.Type switch
    {
        "order_confirmation" => Confirmation(paper),
        "delivery_note" => Despatch(paper),
        _ => Bill(paper, credit: paper.Type == "credit_note"),
    };

    /// <summary>The amount with tax of a bill.</summary>
    public static decimal Total(Paper paper) => paper.Net + Tax(paper);

    private static decimal Tax(Paper paper) => Math.Round(paper.Net * Rate / 100, 2, MidpointRounding.AwayFromZero);

    private static string Bill(Paper paper, bool credit)
    {
        var (root, line, quantity) = credit ? ("CreditNote", "CreditNoteLine", "CreditedQuantity") : ("Invoice", "InvoiceLine", "InvoicedQuantity");
        return Text($"""
            {Head(root, paper)}
              <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
              {Order(paper)}
              <cac:AccountingSupplierParty>{Party(paper.Supplier)}</cac:AccountingSupplierParty>
              <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">{Tax(paper)}</cbc:TaxAmount></cac:TaxTotal>
              <cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">{paper.Net}</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">{Total(paper)}</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">{Total(paper)}</cbc:PayableAmount></cac:LegalMonetaryTotal>
              {string.Concat(paper.Lines.Select((l, i) => Text($"""
              <cac:{line}><cbc:ID>{i + 1}</cbc:ID><cbc:{quantity} unitCode="{l.Unit}">{l.Quantity}</cbc:{quantity}><cbc:LineExtensionAmount currencyID="EUR">{l.Amount}</cbc:LineExtensionAmount>{Line(l)}{Item(l)}<cac:Price><cbc:PriceAmount currencyID="EUR">{l.Price}</cbc:PriceAmount></cac:Price></cac:{line}>
              """)))}
            </{root}>
            """);
    }

    private static string Confirmation(Paper paper) => Text($"""
        {Head("OrderResponse", paper)}
          <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
          {Order(paper)}
          <cac:SellerSupplierParty>{Party(paper.Supplier)}</cac:SellerSupplierParty>
          {string.Concat(paper.Lines.Select((l, i) => Text($"""
          <cac:OrderLine><cac:LineItem><cbc:ID>{i + 1}</cbc:ID><cbc:Quantity unitCode="{l.Unit}">{l.Quantity}</cbc:Quantity><cbc:LineExtensionAmount currencyID="EUR">{l.Amount}</cbc:LineExtensionAmount>
            {(paper.Delivery is { } day ? $"<cac:Delivery><cac:PromisedDeliveryPeriod><cbc:EndDate>{day:yyyy-MM-dd}</cbc:EndDate></cac:PromisedDeliveryPeriod></cac:Delivery>" : string.Empty)}
            <cac:Price><cbc:PriceAmount currencyID="EUR">{l.Price}</cbc:PriceAmount></cac:Price>{Item(l)}</cac:LineItem></cac:OrderLine>
          """)))}
        </OrderResponse>
        """);

    private static string Despatch(Paper paper) => Text($"""
        {Head("DespatchAdvice", paper)}
          {Order(paper)}
          <cac:DespatchSupplierParty>{Party(paper.Supplier)}</cac:DespatchSupplierParty>
          {string.Concat(paper.Lines.Select((l, i) => Text($"""
          <cac:DespatchLine><cbc:ID>{i + 1}</cbc:ID><cbc:DeliveredQuantity unitCode="{l.Unit}">{l.Quantity}</cbc:DeliveredQuantity>{Line(l)}{Item(l)}</cac:DespatchLine>
          """)))}
        </DespatchAdvice>
        """);

    private static string Head(string root, Paper paper) => Text($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <{root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:{root}-2" xmlns:cac="{Cac}" xmlns:cbc="{Cbc}">
          <cbc:ID>{Escaped(paper.Number)}</cbc:ID><cbc:IssueDate>{paper.Date:yyyy-MM-dd}</cbc:IssueDate>
        """);

    private static string Order(Paper paper) => paper.Order is { } order ? $"<cac:OrderReference><cbc:ID>{Escaped(order)}</cbc:ID></cac:OrderReference>" : string.Empty;

    private static string Line(PaperLine line) => line.Order is { } order ? $"<cac:OrderLineReference><cbc:LineID>1</cbc:LineID><cac:OrderReference><cbc:ID>{Escaped(order)}</cbc:ID></cac:OrderReference></cac:OrderLineReference>" : string.Empty;

    private static string Party(string name) => $"<cac:Party><cac:PartyName><cbc:Name>{Escaped(name)}</cbc:Name></cac:PartyName></cac:Party>";

    private static string Item(PaperLine line) => $"<cac:Item><cbc:Name>{Escaped(line.Name)}</cbc:Name>{(line.Ours is { } ours ? $"<cac:BuyersItemIdentification><cbc:ID>{Escaped(ours)}</cbc:ID></cac:BuyersItemIdentification>" : string.Empty)}{(line.Theirs is { } theirs ? $"<cac:SellersItemIdentification><cbc:ID>{Escaped(theirs)}</cbc:ID></cac:SellersItemIdentification>" : string.Empty)}</cac:Item>";

    private static string Escaped(string text) => SecurityElement.Escape(text);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
