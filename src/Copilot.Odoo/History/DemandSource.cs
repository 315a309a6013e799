using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.History;

/// <summary>Answers the calculator's questions about the past, with the caller's own rights and companies.</summary>
internal sealed class DemandSource(IOdooClient client, NameResolver names, DemandReader demand, ShelfReader shelf, PastArrivalReader arrivals, ReorderReader rules, DaysOffReader daysOff) : IDemandSource
{
    private const int HistoryDays = 3 * 365;
    private const int ArrivalDays = 2 * 365;
    private const int MostProducts = 5000;
    private const int RuleTrips = 2;
    private const string Area = "stock movements";

    private static readonly string[] ProductFields = ["default_code", "name", "uom_id", "product_tmpl_id", "categ_id", "write_date"];

    /// <inheritdoc/>
    public int HistoryRoundTrips => (4 * NameResolver.RoundTripsPerName) + 4 + ShelfReader.RoundTrips + DaysOffReader.RoundTrips;

    /// <inheritdoc/>
    public int ArrivalsRoundTrips => (3 * NameResolver.RoundTripsPerName) + 1 + PastArrivalReader.RoundTrips + RuleTrips;

    /// <inheritdoc/>
    public Task<Sourced<DemandHistory>> HistoryAsync(ToolContext context, DemandScope scope, CancellationToken cancellationToken)
        => GuardedAsync(Area, () => ReadHistoryAsync(context, scope, cancellationToken));

    /// <inheritdoc/>
    public Task<Sourced<ArrivalHistory>> ArrivalsAsync(ToolContext context, DemandScope scope, CancellationToken cancellationToken)
        => GuardedAsync("purchase orders and receipts", () => ReadArrivalsAsync(context, scope, cancellationToken));

    private static async Task<Sourced<T>> GuardedAsync<T>(string area, Func<Task<Sourced<T>>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (OdooException e) when (FaultAnswers.Of(e.Fault, area) is not null)
        {
            return new Sourced<T>(null, FaultAnswers.Of(e.Fault, area));
        }
    }

    private async Task<Sourced<DemandHistory>> ReadHistoryAsync(ToolContext context, DemandScope scope, CancellationToken cancellationToken)
    {
        if (!await client.MayReadAsync(context.Caller, "stock.move", cancellationToken) || !await client.MayReadAsync(context.Caller, "stock.quant", cancellationToken))
        {
            return new Sourced<DemandHistory>(null, FaultAnswers.Denied(Area));
        }

        var known = await names.ResolveAsync(
            context,
            [("product", SlotKind.Product, scope.Product), ("category", SlotKind.Category, scope.Category), ("warehouse", SlotKind.Warehouse, scope.Warehouse), ("customer", SlotKind.Customer, scope.Customer)],
            cancellationToken);
        if (known.Stop is { } stop)
        {
            return new Sourced<DemandHistory>(null, stop);
        }

        var from = context.Today.AddDays(-HistoryDays);
        var delivered = demand.DeliveredAsync(context, known, from, cancellationToken);
        var returned = demand.ReturnedAsync(context, known, from, cancellationToken);
        var closed = daysOff.ReadAsync(context, known["warehouse"], from, cancellationToken);
        var history = known["product"] is { } product ? await OneAsync(context, known, product, from, cancellationToken) : null;
        var (left, back) = (await delivered, await returned);
        if (left.Count >= DemandReader.MostGroups)
        {
            return new Sourced<DemandHistory>(null, new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = "That is more history than I can add up at once. Which product or category do you mean?" });
        }

        history ??= await ManyAsync(context, known, left, from, cancellationToken);
        return new Sourced<DemandHistory>(history.History with { Days = Days(left, back, history.Counted), Closed = await closed }, null);
    }

    /// <summary>One product: with its shelf and its special prices.</summary>
    private async Task<Part> OneAsync(ToolContext context, ResolvedNames known, ResolvedName product, DateOnly from, CancellationToken cancellationToken)
    {
        var shelved = shelf.ReadAsync(context, product.Id, known["warehouse"]?.Id, from, cancellationToken);
        var rows = await client.ReadAsync(context.Caller, "product.product", [product.Id], ProductFields, cancellationToken);
        var row = rows is [var read, ..] ? read : product.Row;
        var promotions = await demand.PromotionsAsync(context, row, from, cancellationToken);
        var (stock, empty) = await shelved;
        return new Part(
            Empty(context, known, row.Link("uom_id")?.Name ?? string.Empty, from) with
            {
                ProductName = product.Name, Products = 1, Promotions = promotions, Empty = empty, Stock = stock, Uri = client.RecordUri(new RecordRef("product.product", product.Id)), Record = new RecordRef("product.product", product.Id),
            },
            new HashSet<int> { product.Id });
    }

    /// <summary>Several products: only quantities of one unit can be added up, that of most of them.</summary>
    private async Task<Part> ManyAsync(ToolContext context, ResolvedNames known, IReadOnlyList<MovedDay> left, DateOnly from, CancellationToken cancellationToken)
    {
        var ids = left.Select(m => m.ProductId).Distinct().ToList();
        IReadOnlyList<OdooRow> rows = ids.Count == 0
            ? []
            : (await client.SearchReadAsync(context.Caller, new OdooQuery { Model = "product.product", Domain = OdooDomain.Where("id", "in", ids), Fields = ProductFields, Order = "id", Limit = MostProducts, WithArchived = true }, cancellationToken)).Rows;
        var units = rows.GroupBy(r => r.Link("uom_id")?.Name ?? string.Empty).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (units.Count == 0)
        {
            return new Part(Empty(context, known, string.Empty, from), new HashSet<int>());
        }

        var counted = units[0].Select(r => r.Id).ToHashSet();
        var others = rows.Count - counted.Count;
        var remarks = others == 0 ? new List<string>() : [$"Only products counted in {Phrase.Clean(units[0].Key, 20)} are added up; those in other units ({Phrase.List(units.Skip(1).Take(4).Select(u => Phrase.Clean(u.Key, 20)))}) are left out."];
        return new Part(Empty(context, known, units[0].Key, from) with { Products = counted.Count, Remarks = remarks }, counted);
    }

    private static DemandHistory Empty(ToolContext context, ResolvedNames known, string unit, DateOnly from) => new()
    {
        Scope = Scope(known),
        Place = known["warehouse"] is { } w ? new RecordRef("stock.warehouse", w.Id) : null,
        Unit = Phrase.Clean(unit, 20),
        From = from,
        Today = context.Today,
        Days = [],
        Products = 0,
    };

    private static DemandScope Scope(ResolvedNames known) => new()
    {
        Product = known["product"] is { } p ? p.Code ?? p.Name : null,
        Category = known["category"]?.Name,
        Warehouse = known["warehouse"] is { } w ? w.Code ?? w.Name : null,
        Customer = known["customer"]?.Name,
        Supplier = known["supplier"]?.Name,
    };

    private static IReadOnlyList<DemandDay> Days(IReadOnlyList<MovedDay> left, IReadOnlyList<MovedDay> back, IReadOnlySet<int> counted)
        =>
        [
            .. left.Where(m => counted.Contains(m.ProductId)).Select(m => (m.Day, Out: m.Quantity, In: 0m))
                .Concat(back.Where(m => counted.Contains(m.ProductId)).Select(m => (m.Day, Out: 0m, In: m.Quantity)))
                .GroupBy(m => m.Day).OrderBy(g => g.Key)
                .Select(g => new DemandDay(g.Key, (double)Math.Max(0, g.Sum(m => m.Out)), (double)Math.Max(0, g.Sum(m => m.In)))),
        ];

    private async Task<Sourced<ArrivalHistory>> ReadArrivalsAsync(ToolContext context, DemandScope scope, CancellationToken cancellationToken)
    {
        foreach (var model in new[] { "purchase.order", "purchase.order.line", "stock.move" })
        {
            if (!await client.MayReadAsync(context.Caller, model, cancellationToken))
            {
                return new Sourced<ArrivalHistory>(null, FaultAnswers.Denied("purchase orders and receipts"));
            }
        }

        var known = await names.ResolveAsync(
            context,
            [("supplier", SlotKind.Supplier, scope.Supplier), ("product", SlotKind.Product, scope.Product), ("warehouse", SlotKind.Warehouse, scope.Warehouse)],
            cancellationToken);
        if (known.Stop is { } stop)
        {
            return new Sourced<ArrivalHistory>(null, stop);
        }

        var from = context.Today.AddDays(-ArrivalDays);
        var came = arrivals.ReadAsync(context, known, from, cancellationToken);
        var offers = known["product"] is { } product ? await arrivals.OffersAsync(context, product.Id, known["supplier"]?.Id, cancellationToken) : [];
        var set = known["product"] is { } one && await client.MayReadAsync(context.Caller, "stock.warehouse.orderpoint", cancellationToken)
            ? await rules.OfAsync(context.Caller, one.Id, known["warehouse"]?.Id, cancellationToken) : [];
        var (rows, cut) = await came;
        return new Sourced<ArrivalHistory>(
            new ArrivalHistory
            {
                Scope = Scope(known), ProductName = known["product"]?.Name, From = from, Today = context.Today, Arrivals = rows, Offers = offers, Rules = set,
                Remarks = cut ? ["There are more receipts than I can add up at once; only the latest are counted."] : [],
            },
            null);
    }

    /// <summary>All but the days, and the products that count.</summary>
    private sealed record Part(DemandHistory History, IReadOnlySet<int> Counted);
}
