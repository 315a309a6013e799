using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions;

namespace Copilot.Odoo.Company;

/// <summary>The orders, purchase orders and warehouses that trouble hit, as far as they belong to what is asked about. No round trips.</summary>
internal sealed class TroublePlaces(KpiRequest request, IReadOnlyList<OdooRow> orders, IReadOnlyList<OdooRow> purchases, IReadOnlyList<OdooRow> sites)
{
    private readonly Dictionary<int, OdooRow> orders = orders.ToDictionary(r => r.Id);
    private readonly Dictionary<int, OdooRow> purchases = purchases.ToDictionary(r => r.Id);
    private readonly Dictionary<int, OdooRow> sites = sites.ToDictionary(r => r.Id);

    /// <summary>Whether it is asked where trouble was at all.</summary>
    public static bool Matter(KpiRequest request) => request.Group is not null || request.Customer is not null || request.Supplier is not null || request.Warehouse is not null || request.Companies.Only is not null;

    /// <summary>The records of a model that a case is about or hits.</summary>
    public static IEnumerable<int> Of(SeenCase seen, string model)
        => seen.Found.Subjects.Concat(seen.Stakes.Select(s => s.Record)).Where(r => r.Model == model).Select(r => r.Id).Distinct();

    /// <summary>An exception with where it was; null when it belongs to something else than what is asked about.</summary>
    public EndedTrouble? OfCase(EndedCase ended)
    {
        var hit = Known(orders, Of(ended.Case, "sale.order"));
        var bought = Known(purchases, Of(ended.Case, "purchase.order"));
        var at = Known(sites, Of(ended.Case, "stock.warehouse"));
        var belongs = (request.Customer is null || hit.Count > 0)
            && (request.Supplier is null || bought.Count > 0)
            && (request.Warehouse is not { } w || hit.Count > 0 || at.Any(s => s.Id == w.Id))
            && (request.Companies.Only is null || hit.Count + bought.Count + at.Count > 0);
        return !belongs ? null : new EndedTrouble(ended.Case.Found.Title, DaysOf(ended.Ended - ended.Began), IsTicket: false)
        {
            Customers = Names(hit, "partner_id"),
            Warehouses = [.. Names(hit, "warehouse_id").Concat(at.Select(s => s.Text("name")).OfType<string>()).Distinct()],
            Suppliers = Names(bought, "partner_id"),
        };
    }

    /// <summary>A ticket with where it was; null when its order belongs to another warehouse than the one asked about, or it has none.</summary>
    public EndedTrouble? OfTicket(OdooRow row)
    {
        var order = orders.GetValueOrDefault(row.LinkId("sale_order_id"));
        if (request.Warehouse is not null && order is null)
        {
            return null;
        }

        return new EndedTrouble("#" + (row.Text("ticket_ref") ?? "?"), DaysOf(row.Moment("close_date")!.Value - row.Moment("create_date")!.Value), IsTicket: true)
        {
            Customers = (row.Link("commercial_partner_id") ?? row.Link("partner_id"))?.Name is { Length: > 0 } customer ? [customer] : [],
            Warehouses = order is null ? [] : Names([order], "warehouse_id"),
        };
    }

    private static decimal DaysOf(TimeSpan open) => Math.Round((decimal)open.TotalDays, 2);

    private static List<OdooRow> Known(Dictionary<int, OdooRow> rows, IEnumerable<int> ids) => [.. ids.Select(i => rows.GetValueOrDefault(i)).OfType<OdooRow>()];

    private static List<string> Names(List<OdooRow> rows, string field) => [.. rows.Select(r => r.Link(field)?.Name).OfType<string>().Distinct()];
}
