using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.History;

/// <summary>Answers the calculator's question for figures that can be unusual: only what the caller's account may read in Odoo and the policies grant.</summary>
internal sealed class ObservedSource(IOdooClient client, NameResolver names, ObservedReader reader, StockReader stock, IDataGrants grants) : IObservedSource
{
    private const string Area = "orders, stock and invoices";
    private const int SiteTrips = 2;

    /// <inheritdoc/>
    public int RoundTrips => (3 * NameResolver.RoundTripsPerName) + SiteTrips + ObservedReader.RoundTrips;

    /// <inheritdoc/>
    public async Task<Sourced<ObservedBook>> ReadAsync(ToolContext context, IReadOnlyList<ObservedKind> kinds, DemandScope scope, DateOnly from, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadGuardedAsync(context, kinds, scope, from, cancellationToken);
        }
        catch (OdooException e) when (FaultAnswers.Of(e.Fault, Area) is not null)
        {
            return new Sourced<ObservedBook>(null, FaultAnswers.Of(e.Fault, Area));
        }
    }

    private async Task<Sourced<ObservedBook>> ReadGuardedAsync(ToolContext context, IReadOnlyList<ObservedKind> kinds, DemandScope scope, DateOnly from, CancellationToken cancellationToken)
    {
        var (seen, hidden) = await SightAsync(context.Caller, kinds, cancellationToken);
        if (seen.Count == 0)
        {
            return new Sourced<ObservedBook>(null, FaultAnswers.Denied(Area));
        }

        var known = await names.ResolveAsync(
            context, [("product", SlotKind.Product, scope.Product), ("customer", SlotKind.Customer, scope.Customer), ("supplier", SlotKind.Supplier, scope.Supplier)], cancellationToken);
        if (known.Stop is { } stop)
        {
            return new Sourced<ObservedBook>(null, stop);
        }

        var parts = new List<Task<IReadOnlyList<Observed>>>();
        if (seen.Contains(ObservedKind.OrderQuantity) || seen.Contains(ObservedKind.SalesPrice))
        {
            parts.Add(reader.SalesAsync(context, from, cancellationToken));
        }

        if (seen.Contains(ObservedKind.PurchasePrice))
        {
            parts.Add(reader.PurchasesAsync(context, from, cancellationToken));
        }

        if (seen.Contains(ObservedKind.Adjustment) || seen.Contains(ObservedKind.AdjustedQuantity))
        {
            parts.Add(reader.AdjustmentsAsync(context, await stock.SitesAsync(context.Caller, cancellationToken), from, cancellationToken));
        }

        if (seen.Contains(ObservedKind.CustomerInvoice) || seen.Contains(ObservedKind.SupplierBill))
        {
            parts.Add(reader.InvoicesAsync(context, from, cancellationToken));
        }

        var figures = (await Task.WhenAll(parts)).SelectMany(p => p).Where(f => seen.Contains(f.Kind));
        return new Sourced<ObservedBook>(
            new ObservedBook
            {
                Figures = [.. figures.Select(f => f with { IsAsked = Fits(f, known) })],
                Narrowed = Words(known),
                Names = [.. known.Facts],
                Remarks = hidden.Count == 0 ? [] : [$"You may not see {Phrase.List(hidden.Select(Word).Distinct())}, so they were not looked at."],
            },
            null);
    }

    private async Task<(HashSet<ObservedKind> Seen, List<ObservedKind> Hidden)> SightAsync(Caller caller, IReadOnlyList<ObservedKind> kinds, CancellationToken cancellationToken)
    {
        var (seen, hidden) = (new HashSet<ObservedKind>(), new List<ObservedKind>());
        foreach (var kind in kinds)
        {
            var (model, data) = kind switch
            {
                ObservedKind.OrderQuantity or ObservedKind.SalesPrice => ("sale.order.line", DataClass.Sales),
                ObservedKind.PurchasePrice => ("purchase.order.line", DataClass.Purchasing),
                ObservedKind.Adjustment or ObservedKind.AdjustedQuantity => ("stock.move", DataClass.Stock),
                _ => ("account.move", DataClass.Receivables),
            };
            if (grants.MaySee(caller, data) && await client.MayReadAsync(caller, model, cancellationToken))
            {
                seen.Add(kind);
            }
            else
            {
                hidden.Add(kind);
            }
        }

        return (seen, hidden);
    }

    private static string Word(ObservedKind kind) => kind switch
    {
        ObservedKind.OrderQuantity or ObservedKind.SalesPrice => "sales orders",
        ObservedKind.PurchasePrice => "purchase prices",
        ObservedKind.Adjustment or ObservedKind.AdjustedQuantity => "stock adjustments",
        _ => "invoices and bills",
    };

    /// <summary>Whether the question is about the figure: each name narrows what it can be said of, and leaves out what it says nothing of.</summary>
    private static bool Fits(Observed figure, ResolvedNames known)
    {
        var product = known["product"] is not { } p || figure.Kind switch
        {
            ObservedKind.Adjustment or ObservedKind.AdjustedQuantity => figure.Whose == (p.Code ?? p.Name),
            ObservedKind.CustomerInvoice or ObservedKind.SupplierBill => false,
            _ => figure.Group == (p.Code ?? p.Name),
        };
        var customer = known["customer"] is not { } c || (figure.Kind is ObservedKind.OrderQuantity or ObservedKind.SalesPrice or ObservedKind.CustomerInvoice && Same(figure.Whose, c.Name));
        var supplier = known["supplier"] is not { } s || (figure.Kind is ObservedKind.PurchasePrice or ObservedKind.SupplierBill && Same(figure.Whose, s.Name));
        return product && customer && supplier;
    }

    // A contact is written behind its company: "Nordlicht Logistik GmbH, Jana Petersen".
    private static bool Same(string whose, string name) => whose == name || whose.StartsWith(name + ",", StringComparison.Ordinal);

    private static string Words(ResolvedNames known)
        => (known["product"] is { } p ? $" about {p.Code ?? p.Name}" : string.Empty) + (known["customer"] is { } c ? $" of {c.Name}" : string.Empty) + (known["supplier"] is { } s ? $" of {s.Name}" : string.Empty);
}
