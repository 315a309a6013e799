using System.Text.Json;
using Copilot.Odoo.Client;
using Copilot.Testing.Odoo;
using Xunit;

namespace Copilot.Tests.Odoo.Client;

/// <summary>Words of Odoo 19 asked of an Odoo 14.</summary>
public sealed class OdooDialectTests
{
    [Theory]
    [InlineData("stock.lot", 14, "stock.production.lot")]
    [InlineData("stock.lot", 15, "stock.production.lot")]
    [InlineData("stock.lot", 16, "stock.lot")]
    [InlineData("stock.package", 18, "stock.quant.package")]
    [InlineData("sale.order", 14, "sale.order")]
    public void A_model_has_the_name_of_its_version(string now, int version, string server)
    {
        Assert.Equal(server, new OdooDialect(version).Model(now));
        Assert.Equal(now, new OdooDialect(version).ModelNow(server));
    }

    [Fact]
    public async Task Fields_are_asked_and_answered_in_the_words_of_today()
    {
        await using var bench = await Old();
        bench.Server.Answer = _ => new[] { new { id = 4, product_uom = new object[] { 1, "Units" }, tax_id = new[] { 2 } } };

        var row = Assert.Single(await bench.Client.ReadAsync(bench.Anna, "sale.order.line", [4], ["product_uom_id", "tax_ids", "order_id.x", "nosuch"], default));

        Assert.Equal("""{"fields":["product_uom","tax_id","id"]}""", Named(bench, "sale.order.line.read", "fields"));
        Assert.Equal((1, "Units"), row.Link("product_uom_id"));
        Assert.Equal([2], row.Links("tax_ids"));
        Assert.False(row.Has("product_uom"));
        Assert.False(row.Has("nosuch"));
        Assert.Contains(bench.Logged, l => l.StartsWith("3007 ", StringComparison.Ordinal) && l.Contains("nosuch", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("product_uom_id", "=", 1, """[["product_uom","=",1]]""")]
    [InlineData("product_id.is_storable", "=", true, """[["product_id.type","=","product"]]""")]
    [InlineData("product_id.is_storable", "!=", true, """[["product_id.type","!=","product"]]""")]
    [InlineData("product_id.type", "=", "consu", """[["product_id.type","in",["consu","product"]]]""")]
    [InlineData("product_id.type", "=", "service", """[["product_id.type","=","service"]]""")]
    [InlineData("order_id.state", "=", "sale", """[["order_id.state","in",["sale","done"]]]""")]
    [InlineData("order_id.state", "!=", "sale", """[["order_id.state","not in",["sale","done"]]]""")]
    [InlineData("order_id.locked", "=", true, """[["order_id.state","=","done"]]""")]
    [InlineData("order_id.picking_ids.move_ids.state", "=", "done", """[["order_id.picking_ids.move_lines.state","=","done"]]""")]
    [InlineData("nosuch.field", "=", 1, """[["nosuch.field","=",1]]""")]
    public async Task Paths_and_values_of_a_domain_are_translated(string field, string op, object value, string expected)
    {
        await using var bench = await Old();
        bench.Server.Answer = _ => 3;

        await bench.Client.CountAsync(bench.Anna, "sale.order.line", OdooDomain.Where(field, op, value), default);

        Assert.Equal(expected, Assert.Single(bench.Server.Of("sale.order.line.search_count")).Positional[0].GetRawText());
    }

    [Fact]
    public async Task A_condition_that_becomes_two_stays_one_operand()
    {
        await using var bench = await Old();
        bench.Server.Answer = _ => 3;

        await bench.Client.CountAsync(bench.Anna, "account.move.line", OdooDomain.Where("display_type", "=", "product").Or("id", "=", 5), default);

        Assert.Equal(
            """["|","\u0026",["exclude_from_invoice_tab","=",false],["display_type","=",false],["id","=",5]]""",
            Assert.Single(bench.Server.Of("account.move.line.search_count")).Positional[0].GetRawText());
    }

    [Theory]
    [InlineData("assigned", 0, 4, 4, false)]
    [InlineData("assigned", 3, 4, 4, true)]
    [InlineData("done", 3, 0, 3, true)]
    public async Task A_quantity_is_what_was_done_or_else_what_is_reserved(string state, int done, int reserved, int expected, bool picked)
    {
        await using var bench = await Old();
        bench.Server.Answer = _ => new[] { new { id = 1, state, quantity_done = done, reserved_availability = reserved } };

        var row = Assert.Single(await bench.Client.ReadAsync(bench.Anna, "stock.move", [1], ["quantity", "picked"], default));

        Assert.Equal((expected, picked), ((int)row.Number("quantity"), row.Flag("picked")));
        Assert.False(row.Has("state"));
    }

    [Fact]
    public async Task Order_and_groups_stand_on_older_columns()
    {
        await using var bench = await Old();
        bench.Server.Answer = c => c.Method == "read_group"
            ? new[] { new { product_uom = new object[] { 1, "Units" }, state = "done", agg_0 = 12.5, __count = 3 } }
            : Array.Empty<object>();

        await bench.SearchAsync(new OdooQuery { Model = "sale.order.line", Domain = OdooDomain.All, Fields = ["id"], Order = "product_uom_id desc, id" });
        var group = Assert.Single(await bench.Client.ReadGroupAsync(
            bench.Anna,
            new OdooGrouping { Model = "sale.order.line", Domain = OdooDomain.All, GroupBy = ["product_uom_id", "state"], Aggregates = ["price_subtotal:sum"], Order = "price_subtotal desc" },
            default));

        Assert.Equal("product_uom desc, id", Assert.Single(bench.Server.Of("sale.order.line.search_read")).Named.GetProperty("order").GetString());
        var call = Assert.Single(bench.Server.Of("sale.order.line.read_group"));
        Assert.Equal("""[[],["agg_0:sum(price_subtotal)"],["product_uom","state"]]""", call.Positional.GetRawText());
        Assert.Equal(("agg_0 desc", false), (call.Named.GetProperty("orderby").GetString(), call.Named.GetProperty("lazy").GetBoolean()));
        Assert.Equal((1, "Units"), group.Link("product_uom_id"));
        Assert.Equal(("sale", 12.5m, 12.5m, 3), (group.Text("state"), group.Number("price_subtotal"), group.Number("price_subtotal:sum"), group.Whole("__count")));
    }

    [Fact]
    public async Task Groups_that_are_one_today_are_brought_together()
    {
        await using var bench = await Old();
        bench.Server.Answer = _ => new[]
        {
            new { state = "draft", agg_0 = 1.0, agg_1 = 1.0, __count = 1 },
            new { state = "sale", agg_0 = 10.0, agg_1 = 7.0, __count = 2 },
            new { state = "done", agg_0 = 5.0, agg_1 = 5.0, __count = 1 },
        };

        var groups = await bench.Client.ReadGroupAsync(bench.Anna, new OdooGrouping { Model = "sale.order.line", Domain = OdooDomain.All, GroupBy = ["state"], Aggregates = ["price_subtotal:sum", "price_subtotal:max"] }, default);
        var averages = await bench.Client.ReadGroupAsync(bench.Anna, new OdooGrouping { Model = "sale.order.line", Domain = OdooDomain.All, GroupBy = ["state"], Aggregates = ["price_subtotal:avg", "price_subtotal:max"] }, default);

        Assert.Equal([("draft", 1, 1m, 1m), ("sale", 3, 15m, 7m)], groups.Select(g => (g.Text("state")!, g.Whole("__count"), g.Number("price_subtotal:sum"), g.Number("price_subtotal:max"))));
        Assert.Equal(3, averages.Count);
    }

    [Fact]
    public async Task A_month_is_the_day_it_starts_in_the_callers_zone()
    {
        await using var bench = await Old();
        bench.Server.Answer = _ => new[] { new Dictionary<string, object?> { ["date_order:month"] = "octobre 2026", ["__count"] = 2, ["__domain"] = new object[] { "&", new[] { "date_order", ">=", "2026-09-30 22:00:00" }, new[] { "date_order", "<", "2026-10-31 23:00:00" } } } };

        var group = Assert.Single(await bench.Client.ReadGroupAsync(bench.Anna, new OdooGrouping { Model = "sale.order", Domain = OdooDomain.All, GroupBy = ["date_order:month"] }, default));

        Assert.Equal(new DateOnly(2026, 10, 1), group.Date("date_order:month"));
        Assert.Equal("Europe/Paris", Assert.Single(bench.Server.Of("sale.order.read_group")).Context.GetProperty("tz").GetString());
    }

    [Fact]
    public async Task Written_values_are_translated_down_to_the_lines()
    {
        await using var bench = await Old();
        bench.Server.Answer = _ => 1;
        var line = new Dictionary<string, object?> { ["product_uom_id"] = 1, ["tax_ids"] = new object?[] { new object?[] { 6, 0, Array.Empty<int>() } } };

        await CreateAsync(bench, "sale.order", new() { ["order_line"] = new object?[] { new object?[] { 0, 0, line } } });
        await CreateAsync(bench, "product.product", new() { ["is_storable"] = true, ["type"] = "consu", ["name"] = "x" });

        Assert.Equal("""[{"order_line":[[0,0,{"product_uom":1,"tax_id":[[6,0,[]]]}]]}]""", Assert.Single(bench.Server.Of("sale.order.create")).Positional.GetRawText());
        Assert.Equal("""[{"type":"product","name":"x"}]""", Assert.Single(bench.Server.Of("product.product.create")).Positional.GetRawText());
    }

    [Fact]
    public async Task A_value_nobody_can_write_there_is_refused_and_an_unknown_one_reaches_the_server()
    {
        await using var bench = await Old();
        bench.Server.Answer = _ => 1;

        Assert.Equal(OdooFault.BadCall, (await Assert.ThrowsAsync<OdooException>(() => CreateAsync(bench, "sale.order", new() { ["locked"] = true }))).Fault);
        await CreateAsync(bench, "sale.order", new() { ["nosuch"] = 1 });

        Assert.Equal("""[{"nosuch":1}]""", Assert.Single(bench.Server.Of("sale.order.create")).Positional.GetRawText());
    }

    [Fact]
    public async Task The_words_of_today_pass_unchanged()
    {
        await using var bench = await OdooClientBench.StartAsync();
        bench.Server.Fields["sale.order"] = new() { ["state"] = "selection", ["date_order"] = "datetime", ["amount_total"] = "monetary" };
        bench.Server.Answer = c => c.Method == "search_count" ? 1 : new[] { new Dictionary<string, object?> { ["date_order:month"] = new[] { "2026-09-30 22:00:00", "October 2026" }, ["amount_total:sum"] = 7.5, ["__count"] = 1 } };

        await bench.Client.CountAsync(bench.Anna, "sale.order", OdooDomain.Where("state", "=", "sale"), default);
        var group = Assert.Single(await bench.Client.ReadGroupAsync(bench.Anna, new OdooGrouping { Model = "sale.order", Domain = OdooDomain.All, GroupBy = ["date_order:month"], Aggregates = ["amount_total:sum"], Order = "amount_total desc" }, default));

        Assert.Equal("""[["state","=","sale"]]""", Assert.Single(bench.Server.Of("sale.order.search_count")).Positional[0].GetRawText());
        var named = Assert.Single(bench.Server.Of("sale.order.formatted_read_group")).Named;
        Assert.Equal(("""["date_order:month"]""", """["amount_total:sum","__count"]""", "amount_total:sum desc"), (named.GetProperty("groupby").GetRawText(), named.GetProperty("aggregates").GetRawText(), named.GetProperty("order").GetString()));
        Assert.Equal((new DateOnly(2026, 10, 1), 7.5m), (group.Date("date_order:month"), group.Number("amount_total")));
    }

    private static Task<JsonElement?> CreateAsync(OdooClientBench bench, string model, Dictionary<string, object?> values)
        => bench.Client.CallAsync(bench.Anna, new OdooCall { Model = model, Method = "create", Arguments = [values], IsRead = false }, default);

    private static string Named(OdooClientBench bench, string what, string member)
        => $$"""{"{{member}}":{{Assert.Single(bench.Server.Of(what)).Named.GetProperty(member).GetRawText()}}}""";

    private static async Task<OdooClientBench> Old()
    {
        var bench = await OdooClientBench.StartAsync(14);
        var fields = bench.Server.Fields;
        fields["sale.order"] = new() { ["state"] = "selection", ["date_order"] = "datetime", ["picking_ids"] = "one2many stock.picking", ["order_line"] = "one2many sale.order.line" };
        fields["sale.order.line"] = new() { ["order_id"] = "many2one sale.order", ["product_id"] = "many2one product.product", ["product_uom"] = "many2one uom.uom", ["tax_id"] = "many2many account.tax", ["price_subtotal"] = "monetary", ["state"] = "selection" };
        fields["stock.picking"] = new() { ["move_lines"] = "one2many stock.move" };
        fields["stock.move"] = new() { ["state"] = "selection", ["quantity_done"] = "float", ["reserved_availability"] = "float", ["product_uom_qty"] = "float" };
        fields["product.product"] = new() { ["type"] = "selection", ["name"] = "char" };
        fields["account.move.line"] = new() { ["display_type"] = "selection", ["exclude_from_invoice_tab"] = "boolean" };
        fields["account.tax"] = new() { ["name"] = "char" };
        return bench;
    }
}
