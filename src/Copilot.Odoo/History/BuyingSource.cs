using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.History;

/// <summary>Answers the calculator's question for when customers ordered: only what the caller's account may read in Odoo.</summary>
internal sealed class BuyingSource(IOdooClient client, NameResolver names) : IBuyingSource
{
    private const string Area = "sales orders";
    private const int MostOrders = 40_000;
    private const int MostPartners = 10_000;

    /// <summary>Names, the caller's own user, orders, customers.</summary>
    private const int Trips = (2 * NameResolver.RoundTripsPerName) + 3;

    private static readonly string[] Sold = ["sale", "done"];

    /// <inheritdoc/>
    public int RoundTrips => Trips;

    /// <inheritdoc/>
    public async Task<Sourced<BuyingBook>> ReadAsync(ToolContext context, BuyingScope scope, DateOnly from, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadGuardedAsync(context, scope, from, cancellationToken);
        }
        catch (OdooException e) when (FaultAnswers.Of(e.Fault, Area) is not null)
        {
            return new Sourced<BuyingBook>(null, FaultAnswers.Of(e.Fault, Area));
        }
    }

    private async Task<Sourced<BuyingBook>> ReadGuardedAsync(ToolContext context, BuyingScope scope, DateOnly from, CancellationToken cancellationToken)
    {
        if (!await client.MayReadAsync(context.Caller, "sale.order", cancellationToken) || !await client.MayReadAsync(context.Caller, "res.partner", cancellationToken))
        {
            return new Sourced<BuyingBook>(null, FaultAnswers.Denied(Area));
        }

        var known = await names.ResolveAsync(context, [("customer", SlotKind.Customer, scope.Customer), ("salesperson", SlotKind.Person, scope.Salesperson)], cancellationToken);
        if (known.Stop is { } stop)
        {
            return new Sourced<BuyingBook>(null, stop);
        }

        var days = new CallerDays(context);
        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "sale.order",
                Domain = OdooDomain.Where("state", "in", Sold).And("date_order", ">=", days.Start(from)),
                Fields = ["partner_id", "user_id", "date_order", "amount_untaxed", "currency_id"],
                Order = "date_order desc, id desc",
                Limit = MostOrders,
                WithTotal = true,
            },
            cancellationToken);
        var partners = await PartnersAsync(context.Caller, page.Rows, cancellationToken);
        var keeper = known["salesperson"]?.Id ?? (scope.Mine ? (await names.MyselfAsync(context.Caller, cancellationToken))?.Id ?? 0 : (int?)null);
        var customer = known["customer"] is { } c ? partners.TryGetValue(c.Id, out var whole) ? whole.Id : c.Id : (int?)null;
        var buyers = page.Rows
            .Where(r => partners.ContainsKey(r.LinkId("partner_id")) && days.Of(r.Moment("date_order")) is not null)
            .GroupBy(r => partners[r.LinkId("partner_id")])
            .Select(g => Buyer(g.Key, [.. g], days))
            .Select(b => b.Buyer with { IsAsked = (customer is null || customer == b.Buyer.Record.Id) && (keeper is null || keeper == b.Keeper) })
            .OrderBy(b => b.Record.Id)
            .ToList();
        return new Sourced<BuyingBook>(
            new BuyingBook
            {
                Buyers = buyers,
                Narrowed = (known["customer"] is { } one ? $" called {one.Name}" : string.Empty) + (known["salesperson"] is { } person ? $" of {person.Name}" : scope.Mine ? " of yours" : string.Empty),
                Names = [.. known.Facts],
                Remarks = page.IsCut ? [$"Only the latest {Phrase.Count(page.Rows.Count, "order", "orders")} were looked at."] : [],
            },
            null);
    }

    /// <summary>The companies that customers, contacts and addresses belong to, by the id of each.</summary>
    private async Task<IReadOnlyDictionary<int, (int Id, string Name)>> PartnersAsync(Caller caller, IReadOnlyList<OdooRow> orders, CancellationToken cancellationToken)
    {
        var ids = orders.Select(o => o.LinkId("partner_id")).Where(i => i > 0).Distinct().ToList();
        return ids.Count == 0 ? new Dictionary<int, (int Id, string Name)>()
            : (await client.SearchReadAsync(
                caller, new OdooQuery { Model = "res.partner", Domain = OdooDomain.Where("id", "in", ids), Fields = ["name", "commercial_partner_id"], Limit = MostPartners, WithArchived = true }, cancellationToken))
                .Rows.ToDictionary(r => r.Id, r => r.Link("commercial_partner_id") ?? (r.Id, r.Text("name") ?? string.Empty));
    }

    /// <summary>A customer's days, and the salesperson of the last order: who looks after them now.</summary>
    private (Buyer Buyer, int Keeper) Buyer((int Id, string Name) customer, List<OdooRow> orders, CallerDays days)
    {
        var currency = orders.GroupBy(o => o.Link("currency_id")?.Name ?? "EUR").OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
        var record = new RecordRef("res.partner", customer.Id);
        return (
            new Buyer
            {
                Record = record,
                Name = Phrase.Clean(customer.Name, 80),
                Currency = currency,
                Uri = client.RecordUri(record),
                Days =
                [
                    .. orders.GroupBy(o => days.Of(o.Moment("date_order"))!.Value).OrderBy(g => g.Key)
                        .Select(g => new BuyingDay(g.Key, g.Count(), (double)g.Where(o => (o.Link("currency_id")?.Name ?? "EUR") == currency).Sum(o => o.Number("amount_untaxed")))),
                ],
            },
            orders[0].LinkId("user_id"));
    }
}
