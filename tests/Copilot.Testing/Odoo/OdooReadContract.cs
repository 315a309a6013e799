using System.Text.Json;
using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Testing.Odoo;

/// <summary>The shapes of what is read, and what the server says about its fields.</summary>
public abstract class OdooReadContract(OdooServerUnderTest server) : OdooContract(server)
{
    [SkippableFact]
    public async Task A_row_holds_its_id_and_what_was_asked_for()
    {
        var id = await PartnerAsync("alone");

        var row = Single(await RawAsync("res.partner", "search_read", [new[] { new[] { "name", "ilike", Mark } }], new() { ["fields"] = new[] { "name", "city" } }));

        Assert.Equal(["city", "id", "name"], row.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(id, row.GetProperty("id").GetInt32());
    }

    [SkippableFact]
    public async Task Empty_is_false_for_all_but_numbers_and_lists()
    {
        var id = await PartnerAsync("bare");
        string[] fields = ["city", "parent_id", "vat", "supplier_rank", "child_ids", "category_id", "is_company"];

        var row = Single(await RawAsync("res.partner", "read", [new[] { id }], new() { ["fields"] = fields }));

        Assert.Equal(["false", "false", "false", "0", "[]", "[]", "false"], fields.Select(f => row.GetProperty(f).GetRawText()));
    }

    [SkippableFact]
    public async Task An_empty_moment_is_false()
    {
        var order = await QuotationAsync(await PartnerAsync("buyer"), await ProductAsync("A"));

        Assert.Equal(JsonValueKind.False, (await ReadAsync("sale.order", order, "commitment_date")).Raw("commitment_date")!.Value.ValueKind);
    }

    [SkippableFact]
    public async Task A_link_is_id_and_name()
    {
        var parent = await PartnerAsync("parent", new() { ["is_company"] = true });
        var row = await ReadAsync("res.partner", await PartnerAsync("child", new() { ["parent_id"] = parent }), "parent_id", "display_name");

        Assert.Equal((parent, $"{Mark} parent"), row.Link("parent_id"));
        Assert.Equal($"{Mark} parent, {Mark} child", row.Text("display_name"));
        Assert.Equal([row.Id], (await ReadAsync("res.partner", parent, "child_ids")).Links("child_ids"));
    }

    [SkippableFact]
    public async Task A_product_is_named_with_its_code()
    {
        var product = await ProductAsync("A");

        Assert.Equal($"[{Mark}-A] {Mark} A", (await ReadAsync("product.product", product, "display_name")).Text("display_name"));
    }

    [SkippableFact]
    public async Task Moments_and_days_come_back_as_written()
    {
        var order = await QuotationAsync(await PartnerAsync("buyer"), await ProductAsync("A"), more: new() { ["commitment_date"] = new DateTimeOffset(2031, 5, 6, 9, 8, 7, TimeSpan.FromHours(2)), ["validity_date"] = new DateOnly(2031, 6, 7) });

        var row = await ReadAsync("sale.order", order, "commitment_date", "validity_date", "date_order");

        Assert.Equal("2031-05-06 07:08:07", row.Text("commitment_date"));
        Assert.Equal(new DateTimeOffset(2031, 5, 6, 7, 8, 7, TimeSpan.Zero), row.Moment("commitment_date"));
        Assert.Equal("2031-06-07", row.Text("validity_date"));
        Assert.NotNull(row.Moment("date_order"));
    }

    [SkippableFact]
    public async Task Links_come_bare_when_names_are_not_loaded()
    {
        var parent = await PartnerAsync("parent", new() { ["is_company"] = true });
        var child = await PartnerAsync("child", new() { ["parent_id"] = parent });

        var row = Single(await RawAsync("res.partner", "read", [new[] { child }], new() { ["fields"] = new[] { "parent_id" }, ["load"] = null }));

        Assert.Equal(parent, row.GetProperty("parent_id").GetInt32());
    }

    [SkippableFact]
    public async Task Rows_come_in_the_order_of_the_ids()
    {
        int[] ids = [await PartnerAsync("1"), await PartnerAsync("2"), await PartnerAsync("3")];

        var rows = await Client.ReadAsync(Admin, "res.partner", [ids[2], ids[0], ids[1]], ["name"], None);

        Assert.Equal([ids[2], ids[0], ids[1]], rows.Select(r => r.Id));
    }

    [SkippableFact]
    public async Task A_missing_record_is_left_out()
    {
        var id = await PartnerAsync("there");

        Assert.Equal(id, Assert.Single(await Client.ReadAsync(Admin, "res.partner", [id, 99999999], ["name"], None)).Id);
        Assert.Empty(await Client.ReadAsync(Admin, "res.partner", [99999999], ["name"], None));
    }

    [SkippableFact]
    public async Task A_field_the_server_does_not_have_is_left_out_by_the_client()
    {
        var row = await ReadAsync("res.partner", await PartnerAsync("there"), "name", "no_such_field");

        Assert.True(row.Has("name"));
        Assert.False(row.Has("no_such_field"));
    }

    [SkippableFact]
    public async Task Fields_are_described()
    {
        var fields = await Client.CallAsync(
            Admin,
            new OdooCall { Model = "sale.order", Method = "fields_get", Named = new Dictionary<string, object?> { ["allfields"] = new[] { "state", "partner_id", "amount_total", "order_line" }, ["attributes"] = new[] { "type", "relation", "string", "required", "selection" } }, IsRead = true },
            None);

        var state = fields!.Value.GetProperty("state");
        Assert.Equal("selection", state.GetProperty("type").GetString());
        Assert.Contains("sale", state.GetProperty("selection").EnumerateArray().Select(s => s[0].GetString()));
        var partner = fields.Value.GetProperty("partner_id");
        Assert.Equal(("many2one", "res.partner", true), (partner.GetProperty("type").GetString(), partner.GetProperty("relation").GetString(), partner.GetProperty("required").GetBoolean()));
        Assert.Equal("monetary", fields.Value.GetProperty("amount_total").GetProperty("type").GetString());
        Assert.Equal(("one2many", "sale.order.line"), (fields.Value.GetProperty("order_line").GetProperty("type").GetString(), fields.Value.GetProperty("order_line").GetProperty("relation").GetString()));
        Assert.Equal(4, fields.Value.EnumerateObject().Count());
    }

    [SkippableFact]
    public async Task Models_are_known_or_not()
    {
        Assert.True(await Client.HasModelAsync(Admin, "sale.order", None));
        Assert.True(await Client.HasModelAsync(Admin, "stock.lot", None));
        Assert.False(await Client.HasModelAsync(Admin, "no.such.model", None));
    }

    [SkippableFact]
    public async Task Older_names_are_read_as_those_of_today()
    {
        var product = await ProductAsync("A", price: 12.5m);
        var vendor = await PartnerAsync("vendor");
        await CreateAsync("product.supplierinfo", new() { ["partner_id"] = vendor, ["product_id"] = product, ["product_tmpl_id"] = (await ReadAsync("product.product", product, "product_tmpl_id")).Link("product_tmpl_id")!.Value.Id, ["price"] = 4.5, ["min_qty"] = 10, ["delay"] = 21 });

        var row = await ReadAsync("product.product", product, "type", "is_storable", "lst_price", "uom_id");
        var supply = Assert.Single(await FindAsync("product.supplierinfo", OdooDomain.Where("partner_id", "=", vendor).And("product_id.is_storable", "=", true), "partner_id", "partner_id", "price", "delay", "product_uom_id"));

        Assert.Equal(("consu", true, 12.5m), (row.Text("type"), row.Flag("is_storable"), row.Number("lst_price")));
        Assert.Equal(vendor, supply.Link("partner_id")!.Value.Id);
        Assert.Equal((4.5m, 21), (supply.Number("price"), supply.Whole("delay")));
        Assert.Equal(row.Link("uom_id")!.Value.Id, supply.Link("product_uom_id")!.Value.Id);
    }

    [SkippableFact]
    public async Task The_address_of_a_record_is_one_a_browser_opens()
    {
        await Client.CountAsync(Admin, "res.partner", OdooDomain.All, None);

        Assert.StartsWith(Server.Address.ToString(), Client.RecordUri(new Contracts.RecordRef("sale.order", 5)), StringComparison.Ordinal);
    }

    private static JsonElement Single(JsonElement answer) => Assert.Single(answer.GetProperty("result").EnumerateArray());
}
