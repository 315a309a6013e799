using System.Text.Json;
using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Testing.Odoo;

/// <summary>Creating, writing, deleting, and the commands for lists of records.</summary>
public abstract class OdooWriteContract(OdooServerUnderTest server) : OdooContract(server)
{
    [SkippableFact]
    public async Task One_record_gives_an_id_and_several_give_a_list()
    {
        var one = await CallAsync("res.partner", "create", new Dictionary<string, object?> { ["name"] = Mark });
        var many = await CallAsync("res.partner", "create", [new[] { new Dictionary<string, object?> { ["name"] = Mark }, new Dictionary<string, object?> { ["name"] = Mark } }]);

        Assert.Equal(JsonValueKind.Number, one.ValueKind);
        Assert.Equal(2, many.GetArrayLength());
    }

    [SkippableFact]
    public async Task What_was_written_is_read()
    {
        var id = await PartnerAsync("changing");

        var answer = await CallAsync("res.partner", "write", new[] { id }, new Dictionary<string, object?> { ["city"] = "Gent", ["supplier_rank"] = 3 });

        Assert.True(answer.GetBoolean());
        var row = await ReadAsync("res.partner", id, "city", "supplier_rank");
        Assert.Equal(("Gent", 3), (row.Text("city"), row.Whole("supplier_rank")));
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_field_is_cleared_with_false_and_with_nothing(bool withFalse)
    {
        var id = await PartnerAsync("changing", new() { ["city"] = "Gent" });

        await RawAsync("res.partner", "write", [new[] { id }, new Dictionary<string, object?> { ["city"] = withFalse ? false : null }]);

        Assert.Null((await ReadAsync("res.partner", id, "city")).Text("city"));
    }

    [SkippableFact]
    public async Task What_was_deleted_is_gone()
    {
        var id = await PartnerAsync("leaving");

        Assert.True((await CallAsync("res.partner", "unlink", new[] { id })).GetBoolean());
        Assert.Empty(await Client.ReadAsync(Admin, "res.partner", [id], ["name"], None));
    }

    [SkippableFact]
    public async Task Several_records_are_written_at_once()
    {
        int[] ids = [await PartnerAsync("1"), await PartnerAsync("2")];

        await CallAsync("res.partner", "write", ids, new Dictionary<string, object?> { ["city"] = "Brugge" });

        Assert.All(await Client.ReadAsync(Admin, "res.partner", ids, ["city"], None), r => Assert.Equal("Brugge", r.Text("city")));
    }

    [SkippableFact]
    public async Task Tags_are_set_added_taken_and_cleared()
    {
        int[] tags = [await TagAsync("1"), await TagAsync("2"), await TagAsync("3")];
        var id = await PartnerAsync("tagged", new() { ["category_id"] = Replace(tags[0], tags[1]) });
        Assert.Equal([tags[0], tags[1]], (await ReadAsync("res.partner", id, "category_id")).Links("category_id").Order());

        await WriteTagsAsync(id, [[4, tags[2], 0], [3, tags[0], 0]]);
        Assert.Equal([tags[1], tags[2]], (await ReadAsync("res.partner", id, "category_id")).Links("category_id").Order());

        await WriteTagsAsync(id, [[5, 0, 0]]);
        Assert.Empty((await ReadAsync("res.partner", id, "category_id")).Links("category_id"));
    }

    [SkippableFact]
    public async Task Lines_are_added_changed_and_deleted_within_their_order()
    {
        var (a, b) = (await ProductAsync("A"), await ProductAsync("B"));
        var order = await QuotationAsync(await PartnerAsync("buyer"), a, quantity: 2, price: 10);
        var first = Assert.Single((await ReadAsync("sale.order", order, "order_line")).Links("order_line"));

        await CallAsync("sale.order", "write", new[] { order }, new Dictionary<string, object?> { ["order_line"] = new object?[] { Line(b, 1, 5), new object?[] { 1, first, new Dictionary<string, object?> { ["product_uom_qty"] = 4 } } } });
        var row = await ReadAsync("sale.order", order, "order_line", "amount_untaxed");
        Assert.Equal((2, 45m), (row.Links("order_line").Count, row.Number("amount_untaxed")));

        await CallAsync("sale.order", "write", new[] { order }, new Dictionary<string, object?> { ["order_line"] = new object?[] { new object?[] { 2, first, 0 } } });
        row = await ReadAsync("sale.order", order, "order_line", "amount_untaxed");
        Assert.Equal((1, 5m), (row.Links("order_line").Count, row.Number("amount_untaxed")));
    }

    [SkippableFact]
    public async Task An_order_adds_up_and_gets_a_number_and_defaults()
    {
        var order = await QuotationAsync(await PartnerAsync("buyer"), await ProductAsync("A"), quantity: 3, price: 20);

        var row = await ReadAsync("sale.order", order, "name", "state", "amount_total", "company_id", "user_id", "currency_id", "date_order");
        var line = Assert.Single(await FindAsync("sale.order.line", OdooDomain.Where("order_id", "=", order), "id", "product_uom_qty", "price_unit", "price_subtotal", "product_uom_id", "name"));

        Assert.StartsWith("S", row.Text("name"), StringComparison.Ordinal);
        Assert.Equal(("draft", 60m), (row.Text("state"), row.Number("amount_total")));
        Assert.NotNull(row.Link("company_id"));
        Assert.NotNull(row.Link("currency_id"));
        Assert.NotNull(row.Moment("date_order"));
        Assert.Equal((3m, 20m, 60m), (line.Number("product_uom_qty"), line.Number("price_unit"), line.Number("price_subtotal")));
        Assert.NotNull(line.Link("product_uom_id"));
        Assert.Contains(Mark, line.Text("name"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Who_made_a_record_and_when_is_kept()
    {
        var row = await ReadAsync("res.partner", await PartnerAsync("new"), "create_uid", "create_date", "write_date");

        Assert.NotNull(row.Link("create_uid"));
        Assert.NotNull(row.Moment("create_date"));
        Assert.NotNull(row.Moment("write_date"));
    }

    [SkippableFact]
    public async Task A_message_is_posted_on_a_record()
    {
        var id = await PartnerAsync("talked about");

        await Client.CallAsync(Admin, new OdooCall { Model = "res.partner", Method = "message_post", Arguments = [new[] { id }], Named = new Dictionary<string, object?> { ["body"] = $"Call {Mark} back", ["message_type"] = "comment" }, IsRead = false }, None);

        var message = Assert.Single(await FindAsync("mail.message", OdooDomain.Where("model", "=", "res.partner").And("res_id", "=", id).And("body", "ilike", Mark), "id", "body", "author_id", "date", "message_type"));
        Assert.Contains($"Call {Mark} back", message.Text("body"), StringComparison.Ordinal);
        Assert.Equal("comment", message.Text("message_type"));
        Assert.NotNull(message.Link("author_id"));
    }

    [SkippableFact]
    public async Task An_activity_is_planned_on_a_record()
    {
        var id = await PartnerAsync("to call");

        await Client.CallAsync(
            Admin,
            new OdooCall { Model = "res.partner", Method = "activity_schedule", Arguments = [new[] { id }], Named = new Dictionary<string, object?> { ["act_type_xmlid"] = "mail.mail_activity_data_todo", ["summary"] = Mark, ["date_deadline"] = "2031-02-03" }, IsRead = false },
            None);

        var activity = Assert.Single(await FindAsync("mail.activity", OdooDomain.Where("res_model", "=", "res.partner").And("res_id", "=", id), "id", "summary", "date_deadline", "activity_type_id"));
        Assert.Equal((Mark, new DateOnly(2031, 2, 3)), (activity.Text("summary"), activity.Date("date_deadline")));
        Assert.NotNull(activity.Link("activity_type_id"));
    }

    private async Task<int> TagAsync(string name) => await CreateAsync("res.partner.category", new() { ["name"] = $"{Mark} {name}" });

    private async Task WriteTagsAsync(int partner, object?[][] commands)
        => await CallAsync("res.partner", "write", new[] { partner }, new Dictionary<string, object?> { ["category_id"] = commands });
}
