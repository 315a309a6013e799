using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.History;

/// <summary>Reads what customers got of many products: Odoo adds up by product and day, in two requests for all of them, and four more for all their shelves.</summary>
internal sealed class DemandCatalogue(IOdooClient client, NameResolver names, DemandReader demand, StockReader stock, DemandParts parts, DaysOffReader daysOff, IDataGrants grants) : IDemandCatalogue
{
    private const string Area = "stock movements";
    private const int HistoryDays = 3 * 365;

    private const int OfferTrips = 2;
    private const int MostOffers = 20_000;

    // Products are taken by what left in this time.
    private const int Lately = 91;

    /// <inheritdoc/>
    public int RoundTrips => (4 * NameResolver.RoundTripsPerName) + 3 + DaysOffReader.RoundTrips + OfferTrips + StockReader.RoundTrips;

    /// <inheritdoc/>
    public async Task<Sourced<DemandHistories>> EachAsync(ToolContext context, DemandScope scope, int most, bool shelves, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(context, scope, most, shelves, cancellationToken);
        }
        catch (OdooException e) when (FaultAnswers.Of(e.Fault, Area) is not null)
        {
            return new Sourced<DemandHistories>(null, FaultAnswers.Of(e.Fault, Area));
        }
    }

    /// <inheritdoc/>
    public int PartsRoundTrips => DemandParts.RoundTrips;

    /// <inheritdoc/>
    public async Task<Sourced<DemandHistories>> PartsAsync(ToolContext context, DemandScope scope, bool customers, CancellationToken cancellationToken)
    {
        try
        {
            return await client.MayReadAsync(context.Caller, "stock.move", cancellationToken)
                ? await parts.ReadAsync(context, scope, customers, cancellationToken) : new Sourced<DemandHistories>(null, FaultAnswers.Denied(Area));
        }
        catch (OdooException e) when (FaultAnswers.Of(e.Fault, Area) is not null)
        {
            return new Sourced<DemandHistories>(null, FaultAnswers.Of(e.Fault, Area));
        }
    }

    /// <inheritdoc/>
    public async Task<Sourced<IReadOnlyList<DemandPlace>>> PlacesAsync(ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            var page = await client.SearchReadAsync(context.Caller, new OdooQuery { Model = "stock.warehouse", Domain = OdooDomain.All, Fields = ["code", "name", "company_id"], Order = "id" }, cancellationToken);
            return new Sourced<IReadOnlyList<DemandPlace>>(
                [.. page.Rows.Where(r => r.Link("company_id") is not null).Select(r => new DemandPlace(r.Text("code") ?? r.Text("name") ?? string.Empty, new CompanyRef(r.Link("company_id")!.Value.Id, r.Link("company_id")!.Value.Name)))], null);
        }
        catch (OdooException e) when (FaultAnswers.Of(e.Fault, Area) is not null)
        {
            return new Sourced<IReadOnlyList<DemandPlace>>(null, FaultAnswers.Of(e.Fault, Area));
        }
    }

    private async Task<Sourced<DemandHistories>> ReadAsync(ToolContext context, DemandScope scope, int most, bool shelves, CancellationToken cancellationToken)
    {
        if (!await client.MayReadAsync(context.Caller, "stock.move", cancellationToken) || (shelves && !await client.MayReadAsync(context.Caller, "stock.quant", cancellationToken)))
        {
            return new Sourced<DemandHistories>(null, FaultAnswers.Denied(Area));
        }

        if (scope.Supplier is not null && !(grants.MaySee(context.Caller, DataClass.Purchasing) && await client.MayReadAsync(context.Caller, "product.supplierinfo", cancellationToken)))
        {
            return new Sourced<DemandHistories>(null, FaultAnswers.Denied("what suppliers offer"));
        }

        var known = await names.ResolveAsync(
            context, [("category", SlotKind.Category, scope.Category), ("warehouse", SlotKind.Warehouse, scope.Warehouse), ("customer", SlotKind.Customer, scope.Customer), ("supplier", SlotKind.Supplier, scope.Supplier)], cancellationToken);
        if (known.Stop is { } stop)
        {
            return new Sourced<DemandHistories>(null, stop);
        }

        var from = context.Today.AddDays(-HistoryDays);
        var delivered = demand.DeliveredAsync(context, known, from, cancellationToken);
        var returned = demand.ReturnedAsync(context, known, from, cancellationToken);
        var closing = daysOff.ReadAsync(context, known["warehouse"], from, cancellationToken);
        var (left, back) = (await delivered, await returned);
        var closed = await closing;
        if (left.Count >= DemandReader.MostGroups)
        {
            return new Sourced<DemandHistories>(null, new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = "That is more history than I can add up at once. Which category or warehouse do you mean?" });
        }

        var offered = known["supplier"] is { } supplier ? await OfferedAsync(context, supplier.Id, cancellationToken) : null;
        var since = context.Today.AddDays(-Lately);
        var busiest = left.Where(m => offered is null || offered.Contains(m.ProductId)).GroupBy(m => m.ProductId).Select(g => (Id: g.Key, Lately: g.Count(m => m.Day >= since), Amount: g.Sum(m => m.Quantity)))
            .OrderByDescending(p => p.Lately).ThenByDescending(p => p.Amount).ThenBy(p => p.Id).ToList();
        var rows = await RowsAsync(context, [.. busiest.Take(most).Select(p => p.Id)], cancellationToken);
        var sites = shelves ? await stock.SitesAsync(context.Caller, cancellationToken) : null;
        var picture = sites is null ? null : await stock.ReadAsync(context, sites, rows.Keys, cancellationToken);
        var (gone, came) = (left.ToLookup(m => m.ProductId), back.ToLookup(m => m.ProductId));
        return new Sourced<DemandHistories>(
            new DemandHistories
            {
                Scope = new DemandScope { Category = known["category"]?.Name, Warehouse = known["warehouse"] is { } w ? w.Code ?? w.Name : null, Customer = known["customer"]?.Name, Supplier = known["supplier"]?.Name },
                Products = [.. busiest.Take(most).Where(p => rows.ContainsKey(p.Id)).Select(p => Of(context, rows[p.Id], known, from, gone[p.Id], came[p.Id]) with { Closed = closed, Stock = picture is null ? null : Outlook(picture, p.Id, known["warehouse"]?.Id) })],
                Total = busiest.Count,
            },
            null);
    }

    private static StockOutlook Outlook(StockPicture picture, int productId, int? warehouseId) => new(
        (double)picture.Shelves.Where(s => s.ProductId == productId && (warehouseId is null || s.WarehouseId == warehouseId) && !s.OnQualityHold).Sum(s => s.Quantity),
        [.. picture.Demands.Where(d => d.ProductId == productId && (warehouseId is null || d.WarehouseId == warehouseId)).OrderBy(d => d.Due).ThenBy(d => d.MoveId).Select(d => (d.Due, (double)d.Quantity))],
        [.. picture.Supplies.Where(s => s.ProductId == productId && (warehouseId is null || s.WarehouseId == warehouseId)).OrderBy(s => s.Due).ThenBy(s => s.MoveId).Select(s => (s.Due, (double)s.Quantity))]);

    /// <summary>The products that a supplier offers. Two round trips.</summary>
    private async Task<IReadOnlySet<int>> OfferedAsync(ToolContext context, int supplierId, CancellationToken cancellationToken)
    {
        var offers = await client.SearchReadAsync(
            context.Caller, new OdooQuery { Model = "product.supplierinfo", Domain = OdooDomain.Where("partner_id", "child_of", supplierId), Fields = ["product_tmpl_id"], Order = "id", Limit = MostOffers }, cancellationToken);
        var templates = offers.Rows.Select(r => r.Link("product_tmpl_id")?.Id).OfType<int>().Distinct().Order().ToList();
        return templates.Count == 0 ? new HashSet<int>() : (await client.SearchReadAsync(
            context.Caller, new OdooQuery { Model = "product.product", Domain = OdooDomain.Where("product_tmpl_id", "in", templates), Fields = ["default_code"], Order = "id", Limit = MostOffers, WithArchived = true }, cancellationToken)).Rows.Select(r => r.Id).ToHashSet();
    }

    private async Task<Dictionary<int, OdooRow>> RowsAsync(ToolContext context, List<int> ids, CancellationToken cancellationToken)
        => ids.Count == 0 ? [] : (await client.SearchReadAsync(
            context.Caller,
            new OdooQuery { Model = "product.product", Domain = OdooDomain.Where("id", "in", ids), Fields = ["default_code", "name", "uom_id", "categ_id"], Order = "id", Limit = ids.Count, WithArchived = true },
            cancellationToken)).Rows.ToDictionary(r => r.Id);

    private DemandHistory Of(ToolContext context, OdooRow row, ResolvedNames known, DateOnly from, IEnumerable<MovedDay> left, IEnumerable<MovedDay> back) => new()
    {
        Scope = new DemandScope
        {
            Product = Phrase.Clean(row.Text("default_code") ?? row.Text("name"), 80),
            Category = Phrase.Clean(row.Link("categ_id")?.Name, 80),
            Warehouse = known["warehouse"] is { } w ? w.Code ?? w.Name : null,
            Customer = known["customer"]?.Name,
        },
        ProductName = Phrase.Clean(row.Text("name"), 120),
        Unit = Phrase.Clean(row.Link("uom_id")?.Name, 20),
        From = from,
        Today = context.Today,
        Products = 1,
        Uri = client.RecordUri(new RecordRef("product.product", row.Id)),
        Record = new RecordRef("product.product", row.Id),
        Place = known["warehouse"] is { } house ? new RecordRef("stock.warehouse", house.Id) : null,
        Days =
        [
            .. left.Select(m => (m.Day, Out: m.Quantity, In: 0m)).Concat(back.Select(m => (m.Day, Out: 0m, In: m.Quantity))).GroupBy(m => m.Day).OrderBy(g => g.Key)
                .Select(g => new DemandDay(g.Key, (double)Math.Max(0, g.Sum(m => m.Out)), (double)Math.Max(0, g.Sum(m => m.In)))),
        ],
    };
}
