using Xunit;

namespace Copilot.Tests.Sandbox;

/// <summary>The domain language, operator by operator, as the admin asks.</summary>
public sealed class DomainTests(ReadOnlyWire shared) : IClassFixture<ReadOnlyWire>
{
    [Theory]
    [InlineData("sale.order", "[]", "4,3,2,1")]
    [InlineData("sale.order", """[["state", "=", "sale"]]""", "4,2,1")]
    [InlineData("sale.order", """[["state", "!=", "sale"]]""", "3")]
    [InlineData("sale.order", """[["state", "in", ["sale", "draft"]], ["company_id", "=", 1]]""", "3,2,1")]
    [InlineData("sale.order", """[["state", "not in", ["sale"]]]""", "3")]
    [InlineData("sale.order", """["&", ["state", "=", "sale"], ["company_id", "=", 2]]""", "4")]
    [InlineData("sale.order", """["|", ["name", "=", "S00001"], ["name", "=", "S00003"]]""", "3,1")]
    [InlineData("sale.order", """["!", ["name", "=", "S00001"]]""", "4,3,2")]
    [InlineData("sale.order", """["!", "|", ["name", "=", "S00001"], ["name", "=", "S00003"], ["company_id", "=", 1]]""", "2")]
    [InlineData("sale.order", """[[1, "=", 1]]""", "4,3,2,1")]
    [InlineData("sale.order", """[[0, "=", 1]]""", "")]
    [InlineData("sale.order", """[["amount_total", ">", 100], ["amount_total", "<=", 500]]""", "3,2")]
    [InlineData("sale.order", """[["amount_total", ">=", "1000"]]""", "1")]
    [InlineData("sale.order", """[["amount_total", "in", [100, 250.0]]]""", "4,3")]
    [InlineData("sale.order", """[["id", "in", [1, 2, 99]]]""", "2,1")]
    [InlineData("sale.order", """[["id", ">", 2]]""", "4,3")]
    [InlineData("sale.order", """[["id", "not in", [1]]]""", "4,3,2")]
    [InlineData("sale.order", """[["id", "=", false]]""", "")]
    [InlineData("sale.order", """[["user_id", "=", false]]""", "3")]
    [InlineData("sale.order", """[["user_id", "!=", false]]""", "4,2,1")]
    [InlineData("sale.order", """[["user_id", "=", null]]""", "3")]
    [InlineData("sale.order", """[["user_id", "!=", 3]]""", "3,2")]
    [InlineData("sale.order", """[["user_id", "in", [3, false]]]""", "4,3,1")]
    [InlineData("sale.order", """[["user_id", "not in", [3]]]""", "3,2")]
    [InlineData("sale.order", """[["user_id", "not in", [3, false]]]""", "2")]
    [InlineData("sale.order", """[["user_id", "=?", false]]""", "4,3,2,1")]
    [InlineData("sale.order", """[["user_id", "=?", 4]]""", "2")]
    [InlineData("sale.order", """[["partner_id", "ilike", "nordlicht"]]""", "4,1")]
    [InlineData("sale.order", """[["partner_id", "not ilike", "nordlicht"]]""", "3,2")]
    [InlineData("sale.order", """[["partner_id", "=", "Van Houten BV"]]""", "2")]
    [InlineData("sale.order", """[["partner_id", "ilike", "C-004"]]""", "4,1")]
    [InlineData("sale.order", """[["partner_id.country_id.code", "=", "DE"]]""", "4,1")]
    [InlineData("sale.order", """[["partner_id.country_id.code", "in", ["FR"]]]""", "3,2")]
    [InlineData("sale.order", """[["order_line.product_uom_qty", ">", 40]]""", "2,1")]
    [InlineData("sale.order", """[["order_line", "any", [["product_uom_qty", "=", 25]]]]""", "3")]
    [InlineData("sale.order", """[["order_line", "not any", [["product_uom_qty", "=", 25]]]]""", "4,2,1")]
    [InlineData("sale.order", """[["partner_id", "any", [["name", "like", "Houten"]]]]""", "2")]
    [InlineData("sale.order", """[["tag_ids", "=", 1]]""", "1")]
    [InlineData("sale.order", """[["tag_ids", "in", [2]]]""", "2,1")]
    [InlineData("sale.order", """[["tag_ids", "not in", [1]]]""", "4,3,2")]
    [InlineData("sale.order", """[["tag_ids", "=", false]]""", "4,3")]
    [InlineData("sale.order", """[["tag_ids", "!=", false]]""", "2,1")]
    [InlineData("sale.order", """[["tag_ids.name", "=", "Credit hold"]]""", "1")]
    [InlineData("sale.order", """[["tag_ids", "ilike", "export"]]""", "2,1")]
    [InlineData("sale.order", """[["order_line", "=", 3]]""", "3")]
    [InlineData("sale.order", """[["picking_ids", "!=", false]]""", "1")]
    [InlineData("sale.order", """[["picking_ids.state", "=", "assigned"]]""", "1")]
    [InlineData("sale.order", """[["date_order", ">=", "2026-11-01"]]""", "4,3")]
    [InlineData("sale.order", """[["date_order", "<=", "2026-11-20"]]""", "3,2,1")]
    [InlineData("sale.order", """[["date_order", ">", "2026-11-20 10:15:30"]]""", "")]
    [InlineData("sale.order", """[["date_order", "=", "2026-11-20 10:15:30"]]""", "4")]
    [InlineData("sale.order", """[["date_order", ">", "today -2d"]]""", "4")]
    [InlineData("sale.order", """[["commitment_date", "=", false]]""", "4,3,2,1")]
    [InlineData("sale.order", """[["commitment_date", "<", "2030-01-01 00:00:00"]]""", "")]
    [InlineData("sale.order", """[["client_order_ref", "!=", "other"]]""", "4,3,2,1")]
    [InlineData("sale.order", """[["client_order_ref", "ilike", "nl"]]""", "1")]
    [InlineData("sale.order", """[["client_order_ref", "not ilike", "nl"]]""", "4,3,2")]
    [InlineData("sale.order", """[["client_order_ref", "like", "nl"]]""", "")]
    [InlineData("sale.order", """[["client_order_ref", "=like", "NL%"]]""", "1")]
    [InlineData("sale.order", """[["client_order_ref", "=ilike", "nl_100\\%"]]""", "1")]
    [InlineData("sale.order", """[["client_order_ref", "=like", "NL"]]""", "")]
    [InlineData("sale.order", """[["client_order_ref", "=like", "N%0_"]]""", "1")]
    [InlineData("sale.order", """[["locked", "=", false]]""", "4,3,2,1")]
    [InlineData("sale.order", """[["locked", "!=", true]]""", "4,3,2,1")]
    [InlineData("sale.order", """[["locked", "in", [true, false]]]""", "4,3,2,1")]
    [InlineData("sale.order", """[["display_name", "ilike", "s0000"], ["id", "<", 3]]""", "2,1")]
    [InlineData("sale.order.line", """[["state", "=", "sale"], ["order_partner_id", "=", 4]]""", "4,1")]
    [InlineData("sale.order.line", """[["salesman_id", "=", false]]""", "3")]
    [InlineData("sale.order.line", """[["product_id.categ_id", "child_of", 1]]""", "4,3,2,1")]
    [InlineData("sale.order.line", """[["product_id.categ_id", "child_of", "Tapes"]]""", "")]
    [InlineData("product.product", """[["categ_id", "child_of", [2]]]""", "1")]
    [InlineData("product.product", """[["categ_id", "parent_of", 2]]""", "1")]
    [InlineData("product.category", """[["id", "parent_of", 2]]""", "1,2")]
    [InlineData("product.category", """[["id", "child_of", 1]]""", "1,2,3")]
    [InlineData("product.product", """[["name", "ilike", "tape"]]""", "2")]
    [InlineData("product.product", """[["name", "not ilike", "tape"]]""", "1")]
    [InlineData("product.product", """[["default_code", "=", "GLV-NIT-L"]]""", "1")]
    [InlineData("product.product", """[["qty_available", ">", 60]]""", "2")]
    [InlineData("stock.quant", """[["location_id", "child_of", 2]]""", "1,2,4")]
    [InlineData("stock.quant", """[["location_id.usage", "=", "internal"], ["warehouse_id", "=", 2]]""", "3")]
    [InlineData("stock.quant", """[["product_id", "ilike", "[GLV"]]""", "1,2,3")]
    [InlineData("res.partner", """[["is_company", "=", true], ["customer_rank", ">", 0]]""", "6,4,5")]
    [InlineData("res.partner", """[["active", "=", false]]""", "8")]
    [InlineData("res.partner", """[["parent_id", "child_of", 4]]""", "7")]
    [InlineData("res.partner", """[["id", "child_of", 4]]""", "4,7")]
    public async Task A_domain_finds_what_Odoo_finds(string model, string domain, string ids)
        => Assert.Equal($"[{ids}]", await shared.Wire.AskAsync(TinyCompany.Admin, model, "search", $"[{domain}]"));

    [Theory]
    [InlineData("""[["nosuch", "=", 1]]""", "builtins.ValueError: Invalid field sale.order.nosuch in condition ('nosuch', '=', 1)")]
    [InlineData("""[["name", "~~", "x"]]""", "builtins.ValueError: Invalid operator in condition ('name', '~~', 'x')")]
    [InlineData("""[["name", "x"]]""", "builtins.ValueError: Domain() invalid item in domain: ['name', 'x']")]
    [InlineData("""["|", ["name", "=", "x"]]""", "builtins.ValueError: Domain() malformed domain ['|', ['name', '=', 'x']]")]
    [InlineData("\"name = x\"", "builtins.TypeError: Domain() invalid argument type for domain: 'name = x'")]
    [InlineData("""[["amount_total", ">", "abc"]]""", "builtins.ValueError: could not convert string to float: 'abc'")]
    [InlineData("""[["date_order", ">", "not a date"]]""", "builtins.ValueError: Invalid term 'not' in expression date: 'not a date'")]
    [InlineData("""[["partner_id.nosuch", "=", true]]""", "builtins.ValueError: Invalid field res.partner.nosuch in condition ('nosuch', '=', True)")]
    [InlineData("""[["name.nosuch", "=", true]]""", "builtins.ValueError: Invalid field sale.order.name.nosuch in condition ('name.nosuch', '=', True)")]
    public async Task A_wrong_domain_is_refused_in_Odoos_words(string domain, string fault)
        => Assert.Equal(fault, await shared.Wire.FaultAsync(TinyCompany.Admin, "sale.order", "search", $"[{domain}]"));

    [Theory]
    [InlineData("amount_total desc", "1,2,3,4")]
    [InlineData("amount_total asc, id", "4,3,2,1")]
    [InlineData("partner_id, id desc", "3,4,1,2")]
    [InlineData("user_id, id", "2,1,4,3")]
    [InlineData("user_id desc, id", "3,1,4,2")]
    [InlineData("user_id nulls first, id", "3,2,1,4")]
    [InlineData("partner_id.id desc, id", "3,2,1,4")]
    [InlineData("state desc, name", "1,2,4,3")]
    public async Task Records_come_in_the_order_asked_for(string order, string ids)
        => Assert.Equal($"[{ids}]", await shared.Wire.AskAsync(TinyCompany.Admin, "sale.order", "search", $$"""[[]], {"order": "{{order}}"}"""));

    [Theory]
    [InlineData("nosuch desc", "builtins.ValueError: Invalid field 'nosuch' on model 'sale.order'")]
    [InlineData("name; drop table x", "odoo.exceptions.UserError: Invalid \"order\" specified (name; drop table x). A valid \"order\" specification is a comma-separated list of valid field names (optionally followed by asc/desc for the direction)")]
    public async Task A_wrong_order_is_refused_in_Odoos_words(string order, string fault)
        => Assert.Equal(fault, await shared.Wire.FaultAsync(TinyCompany.Admin, "sale.order", "search", $$"""[[]], {"order": "{{order}}"}"""));

    [Theory]
    [InlineData("!", 5001, "4,3,2")]
    [InlineData("|", 0, "1")]
    public async Task A_long_chain_is_no_deep_one(string connective, int count, string ids)
    {
        var chain = connective == "!" ? Enumerable.Repeat("\"!\"", count) : Enumerable.Repeat("\"|\"", 3000);
        var leaves = Enumerable.Repeat("""["name", "=", "S00001"]""", connective == "!" ? 1 : 3001);
        Assert.Equal($"[{ids}]", await shared.Wire.AskAsync(TinyCompany.Admin, "sale.order", "search", $"[[{string.Join(", ", chain.Concat(leaves))}]]"));
    }

    [Fact]
    public async Task A_domain_that_is_too_deep_or_too_long_is_refused()
    {
        var deep = string.Join(", ", Enumerable.Range(0, 600).Select(i => i % 2 == 0 ? "\"|\", [\"id\", \"=\", 1]" : "\"&\", [\"id\", \"=\", 2]")) + """, ["id", "=", 3]""";
        Assert.Contains("nested deeper", await shared.Wire.FaultAsync(TinyCompany.Admin, "sale.order", "search", $"[[{deep}]]"), StringComparison.Ordinal);
        var long_ = string.Join(", ", Enumerable.Repeat("\"!\"", 200_000)) + """, ["id", "=", 3]""";
        Assert.Contains("more than 10000", await shared.Wire.FaultAsync(TinyCompany.Admin, "sale.order", "search", $"[[{long_}]]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archived_records_hide_until_asked_for()
    {
        var wire = shared.Wire;
        Assert.Equal("0", await wire.AskAsync(TinyCompany.Admin, "res.partner", "search_count", """[[["name", "=", "Old Customer"]]]"""));
        Assert.Equal("1", await wire.AskAsync(TinyCompany.Admin, "res.partner", "search_count", """[[["name", "=", "Old Customer"]]], {"context": {"active_test": false}}"""));
        Assert.Equal("1", await wire.AskAsync(TinyCompany.Admin, "res.partner", "search_count", """[[["name", "=", "Old Customer"], ["active", "in", [true, false]]]]"""));
        Assert.Equal("""[{"id": 8, "active": false}]""", Spaced(await wire.AskAsync(TinyCompany.Admin, "res.partner", "read", """[[8]], {"fields": ["active"]}""")));
    }

    private static string Spaced(string json) => json.Replace(":", ": ", StringComparison.Ordinal).Replace(",", ", ", StringComparison.Ordinal);
}
