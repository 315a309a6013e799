using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Purchasing;
using Copilot.Odoo.Sales;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Exceptions.Scanning;

/// <summary>
/// What one scan reads, each thing once whatever the number of finders: all open orders in pages of a few thousand rows, the stock they compete for, and what is on order.
/// Nothing is read that no finder of this scan asks for.
/// </summary>
internal sealed class ScanReads(IOdooClient client, StockReader stock, ReceiptReader receipts, IOptions<OdooConventions> conventions, ToolContext context, CancellationToken stopping)
{
    private const int PageRows = 5000;
    private const int PlannedSinceDays = 365;

    private static readonly string[] Ordered = ["sale", "done"];
    private static readonly string[] Confirmed = ["purchase", "done"];
    private static readonly string[] Asked = ["sent", "to approve"];
    private static readonly string[] Noted = ["stock.picking", "sale.order"];
    private static readonly string[] Undone = ["draft", "waiting", "confirmed", "assigned"];

    private readonly Lock gate = new();
    private Task<ScanBook>? book;
    private Task<IReadOnlyList<BoughtLine>>? bought;

    public IOdooClient Client { get; } = client;

    public ToolContext Context { get; } = context;

    public CallerDays Days { get; } = new(context);

    public OdooConventions Conventions => conventions.Value;

    /// <summary>What the finders before have found in this scan.</summary>
    public List<FoundCase> Found { get; } = [];

    /// <summary>The cases of the last ninety days.</summary>
    public IReadOnlyList<PastCase> Past { get; init; } = [];

    public Task<ScanBook> BookAsync()
    {
        lock (gate)
        {
            return book ??= ReadBookAsync();
        }
    }

    public Task<IReadOnlyList<BoughtLine>> BoughtAsync()
    {
        lock (gate)
        {
            return bought ??= ReadBoughtAsync();
        }
    }

    /// <summary>Every row of a query, page by page.</summary>
    public async Task<List<OdooRow>> AllAsync(string model, OdooDomain domain, IReadOnlyList<string> fields, bool withArchived = false)
    {
        var rows = new List<OdooRow>();
        await foreach (var row in Client.ReadAllAsync(Context.Caller, new OdooQuery { Model = model, Domain = domain, Fields = fields, Limit = PageRows, WithArchived = withArchived }, stopping))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>As <see cref="AllAsync"/>; nothing where the server has no such model or the account may not read it.</summary>
    public async Task<List<OdooRow>> OptionalAsync(string model, OdooDomain domain, IReadOnlyList<string> fields)
        => await Client.HasModelAsync(Context.Caller, model, stopping) && await Client.MayReadAsync(Context.Caller, model, stopping) ? await AllAsync(model, domain, fields) : [];

    private async Task<ScanBook> ReadBookAsync()
    {
        var open = OdooDomain.Where("state", "in", Ordered).And("picking_ids.state", "in", Undone);
        var orders = AllAsync(
            "sale.order", open, ["name", "state", "partner_id", "user_id", "warehouse_id", "company_id", "commitment_date", "date_order", "amount_untaxed", "currency_id", "picking_policy", "tag_ids", "invoice_status", "write_date"]);
        var lines = AllAsync(
            "sale.order.line",
            OdooDomain.Where("order_id.state", "in", Ordered).And("order_id.picking_ids.state", "in", Undone).And("product_id", "!=", null),
            ["order_id", "product_id", "product_uom_qty", "qty_delivered", "qty_invoiced", "product_uom_id", "price_subtotal", "price_unit", "discount", "purchase_price", "margin"]);
        var transfers = AllAsync(
            "stock.picking",
            OdooDomain.Where("sale_id.state", "in", Ordered).And("sale_id.picking_ids.state", "in", Undone).And("state", "!=", "cancel"),
            ["name", "state", "sale_id", "picking_type_id", "scheduled_date", "date_done", "carrier_tracking_ref", "user_id", "priority", "batch_id", "write_date"]);
        var sites = stock.SitesAsync(Context.Caller, stopping);
        var classes = OptionalAsync("res.partner.category", OdooDomain.Where("name", "ilike", Conventions.CustomerClassPrefix.Trim()), ["name"]);
        var tags = OptionalAsync("crm.tag", OdooDomain.Where("name", "=ilike", Conventions.CreditHoldTag), ["name"]);
        var quants = AllAsync("stock.quant", OdooDomain.Where("location_id.usage", "=", "internal"), ["product_id", "location_id", "lot_id", "quantity", "reserved_quantity"]);
        var activities = OptionalAsync("mail.activity", OdooDomain.Where("res_model", "in", Noted), ["res_model", "res_id", "summary", "activity_type_id", "date_deadline"]);
        var moves = MovesAsync(sites);
        var partners = PartnersAsync(orders);
        await Task.WhenAll(orders, lines, transfers, sites, classes, tags, quants, activities, moves, partners);

        // The rows are sorted by order while the stock is shared out.
        var sorting = Task.Run(async () => new OrderParts(await orders, await lines, await transfers, await partners, await sites), stopping);
        var picture = stock.Picture(await quants, await moves, await sites, Days);
        var covers = picture.Cover();
        var parts = await sorting;
        var expected = await receipts.ReadAsync(Context, parts.ReceiptIds(covers.Values), stopping);
        var assembly = new OrderAssembly(parts, picture, covers, expected, await activities, await classes, await tags, Conventions, Days);
        var pictures = new OrderPicture[parts.Orders.Count];
        Parallel.For(0, pictures.Length, new ParallelOptions { CancellationToken = stopping }, i => pictures[i] = assembly.Order(parts.Orders[i]));
        return new ScanBook(pictures, parts, picture, covers);
    }

    private async Task<List<OdooRow>> MovesAsync(Task<Sites> sites)
        => await AllAsync(
            "stock.move",
            OdooDomain.Where("state", "in", StockReader.Open).And("picking_type_id", "in", (await sites).DeliveriesAndReceipts),
            ["product_id", "product_uom_qty", "product_qty", "quantity", "state", "date", "date_deadline", "picking_id", "picking_type_id"]);

    private async Task<IReadOnlyList<OdooRow>> PartnersAsync(Task<List<OdooRow>> orders)
        => await Client.ReadAsync(Context.Caller, "res.partner", [.. (await orders).Select(r => r.LinkId("partner_id")).Where(i => i > 0).Distinct()], ["name", "category_id", "sale_warn_msg", "write_date"], stopping);

    private async Task<IReadOnlyList<BoughtLine>> ReadBoughtAsync()
    {
        var known = await BookAsync();
        var since = Days.Start(Days.Today.AddDays(-PlannedSinceDays));
        var coming = OdooDomain.Where("order_id.state", "in", Confirmed).And("move_ids.state", "in", StockReader.Open)
            .Or(OdooDomain.Where("order_id.state", "in", Asked)).And("date_planned", ">=", since);
        var rows = await AllAsync(
            "purchase.order.line",
            coming,
            ["order_id", "partner_id", "product_id", "product_qty", "qty_received", "product_uom_id", "date_planned", "price_unit", "price_subtotal", "currency_id", "move_ids", "state", "create_date", "write_date"]);
        var open = rows.Where(r => r.Number("qty_received") < r.Number("product_qty")).ToList();

        var lineOfMove = open.SelectMany(l => l.Links("move_ids").Select(m => (Move: m, Line: l.Id))).DistinctBy(p => p.Move).ToDictionary(p => p.Move, p => p.Line);
        var lineOfSupply = known.Stock.Supplies.Where(s => lineOfMove.ContainsKey(s.MoveId)).DistinctBy(s => (s.TransferId, s.ProductId)).ToDictionary(s => (s.TransferId, s.ProductId), s => lineOfMove[s.MoveId]);
        var waiting = known.Covers.Values
            .SelectMany(c => c.FromReceipts.Select(d => (Line: lineOfSupply.GetValueOrDefault((d.SupplyTransferId, c.Demand.ProductId)), Order: known.OrderOf(c.Demand.TransferId), d.Quantity)))
            .Where(w => w is { Line: > 0, Order: not null })
            .GroupBy(w => (w.Line, w.Order!.Id))
            .ToLookup(g => g.Key.Line, g => (g.First().Order!, g.Sum(w => w.Quantity)));
        return [.. open.Select(r => new BoughtLine(r, Days.Of(r.Moment("date_planned")) ?? Days.Today, [.. waiting[r.Id].OrderBy(w => w.Item1.Promised ?? DateOnly.MaxValue)]))];
    }
}
