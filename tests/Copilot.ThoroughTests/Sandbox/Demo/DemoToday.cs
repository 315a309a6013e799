namespace Copilot.ThoroughTests.Sandbox.Demo;

/// <summary>The demo company as it stands on one day, with the look-ups the tests share.</summary>
internal sealed class DemoToday(RecordingSink sink, DateOnly day, DateTime now)
{
    private readonly Dictionary<(int Product, int Warehouse), double> free = sink.All("stock.quant")
        .Where(q => sink.Get("stock.location", q.One("location_id")).Text("name") != "Quality Hold")
        .GroupBy(q => (q.One("product_id"), q.One("warehouse_id")))
        .ToDictionary(g => g.Key, g => g.Sum(q => q.Number("quantity") - q.Number("reserved_quantity")));

    public RecordingSink Sink => sink;

    public DateOnly Day => day;

    public DateTime Now => now;

    public ILookup<int, Rec> LinesOfOrder { get; } = sink.All("sale.order.line").ToLookup(l => l.One("order_id"));

    public ILookup<int, Rec> MovesOfSaleLine { get; } = sink.All("stock.move").Where(m => m.Maybe("sale_line_id") is not null).ToLookup(m => m.One("sale_line_id"));

    public ILookup<int, Rec> MoveLinesOfMove { get; } = sink.All("stock.move.line").ToLookup(l => l.One("move_id"));

    public ILookup<int, Rec> PickingsOfOrder { get; } = sink.All("stock.picking").Where(p => p.Maybe("sale_id") is not null).ToLookup(p => p.One("sale_id"));

    public ILookup<int, Rec> InvoiceLinesOfSaleLine { get; } = sink.All("account.move.line")
        .SelectMany(l => (l["sale_line_ids"] as int[] ?? []).Select(s => (Sold: s, Line: l))).ToLookup(p => p.Sold, p => p.Line);

    public ILookup<int, Rec> LinesOfPurchase { get; } = sink.All("purchase.order.line").ToLookup(l => l.One("order_id"));

    public Rec Order(string reference) => sink.All("sale.order").Single(o => o.Text("client_order_ref") == reference);

    public Rec Purchase(string reference) => sink.All("purchase.order").Single(o => o.Text("partner_ref") == reference);

    public Rec Product(string code) => sink.All("product.product").Single(p => p.Text("default_code") == code);

    public Rec Partner(string name) => sink.All("res.partner").Single(p => p.Text("name") == name);

    /// <summary>Orders that still have something to ship.</summary>
    public IEnumerable<Rec> OpenOrders() => sink.All("sale.order").Where(o => o.Text("state") == "sale" && o.Text("delivery_status") is "pending" or "partial");

    /// <summary>What stock can still give away: on the shelves, not in quality hold, not reserved.</summary>
    public double Free(int product, int warehouse) => free.GetValueOrDefault((product, warehouse));

    public bool IsHold(int location) => sink.Get("stock.location", location).Text("name") == "Quality Hold";

    /// <summary>Open outgoing moves of an order.</summary>
    public IEnumerable<Rec> OpenMoves(Rec order)
        => LinesOfOrder[order.Id].SelectMany(l => MovesOfSaleLine[l.Id]).Where(m => m.Text("state") is not ("done" or "cancel"));

    /// <summary>What of an open move neither a reservation nor free stock covers.</summary>
    public double Uncovered(Rec order, Rec move)
        => Math.Max(0, move.Number("product_uom_qty") - move.Number("quantity") - Free(move.One("product_id"), order.One("warehouse_id")));
}
