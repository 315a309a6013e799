using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>Reads what stands behind matched orders: their receipts, and the customer orders that wait for their goods.</summary>
internal sealed class OrderDetails(IOdooClient client, WaitingOrders waiting, OdooRights rights)
{
    /// <summary>Receipts, lines, the right to write, and what <see cref="WaitingOrders"/> takes.</summary>
    public const int RoundTrips = 2 + OdooRights.RoundTrips + WaitingOrders.RoundTrips;

    /// <summary>Whether the caller may write on all of some orders; true where there are none.</summary>
    public async Task<bool> MayWriteAsync(Caller caller, IReadOnlyList<LedgerOrder> orders, CancellationToken cancellationToken)
        => orders.Count == 0 || await rights.MayAsync(caller, "purchase.order", "write", cancellationToken, [.. orders.Select(o => o.Id)]);

    private const int MostReceipts = 200;

    /// <summary>The receipts that are done, the latest first; none where the caller may not read transfers.</summary>
    public async Task<IReadOnlyList<OdooRow>> ReceiptsAsync(Caller caller, IReadOnlyList<LedgerOrder> orders, CancellationToken cancellationToken)
        => orders.Count == 0 || !await client.MayReadAsync(caller, "stock.picking", cancellationToken) ? []
            : (await client.SearchReadAsync(
                caller,
                new OdooQuery
                {
                    Model = "stock.picking",
                    Domain = OdooDomain.Where("state", "=", "done").And("move_ids.purchase_line_id.order_id", "in", orders.Select(o => o.Id).ToList()),
                    Fields = ["name", "origin", "date_done", "partner_id", "write_date"],
                    Order = "date_done desc, id desc",
                    Limit = MostReceipts,
                },
                cancellationToken)).Rows;

    /// <summary>The customer orders that wait for lines of purchase, by line; none where the caller may not read stock.</summary>
    public async Task<ILookup<int, WaitingOrder>> WaitingAsync(ToolContext context, IReadOnlyCollection<int> lines, CancellationToken cancellationToken)
    {
        var none = Array.Empty<(int Line, WaitingOrder Order)>().ToLookup(p => p.Line, p => p.Order);
        if (lines.Count == 0)
        {
            return none;
        }

        foreach (var model in new[] { "stock.picking", "stock.move", "stock.quant" })
        {
            if (!await client.MayReadAsync(context.Caller, model, cancellationToken))
            {
                return none;
            }
        }

        var rows = await client.ReadAsync(context.Caller, "purchase.order.line", lines, ["product_id", "move_ids"], cancellationToken);
        return await waiting.ReadAsync(context, rows, cancellationToken);
    }
}
