using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Testing.Odoo.Actions;

/// <summary>What is done to stock and transfers.</summary>
public abstract class OdooStockActionContract(OdooServerUnderTest server) : OdooContract(server)
{
    [SkippableFact]
    public async Task Free_stock_is_reserved_and_released_again()
    {
        using var trial = new ActionTrial(Server);
        var product = await ProductAsync("A");
        await StockAsync(product, await ShelfAsync(), 3);
        var (transfer, name) = await DeliveryAsync(product, 5);

        var (draft, outcome, _) = await trial.CarryOutAsync(Admin, "odoo.reserve_stock", new JsonObject { ["transfer"] = name });

        Assert.Equal(3m, await ReservedAsync(transfer));
        Assert.Contains("3 of 5", outcome.Summary, StringComparison.Ordinal);
        Assert.Contains(draft.Warnings, w => w.Contains("stays short", StringComparison.Ordinal));
        await trial.CarryOutAsync(outcome.Undo!, Admin);
        Assert.Equal(0m, await ReservedAsync(transfer));
    }

    [SkippableFact]
    public async Task Stock_that_somebody_else_took_meanwhile_is_not_promised_twice()
    {
        using var trial = new ActionTrial(Server);
        var product = await ProductAsync("A");
        await StockAsync(product, await ShelfAsync(), 4);
        var (first, name) = await DeliveryAsync(product, 4);
        var (second, _) = await DeliveryAsync(product, 4);
        var draft = await trial.DraftAsync(Admin, "odoo.reserve_stock", new JsonObject { ["transfer"] = name });
        await CallAsync("stock.picking", "action_assign", new[] { second });

        var outcome = await trial.ExecuteAsync(ActionTrial.Approved(draft, Admin));

        Assert.Equal(ActionOutcomeKind.NotDone, outcome.Kind);
        Assert.Contains("still free", outcome.Summary, StringComparison.Ordinal);
        Assert.Equal((0m, 4m), (await ReservedAsync(first), await ReservedAsync(second)));
    }

    [SkippableFact]
    public async Task Reserved_stock_goes_from_one_delivery_to_another()
    {
        using var trial = new ActionTrial(Server);
        var product = await ProductAsync("A");
        await StockAsync(product, await ShelfAsync(), 5);
        var (from, giver) = await DeliveryAsync(product, 5);
        await CallAsync("stock.picking", "action_assign", new[] { from });
        var (to, taker) = await DeliveryAsync(product, 3);

        var (draft, _, _) = await trial.CarryOutAsync(
            Admin, "odoo.reallocate_stock", new JsonObject { ["transfers"] = new JsonArray(taker, giver) }, $"give {taker} the stock reserved for {giver}");

        Assert.Equal((2m, 3m), (await ReservedAsync(from), await ReservedAsync(to)));
        Assert.Equal(1, draft.Confidence);
        Assert.Contains(draft.Warnings, w => w.Contains($"{giver}", StringComparison.Ordinal) && w.Contains("2 of 5", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_delivery_is_split_into_what_is_there_and_what_is_not()
    {
        using var trial = new ActionTrial(Server);
        var (a, b) = (await ProductAsync("A"), await ProductAsync("B"));
        await StockAsync(a, await ShelfAsync(), 2);
        var order = await CreateAsync("sale.order", new() { ["partner_id"] = await PartnerAsync("buyer"), ["order_line"] = new object?[] { Line(a, 5, 10), Line(b, 1, 10) } });
        await CallAsync("sale.order", "action_confirm", new[] { order });
        var picking = Assert.Single((await ReadAsync("sale.order", order, "picking_ids")).Links("picking_ids"));
        await CallAsync("stock.picking", "action_assign", new[] { picking });
        var name = (await ReadAsync("sale.order", order, "name")).Text("name")!;

        await trial.CarryOutAsync(Admin, "odoo.split_shipment", new JsonObject { ["order"] = name });

        var rest = Assert.Single(await FindAsync("stock.picking", OdooDomain.Where("backorder_id", "=", picking), null, "state", "sale_id", "origin"));
        Assert.Equal((order, name), (rest.Link("sale_id")!.Value.Id, rest.Text("origin")));
        Assert.Contains(rest.Text("state"), new[] { "confirmed", "waiting" });
        Assert.Equal("assigned", (await ReadAsync("stock.picking", picking, "state")).Text("state"));
        Assert.Equal([(a, 2m)], await WantedAsync(picking));
        Assert.Equal([(a, 3m), (b, 1m)], await WantedAsync(rest.Id));
        Assert.Equal(5m, (await FindAsync("sale.order.line", OdooDomain.Where("order_id", "=", order).And("product_id", "=", a), null, "product_uom_qty"))[0].Number("product_uom_qty"));
    }

    [SkippableFact]
    public async Task Goods_are_sent_from_one_warehouse_to_another()
    {
        using var trial = new ActionTrial(Server);
        var product = await ProductAsync("A");
        var (from, to) = (await WarehouseAsync(), await WarehouseAsync());
        await StockAsync(product, from.Stock, 4);

        var (draft, _, order) = await trial.CarryOutAsync(
            Admin,
            "odoo.internal_transfer",
            new JsonObject { ["product"] = $"{Mark}-A", ["quantity"] = 3, ["warehouses"] = new JsonArray(from.Code, to.Code) },
            $"transfer 3 from {from.Code} to {to.Code}");

        var made = Assert.Single(await FindAsync("stock.picking", OdooDomain.Where("origin", "=", order.Reference), null, "state", "location_id", "location_dest_id"));
        Assert.Equal(("assigned", from.Stock, to.Stock), (made.Text("state"), made.Link("location_id")!.Value.Id, made.Link("location_dest_id")!.Value.Id));
        Assert.Equal(3m, await ReservedAsync(made.Id));
        Assert.Equal(1, draft.Confidence);
    }

    [SkippableFact]
    public async Task A_count_is_requested_and_no_quantity_changes()
    {
        using var trial = new ActionTrial(Server);
        var product = await ProductAsync("A");
        await StockAsync(product, await ShelfAsync(), 4);

        var (_, _, order) = await trial.CarryOutAsync(Admin, "odoo.request_count", new JsonObject { ["product"] = $"{Mark}-A", ["day"] = "2031-05-06" });

        Assert.Equal(4m, (await ReadAsync("product.product", product, "qty_available")).Number("qty_available"));
        if (Server.Version >= 15)
        {
            Assert.Equal(new DateOnly(2031, 5, 6), Assert.Single(await FindAsync("stock.quant", OdooDomain.Where("product_id", "=", product).And("location_id.usage", "=", "internal"), null, "inventory_date")).Date("inventory_date"));
        }
        else
        {
            Assert.Equal("draft", Assert.Single(await FindAsync("stock.inventory", OdooDomain.Where("name", "ilike", order.Reference), null, "state")).Text("state"));
        }
    }

    private async Task<int> ShelfAsync()
        => (await Client.SearchReadAsync(Admin, new OdooQuery { Model = "stock.warehouse", Domain = OdooDomain.All, Fields = ["lot_stock_id"], Order = "id", Limit = 1 }, None)).Rows[0].Link("lot_stock_id")!.Value.Id;

    private async Task<(string Code, int Stock)> WarehouseAsync()
    {
        var code = "Q" + new string(Random.Shared.GetItems<char>("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 4));
        var id = await CreateAsync("stock.warehouse", new() { ["name"] = $"{Mark} {code}", ["code"] = code });
        return (code, (await ReadAsync("stock.warehouse", id, "lot_stock_id")).Link("lot_stock_id")!.Value.Id);
    }

    /// <summary>The delivery of a confirmed order over one product.</summary>
    private async Task<(int Id, string Name)> DeliveryAsync(int product, double quantity)
    {
        var order = await QuotationAsync(await PartnerAsync("buyer"), product, quantity);
        await CallAsync("sale.order", "action_confirm", new[] { order });
        var picking = Assert.Single((await ReadAsync("sale.order", order, "picking_ids")).Links("picking_ids"));
        await CallAsync("stock.picking", "do_unreserve", new[] { picking });
        return (picking, (await ReadAsync("stock.picking", picking, "name")).Text("name")!);
    }

    private async Task<decimal> ReservedAsync(int transfer)
        => (await FindAsync("stock.move", OdooDomain.Where("picking_id", "=", transfer), null, "quantity")).Sum(m => m.Number("quantity"));

    private async Task<IReadOnlyList<(int Product, decimal Quantity)>> WantedAsync(int transfer)
        => [.. (await FindAsync("stock.move", OdooDomain.Where("picking_id", "=", transfer).And("state", "!=", "cancel"), null, "product_id", "product_uom_qty")).Select(m => (m.Link("product_id")!.Value.Id, m.Number("product_uom_qty"))).Order()];
}
