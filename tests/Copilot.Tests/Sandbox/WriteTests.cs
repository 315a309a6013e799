using Xunit;

namespace Copilot.Tests.Sandbox;

/// <summary>Creating, changing, deleting and the buttons, each on a company of its own.</summary>
public sealed class WriteTests : IAsyncLifetime
{
    private Wire wire = null!;

    public async Task InitializeAsync() => wire = await Wire.StartAsync();

    public async Task DisposeAsync() => await wire.DisposeAsync();

    [Fact]
    public async Task A_new_order_gets_number_price_and_totals()
    {
        Assert.Equal("5", await Ask("sale.order", "create", """[{"partner_id": 4, "client_order_ref": "PO-77", "order_line": [[0, 0, {"product_id": 1, "product_uom_qty": 3}]]}]"""));
        Assert.Equal("""[{"id":5,"name":"S00005","state":"draft","order_line":[5],"amount_untaxed":30.0,"amount_total":30.0,"margin":12.0,"warehouse_id":[1,"Lyon Central"],"user_id":[3,"Sofia Marin"],"date_order":"2026-11-21 10:00:00"}]""",
            await Ask("sale.order", "read", """[[5]], {"fields": ["name", "state", "order_line", "amount_untaxed", "amount_total", "margin", "warehouse_id", "user_id", "date_order"]}"""));
    }

    [Fact]
    public async Task A_list_of_values_creates_a_list_of_records()
        => Assert.Equal("[1,2]", await Ask("res.partner.category", "create", """[[{"name": "T1"}, {"name": "T2"}]]"""));

    [Fact]
    public async Task Line_commands_update_add_and_delete()
    {
        await Ask("sale.order", "write", """[[3], {"client_order_ref": "PO-78", "order_line": [[1, 3, {"product_uom_qty": 5}], [0, 0, {"display_type": "line_note", "name": "before noon"}]]}]""");
        Assert.Equal("""[{"id":3,"client_order_ref":"PO-78","order_line":[3,5],"amount_total":50.0}]""", await Ask("sale.order", "read", """[[3], ["client_order_ref", "order_line", "amount_total"]]"""));
        await Ask("sale.order", "write", """[[3], {"order_line": [[2, 5, 0]], "client_order_ref": false}]""");
        Assert.Equal("""[{"id":3,"client_order_ref":false,"order_line":[3]}]""", await Ask("sale.order", "read", """[[3], ["client_order_ref", "order_line"]]"""));
    }

    [Theory]
    [InlineData("[[6, 0, [2]]]", "[2]")]
    [InlineData("[[3, 1, 0]]", "[2]")]
    [InlineData("[[3, 1, 0], [4, 1, 0]]", "[2,1]")]
    [InlineData("[[5, 0, 0]]", "[]")]
    [InlineData("[[0, 0, {\"name\": \"New\"}]]", "[1,2,3]")]
    [InlineData("[2]", "[2]")]
    [InlineData("false", "[]")]
    public async Task Link_commands_change_the_set(string commands, string after)
    {
        await Ask("sale.order", "write", $$"""[[1], {"tag_ids": {{commands}}}]""");
        Assert.Equal($$"""[{"id":1,"tag_ids":{{after}}}]""", await Ask("sale.order", "read", """[[1], ["tag_ids"]]"""));
    }

    [Theory]
    [InlineData("sale.order", "create", "[{}]", "odoo.exceptions.ValidationError: The operation cannot be completed: Missing required value for the field 'Customer' (partner_id).\nModel: 'Sales Order' (sale.order)\n- create/update: a mandatory field is not set\n- delete: another model requires the record being deleted, you can archive it instead\n")]
    [InlineData("sale.order", "create", """[{"partner_id": 4, "nosuch": 1}]""", "builtins.ValueError: Invalid field 'nosuch' in 'sale.order'")]
    [InlineData("res.partner", "create", """[{"name": "x", "type": "nosuch"}]""", "builtins.ValueError: Wrong value for res.partner.type: 'nosuch'")]
    [InlineData("sale.order", "create", """[{"partner_id": 999999}]""", "odoo.exceptions.MissingError: Record does not exist or has been deleted.\n(Record: res.partner(999999,), User: 2)")]
    [InlineData("sale.order.line", "create", """[{"order_id": 1, "product_id": 1, "product_uom_qty": "abc"}]""", "builtins.ValueError: could not convert string to float: 'abc'")]
    [InlineData("sale.order", "create", """[{"partner_id": 4, "date_order": "21/11/2026"}]""", "builtins.ValueError: time data '21/11/2026' does not match format '%Y-%m-%d'")]
    [InlineData("sale.order", "create", """[{"partner_id": 4, "date_order": "2026-11-21T10:00:00Z"}]""", "builtins.ValueError: time data '2026-11-21T10:00:00Z' does not match format '%Y-%m-%d %H:%M:%S'")]
    [InlineData("sale.order", "write", """[[999999], {"client_order_ref": "x"}]""", "odoo.exceptions.MissingError: Record does not exist or has been deleted.\n(Record: sale.order(999999,), User: 2)")]
    [InlineData("sale.order", "unlink", "[[999999]]", "odoo.exceptions.MissingError: Record does not exist or has been deleted.\n(Record: sale.order(999999,), User: 2)")]
    [InlineData("sale.order", "action_confirm", "[[999999]]", "odoo.exceptions.MissingError: Record does not exist or has been deleted.\n(Record: sale.order(999999,), User: 2)")]
    [InlineData("sale.order", "action_confirm", "[[1]]", "odoo.exceptions.UserError: Some orders are not in a state requiring confirmation.")]
    [InlineData("sale.order", "unlink", "[[1]]", "odoo.exceptions.UserError: You can not delete a sent quotation or a confirmed sales order. You must first cancel it.")]
    [InlineData("res.partner", "write", """[[4], {"parent_id": 4}]""", "odoo.exceptions.ValidationError: You cannot create recursive Partner hierarchies.")]
    [InlineData("stock.warehouse", "create", """[{"name": "X", "code": "LYO", "company_id": 1}]""", "odoo.exceptions.ValidationError: The operation cannot be completed: The short name of the warehouse must be unique per company!")]
    [InlineData("uom.uom", "unlink", "[[1]]", "odoo.exceptions.UserError: The following units of measure are used by the system and cannot be deleted: Units\nYou can archive them instead.")]
    [InlineData("res.partner", "unlink", "[[4]]", "odoo.exceptions.UserError: The partner cannot be deleted because it is used in Accounting")]
    public async Task A_refusal_has_Odoos_words(string model, string method, string arguments, string fault)
        => Assert.Equal(fault, await wire.FaultAsync(TinyCompany.Admin, model, method, arguments));

    [Fact]
    public async Task A_refused_call_leaves_nothing_behind()
    {
        await wire.FaultAsync(TinyCompany.Admin, "sale.order", "create", """[[{"partner_id": 4, "order_line": [[0, 0, {"product_id": 1}]]}, {"partner_id": 999999}]]""");
        await wire.FaultAsync(TinyCompany.Admin, "sale.order", "write", """[[1], {"client_order_ref": "x", "tag_ids": [[6, 0, []]], "partner_id": 999999}]""");
        Assert.Equal("4", await Ask("sale.order", "search_count", "[[]]"));
        Assert.Equal("4", await Ask("sale.order.line", "search_count", "[[]]"));
        Assert.Equal("""[{"id":1,"client_order_ref":"NL_100%","tag_ids":[1,2]}]""", await Ask("sale.order", "read", """[[1], ["client_order_ref", "tag_ids"]]"""));
        Assert.Equal("[2,1]", await Ask("sale.order", "search", """[[["tag_ids", "in", [2]]]]"""));
    }

    [Fact]
    public async Task A_confirmed_order_is_delivered_and_the_rest_waits()
    {
        await Ask("sale.order", "write", """[[3], {"order_line": [[1, 3, {"product_uom_qty": 60}]]}]""");
        Assert.Equal("true", await Ask("sale.order", "action_confirm", "[[3]]"));
        Assert.Equal("""[{"id":3,"state":"sale","picking_ids":[3],"delivery_count":1,"invoice_status":"no"}]""", await Ask("sale.order", "read", """[[3], ["state", "picking_ids", "delivery_count", "invoice_status"]]"""));
        Assert.Equal("""[{"id":3,"name":"LYO/OUT/00002","state":"assigned","origin":"S00003"}]""", await Ask("stock.picking", "read", """[[3], ["name", "state", "origin"]]"""));
        Assert.Equal("""[{"id":3,"product_uom_qty":60.0,"quantity":35.0,"state":"partially_available"}]""", await Ask("stock.move", "search_read", """[[["picking_id", "=", 3]], ["product_uom_qty", "quantity", "state"]]"""));
        Assert.Contains("stock.backorder.confirmation", await Ask("stock.picking", "button_validate", "[[3]]"), StringComparison.Ordinal);
        Assert.Equal("true", await Ask("stock.picking", "button_validate", """[[3]], {"context": {"skip_backorder": true}}"""));
        Assert.Equal("""[{"id":3,"name":"LYO/OUT/00002","state":"done","backorder_id":false},{"id":4,"name":"LYO/OUT/00003","state":"confirmed","backorder_id":[3,"LYO/OUT/00002"]}]""",
            await Ask("stock.picking", "search_read", """[[["origin", "=", "S00003"]], ["name", "state", "backorder_id"]], {"order": "id"}"""));
        Assert.Equal("""[{"id":3,"qty_delivered":35.0}]""", await Ask("sale.order.line", "read", """[[3], ["qty_delivered"]]"""));
        Assert.Equal("""[{"id":1,"qty_available":10.0}]""", await Ask("product.product", "read", """[[1], ["qty_available"]], {"context": {"warehouse_id": 1}}"""));
    }

    [Fact]
    public async Task A_receipt_brings_stock_and_tells_the_order()
    {
        Assert.Equal("2", await Ask("purchase.order", "create", """[{"partner_id": 9, "order_line": [[0, 0, {"product_id": 2, "product_qty": 10, "price_unit": 1.5}]]}]"""));
        Assert.Equal("true", await Ask("purchase.order", "button_confirm", "[[2]]"));
        Assert.Equal("""[{"id":2,"name":"P00002","state":"purchase","picking_ids":[3],"amount_total":15.0}]""", await Ask("purchase.order", "read", """[[2], ["name", "state", "picking_ids", "amount_total"]]"""));
        Assert.Equal("true", await Ask("stock.picking", "button_validate", "[[3]]"));
        Assert.Equal("""[{"id":2,"qty_received":10.0}]""", await Ask("purchase.order.line", "read", """[[2], ["qty_received"]]"""));
        Assert.Equal("""[{"id":2,"qty_available":110.0}]""", await Ask("product.product", "read", """[[2], ["qty_available"]]"""));
        Assert.Contains("some receptions", await wire.FaultAsync(TinyCompany.Admin, "purchase.order", "button_cancel", "[[2]]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_gives_reserved_stock_back()
    {
        await Ask("sale.order", "action_confirm", "[[3]]");
        Assert.Equal("""[{"id":1,"free_qty":17.0}]""", await Ask("product.product", "read", """[[1], ["free_qty"]]"""));
        Assert.Equal("true", await Ask("sale.order", "action_cancel", "[[3]]"));
        Assert.Equal("""[{"id":1,"free_qty":42.0}]""", await Ask("product.product", "read", """[[1], ["free_qty"]]"""));
        Assert.Equal("true", await Ask("sale.order", "unlink", "[[3]]"));
        Assert.Equal("0", await Ask("sale.order.line", "search_count", """[[["order_id", "=", 3]]]"""));
    }

    [Fact]
    public async Task A_posted_invoice_gets_number_and_dates()
    {
        Assert.Equal("3", await Ask("account.move", "create", """[{"move_type": "out_invoice", "partner_id": 4, "invoice_line_ids": [[0, 0, {"product_id": 1, "quantity": 2}]]}]"""));
        Assert.Equal("false", await Ask("account.move", "action_post", "[[3]]"));
        Assert.Equal("""[{"id":3,"name":"INV/2026/00002","state":"posted","invoice_date":"2026-11-21","amount_total":20.0,"amount_residual":20.0}]""",
            await Ask("account.move", "read", """[[3], ["name", "state", "invoice_date", "amount_total", "amount_residual"]]"""));
    }

    [Fact]
    public async Task A_message_keeps_markup_as_text_unless_told_otherwise()
    {
        Assert.Equal("[1]", await Ask("sale.order", "message_post", """[[1]], {"body": "a < b & c"}"""));
        Assert.Equal("[2]", await Ask("sale.order", "message_post", """[[1]], {"body": "<p>kept</p>", "body_is_html": true, "message_type": "comment", "subtype_xmlid": "mail.mt_note"}"""));
        Assert.Equal("""[{"id":1,"body":"<p>a &lt; b &amp; c</p>","message_type":"notification","subtype_id":[2,"Note"]},{"id":2,"body":"<p>kept</p>","message_type":"comment","subtype_id":[2,"Note"]}]""",
            System.Text.RegularExpressions.Regex.Unescape(await Ask("mail.message", "read", """[[1, 2], ["body", "message_type", "subtype_id"]]""")));
    }

    [Fact]
    public async Task An_activity_is_scheduled_and_done()
    {
        Assert.Equal("[3]", await Ask("sale.order", "activity_schedule", """[[1]], {"summary": "Call customer", "date_deadline": "2026-12-01", "user_id": 2}"""));
        Assert.Equal("""[{"id":3,"res_name":"S00001","summary":"Call customer","state":"planned"}]""", await Ask("mail.activity", "read", """[[3], ["res_name", "summary", "state"]]"""));
        Assert.Equal("1", await Ask("mail.activity", "action_feedback", """[[3]], {"feedback": "done"}"""));
        Assert.Equal("0", await Ask("mail.activity", "search_count", """[[["id", "=", 3]]]"""));
    }

    [Fact]
    public async Task A_write_is_stamped_with_time_and_user()
    {
        await wire.AskAsync(TinyCompany.Sofia, "sale.order", "write", """[[1], {"client_order_ref": "NEW"}]""");
        Assert.Equal("""[{"id":1,"write_uid":[3,"Sofia Marin"],"write_date":"2026-11-21 10:00:00"}]""", await Ask("sale.order", "read", """[[1], ["write_uid", "write_date"]]"""));
        Assert.Equal("[1]", await Ask("sale.order", "search", """[[["write_uid", "=", 3], ["write_date", "=", "2026-11-21 10:00:00"]]]"""));
        Assert.Equal("[]", await Ask("sale.order", "search", """[[["write_date", ">", "2026-11-21 10:00:00"]]]"""));
    }

    [Fact]
    public async Task A_product_of_its_own_makes_its_template()
    {
        Assert.Equal("3", await Ask("product.product", "create", """[{"name": "Label", "default_code": "LBL-1", "list_price": 4}]"""));
        Assert.Equal("""[{"id":3,"display_name":"[LBL-1] Label","product_tmpl_id":[3,"[LBL-1] Label"],"list_price":4.0}]""", await Ask("product.product", "read", """[[3], ["display_name", "product_tmpl_id", "list_price"]]"""));
        await Ask("product.product", "write", """[[3], {"list_price": 5}]""");
        Assert.Equal("""[{"id":3,"list_price":5.0}]""", await Ask("product.template", "read", """[[3], ["list_price"]]"""));
    }

    [Fact]
    public async Task A_copied_order_is_a_draft_with_the_same_lines()
    {
        Assert.Equal("[5]", await Ask("sale.order", "copy", "[[1]]"));
        Assert.Equal("""[{"id":5,"name":"S00005","state":"draft","amount_total":1000.0,"picking_ids":[]}]""", await Ask("sale.order", "read", """[[5], ["name", "state", "amount_total", "picking_ids"]]"""));
    }

    private Task<string> Ask(string model, string method, string arguments) => wire.AskAsync(TinyCompany.Admin, model, method, arguments);
}
