using System.Text.Json;
using Xunit;

namespace Copilot.Tests.Sandbox;

/// <summary>Reading, names, field descriptions and quantities.</summary>
public sealed class ReadTests(ReadOnlyWire shared) : IClassFixture<ReadOnlyWire>
{
    [Theory]
    [InlineData("sale.order", "read", """[[3, 1, 2]], {"fields": ["name"]}""", """[{"id":3,"name":"S00003"},{"id":1,"name":"S00001"},{"id":2,"name":"S00002"}]""")]
    [InlineData("sale.order", "read", """[1], {"fields": ["name"]}""", """[{"id":1,"name":"S00001"}]""")]
    [InlineData("sale.order", "read", """[[1, 999999]], {"fields": ["name"]}""", """[{"id":1,"name":"S00001"}]""")]
    [InlineData("sale.order", "read", """[[999999]], {"fields": ["name"]}""", "[]")]
    [InlineData("sale.order", "read", """[[1]], {"fields": ["partner_id", "validity_date", "amount_total", "date_order"]}""", """[{"id":1,"partner_id":[4,"Nordlicht Logistik GmbH"],"validity_date":false,"amount_total":1000.0,"date_order":"2026-10-05 08:00:00"}]""")]
    [InlineData("sale.order", "read", """[[1]], {"fields": ["partner_id", "order_line"], "load": null}""", """[{"id":1,"partner_id":4,"order_line":[1]}]""")]
    [InlineData("sale.order", "read", """[[1]], {"fields": ["partner_id"], "load": ""}""", """[{"id":1,"partner_id":4}]""")]
    [InlineData("sale.order", "read", """[[1]], {"fields": ["picking_ids", "delivery_count", "invoice_ids", "tag_ids"]}""", """[{"id":1,"picking_ids":[1],"delivery_count":1,"invoice_ids":[1],"tag_ids":[1,2]}]""")]
    [InlineData("sale.order", "search", """[[]], {"offset": 1, "limit": 2, "order": "id asc"}""", "[2,3]")]
    [InlineData("sale.order", "search_count", """[[]], {"limit": 3}""", "3")]
    [InlineData("sale.order", "search_read", """[[["name", "=", "NOPE"]]], {"fields": ["name"]}""", "[]")]
    [InlineData("sale.order", "exists", "[[1, 77]]", "[1]")]
    [InlineData("res.partner", "name_search", """[], {"name": "nordlicht", "operator": "ilike", "limit": 3}""", """[[4,"Nordlicht Logistik GmbH"],[7,"Nordlicht Logistik GmbH, Edwin Hansen"]]""")]
    [InlineData("product.product", "read", """[[1]], {"fields": ["display_name", "name", "list_price", "categ_id", "uom_id"]}""", """[{"id":1,"display_name":"[GLV-NIT-L] Nitrile gloves, large","name":"Nitrile gloves, large","list_price":10.0,"categ_id":[2,"All / Gloves"],"uom_id":[1,"Units"]}]""")]
    [InlineData("product.product", "read", """[[1]], {"fields": ["qty_available", "free_qty", "incoming_qty", "outgoing_qty", "virtual_available"]}""", """[{"id":1,"qty_available":52.0,"free_qty":42.0,"incoming_qty":100.0,"outgoing_qty":10.0,"virtual_available":142.0}]""")]
    [InlineData("product.product", "read", """[[1]], {"fields": ["qty_available"], "context": {"warehouse_id": 2}}""", """[{"id":1,"qty_available":7.0}]""")]
    [InlineData("product.product", "read", """[[1]], {"fields": ["qty_available"], "context": {"warehouse": 1}}""", """[{"id":1,"qty_available":45.0}]""")]
    [InlineData("product.product", "read", """[[1]], {"fields": ["qty_available"], "context": {"location": 3}}""", """[{"id":1,"qty_available":5.0}]""")]
    [InlineData("product.product", "read", """[[1]], {"fields": ["qty_available"], "context": {"allowed_company_ids": [2]}}""", """[{"id":1,"qty_available":7.0}]""")]
    [InlineData("stock.quant", "read", """[[1]], {"fields": ["available_quantity", "location_id", "product_uom_id", "warehouse_id"]}""", """[{"id":1,"available_quantity":30.0,"location_id":[2,"LYO/Stock"],"product_uom_id":[1,"Units"],"warehouse_id":[1,"Lyon Central"]}]""")]
    [InlineData("res.partner", "read", """[[4]], {"fields": ["credit", "total_invoiced", "sale_order_count", "child_ids", "company_type", "comment"]}""", """[{"id":4,"credit":700.0,"total_invoiced":1000.0,"sale_order_count":2,"child_ids":[7],"company_type":"company","comment":false}]""")]
    [InlineData("stock.picking", "read", """[[1, 2]], {"fields": ["sale_id", "purchase_id", "picking_type_code", "products_availability_state"]}""", """[{"id":1,"sale_id":[1,"S00001"],"purchase_id":false,"picking_type_code":"outgoing","products_availability_state":"available"},{"id":2,"sale_id":false,"purchase_id":[1,"P00001"],"picking_type_code":"incoming","products_availability_state":false}]""")]
    [InlineData("mail.activity", "read", """[[1]], {"fields": ["res_name", "state", "user_id"]}""", """[{"id":1,"res_name":"LYO/OUT/00001","state":"overdue","user_id":[6,"Bram de Wit"]}]""")]
    [InlineData("purchase.order", "read", """[[1]], {"fields": ["picking_ids", "receipt_status"]}""", """[{"id":1,"picking_ids":[2],"receipt_status":"pending"}]""")]
    [InlineData("stock.picking.type", "read", """[[2]], {"fields": ["display_name", "count_picking_ready"]}""", """[{"id":2,"display_name":"Lyon Central: Delivery Orders","count_picking_ready":1}]""")]
    [InlineData("helpdesk.ticket", "read", """[[1]], {"fields": ["display_name"]}""", """[{"id":1,"display_name":"Boxes crushed (#1042)"}]""")]
    [InlineData("res.users", "read", """[[3]], {"fields": ["login", "password", "name", "email"]}""", """[{"id":3,"login":"sales-rep","password":"","name":"Sofia Marin","email":"sales-rep@example.com"}]""")]
    [InlineData("res.users", "context_get", "[]", """{"lang":"en_US","tz":"Europe/Paris","uid":2}""")]
    [InlineData("account.move", "check_access_rights", """["read"], {"raise_exception": false}""", "true")]
    [InlineData("account.move", "has_access", """[[], "read"]""", "true")]
    [InlineData("sale.order", "check_access_rule", """[[1], "read"]""", "None")]
    [InlineData("sale.order", "default_get", """[["state", "partner_id", "company_id", "user_id"]]""", """{"state":"draft","company_id":1}""")]
    public async Task The_answer_has_Odoos_shape(string model, string method, string arguments, string answer)
        => Assert.Equal(answer, await shared.Wire.AskAsync(TinyCompany.Admin, model, method, arguments));

    [Fact]
    public async Task Fields_tell_their_type_label_and_choices()
    {
        var answer = JsonDocument.Parse(await shared.Wire.AskAsync(TinyCompany.Admin, "sale.order", "fields_get", """[["state", "partner_id"]], {"attributes": ["string", "type", "relation", "required", "readonly", "selection"]}""")).RootElement;
        Assert.Equal("""{"readonly":false,"relation":"res.partner","required":true,"string":"Customer","type":"many2one"}""", answer.GetProperty("partner_id").GetRawText());
        Assert.Equal("""{"readonly":true,"required":false,"selection":[["draft","Quotation"],["sent","Quotation Sent"],["sale","Sales Order"],["cancel","Cancelled"]],"string":"Status","type":"selection"}""", answer.GetProperty("state").GetRawText());
    }

    [Fact]
    public async Task Reading_without_fields_gives_every_field_but_secrets()
    {
        var answer = JsonDocument.Parse(await shared.Wire.AskAsync(TinyCompany.Admin, "res.users", "read", "[[3]]")).RootElement[0];
        Assert.True(answer.TryGetProperty("login", out _));
        Assert.False(answer.TryGetProperty("password", out _));
    }
}
