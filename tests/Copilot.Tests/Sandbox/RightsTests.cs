using System.Text.Json;
using Xunit;

namespace Copilot.Tests.Sandbox;

/// <summary>Who may see what: models, records, fields and companies, in Odoo's words.</summary>
public sealed class RightsTests(ReadOnlyWire shared) : IClassFixture<ReadOnlyWire>
{
    private const string Cookies = "If you really, really need access, perhaps you can win over your friendly administrator with a batch of freshly baked cookies.";

    [Theory]
    [InlineData(TinyCompany.Sofia, "sale.order", "[3,1]")]
    [InlineData(TinyCompany.Marc, "sale.order", "[3,2]")]
    [InlineData(TinyCompany.Bram, "sale.order", "[3,2,1]")]
    [InlineData(TinyCompany.Lena, "sale.order", "[4,3,2,1]")]
    [InlineData(TinyCompany.Sofia, "sale.order.line", "[3,1]")]
    [InlineData(TinyCompany.Sofia, "helpdesk.ticket", "[1]")]
    [InlineData(TinyCompany.Lena, "helpdesk.ticket", "[1,2]")]
    [InlineData(TinyCompany.Tomas, "account.move", "[2]")]
    [InlineData(TinyCompany.Claire, "account.move", "[2,1]")]
    [InlineData(TinyCompany.Bram, "stock.warehouse", "[1]")]
    [InlineData(TinyCompany.Tomas, "stock.warehouse", "[1,2]")]
    [InlineData(TinyCompany.Bram, "mail.activity", "[1]")]
    [InlineData(TinyCompany.Claire, "mail.activity", "[1,2]")]
    [InlineData(TinyCompany.Sofia, "mail.activity", "[1]")]
    public async Task A_search_shows_what_the_role_may_see(int user, string model, string ids)
        => Assert.Equal(ids, await shared.Wire.AskAsync(user, model, "search", "[[]]"));

    [Fact]
    public async Task A_sales_rep_sees_own_customers_and_those_of_nobody()
        => Assert.Equal("[6,4,9]", await shared.Wire.AskAsync(TinyCompany.Sofia, "res.partner", "search", """[[["is_company", "=", true], ["id", ">", 3]]]"""));

    [Theory]
    [InlineData(TinyCompany.Sofia, "account.move")]
    [InlineData(TinyCompany.Sofia, "account.move.line")]
    [InlineData(TinyCompany.Sofia, "purchase.order")]
    [InlineData(TinyCompany.Sofia, "purchase.order.line")]
    [InlineData(TinyCompany.Sofia, "product.supplierinfo")]
    [InlineData(TinyCompany.Bram, "account.move")]
    [InlineData(TinyCompany.Bram, "crm.lead")]
    [InlineData(TinyCompany.Lena, "account.move")]
    [InlineData(TinyCompany.Lena, "purchase.order")]
    [InlineData(TinyCompany.Nadia, "sale.order")]
    [InlineData(TinyCompany.Nadia, "stock.quant")]
    [InlineData(TinyCompany.Claire, "ir.config_parameter")]
    public async Task A_closed_model_is_refused_for_every_way_of_asking(int user, string model)
    {
        foreach (var (method, arguments) in new[] { ("search", "[[]]"), ("search_read", "[[]]"), ("search_count", "[[]]"), ("read", "[[1]]"), ("read_group", "[[], [], []]"), ("name_search", "[]") })
        {
            Assert.StartsWith("odoo.exceptions.AccessError: You are not allowed to access '", await shared.Wire.FaultAsync(user, model, method, arguments), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_refusal_of_a_model_names_the_groups_that_may()
        => Assert.Equal(
            "odoo.exceptions.AccessError: You are not allowed to access 'Purchase Order' (purchase.order) records.\n\nThis operation is allowed for the following groups:\n\t- Inventory / Manager\n\t- Invoicing / Accountant\n\t- Operations / Manager\n\t- Purchase / User\n\t- Settings / Administrator\n\nContact your administrator to request access if necessary.",
            await shared.Wire.FaultAsync(TinyCompany.Sofia, "purchase.order", "search_read", "[[]]"));

    [Fact]
    public async Task Reading_a_hidden_record_is_refused_as_recorded()
        => Assert.Equal(
            $"odoo.exceptions.AccessError: Uh-oh! Looks like you have stumbled upon some top-secret records.\n\nSorry, Sofia Marin (id=3) doesn't have 'read' access to:\n- Sales Order (sale.order)\n\n{Cookies}",
            await shared.Wire.FaultAsync(TinyCompany.Sofia, "sale.order", "read", """[[2], ["name"]]"""));

    [Fact]
    public async Task A_record_of_a_company_that_is_switched_off_names_the_company()
        => Assert.Equal(
            $"odoo.exceptions.AccessError: Uh-oh! Looks like you have stumbled upon some top-secret records.\n\nSorry, Administrator (id=2) doesn't have 'read' access to:\n- Warehouse (stock.warehouse)\n\n{Cookies}\n\nThis seems to be a multi-company issue, you might be able to access the record by switching to the company: South.",
            await shared.Wire.FaultAsync(TinyCompany.Admin, "stock.warehouse", "read", """[[2]], {"fields": ["code"], "context": {"allowed_company_ids": [1]}}"""));

    [Fact]
    public async Task A_company_of_others_is_refused()
        => Assert.Equal("odoo.exceptions.AccessError: Access to unauthorized or invalid companies.",
            await shared.Wire.FaultAsync(TinyCompany.Sofia, "sale.order", "search_count", """[[]], {"context": {"allowed_company_ids": [2]}}"""));

    [Theory]
    [InlineData(TinyCompany.Sofia, "product.product", "standard_price")]
    [InlineData(TinyCompany.Sofia, "sale.order.line", "purchase_price")]
    [InlineData(TinyCompany.Sofia, "res.partner", "credit")]
    [InlineData(TinyCompany.Bram, "sale.order", "margin")]
    [InlineData(TinyCompany.Bram, "stock.quant", "value")]
    [InlineData(TinyCompany.Lena, "sale.order.line", "margin")]
    [InlineData(TinyCompany.Tomas, "sale.order", "margin")]
    [InlineData(TinyCompany.Nadia, "product.product", "standard_price")]
    public async Task A_guarded_field_is_closed_to_reads_conditions_orders_groups_and_paths(int user, string model, string field)
    {
        var wire = shared.Wire;
        var refused = $"odoo.exceptions.AccessError: You do not have enough rights to access the field \"{field}\"";
        Assert.StartsWith(refused, await wire.FaultAsync(user, model, "read", $"""[[1], ["{field}"]]"""), StringComparison.Ordinal);
        Assert.StartsWith(refused, await wire.FaultAsync(user, model, "search", $"""[[["{field}", ">", 1]]]"""), StringComparison.Ordinal);
        Assert.StartsWith(refused, await wire.FaultAsync(user, model, "search", $$"""[[]], {"order": "{{field}} desc"}"""), StringComparison.Ordinal);
        Assert.StartsWith(refused, await wire.FaultAsync(user, model, "read_group", $"""[[], ["{field}:sum"], []]"""), StringComparison.Ordinal);
        Assert.False(JsonDocument.Parse(await wire.AskAsync(user, model, "fields_get", "[]")).RootElement.TryGetProperty(field, out _));
        var rows = JsonDocument.Parse(await wire.AskAsync(user, model, "search_read", "[[]]")).RootElement;
        Assert.All(rows.EnumerateArray(), row => Assert.False(row.TryGetProperty(field, out _)));
    }

    [Fact]
    public async Task A_path_does_not_lead_round_a_closed_model_or_field()
    {
        var wire = shared.Wire;
        Assert.Contains("standard_price", await wire.FaultAsync(TinyCompany.Sofia, "sale.order.line", "search", """[[["product_id.standard_price", ">", 5]]]"""), StringComparison.Ordinal);
        Assert.Contains("invoice_ids", await wire.FaultAsync(TinyCompany.Bram, "sale.order", "search", """[[["invoice_ids.amount_total", ">", 5]]]"""), StringComparison.Ordinal);
        Assert.Contains("purchase.order", await wire.FaultAsync(TinyCompany.Sofia, "stock.picking", "search", """[[["purchase_id.amount_total", ">", 5]]]"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_read_by_those_who_may_read_its_record()
    {
        await using var wire = await Wire.StartAsync();
        await wire.AskAsync(TinyCompany.Admin, "sale.order", "message_post", """[[2]], {"body": "secret of Marc"}""");
        Assert.Equal("0", await wire.AskAsync(TinyCompany.Sofia, "mail.message", "search_count", "[[]]"));
        Assert.Equal("1", await wire.AskAsync(TinyCompany.Marc, "mail.message", "search_count", "[[]]"));
    }

    [Theory]
    [InlineData("sale.order", "create", """[{"partner_id": 4}]""", "create")]
    [InlineData("res.partner", "write", """[[4], {"name": "x"}]""", "modify")]
    [InlineData("product.template", "unlink", "[[1]]", "delete")]
    public async Task An_auditor_changes_nothing(string model, string method, string arguments, string verb)
        => Assert.StartsWith($"odoo.exceptions.AccessError: You are not allowed to {verb} '", await shared.Wire.FaultAsync(TinyCompany.Nadia, model, method, arguments), StringComparison.Ordinal);

    [Fact]
    public async Task Another_reps_order_can_be_neither_written_nor_confirmed()
    {
        var wire = shared.Wire;
        Assert.Contains("doesn't have 'write' access", await wire.FaultAsync(TinyCompany.Sofia, "sale.order", "write", """[[2], {"client_order_ref": "x"}]"""), StringComparison.Ordinal);
        Assert.Contains("doesn't have 'write' access", await wire.FaultAsync(TinyCompany.Sofia, "sale.order", "action_confirm", "[[2]]"), StringComparison.Ordinal);
    }
}
