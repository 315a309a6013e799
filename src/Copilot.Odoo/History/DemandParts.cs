using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.History;

/// <summary>Reads what customers got by product and warehouse, and by customer where that is asked for: Odoo adds up by day, so that neither products nor customers cost a request each.</summary>
internal sealed class DemandParts(IOdooClient client, NameResolver names, DemandReader demand, StockReader stock, DaysOffReader daysOff)
{
    private const int HistoryDays = 3 * 365;
    private const int MostRows = 50_000;

    /// <summary>Names, warehouses and their operations, deliveries and returns, products, customers, days off.</summary>
    public const int RoundTrips = (4 * NameResolver.RoundTripsPerName) + 6 + DaysOffReader.RoundTrips;

    /// <summary>Reads them. The caller may read movements.</summary>
    public async Task<Sourced<DemandHistories>> ReadAsync(ToolContext context, DemandScope scope, bool customers, CancellationToken cancellationToken)
    {
        if (customers && !await client.MayReadAsync(context.Caller, "res.partner", cancellationToken))
        {
            return new Sourced<DemandHistories>(null, FaultAnswers.Denied("customers"));
        }

        var known = await names.ResolveAsync(
            context, [("product", SlotKind.Product, scope.Product), ("category", SlotKind.Category, scope.Category), ("warehouse", SlotKind.Warehouse, scope.Warehouse), ("customer", SlotKind.Customer, scope.Customer)], cancellationToken);
        if (known.Stop is { } stop)
        {
            return new Sourced<DemandHistories>(null, stop);
        }

        var from = context.Today.AddDays(-HistoryDays);
        var sites = stock.SitesAsync(context.Caller, cancellationToken);
        var closing = daysOff.ReadAsync(context, known["warehouse"], from, cancellationToken);
        var (left, back) = await demand.PartsAsync(context, known, from, customers, cancellationToken);
        if (left.Count >= DemandReader.MostGroups)
        {
            return new Sourced<DemandHistories>(null, new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = "That is more history than I can add up at once. Which category or warehouse do you mean?" });
        }

        var products = await RowsAsync(context, "product.product", left.Select(m => m.ProductId), ["default_code", "name", "uom_id", "categ_id"], cancellationToken);
        var payers = customers ? await RowsAsync(context, "res.partner", left.Select(m => m.AddressId).OfType<int>(), ["name", "commercial_partner_id"], cancellationToken) : [];
        var places = await sites;
        var closed = await closing;
        (int Product, string Warehouse, string? Customer) Key(MovedPart moved) => (moved.ProductId, Warehouse(places, moved), customers ? Customer(payers, moved) : null);
        var returned = back.ToLookup(Key);
        return new Sourced<DemandHistories>(
            new DemandHistories
            {
                Scope = new DemandScope { Product = known["product"] is { } one ? one.Code ?? one.Name : null, Category = known["category"]?.Name, Warehouse = known["warehouse"] is { } w ? w.Code ?? w.Name : null, Customer = known["customer"]?.Name },
                Products =
                [
                    .. left.Where(m => products.ContainsKey(m.ProductId)).GroupBy(Key).OrderBy(g => g.Key.Product).ThenBy(g => g.Key.Warehouse, StringComparer.Ordinal).ThenBy(g => g.Key.Customer, StringComparer.Ordinal)
                        .Select(g => Of(context, products[g.Key.Product], g.Key, Company(places, g.First()), from, g, returned[g.Key]) with { Closed = closed }),
                ],
                Total = products.Count,
            },
            null);
    }

    private static string Warehouse(Sites places, MovedPart moved) => places.TypeOf(moved.TypeId) is { WarehouseId: > 0 } type ? places.Code(type.WarehouseId) : "no warehouse";

    private static string Company(Sites places, MovedPart moved)
        => Phrase.Clean(places.All.FirstOrDefault(s => s.Id == places.TypeOf(moved.TypeId)?.WarehouseId)?.Company, 80) is { Length: > 0 } company ? company : "no company";

    /// <summary>Who pays for an address.</summary>
    private static string Customer(Dictionary<int, OdooRow> payers, MovedPart moved)
        => payers.GetValueOrDefault(moved.AddressId ?? 0) is { } row && Phrase.Clean(row.Link("commercial_partner_id")?.Name ?? row.Text("name"), 80) is { Length: > 0 } name ? name : "no customer named";

    private static DemandHistory Of(ToolContext context, OdooRow product, (int Product, string Warehouse, string? Customer) key, string company, DateOnly from, IEnumerable<MovedPart> left, IEnumerable<MovedPart> back) => new()
    {
        Scope = new DemandScope { Product = Phrase.Clean(product.Text("default_code") ?? product.Text("name"), 80), Category = Phrase.Clean(product.Link("categ_id")?.Name, 80), Warehouse = key.Warehouse, Customer = key.Customer },
        ProductName = Phrase.Clean(product.Text("name"), 120),
        Company = company,
        Unit = Phrase.Clean(product.Link("uom_id")?.Name, 20),
        From = from,
        Today = context.Today,
        Products = 1,
        Days =
        [
            .. left.Select(m => (m.Day, Out: m.Quantity, In: 0m)).Concat(back.Select(m => (m.Day, Out: 0m, In: m.Quantity))).GroupBy(m => m.Day).OrderBy(g => g.Key)
                .Select(g => new DemandDay(g.Key, (double)Math.Max(0, g.Sum(m => m.Out)), (double)Math.Max(0, g.Sum(m => m.In)))),
        ],
    };

    private async Task<Dictionary<int, OdooRow>> RowsAsync(ToolContext context, string model, IEnumerable<int> ids, string[] fields, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().Order().ToList();
        return wanted.Count == 0 ? [] : (await client.SearchReadAsync(
            context.Caller, new OdooQuery { Model = model, Domain = OdooDomain.Where("id", "in", wanted), Fields = fields, Order = "id", Limit = MostRows, WithArchived = true }, cancellationToken)).Rows.ToDictionary(r => r.Id);
    }
}
