using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Names;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.History;

/// <summary>Answers the calculator's question what open orders wait for and how lines left in the past, with the caller's own rights and companies.</summary>
internal sealed class ShippingSource(IOdooClient client, NameResolver names, OrderReader orders, StockReader stock, ShippingReader shipping) : IShippingSource
{
    private const string Area = "sales orders and transfers";
    private const int HistoryDays = 365;
    private const int MostOrders = 300;
    private const int SiteTrips = 2;

    /// <inheritdoc/>
    public int RoundTrips => (3 * NameResolver.RoundTripsPerName) + OrderReader.RoundTrips + SiteTrips + ShippingReader.RoundTrips;

    /// <inheritdoc/>
    public async Task<Sourced<ShippingHistory>> ReadAsync(ToolContext context, LatenessScope scope, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadGuardedAsync(context, scope, cancellationToken);
        }
        catch (OdooException e) when (FaultAnswers.Of(e.Fault, Area) is not null)
        {
            return new Sourced<ShippingHistory>(null, FaultAnswers.Of(e.Fault, Area));
        }
    }

    private async Task<Sourced<ShippingHistory>> ReadGuardedAsync(ToolContext context, LatenessScope scope, CancellationToken cancellationToken)
    {
        foreach (var model in new[] { "sale.order", "stock.picking", "stock.move", "stock.quant" })
        {
            if (!await client.MayReadAsync(context.Caller, model, cancellationToken))
            {
                return new Sourced<ShippingHistory>(null, FaultAnswers.Denied(Area));
            }
        }

        var known = await names.ResolveAsync(
            context, [("order", SlotKind.SalesOrder, scope.Order), ("customer", SlotKind.Customer, scope.Customer), ("warehouse", SlotKind.Warehouse, scope.Warehouse)], cancellationToken);
        if (known.Stop is { } stop)
        {
            return new Sourced<ShippingHistory>(null, stop);
        }

        var days = new CallerDays(context);
        var from = context.Today.AddDays(-HistoryDays);
        var asked = orders.ReadAsync(context, Asked(known, scope, days), MostOrders, cancellationToken);
        var past = shipping.ReadAsync(context, await stock.SitesAsync(context.Caller, cancellationToken), from, cancellationToken);
        var (book, (lines, supplies, whole)) = (await asked, await past);
        return new Sourced<ShippingHistory>(
            new ShippingHistory
            {
                From = whole,
                Today = context.Today,
                Lines = lines,
                Supplies = supplies,
                Orders = [.. book.Orders.Select(o => Pending(o, context.Today))],
                Total = book.Total,
                Narrowed = Words(known),
                Names = [.. known.Facts],
                Remarks = book.Unread.Count == 0 ? [] : [$"Your account may not read {Phrase.List(book.Unread)}, so such causes are not reckoned with."],
            },
            null);
    }

    private static OdooDomain Asked(ResolvedNames known, LatenessScope scope, CallerDays days)
    {
        if (known["order"] is { } order)
        {
            return OdooDomain.Where("id", "=", order.Id);
        }

        var domain = OrderReader.OpenOrders.And("commitment_date", ">=", days.Start(scope.From)).And("commitment_date", "<=", days.End(scope.To));
        domain = known["customer"] is { } customer ? domain.And("partner_id", "child_of", customer.Id) : domain;
        return known["warehouse"] is { } warehouse ? domain.And("warehouse_id", "=", warehouse.Id) : domain;
    }

    private static string Words(ResolvedNames known)
        => (known["customer"] is { } c ? $" of {c.Name}" : string.Empty) + (known["warehouse"] is { } w ? $" from {w.Code ?? w.Name}" : string.Empty);

    private PendingOrder Pending(OrderPicture order, DateOnly today)
    {
        var causes = Hindrances.Of(order, today);
        return new PendingOrder
        {
            Name = order.Name,
            Customer = Phrase.Clean(order.Customer, 80),
            Warehouse = order.Warehouse,
            Promised = order.Promised,
            IsOpen = order.IsOpen,
            Lines = [.. order.Lines.Where(l => l.Open > 0).Select(l => new PendingLine(l.Id, l.Product, (double)l.Open, l.Unit, [.. causes.Where(c => c.ProductId == l.ProductId).Select(c => c.Hindrance)]))],
            Hindrances = [.. causes.Where(c => c.ProductId is null).Select(c => c.Hindrance)],
            Record = new RecordRef("sale.order", order.Id),
            Uri = client.RecordUri(new RecordRef("sale.order", order.Id)),
        };
    }
}
