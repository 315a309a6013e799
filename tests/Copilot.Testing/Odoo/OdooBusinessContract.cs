using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Testing.Odoo;

/// <summary>Groups and totals, and the buttons of a distributor's day.</summary>
public abstract class OdooBusinessContract(OdooServerUnderTest server) : OdooContract(server)
{
    [SkippableFact]
    public async Task Orders_are_summed_by_customer()
    {
        var (first, second) = await FourOrdersAsync();

        var groups = await GroupAsync(["partner_id"], ["amount_total:sum"], "amount_total desc");

        Assert.Equal([(first, 3, 60m), (second, 1, 40m)], groups.Select(g => (g.Link("partner_id")!.Value.Id, g.Whole("__count"), g.Number("amount_total"))));
        Assert.Equal(60m, groups[0].Number("amount_total:sum"));
    }

    [SkippableFact]
    public async Task Orders_are_summed_by_month()
    {
        await FourOrdersAsync();

        var groups = await GroupAsync(["commitment_date:month"], ["amount_total:sum"]);

        Assert.Equal(
            [(new DateOnly(2031, 1, 1), 3, 70m), (new DateOnly(2031, 2, 1), 1, 30m)],
            groups.Select(g => (g.Date("commitment_date:month")!.Value, g.Whole("__count"), g.Number("amount_total"))).OrderBy(g => g.Item1));
    }

    [SkippableFact]
    public async Task Orders_are_summed_by_two_things_at_once()
    {
        var (first, second) = await FourOrdersAsync();

        var groups = await GroupAsync(["partner_id", "commitment_date:month"], ["amount_total:sum"]);

        Assert.Equal(
            [(first, 1, 2, 30m), (first, 2, 1, 30m), (second, 1, 1, 40m)],
            groups.Select(g => (g.Link("partner_id")!.Value.Id, g.Date("commitment_date:month")!.Value.Month, g.Whole("__count"), g.Number("amount_total"))).Order());
    }

    [SkippableFact]
    public async Task Without_groups_there_is_one_total()
    {
        await FourOrdersAsync();

        var total = Assert.Single(await GroupAsync([], ["amount_total:sum", "amount_total:max", "amount_total:avg"]));

        Assert.Equal((4, 100m, 40m, 25m), (total.Whole("__count"), total.Number("amount_total:sum"), total.Number("amount_total:max"), total.Number("amount_total:avg")));
    }

    [SkippableFact]
    public async Task Groups_are_counted_without_sums_and_cut()
    {
        var (first, _) = await FourOrdersAsync();

        Assert.Equal([3, 1], (await GroupAsync(["partner_id"], [])).Select(g => g.Whole("__count")).OrderDescending());
        var one = await Client.ReadGroupAsync(Admin, Grouping(["partner_id"], ["amount_total:sum"], "partner_id") with { Limit = 1 }, None);
        Assert.Single(one);
        Assert.NotEqual(0, first);
    }

    [SkippableFact]
    public async Task An_empty_link_groups_as_empty()
    {
        await PartnerAsync("1");
        await PartnerAsync("2");

        var group = Assert.Single(await Client.ReadGroupAsync(Admin, new OdooGrouping { Model = "res.partner", Domain = OdooDomain.Where("name", "ilike", Mark), GroupBy = ["parent_id"] }, None));

        Assert.Null(group.Link("parent_id"));
        Assert.Equal(2, group.Whole("__count"));
    }

    [SkippableFact]
    public async Task A_confirmed_order_has_a_delivery()
    {
        var product = await ProductAsync("A");
        var order = await QuotationAsync(await PartnerAsync("buyer"), product, quantity: 4);

        await CallAsync("sale.order", "action_confirm", new[] { order });

        var row = await ReadAsync("sale.order", order, "state", "name", "picking_ids", "locked");
        Assert.Equal("sale", row.Text("state"));
        Assert.Equal(1, await Client.CountAsync(Admin, "sale.order", OdooDomain.Where("id", "=", order).And("state", "=", "sale"), None));
        var picking = await ReadAsync("stock.picking", Assert.Single(row.Links("picking_ids")), "name", "state", "origin", "picking_type_code", "move_ids", "sale_id", "scheduled_date", "partner_id");
        Assert.Equal((row.Text("name"), "outgoing", order), (picking.Text("origin"), picking.Text("picking_type_code"), picking.Link("sale_id")!.Value.Id));
        Assert.Contains("/OUT/", picking.Text("name"), StringComparison.Ordinal);
        Assert.Contains(picking.Text("state"), new[] { "confirmed", "waiting" });
        Assert.NotNull(picking.Moment("scheduled_date"));
        var move = await ReadAsync("stock.move", Assert.Single(picking.Links("move_ids")), "product_id", "product_uom_qty", "quantity", "picked", "state", "sale_line_id");
        Assert.Equal((product, 4m, 0m, false), (move.Link("product_id")!.Value.Id, move.Number("product_uom_qty"), move.Number("quantity"), move.Flag("picked")));
        Assert.NotNull(move.Link("sale_line_id"));
    }

    [SkippableFact]
    public async Task A_locked_order_stays_a_confirmed_one()
    {
        var order = await QuotationAsync(await PartnerAsync("buyer"), await ProductAsync("A"));
        await CallAsync("sale.order", "action_confirm", new[] { order });

        await CallAsync("sale.order", Server.Version >= 17 ? "action_lock" : "action_done", new[] { order });

        var row = await ReadAsync("sale.order", order, "state", "locked");
        Assert.Equal(("sale", true), (row.Text("state"), row.Flag("locked")));
        Assert.Single(await FindAsync("sale.order", OdooDomain.Where("id", "=", order).And("state", "in", new[] { "sale" }).And("locked", "=", true)));
        Assert.Empty(await FindAsync("sale.order", OdooDomain.Where("id", "=", order).And("locked", "=", false)));
    }

    [SkippableFact]
    public async Task A_delivery_waits_for_goods_and_takes_them_when_they_are_there()
    {
        var product = await ProductAsync("A");
        var warehouse = Assert.Single((await Client.SearchReadAsync(Admin, new OdooQuery { Model = "stock.warehouse", Domain = OdooDomain.All, Fields = ["lot_stock_id"], Order = "id", Limit = 1 }, None)).Rows);
        await StockAsync(product, warehouse.Link("lot_stock_id")!.Value.Id, 10);
        Assert.Equal((10m, 10m), Stock(await ReadAsync("product.product", product, "qty_available", "free_qty")));
        var order = await QuotationAsync(await PartnerAsync("buyer"), product, quantity: 4);

        await CallAsync("sale.order", "action_confirm", new[] { order });
        var picking = Assert.Single((await ReadAsync("sale.order", order, "picking_ids")).Links("picking_ids"));
        await CallAsync("stock.picking", "action_assign", new[] { picking });

        Assert.Equal("assigned", (await ReadAsync("stock.picking", picking, "state")).Text("state"));
        Assert.Equal((10m, 6m), Stock(await ReadAsync("product.product", product, "qty_available", "free_qty")));
        var move = Assert.Single(await FindAsync("stock.move", OdooDomain.Where("picking_id", "=", picking), "id", "quantity", "state"));
        Assert.Equal((4m, "assigned"), (move.Number("quantity"), move.Text("state")));
        var quant = Assert.Single(await FindAsync("stock.quant", OdooDomain.Where("product_id", "=", product).And("location_id.usage", "=", "internal"), "id", "quantity", "reserved_quantity"));
        Assert.Equal((10m, 4m), (quant.Number("quantity"), quant.Number("reserved_quantity")));
    }

    [SkippableFact]
    public async Task Goods_that_leave_are_delivered_and_the_rest_waits()
    {
        var product = await ProductAsync("A");
        var warehouse = Assert.Single((await Client.SearchReadAsync(Admin, new OdooQuery { Model = "stock.warehouse", Domain = OdooDomain.All, Fields = ["lot_stock_id"], Order = "id", Limit = 1 }, None)).Rows);
        await StockAsync(product, warehouse.Link("lot_stock_id")!.Value.Id, 10);
        var order = await QuotationAsync(await PartnerAsync("buyer"), product, quantity: 4);
        await CallAsync("sale.order", "action_confirm", new[] { order });
        var picking = Assert.Single((await ReadAsync("sale.order", order, "picking_ids")).Links("picking_ids"));
        await CallAsync("stock.picking", "action_assign", new[] { picking });
        var move = Assert.Single(await FindAsync("stock.move", OdooDomain.Where("picking_id", "=", picking))).Id;

        await CallAsync("stock.move", "write", new[] { move }, new Dictionary<string, object?> { ["quantity"] = 3, ["picked"] = true });
        await Client.CallAsync(Admin, new OdooCall { Model = "stock.picking", Method = "button_validate", Arguments = [new[] { picking }], Named = new Dictionary<string, object?> { ["context"] = new Dictionary<string, object?> { ["skip_backorder"] = true, ["skip_sms"] = true } }, IsRead = false }, None);

        var sent = await ReadAsync("stock.picking", picking, "state", "date_done");
        Assert.Equal("done", sent.Text("state"));
        Assert.NotNull(sent.Moment("date_done"));
        var moved = await ReadAsync("stock.move", move, "state", "quantity", "picked");
        Assert.Equal(("done", 3m, true), (moved.Text("state"), moved.Number("quantity"), moved.Flag("picked")));
        Assert.Equal(3m, Assert.Single(await FindAsync("sale.order.line", OdooDomain.Where("order_id", "=", order), "id", "qty_delivered")).Number("qty_delivered"));
        var rest = Assert.Single(await FindAsync("stock.picking", OdooDomain.Where("backorder_id", "=", picking), "id", "state", "sale_id"));
        Assert.Equal(order, rest.Link("sale_id")!.Value.Id);
        Assert.Equal(7m, (await ReadAsync("product.product", product, "qty_available")).Number("qty_available"));
        var shipped = Assert.Single(await Client.ReadGroupAsync(Admin, new OdooGrouping { Model = "stock.move", Domain = OdooDomain.Where("product_id", "=", product).And("state", "=", "done").And("location_dest_id.usage", "=", "customer"), GroupBy = ["product_id"], Aggregates = ["quantity:sum"] }, None));
        Assert.Equal(3m, shipped.Number("quantity"));
    }

    [SkippableFact]
    public async Task A_quotation_is_cancelled()
    {
        var order = await QuotationAsync(await PartnerAsync("buyer"), await ProductAsync("A"));

        await Client.CallAsync(Admin, new OdooCall { Model = "sale.order", Method = "action_cancel", Arguments = [new[] { order }], Named = new Dictionary<string, object?> { ["context"] = new Dictionary<string, object?> { ["disable_cancel_warning"] = true } }, IsRead = false }, None);

        Assert.Equal("cancel", (await ReadAsync("sale.order", order, "state")).Text("state"));
    }

    [SkippableFact]
    public async Task A_confirmed_purchase_has_a_receipt()
    {
        var product = await ProductAsync("A");
        var purchase = await CreateAsync("purchase.order", new()
        {
            ["partner_id"] = await PartnerAsync("vendor"),
            ["order_line"] = new object?[] { new object?[] { 0, 0, new Dictionary<string, object?> { ["product_id"] = product, ["product_qty"] = 7, ["price_unit"] = 3, ["date_planned"] = "2031-04-05 06:07:08", ["tax_ids"] = Replace() } } },
        });
        Assert.Equal(("draft", 21m), (await ReadAsync("purchase.order", purchase, "state", "amount_untaxed")) is var draft ? (draft.Text("state"), draft.Number("amount_untaxed")) : default);

        await CallAsync("purchase.order", "button_confirm", new[] { purchase });

        var row = await ReadAsync("purchase.order", purchase, "state", "name", "picking_ids", "date_approve");
        Assert.Equal("purchase", row.Text("state"));
        Assert.NotNull(row.Moment("date_approve"));
        var picking = await ReadAsync("stock.picking", Assert.Single(row.Links("picking_ids")), "picking_type_code", "origin", "state");
        Assert.Equal(("incoming", row.Text("name"), "assigned"), (picking.Text("picking_type_code"), picking.Text("origin"), picking.Text("state")));
        var line = Assert.Single(await FindAsync("purchase.order.line", OdooDomain.Where("order_id", "=", purchase), "id", "date_planned", "qty_received", "product_qty", "product_uom_id"));
        Assert.Equal((7m, 0m, "2031-04-05 06:07:08"), (line.Number("product_qty"), line.Number("qty_received"), line.Text("date_planned")));
    }

    [SkippableFact]
    public async Task A_posted_invoice_is_open_until_it_is_paid()
    {
        var partner = await PartnerAsync("buyer");
        var product = await ProductAsync("A");
        var invoice = await CreateAsync("account.move", new()
        {
            ["move_type"] = "out_invoice",
            ["partner_id"] = partner,
            ["invoice_date"] = "2026-03-04",
            ["invoice_line_ids"] = new object?[] { new object?[] { 0, 0, new Dictionary<string, object?> { ["product_id"] = product, ["quantity"] = 2, ["price_unit"] = 15, ["tax_ids"] = Replace() } } },
        });

        await CallAsync("account.move", "action_post", new[] { invoice });

        var row = await ReadAsync("account.move", invoice, "state", "payment_state", "amount_total", "amount_residual", "invoice_date", "name");
        Assert.Equal(("posted", "not_paid", 30m, 30m), (row.Text("state"), row.Text("payment_state"), row.Number("amount_total"), row.Number("amount_residual")));
        Assert.Equal(new DateOnly(2026, 3, 4), row.Date("invoice_date"));
        Assert.StartsWith("INV/2026/", row.Text("name"), StringComparison.Ordinal);
        var line = Assert.Single(await FindAsync("account.move.line", OdooDomain.Where("move_id", "=", invoice).And("display_type", "=", "product"), "id", "quantity", "price_subtotal", "display_type"));
        Assert.Equal((2m, 30m, "product"), (line.Number("quantity"), line.Number("price_subtotal"), line.Text("display_type")));
    }

    private static (decimal OnHand, decimal Free) Stock(OdooRow product) => (product.Number("qty_available"), product.Number("free_qty"));

    private OdooGrouping Grouping(string[] by, string[] sums, string? order = null)
        => new() { Model = "sale.order", Domain = OdooDomain.Where("client_order_ref", "=", Mark), GroupBy = by, Aggregates = sums, Order = order };

    private Task<IReadOnlyList<OdooRow>> GroupAsync(string[] by, string[] sums, string? order = null)
        => Client.ReadGroupAsync(Admin, Grouping(by, sums, order), None);

    /// <summary>10 and 20 in January and 30 in February for the first customer, 40 in January for the second.</summary>
    private async Task<(int First, int Second)> FourOrdersAsync()
    {
        var (first, second, product) = (await PartnerAsync("first"), await PartnerAsync("second"), await ProductAsync("A"));
        foreach (var (partner, amount, month) in new[] { (first, 10, 1), (first, 20, 1), (first, 30, 2), (second, 40, 1) })
        {
            await QuotationAsync(partner, product, 1, amount, new() { ["client_order_ref"] = Mark, ["commitment_date"] = new DateTimeOffset(2031, month, 15, 12, 0, 0, TimeSpan.Zero) });
        }

        return (first, second);
    }
}
