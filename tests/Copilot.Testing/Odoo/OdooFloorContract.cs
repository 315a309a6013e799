using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.Testing.Odoo;

/// <summary>The tools of purchasing, inventory, warehouse and service on records of a real day: bought, received, counted, reordered.</summary>
public abstract class OdooFloorContract(OdooServerUnderTest server) : OdooContract(server)
{
    /// <summary>Every tool, with nothing said and with its other views.</summary>
    public static TheoryData<string, string> Calls { get; } = new()
    {
        { "odoo.purchase_orders", "{}" },
        { "odoo.purchase_orders", """{"show":"unconfirmed"}""" },
        { "odoo.purchase_orders", """{"show":"all","count":50}""" },
        { "odoo.supplier_performance", "{}" },
        { "odoo.supplier_prices", """{"show":"raised","from":"2020-01-01"}""" },
        { "odoo.supplier_prices", """{"show":"lowered","group":"product","count":50}""" },
        { "odoo.replenishment", """{"show":"all","count":50}""" },
        { "odoo.replenishment", """{"show":"soon"}""" },
        { "odoo.aged_stock", "{}" },
        { "odoo.aged_stock", """{"show":"excess"}""" },
        { "odoo.aged_stock", """{"show":"dead","count":50}""" },
        { "odoo.inventory_value", "{}" },
        { "odoo.inventory_value", """{"group":"category"}""" },
        { "odoo.inventory_value", """{"group":"product","count":50}""" },
        { "odoo.inventory_variance", """{"from":"2020-01-01","count":50}""" },
        { "odoo.data_quality", "{}" },
        { "odoo.warehouse_work", "{}" },
        { "odoo.warehouse_work", """{"show":"exceptions","count":50}""" },
        { "odoo.warehouse_work", """{"show":"documents"}""" },
        { "odoo.warehouse_work", """{"show":"waves"}""" },
        { "odoo.warehouse_work", """{"show":"load"}""" },
        { "odoo.arrivals", """{"from":"2020-01-01","to":"2035-01-01","count":50}""" },
        { "odoo.arrivals", """{"show":"backlog"}""" },
        { "odoo.arrivals", """{"show":"came","from":"2020-01-01"}""" },
        { "odoo.ticket", "{}" },
        { "odoo.similar_cases", """{"problem":"damaged cartons on arrival"}""" },
    };

    [SkippableTheory]
    [MemberData(nameof(Calls))]
    public async Task The_tool_answers_with_figures_that_its_evidence_holds(string tool, string arguments)
    {
        var result = await RunAsync(tool, arguments);

        Assert.True(result.Outcome == ToolOutcome.Ok, result.Reason);
        Assert.Empty(FigureCheck.Unsupported(result));
        Assert.True(result.Findings.Count > 0 || !string.IsNullOrEmpty(result.Reason));
    }

    [SkippableFact]
    public async Task A_server_without_helpdesk_is_said_to_have_none()
    {
        var has = await Client.HasModelAsync(Admin, "helpdesk.ticket", None);

        var result = await RunAsync("odoo.ticket", "{}");

        Assert.Equal(has, result.Found);
        Assert.Equal(has ? null : "This Odoo has no helpdesk, so there are no tickets to look at.", result.Reason);
    }

    [SkippableFact]
    public async Task A_purchase_is_a_draft_then_confirmed_then_expected_and_can_be_promised()
    {
        var (product, code) = (await ProductAsync("A"), $"{Mark}-A");
        var planned = new DateOnly(2031, 4, 5);
        var purchase = await CreateAsync("purchase.order", new()
        {
            ["partner_id"] = await PartnerAsync("vendor"),
            ["order_line"] = new object?[] { new object?[] { 0, 0, new Dictionary<string, object?> { ["product_id"] = product, ["product_qty"] = 7, ["price_unit"] = 3, ["date_planned"] = "2031-04-05 06:07:08", ["tax_ids"] = Replace() } } },
        });
        var name = (await ReadAsync("purchase.order", purchase, "name")).Text("name")!;

        Assert.Contains("is a draft that was not sent", await HeadlineAsync("odoo.purchase_orders", new JsonObject { ["order"] = name }), StringComparison.Ordinal);

        await CallAsync("purchase.order", "button_confirm", new[] { purchase });

        Assert.Contains("is confirmed and not received yet", await HeadlineAsync("odoo.purchase_orders", new JsonObject { ["order"] = name }), StringComparison.Ordinal);
        Assert.Contains("1 receipt is expected", await HeadlineAsync("odoo.arrivals", new JsonObject { ["product"] = code, ["on"] = "2031-04-05" }), StringComparison.Ordinal);
        Assert.StartsWith("No: ", await HeadlineAsync("odoo.availability", new JsonObject { ["product"] = code, ["quantity"] = 7, ["by"] = "2031-04-04" }), StringComparison.Ordinal);
        Assert.StartsWith("Yes", await HeadlineAsync("odoo.availability", new JsonObject { ["product"] = code, ["quantity"] = 7, ["by"] = $"{planned:yyyy-MM-dd}" }), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_purchase_price_that_rose_is_told_with_both_orders_and_what_it_cost()
    {
        var product = await ProductAsync("A");
        var supplier = await PartnerAsync("vendor");
        var orders = new List<string>();
        foreach (var price in (decimal[])[5, 6])
        {
            var purchase = await CreateAsync("purchase.order", new()
            {
                ["partner_id"] = supplier,
                ["order_line"] = new object?[] { new object?[] { 0, 0, new Dictionary<string, object?> { ["product_id"] = product, ["product_qty"] = 7, ["price_unit"] = price, ["tax_ids"] = Replace() } } },
            });
            await CallAsync("purchase.order", "button_confirm", new[] { purchase });
            orders.Add((await ReadAsync("purchase.order", purchase, "name")).Text("name")!);
        }

        var result = await RunAsync("odoo.supplier_prices", new JsonObject { ["product"] = $"{Mark}-A", ["show"] = "raised" }.ToJsonString());

        var item = Assert.Single(result.Findings, f => f.Role == FindingRole.Item).Text;
        Assert.Contains("up 20 %", item, StringComparison.Ordinal);
        Assert.Contains("7.00 more on 2 purchases", item, StringComparison.Ordinal);
        Assert.All(orders, o => Assert.Contains(o, item, StringComparison.Ordinal));
        Assert.Empty(FigureCheck.Unsupported(result));
        await CreateAsync("product.supplierinfo", new() { ["partner_id"] = supplier, ["product_tmpl_id"] = (await ReadAsync("product.product", product, "product_tmpl_id")).Link("product_tmpl_id")!.Value.Id, ["price"] = 6.5m });
        var offer = await RunAsync("odoo.supplier_prices", new JsonObject { ["product"] = $"{Mark}-A" }.ToJsonString());
        Assert.Contains($"6.00 with {orders[1]}", Assert.Single(offer.Findings, f => f.Role == FindingRole.Item).Text, StringComparison.Ordinal);
        Assert.StartsWith("No purchase price", await HeadlineAsync("odoo.supplier_prices", new JsonObject { ["product"] = $"{Mark}-A", ["show"] = "lowered" }), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_was_paid_last_is_the_price_after_its_discount()
    {
        var fields = await CallAsync("purchase.order.line", "fields_get", (object)new[] { "discount" });
        Skip.IfNot(fields is { } read && read.TryGetProperty("discount", out _), "purchase lines have a discount from Odoo 17 on");
        var product = await ProductAsync("A");
        var supplier = await PartnerAsync("vendor");
        var purchase = await CreateAsync("purchase.order", new()
        {
            ["partner_id"] = supplier,
            ["order_line"] = new object?[] { new object?[] { 0, 0, new Dictionary<string, object?> { ["product_id"] = product, ["product_qty"] = 4, ["price_unit"] = 12, ["discount"] = 25, ["tax_ids"] = Replace() } } },
        });
        await CallAsync("purchase.order", "button_confirm", new[] { purchase });
        var order = (await ReadAsync("purchase.order", purchase, "name")).Text("name");
        await CreateAsync("product.supplierinfo", new() { ["partner_id"] = supplier, ["product_tmpl_id"] = (await ReadAsync("product.product", product, "product_tmpl_id")).Link("product_tmpl_id")!.Value.Id, ["price"] = 11m });

        var result = await RunAsync("odoo.supplier_prices", new JsonObject { ["product"] = $"{Mark}-A" }.ToJsonString());

        Assert.Contains(result.Findings, f => f.Text.Contains("9.00", StringComparison.Ordinal) && f.Text.Contains(order!, StringComparison.Ordinal));
        Assert.Empty(FigureCheck.Unsupported(result));
    }

    [SkippableFact]
    public async Task A_place_that_holds_less_than_nothing_is_found_in_its_warehouse_alone()
    {
        var product = await ProductAsync("A");
        var houses = await FindAsync("stock.warehouse", OdooDomain.All, "id", "lot_stock_id", "code");
        var shelf = houses[0].Link("lot_stock_id")!.Value;
        await StockAsync(product, shelf.Id, -4);
        string In(OdooRow house) => new JsonObject { ["show"] = "negative", ["product"] = $"{Mark}-A", ["warehouse"] = house.Text("code") }.ToJsonString();

        var result = await RunAsync("odoo.stock", In(houses[0]));

        var item = Assert.Single(result.Findings, f => f.Role == FindingRole.Item).Text;
        Assert.Contains("-4 Units", item, StringComparison.Ordinal);
        Assert.Contains(shelf.Name, item, StringComparison.Ordinal);
        Assert.Empty(FigureCheck.Unsupported(result));
        Assert.StartsWith("No place", (await RunAsync("odoo.stock", In(houses[1]))).Findings[0].Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_bin_holds_what_was_put_there_and_its_aisle_no_neighbour()
    {
        var (product, other) = (await ProductAsync("A"), await ProductAsync("B"));
        var houses = await FindAsync("stock.warehouse", OdooDomain.All, "id", "lot_stock_id", "code");
        var shelf = houses[0].Link("lot_stock_id")!.Value;
        Task<int> BinAsync(string name) => CreateAsync("stock.location", new() { ["name"] = name, ["location_id"] = shelf.Id, ["usage"] = "internal" });
        await StockAsync(product, await BinAsync($"{Mark}-01-02"), 4);
        await StockAsync(other, await BinAsync($"{Mark}X-01-02"), 7);
        await BinAsync($"{Mark}-01-03");
        Task<ToolResult> AskAsync(string location, int house) => RunAsync("odoo.stock", new JsonObject { ["location"] = location, ["warehouse"] = houses[house].Text("code") }.ToJsonString());

        var bin = await AskAsync($"{Mark}-01-02", 0);
        var aisle = await AskAsync(Mark, 0);
        var empty = await AskAsync($"{Mark}-01-03", 0);

        Assert.All(new[] { bin, aisle, empty }, r => Assert.True(r.Found, r.Reason));
        Assert.Contains($"{Mark}-01-02 holds 4 Units of {Mark}-A", bin.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains($"{Mark}-01-02 holds 4 Units of {Mark}-A", aisle.Findings[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("Nothing is booked in", empty.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains("no storage location called", (await AskAsync($"{Mark}-01-02", 1)).Reason, StringComparison.Ordinal);
        Assert.Empty(FigureCheck.Unsupported(bin));
    }

    [SkippableFact]
    public async Task A_counted_difference_is_found_with_its_person_and_place()
    {
        var product = await ProductAsync("A");
        var shelf = (await FindAsync("stock.warehouse", OdooDomain.All, "id", "lot_stock_id"))[0].Link("lot_stock_id")!.Value;

        await CountAsync(product, shelf.Id, 10);

        var result = await RunAsync("odoo.inventory_variance", new JsonObject { ["product"] = $"{Mark}-A" }.ToJsonString());
        var item = Assert.Single(result.Findings, f => f.Role == FindingRole.Item);
        Assert.Contains("10 Units more than booked", item.Text, StringComparison.Ordinal);
        Assert.Contains(shelf.Name, item.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Stock_is_worth_its_quantity_times_the_cost_and_what_others_own_is_not_counted()
    {
        var product = await ProductAsync("A");
        var shelf = (await FindAsync("stock.warehouse", OdooDomain.All, "id", "lot_stock_id"))[0].Link("lot_stock_id")!.Value.Id;
        await CallAsync("product.product", "write", new[] { product }, new Dictionary<string, object?> { ["standard_price"] = 12.5 });
        await StockAsync(product, shelf, 8);
        await StockAsync(product, shelf, 5, owner: await PartnerAsync("owner"));

        var result = await RunAsync("odoo.inventory_value", new JsonObject { ["product"] = $"{Mark}-A" }.ToJsonString());

        Assert.Empty(FigureCheck.Unsupported(result));
        Assert.Contains("100.00 at cost now", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Item && f.Text.Contains("8 Units", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Stock_without_a_cost_and_stock_below_nothing_are_said()
    {
        var product = await ProductAsync("A");
        var site = (await FindAsync("stock.warehouse", OdooDomain.All, "id", "lot_stock_id", "company_id"))[0];
        var warehouse = site.Link("lot_stock_id")!.Value.Id;
        var shelf = await CreateAsync("stock.location", new() { ["name"] = Mark, ["location_id"] = warehouse, ["usage"] = "internal", ["company_id"] = site.Link("company_id")!.Value.Id });
        await StockAsync(product, warehouse, 9);
        await StockAsync(product, shelf, -2);

        var result = await RunAsync("odoo.inventory_value", new JsonObject { ["product"] = $"{Mark}-A" }.ToJsonString());

        Assert.Empty(FigureCheck.Unsupported(result));
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Caveat && f.Text.Contains("has no cost in Odoo and counts as nothing", StringComparison.Ordinal));
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Caveat && f.Text.Contains("2 Units less than nothing", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_rule_below_its_minimum_proposes_what_the_server_proposes()
    {
        var product = await ProductAsync("A");
        var warehouse = (await FindAsync("stock.warehouse", OdooDomain.All, "id", "lot_stock_id"))[0];
        var rule = await CreateAsync("stock.warehouse.orderpoint", new()
        {
            ["product_id"] = product,
            ["warehouse_id"] = warehouse.Id,
            ["location_id"] = warehouse.Link("lot_stock_id")!.Value.Id,
            ["product_min_qty"] = 5,
            ["product_max_qty"] = 12,
        });

        var result = await RunAsync("odoo.replenishment", new JsonObject { ["product"] = $"{Mark}-A" }.ToJsonString());

        var proposed = Assert.Single(result.Evidence, e => e.Id == $"calc:reorder:{rule}");
        Assert.Equal((await ReadAsync("stock.warehouse.orderpoint", rule, "qty_to_order")).Number("qty_to_order"), decimal.Parse(proposed.Calculation!.Result.Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("12", proposed.Calculation.Result.Value);
    }

    [SkippableFact]
    public async Task A_salesperson_without_the_right_learns_nothing_of_purchases()
    {
        var call = new ToolCall { Id = "a", Tool = "odoo.purchase_orders", Arguments = [] };
        var result = await Server.Tool(call.Tool).RunAsync(Context(Salesperson), call, Permits.For(call, Salesperson), None);

        Assert.Equal(ToolOutcome.Denied, result.Outcome);
        Assert.Empty(result.Evidence);
    }

    private async Task<string> HeadlineAsync(string tool, JsonObject arguments)
    {
        var result = await RunAsync(tool, arguments.ToJsonString());
        Assert.Empty(FigureCheck.Unsupported(result));
        return result.Findings.Count > 0 ? result.Findings[0].Text : result.Reason ?? result.QuestionBack ?? string.Empty;
    }

    private async Task<ToolResult> RunAsync(string tool, string arguments)
    {
        var call = new ToolCall { Id = "a", Tool = tool, Arguments = (JsonObject)JsonNode.Parse(arguments)! };
        return await Server.Tool(tool).RunAsync(Context(Admin), call, Permits.For(call, Admin), None);
    }

    private static ToolContext Context(Caller caller) => new() { Caller = caller, TurnId = "t", Question = "a question", Now = TimeProvider.System.GetUtcNow() };

    private async Task CountAsync(int product, int location, double quantity)
    {
        var counted = await Client.CallAsync(
            Admin,
            new OdooCall
            {
                Model = "stock.quant",
                Method = "create",
                Arguments = [new Dictionary<string, object?> { ["product_id"] = product, ["location_id"] = location, ["inventory_quantity"] = quantity }],
                Named = new Dictionary<string, object?> { ["context"] = new Dictionary<string, object?> { ["inventory_mode"] = true } },
                IsRead = false,
            },
            None);
        if (Server.Version >= 15)
        {
            await CallAsync("stock.quant", "action_apply_inventory", new[] { counted!.Value.GetInt32() });
        }
    }
}
