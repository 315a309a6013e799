using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Sales;

/// <summary>
/// Sums the lines of confirmed orders, in Odoo: revenue is the net amount by the day of the order. At most <see cref="RoundTrips"/> whatever the number of lines.
/// </summary>
internal sealed class SalesReader(IOdooClient client)
{
    /// <summary>Sums, margins, and the companies that customers' contacts belong to.</summary>
    public const int RoundTrips = 3;

    /// <summary>How revenue is counted, for people.</summary>
    public const string Revenue = "net amount of confirmed sales orders by order day";

    private const int MostGroups = 10_000;

    /// <summary>Lines of confirmed orders of a period.</summary>
    public static OdooDomain Confirmed(Period period, CallerDays days)
        => OdooDomain.Where("state", "=", "sale")
            .And("order_id.date_order", ">=", days.Start(period.From)).And("order_id.date_order", "<=", days.End(period.To));

    /// <summary>Sums by a field of the line (<c>order_partner_id</c>, <c>product_id</c>, <c>salesman_id</c>, <c>company_id</c>), or all together; a sum for each currency.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="domain">Which lines.</param>
    /// <param name="field">What to sum by; null for one sum.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<SalesSum>> ReadAsync(ToolContext context, OdooDomain domain, string? field, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> groups = [.. field is null ? [] : new[] { field }, "currency_id", .. field == "product_id" ? ["product_uom_id"] : Array.Empty<string>()];
        var sums = client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping { Model = "sale.order.line", Domain = domain, GroupBy = groups, Aggregates = ["price_subtotal:sum", "product_uom_qty:sum", "order_id:count_distinct"], Limit = MostGroups },
            cancellationToken);
        var margins = MarginsAsync(context, domain, groups, cancellationToken);
        await Task.WhenAll((Task)sums, margins);
        var byKey = (await margins)?.GroupBy(r => Key(r, field)).ToDictionary(g => g.Key, g => g.Sum(r => r.Number("margin")));
        var read = (await sums)
            .Where(r => field is null || r.Link(field) is not null)
            .Select(r => new SalesSum(
                field is null ? 0 : r.Link(field)!.Value.Id,
                field is null ? string.Empty : r.Link(field)!.Value.Name,
                r.Link("currency_id")?.Name ?? "EUR",
                r.Link("product_uom_id")?.Name ?? string.Empty,
                r.Number("price_subtotal"),
                r.Number("product_uom_qty"),
                r.Whole("order_id"),
                byKey is null ? null : byKey.GetValueOrDefault(Key(r, field))))
            .ToList();
        return field == "order_partner_id" ? await WholeCompaniesAsync(context, read, cancellationToken) : read;
    }

    /// <summary>The day of the first confirmed sales order that the caller may see, of any customer. One round trip.</summary>
    public Task<HistoryStart> StartAsync(ToolContext context, CompanyScope companies, CancellationToken cancellationToken)
        => StartAsync(context, "sale.order", companies.Narrow(OdooDomain.Where("state", "=", "sale")), "date_order", cancellationToken);

    /// <summary>The day of the first confirmed purchase order that the caller may see, at any supplier. One round trip.</summary>
    public Task<HistoryStart> BoughtStartAsync(ToolContext context, CompanyScope companies, CancellationToken cancellationToken)
        => StartAsync(context, "purchase.order", companies.Narrow(OdooDomain.Where("state", "=", "purchase").And("date_approve", "!=", null)), "date_approve", cancellationToken);

    private async Task<HistoryStart> StartAsync(ToolContext context, string model, OdooDomain domain, string field, CancellationToken cancellationToken)
    {
        var page = await client.SearchReadAsync(context.Caller, new OdooQuery { Model = model, Domain = domain, Fields = [field], Order = $"{field}, id", Limit = 1 }, cancellationToken);
        return new HistoryStart(page.Rows is [var row, ..] ? new CallerDays(context).Of(row.Moment(field)) : null);
    }

    /// <summary>Whether the account may read what goods cost on order lines. One round trip.</summary>
    public async Task<bool> SeesCostAsync(ToolContext context, CancellationToken cancellationToken)
    {
        var page = await client.SearchReadAsync(
            context.Caller, new OdooQuery { Model = "sale.order.line", Domain = OdooDomain.All, Fields = ["purchase_price"], Limit = 1 }, cancellationToken);
        return page.Rows is [var row, ..] && row.Has("purchase_price");
    }

    private static (int Key, int Currency, int Unit) Key(OdooRow row, string? field)
        => (field is null ? 0 : row.Link(field)?.Id ?? 0, row.Link("currency_id")?.Id ?? 0, row.Link("product_uom_id")?.Id ?? 0);

    /// <summary>The margins, or null when the account may not see them or the database does not keep them.</summary>
    private async Task<IReadOnlyList<OdooRow>?> MarginsAsync(ToolContext context, OdooDomain domain, IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        try
        {
            return await client.ReadGroupAsync(
                context.Caller, new OdooGrouping { Model = "sale.order.line", Domain = domain, GroupBy = groups, Aggregates = ["margin:sum"], Limit = MostGroups }, cancellationToken);
        }
        catch (OdooException e) when (e.Fault is OdooFault.AccessDenied or OdooFault.BadCall or OdooFault.Validation)
        {
            return null;
        }
    }

    /// <summary>Contacts and addresses buy for their company: their sums are added to it.</summary>
    private async Task<IReadOnlyList<SalesSum>> WholeCompaniesAsync(ToolContext context, List<SalesSum> sums, CancellationToken cancellationToken)
    {
        if (sums.Count == 0)
        {
            return sums;
        }

        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery { Model = "res.partner", Domain = OdooDomain.Where("id", "in", sums.Select(s => s.Id).Distinct()), Fields = ["commercial_partner_id"], Limit = MostGroups, WithArchived = true },
            cancellationToken);
        var companies = page.Rows.Where(r => r.Link("commercial_partner_id") is not null).ToDictionary(r => r.Id, r => r.Link("commercial_partner_id")!.Value);
        return [.. sums
            .Select(s => companies.TryGetValue(s.Id, out var c) ? s with { Id = c.Id, Name = c.Name } : s)
            .GroupBy(s => (s.Id, s.Currency))
            .Select(g => g.Aggregate((a, b) => a.Plus(b)))];
    }
}
