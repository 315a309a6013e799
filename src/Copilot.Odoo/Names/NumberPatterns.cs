using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Names;

/// <summary>
/// How document numbers look, read off the latest records of each kind: sequences are for administrators only, and a number that was
/// given out shows prefix and padding just as well. One round trip a kind, all at once.
/// </summary>
internal sealed partial class NumberPatterns(IOdooClient client, Caller caller)
{
    private const int Latest = 40;

    private static readonly (SlotKind Kind, string Model, string Field, string[] Words)[] Sources =
    [
        (SlotKind.SalesOrder, "sale.order", "name", ["order", "sales order", "sale order", "so", "customer order"]),
        (SlotKind.PurchaseOrder, "purchase.order", "name", ["purchase order", "po", "purchase"]),
        (SlotKind.Transfer, "stock.picking", "name", ["delivery", "transfer", "shipment", "receipt", "pick", "picking", "delivery order"]),
        (SlotKind.Invoice, "account.move", "name", ["invoice", "bill", "credit note"]),
        (SlotKind.Ticket, "helpdesk.ticket", "ticket_ref", ["ticket", "case", "issue"]),
    ];

    public async Task<IReadOnlyList<NumberPattern>> ReadAsync(CancellationToken cancellationToken)
    {
        var patterns = await Task.WhenAll(Sources.Select(s => OneAsync(s.Kind, s.Model, s.Field, s.Words, cancellationToken)));
        return [.. patterns.SelectMany(p => p)];
    }

    /// <summary>Prefix and number of digits of a document number; null when it does not end in digits.</summary>
    internal static (string Prefix, int Padding)? Split(string number)
        => Shape().Match(number) is { Success: true } m ? (m.Groups[1].Value, m.Groups[2].Length) : null;

    private async Task<IReadOnlyList<NumberPattern>> OneAsync(SlotKind kind, string model, string field, string[] words, CancellationToken cancellationToken)
    {
        try
        {
            if (!await client.HasModelAsync(caller, model, cancellationToken) || !await client.MayReadAsync(caller, model, cancellationToken))
            {
                return [];
            }

            var page = await client.SearchReadAsync(
                caller, new OdooQuery { Model = model, Domain = OdooDomain.Where(field, "!=", null), Fields = [field], Order = "id desc", Limit = Latest }, cancellationToken);
            return [.. page.Rows
                .Select(r => Split(r.Text(field) ?? string.Empty))
                .OfType<(string Prefix, int Padding)>()
                .GroupBy(p => p.Prefix)
                .Select(g => new NumberPattern(kind, g.Key, g.Min(p => p.Padding), words))
                .OrderBy(p => p.Prefix, StringComparer.Ordinal)];
        }
        catch (OdooException e) when (e.Fault is OdooFault.AccessDenied or OdooFault.Validation or OdooFault.Server)
        {
            return [];
        }
    }

    [GeneratedRegex(@"^(.{0,40}?)(\d{1,12})$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
