using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Names;

/// <summary>
/// How document numbers look, read off the latest records of each kind: sequences are for administrators only, and a number that was
/// given out shows prefix and padding just as well. Nine round trips, all at once.
/// </summary>
internal sealed partial class NumberPatterns(IOdooClient client, Caller caller)
{
    private const int Latest = 40;

    private static readonly string[] OrderWords = ["order", "sales order", "sale order", "so", "customer order"];
    private static readonly string[] PurchaseWords = ["purchase order", "po", "purchase"];
    private static readonly string[] TransferWords = ["delivery", "transfer", "shipment", "receipt", "pick", "picking", "delivery order"];
    private static readonly string[] InvoiceWords = ["invoice", "bill", "credit note"];
    private static readonly string[] TicketWords = ["ticket", "case", "issue"];

    /// <summary>One search for each kind of document that has a prefix of its own.</summary>
    private static readonly (SlotKind Kind, string Model, string Field, string[] Words, OdooDomain Domain)[] Sources =
    [
        (SlotKind.SalesOrder, "sale.order", "name", OrderWords, OdooDomain.All),
        (SlotKind.PurchaseOrder, "purchase.order", "name", PurchaseWords, OdooDomain.All),
        (SlotKind.Transfer, "stock.picking", "name", TransferWords, OdooDomain.All),
        (SlotKind.Invoice, "account.move", "name", InvoiceWords, OdooDomain.Where("move_type", "=", "out_invoice")),
        (SlotKind.Invoice, "account.move", "name", InvoiceWords, OdooDomain.Where("move_type", "=", "out_refund")),
        (SlotKind.Invoice, "account.move", "name", InvoiceWords, OdooDomain.Where("move_type", "=", "in_invoice")),
        (SlotKind.Ticket, "helpdesk.ticket", "ticket_ref", TicketWords, OdooDomain.All),
    ];

    public async Task<IReadOnlyList<NumberPattern>> ReadAsync(CancellationToken cancellationToken)
    {
        var patterns = Task.WhenAll(Sources.Select(s => OneAsync(s.Kind, s.Model, s.Field, s.Words, s.Domain, cancellationToken)));
        var operations = OperationsAsync(cancellationToken);
        await Task.WhenAll(patterns, operations);
        return [.. (await patterns).SelectMany(p => p).Concat(await operations).DistinctBy(p => (p.Kind, p.Prefix))];
    }

    /// <summary>Prefix and number of digits of a document number; null when it does not end in digits.</summary>
    internal static (string Prefix, int Padding)? Split(string number)
        => Shape().Match(number) is { Success: true } m ? (m.Groups[1].Value, m.Groups[2].Length) : null;

    private async Task<IReadOnlyList<NumberPattern>> OneAsync(SlotKind kind, string model, string field, string[] words, OdooDomain domain, CancellationToken cancellationToken)
    {
        try
        {
            if (!await client.HasModelAsync(caller, model, cancellationToken) || !await client.MayReadAsync(caller, model, cancellationToken))
            {
                return [];
            }

            var page = await client.SearchReadAsync(
                caller, new OdooQuery { Model = model, Domain = domain.And(field, "!=", null), Fields = [field], Order = "id desc", Limit = Latest }, cancellationToken);
            return [.. page.Rows
                .Select(r => Split(r.Text(field) ?? string.Empty))
                .OfType<(string Prefix, int Padding)>()
                .GroupBy(p => p.Prefix)
                .Select(g => new NumberPattern(kind, g.Key, g.Min(p => p.Padding), words))
                .OrderBy(p => p.Prefix, StringComparer.Ordinal)];
        }
        catch (OdooException e) when (e.Fault is OdooFault.AccessDenied or OdooFault.BadCall or OdooFault.Validation or OdooFault.Server)
        {
            return [];
        }
    }

    /// <summary>Transfers are numbered by operation: the warehouse's code, the operation's code, five digits.</summary>
    private async Task<IReadOnlyList<NumberPattern>> OperationsAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!await client.MayReadAsync(caller, "stock.picking", cancellationToken) || !await client.MayReadAsync(caller, "stock.picking.type", cancellationToken))
            {
                return [];
            }

            var types = client.SearchReadAsync(
                caller, new OdooQuery { Model = "stock.picking.type", Domain = OdooDomain.Where("warehouse_id", "!=", null), Fields = ["sequence_code", "warehouse_id"] }, cancellationToken);
            var warehouses = client.SearchReadAsync(caller, new OdooQuery { Model = "stock.warehouse", Domain = OdooDomain.All, Fields = ["code"] }, cancellationToken);
            await Task.WhenAll(types, warehouses);
            var codes = (await warehouses).Rows.ToDictionary(w => w.Id, w => w.Text("code"));
            return [.. (await types).Rows
                .Where(t => t.Text("sequence_code") is not null && codes.GetValueOrDefault(t.Link("warehouse_id")!.Value.Id) is not null)
                .Select(t => new NumberPattern(SlotKind.Transfer, $"{codes[t.Link("warehouse_id")!.Value.Id]}/{t.Text("sequence_code")}/", 5, TransferWords))];
        }
        catch (OdooException e) when (e.Fault is OdooFault.AccessDenied or OdooFault.BadCall or OdooFault.Validation or OdooFault.Server)
        {
            return [];
        }
    }

    [GeneratedRegex(@"^(.{0,40}?)(\d{1,12})$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
