using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Company;

/// <summary>Reads the trouble that ended in two periods: exceptions that the watch had found, where it is in the house, and service tickets, where the company keeps them.</summary>
internal sealed class TroubleReader(IOdooClient client, IEnumerable<CaseHistory> histories)
{
    /// <summary>Tickets of both periods; orders, purchase orders and warehouses they were about; what of the exceptions the caller may see.</summary>
    public const int RoundTrips = 5 + CaseHistory.RoundTrips;

    private const int MostRows = 20_000;

    /// <summary>Reads them; null when nothing is kept of exceptions and there are no tickets that the account may read.</summary>
    public async Task<TroubleBook?> ReadAsync(ToolContext context, KpiRequest request, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        var (now, before) = (request.Period.Now, request.Period.Before);
        var history = histories.FirstOrDefault();
        var hasTickets = await client.HasModelAsync(context.Caller, "helpdesk.ticket", cancellationToken) && await client.MayReadAsync(context.Caller, "helpdesk.ticket", cancellationToken);
        if (history is null && !hasTickets)
        {
            return null;
        }

        // A ticket names no supplier.
        Task<IReadOnlyList<OdooRow>> Tickets(Period p) => hasTickets && request.Supplier is null ? TicketsAsync(context, request, p, cancellationToken) : Task.FromResult<IReadOnlyList<OdooRow>>([]);
        var (ticketsNow, ticketsBefore) = (Tickets(now), Tickets(before));
        var (ended, isCut) = history is null ? ([], false) : await history.EndedAsync(context.Caller, [.. new[] { now, before }.Select(p => (days.Start(p.From), days.End(p.To)))], cancellationToken);
        await Task.WhenAll(ticketsNow, ticketsBefore);
        var places = await PlacesAsync(context, request, ended, [.. await ticketsNow, .. await ticketsBefore], cancellationToken);
        IReadOnlyList<EndedTrouble> Of(Period p, IEnumerable<OdooRow> tickets)
            => [.. ended.Where(e => days.Of(e.Ended) >= p.From && days.Of(e.Ended) <= p.To).Select(places.OfCase).Concat(tickets.Select(places.OfTicket)).OfType<EndedTrouble>()];
        return new TroubleBook(Of(now, await ticketsNow), Of(before, await ticketsBefore))
        {
            HasTickets = hasTickets,
            IsCut = isCut || (await ticketsNow).Count == MostRows || (await ticketsBefore).Count == MostRows,
        };
    }

    private async Task<IReadOnlyList<OdooRow>> TicketsAsync(ToolContext context, KpiRequest request, Period period, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        var domain = request.Companies.Narrow(OdooDomain.Where("close_date", ">=", days.Start(period.From)).And("close_date", "<=", days.End(period.To)));
        domain = request.Customer is { } customer ? domain.And("partner_id", "child_of", customer.Id) : domain;
        var rows = await SearchAsync(context, "helpdesk.ticket", domain, ["ticket_ref", "create_date", "close_date", "partner_id", "commercial_partner_id", "sale_order_id"], cancellationToken);
        return [.. rows.Where(r => r.Moment("close_date") >= r.Moment("create_date"))];
    }

    private async Task<TroublePlaces> PlacesAsync(ToolContext context, KpiRequest request, IReadOnlyList<EndedCase> ended, IReadOnlyList<OdooRow> tickets, CancellationToken cancellationToken)
    {
        if (!TroublePlaces.Matter(request))
        {
            return new TroublePlaces(request, [], [], []);
        }

        IReadOnlyList<int> Ids(string model) => [.. ended.SelectMany(e => TroublePlaces.Of(e.Case, model)).Distinct()];
        var narrowed = request.OnOrders(request.Companies.Only).Aggregate(OdooDomain.All, (d, c) => d.And(c.Field, c.Op, c.Value));
        var orders = OfIdsAsync(context, "sale.order", [.. Ids("sale.order").Concat(tickets.Select(t => t.LinkId("sale_order_id")).Where(i => i > 0)).Distinct()], narrowed, ["partner_id", "warehouse_id"], cancellationToken);
        var bought = request.Companies.Narrow(request.Supplier is { } supplier ? OdooDomain.Where("partner_id", "child_of", supplier.Id) : OdooDomain.All);
        var purchases = OfIdsAsync(context, "purchase.order", Ids("purchase.order"), bought, ["partner_id"], cancellationToken);
        var sites = OfIdsAsync(context, "stock.warehouse", Ids("stock.warehouse"), request.Companies.Narrow(OdooDomain.All), ["name"], cancellationToken);
        await Task.WhenAll(orders, purchases, sites);
        return new TroublePlaces(request, await orders, await purchases, await sites);
    }

    private async Task<IReadOnlyList<OdooRow>> OfIdsAsync(ToolContext context, string model, IReadOnlyList<int> ids, OdooDomain narrowed, IReadOnlyList<string> fields, CancellationToken cancellationToken)
        => ids.Count > 0 && await client.MayReadAsync(context.Caller, model, cancellationToken)
            ? await SearchAsync(context, model, OdooDomain.Where("id", "in", ids).And(narrowed), fields, cancellationToken)
            : [];

    private async Task<IReadOnlyList<OdooRow>> SearchAsync(ToolContext context, string model, OdooDomain domain, IReadOnlyList<string> fields, CancellationToken cancellationToken)
        => (await client.SearchReadAsync(context.Caller, new OdooQuery { Model = model, Domain = domain, Fields = fields, Order = "id", Limit = MostRows, WithArchived = true }, cancellationToken)).Rows;
}
