using System.Globalization;
using System.Security;

namespace Copilot.Testing.Documents;

/// <summary>Writes small UBL invoices.</summary>
public static class UblSketch
{
    /// <summary>A line: our number of the article, its name, how many, the price of one.</summary>
    public sealed record Line(string Code, string Name, decimal Quantity, decimal Price);

    /// <summary>Writes one.</summary>
    public static string Invoice(string number, string date, string? order, string supplier, string currency, IReadOnlyList<Line> lines)
    {
        var net = lines.Sum(l => Math.Round(l.Quantity * l.Price, 2));
        var body = string.Concat(lines.Select((l, i) => Text($"""
              <cac:InvoiceLine><cbc:ID>{i + 1}</cbc:ID><cbc:InvoicedQuantity unitCode="C62">{l.Quantity}</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="{currency}">{Math.Round(l.Quantity * l.Price, 2)}</cbc:LineExtensionAmount>
              <cac:Item><cbc:Name>{SecurityElement.Escape(l.Name)}</cbc:Name><cac:BuyersItemIdentification><cbc:ID>{SecurityElement.Escape(l.Code)}</cbc:ID></cac:BuyersItemIdentification></cac:Item>
              <cac:Price><cbc:PriceAmount currencyID="{currency}">{l.Price}</cbc:PriceAmount></cac:Price></cac:InvoiceLine>
            """)));
        return Text($"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
              <cbc:ID>{SecurityElement.Escape(number)}</cbc:ID><cbc:IssueDate>{date}</cbc:IssueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>{currency}</cbc:DocumentCurrencyCode>
              {(order is null ? string.Empty : $"<cac:OrderReference><cbc:ID>{SecurityElement.Escape(order)}</cbc:ID></cac:OrderReference>")}
              <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>{SecurityElement.Escape(supplier)}</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>
              <cac:TaxTotal><cbc:TaxAmount currencyID="{currency}">0</cbc:TaxAmount></cac:TaxTotal>
              <cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="{currency}">{net}</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID="{currency}">{net}</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="{currency}">{net}</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="{currency}">{net}</cbc:PayableAmount></cac:LegalMonetaryTotal>
            {body}
            </Invoice>
            """);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
