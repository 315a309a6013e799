using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.History;

/// <summary>Reads figures that can be unusual: two round trips for sales, two for purchases, two for adjustments, one for invoices.</summary>
internal sealed class ObservedReader(IOdooClient client)
{
    public const int RoundTrips = 7;

    private const int Most = 40_000;
    private const int MostOrders = 20_000;

    private static readonly string[] Sold = ["sale", "done"];
    private static readonly string[] Bought = ["purchase", "done"];
    private static readonly string[] Invoices = ["out_invoice", "in_invoice"];

    /// <summary>Order quantities and sales prices.</summary>
    public async Task<IReadOnlyList<Observed>> SalesAsync(ToolContext context, DateOnly from, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        var orders = await ByIdAsync(context, "sale.order", OdooDomain.Where("state", "in", Sold).And("date_order", ">=", days.Start(from)), ["name", "partner_id", "date_order", "currency_id"], "date_order desc, id desc", cancellationToken);
        var lines = await RowsAsync(
            context, "sale.order.line", OdooDomain.Where("order_id.state", "in", Sold).And("order_id.date_order", ">=", days.Start(from)).And("product_id", "!=", null),
            ["order_id", "product_id", "product_uom_qty", "product_uom_id", "price_unit", "discount"], "id desc", Most, cancellationToken);
        return [.. lines.SelectMany(l => orders.GetValueOrDefault(l.Link("order_id")?.Id ?? 0) is { } order && days.Of(order.Moment("date_order")) is { } day ? Sale(l, order, day) : [])];
    }

    /// <summary>Purchase prices.</summary>
    public async Task<IReadOnlyList<Observed>> PurchasesAsync(ToolContext context, DateOnly from, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        var orders = await ByIdAsync(context, "purchase.order", OdooDomain.Where("state", "in", Bought).And("date_order", ">=", days.Start(from)), ["name", "partner_id", "date_order", "currency_id"], "date_order desc, id desc", cancellationToken);
        var lines = await RowsAsync(
            context, "purchase.order.line", OdooDomain.Where("order_id.state", "in", Bought).And("order_id.date_order", ">=", days.Start(from)).And("product_id", "!=", null),
            ["order_id", "product_id", "price_unit"], "id desc", Most, cancellationToken);
        return
        [
            .. lines.Select(l => (Line: l, Order: orders.GetValueOrDefault(l.Link("order_id")?.Id ?? 0))).Where(l => l.Order is not null && days.Of(l.Order.Moment("date_order")) is not null)
                .Select(l => Of(ObservedKind.PurchasePrice, l.Order!, new RecordRef("purchase.order", l.Order!.Id), days.Of(l.Order.Moment("date_order"))!.Value, l.Line, (double)l.Line.Number("price_unit"), Currency(l.Order))),
        ];
    }

    /// <summary>Stock adjustments by their worth at cost; by their quantity where the caller may not see the product's cost.</summary>
    public async Task<IReadOnlyList<Observed>> AdjustmentsAsync(ToolContext context, Sites sites, DateOnly from, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        var moves = await RowsAsync(
            context, "stock.move", OdooDomain.Where("location_id.usage", "=", "inventory").Or("location_dest_id.usage", "=", "inventory").And("state", "=", "done").And("date", ">=", days.Start(from)),
            ["product_id", "product_qty", "location_id", "location_dest_id", "date", "reference"], "date desc, id desc", Most, cancellationToken);
        var products = await ByIdAsync(context, "product.product", OdooDomain.Where("id", "in", moves.Select(m => m.Link("product_id")?.Id).OfType<int>().Distinct().Order().ToList()), ["standard_price", "currency_id", "uom_id"], "id", cancellationToken);
        return
        [
            .. moves.Select(m => (Move: m, Product: products.GetValueOrDefault(m.Link("product_id")?.Id ?? 0), Day: days.Of(m.Moment("date")))).Where(m => m.Product is not null && m.Day is not null)
                .Select(m => (m.Move, m.Product, m.Day, Places: new[] { sites.OfLocation(m.Move.Link("location_id")?.Name ?? string.Empty), sites.OfLocation(m.Move.Link("location_dest_id")?.Name ?? string.Empty) }))
                .Where(m => m.Places.Count(p => p != 0) == 1)
                .Select(m => Adjusted(m.Move, m.Product!, m.Day!.Value, sites.Code(m.Places.First(p => p != 0)))),
        ];
    }

    private Observed Adjusted(OdooRow move, OdooRow product, DateOnly day, string site)
    {
        var isWorth = product.Has("standard_price");
        return new Observed
        {
            Kind = isWorth ? ObservedKind.Adjustment : ObservedKind.AdjustedQuantity,
            Group = site,
            Unit = isWorth ? product.Link("currency_id")?.Name ?? "EUR" : Phrase.Clean(product.Link("uom_id")?.Name, 20),
            Day = day,
            Value = (double)(isWorth ? Math.Round(move.Number("product_qty") * product.Number("standard_price"), 2) : move.Number("product_qty")),
            Document = Phrase.Clean(move.Text("reference"), 60),
            Whose = ProductLabel.Short(move.Link("product_id")?.Name),
            Record = new RecordRef("stock.move", move.Id),
            Uri = client.RecordUri(new RecordRef("stock.move", move.Id)),
        };
    }

    /// <summary>Net amounts of invoices and bills.</summary>
    public async Task<IReadOnlyList<Observed>> InvoicesAsync(ToolContext context, DateOnly from, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(
            context, "account.move", OdooDomain.Where("move_type", "in", Invoices).And("state", "=", "posted").And("invoice_date", ">=", from),
            ["name", "move_type", "partner_id", "invoice_date", "amount_untaxed", "currency_id"], "invoice_date desc, id desc", MostOrders, cancellationToken);
        return
        [
            .. rows.Where(r => r.Date("invoice_date") is not null).Select(r => new Observed
            {
                Kind = r.Text("move_type") == "in_invoice" ? ObservedKind.SupplierBill : ObservedKind.CustomerInvoice,
                Group = Phrase.Clean(r.Link("partner_id")?.Name, 80),
                Unit = Currency(r),
                Day = r.Date("invoice_date")!.Value,
                Value = (double)r.Number("amount_untaxed"),
                Document = Phrase.Clean(r.Text("name"), 60),
                Whose = Phrase.Clean(r.Link("partner_id")?.Name, 80),
                Record = new RecordRef("account.move", r.Id),
                Uri = client.RecordUri(new RecordRef("account.move", r.Id)),
            }),
        ];
    }

    private static string Currency(OdooRow row) => row.Link("currency_id")?.Name ?? "EUR";

    private IEnumerable<Observed> Sale(OdooRow line, OdooRow order, DateOnly day)
    {
        var record = new RecordRef("sale.order", order.Id);
        yield return Of(ObservedKind.OrderQuantity, order, record, day, line, (double)line.Number("product_uom_qty"), Phrase.Clean(line.Link("product_uom_id")?.Name, 20));
        yield return Of(ObservedKind.SalesPrice, order, record, day, line, (double)Math.Round(line.Number("price_unit") * (1 - (line.Number("discount") / 100)), 4), Currency(order));
    }

    private Observed Of(ObservedKind kind, OdooRow order, RecordRef record, DateOnly day, OdooRow line, double value, string unit) => new()
    {
        Kind = kind,
        Group = ProductLabel.Short(line.Link("product_id")?.Name),
        Unit = unit,
        Day = day,
        Value = value,
        Document = Phrase.Clean(order.Text("name"), 60),
        Whose = Phrase.Clean(order.Link("partner_id")?.Name, 80),
        Record = record,
        Uri = client.RecordUri(record),
    };

    private async Task<Dictionary<int, OdooRow>> ByIdAsync(ToolContext context, string model, OdooDomain domain, string[] fields, string order, CancellationToken cancellationToken)
        => (await RowsAsync(context, model, domain, fields, order, MostOrders, cancellationToken)).ToDictionary(r => r.Id);

    private async Task<IReadOnlyList<OdooRow>> RowsAsync(ToolContext context, string model, OdooDomain domain, string[] fields, string order, int limit, CancellationToken cancellationToken)
        => (await client.SearchReadAsync(context.Caller, new OdooQuery { Model = model, Domain = domain, Fields = fields, Order = order, Limit = limit, WithArchived = model == "product.product" }, cancellationToken)).Rows;
}
