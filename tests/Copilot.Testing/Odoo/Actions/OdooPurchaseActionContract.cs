using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Testing.Odoo.Actions;

/// <summary>What is done to purchase orders and their bills.</summary>
public abstract class OdooPurchaseActionContract(OdooServerUnderTest server) : OdooContract(server)
{
    [SkippableFact]
    public async Task A_purchase_order_is_drafted_at_the_agreed_price()
    {
        using var trial = new ActionTrial(Server);
        var supplier = await PartnerAsync("maker", new() { ["supplier_rank"] = 1 });
        await OfferedAsync(supplier, 3.25);

        var (draft, outcome, order) = await trial.CarryOutAsync(Admin, "odoo.draft_purchase", new JsonObject { ["product"] = $"{Mark}-A", ["quantity"] = 8, ["supplier"] = $"{Mark} maker", ["needed"] = "2031-06-07" });

        var made = Assert.Single(await FindAsync("purchase.order", OdooDomain.Where("origin", "=", order.Reference), null, "name", "state", "amount_untaxed", "partner_id"));
        Assert.Equal(("draft", 26m, supplier), (made.Text("state"), made.Number("amount_untaxed"), made.Link("partner_id")!.Value.Id));
        Assert.Equal(26m, draft.Exposure.Amount);
        Assert.Contains(made.Text("name")!, outcome.Summary, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Without_an_agreed_price_nothing_is_invented()
    {
        using var trial = new ActionTrial(Server);
        await ProductAsync("A");

        var result = await trial.PrepareAsync(Admin, "odoo.draft_purchase", new JsonObject { ["product"] = $"{Mark}-A", ["quantity"] = 8 });

        Assert.Null(result.Action);
        Assert.Contains("no supplier", result.Reason, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_purchase_order_is_confirmed()
    {
        using var trial = new ActionTrial(Server);
        var (order, name) = await PurchaseAsync();

        await trial.CarryOutAsync(Admin, "odoo.confirm_purchase", new JsonObject { ["purchase_order"] = name });

        Assert.Equal("purchase", (await ReadAsync("purchase.order", order, "state")).Text("state"));
    }

    [SkippableFact]
    public async Task A_supplier_is_written_to_with_what_is_outstanding()
    {
        using var trial = new ActionTrial(Server);
        var (order, name) = await PurchaseAsync(confirmed: true);

        var (draft, _, run) = await trial.CarryOutAsync(Admin, "odoo.expedite_receipt", new JsonObject { ["purchase_order"] = name });

        var message = Assert.Single(await FindAsync("mail.message", OdooDomain.Where("model", "=", "purchase.order").And("res_id", "=", order).And("body", "ilike", $"Our reference: {run.Reference}"), null, "body", "partner_ids"));
        Assert.Contains($"{Mark}-A: 7 ", message.Text("body"), StringComparison.Ordinal);
        Assert.Contains(name, message.Text("body"), StringComparison.Ordinal);
        Assert.DoesNotContain("Asked by", message.Text("body"), StringComparison.Ordinal);
        Assert.Single(message.Links("partner_ids"));
        Assert.Contains("2031", draft.Changes[0].New, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_receipt_moved_to_a_day_on_which_nobody_works_is_warned_of()
    {
        using var trial = new ActionTrial(Server);
        var (_, name) = await PurchaseAsync(confirmed: true);

        var saturday = await trial.PrepareAsync(Admin, "odoo.change_receipt_date", new JsonObject { ["purchase_order"] = name, ["expected"] = "2031-06-14" });
        var monday = await trial.PrepareAsync(Admin, "odoo.change_receipt_date", new JsonObject { ["purchase_order"] = name, ["expected"] = "2031-06-16" });

        Assert.Contains(saturday.Action!.Warnings, w => w.Contains("Sat 14 Jun 2031 is no working day", StringComparison.Ordinal));
        Assert.DoesNotContain(monday.Action!.Warnings, w => w.Contains("working day", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task The_bill_of_what_was_received_is_drafted_once()
    {
        using var trial = new ActionTrial(Server);
        var (order, name) = await PurchaseAsync(confirmed: true);
        var before = await trial.PrepareAsync(Admin, "odoo.draft_vendor_bill", new JsonObject { ["purchase_order"] = name });
        Assert.Contains("Nothing", before.Reason, StringComparison.Ordinal);
        await ReceiveAsync(order, 7);

        var (draft, _, _) = await trial.CarryOutAsync(Admin, "odoo.draft_vendor_bill", new JsonObject { ["purchase_order"] = name });

        var bill = Assert.Single((await ReadAsync("purchase.order", order, "invoice_ids")).Links("invoice_ids"));
        var row = await ReadAsync("account.move", bill, "state", "move_type", "amount_untaxed");
        Assert.Equal(("draft", "in_invoice", 21m), (row.Text("state"), row.Text("move_type"), row.Number("amount_untaxed")));
        Assert.Equal(21m, draft.Exposure.Amount);
    }

    [SkippableFact]
    public async Task The_bill_holds_the_number_and_the_day_of_the_suppliers_paper_and_a_number_that_came_before_is_told()
    {
        using var trial = new ActionTrial(Server);
        var (order, name) = await PurchaseAsync(confirmed: true);
        await ReceiveAsync(order, 7);

        await trial.CarryOutAsync(Admin, "odoo.draft_vendor_bill", new JsonObject { ["purchase_order"] = name, ["message"] = $"{Mark}-77", ["bill_date"] = "2031-02-03" });

        var bill = Assert.Single((await ReadAsync("purchase.order", order, "invoice_ids")).Links("invoice_ids"));
        var row = await ReadAsync("account.move", bill, "ref", "invoice_date", "state", "partner_id");
        Assert.Equal(("draft", $"{Mark}-77", new DateOnly(2031, 2, 3)), (row.Text("state"), row.Text("ref"), row.Date("invoice_date")));

        var (second, other) = await PurchaseAsync(confirmed: true, supplier: row.LinkId("partner_id"));
        await ReceiveAsync(second, 7);
        var again = await trial.PrepareAsync(Admin, "odoo.draft_vendor_bill", new JsonObject { ["purchase_order"] = other, ["message"] = $"{Mark}-77" });
        Assert.Contains(again.Action!.Warnings, w => w.Contains("has this number already", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task The_day_that_a_supplier_confirmed_is_written_into_the_order_and_can_be_taken_back()
    {
        using var trial = new ActionTrial(Server);
        var (order, name) = await PurchaseAsync(confirmed: true);

        var (_, outcome, _) = await trial.CarryOutAsync(Admin, "odoo.change_receipt_date", new JsonObject { ["purchase_order"] = name, ["expected"] = "2031-05-06" });

        var line = Assert.Single(await FindAsync("purchase.order.line", OdooDomain.Where("order_id", "=", order), null, "date_planned"));
        Assert.Equal(new DateOnly(2031, 5, 6), line.Date("date_planned"));
        Assert.Equal(new DateOnly(2031, 5, 6), (await ReadAsync("purchase.order", order, "date_planned")).Date("date_planned"));
        Assert.Equal("2031-04-05 06:07:08", Assert.Single(outcome.Undo!.Execution["days"]!.AsObject()).Value!.GetValue<string>());
    }

    private async Task<int> OfferedAsync(int supplier, double price)
    {
        var product = await ProductAsync("A");
        var template = (await ReadAsync("product.product", product, "product_tmpl_id")).Link("product_tmpl_id")!.Value.Id;
        await CreateAsync("product.supplierinfo", new() { ["partner_id"] = supplier, ["product_tmpl_id"] = template, ["price"] = price, ["min_qty"] = 1, ["delay"] = 4 });
        return product;
    }

    private async Task<(int Id, string Name)> PurchaseAsync(bool confirmed = false, int? supplier = null)
    {
        var product = await ProductAsync("A");
        var id = await CreateAsync("purchase.order", new()
        {
            ["partner_id"] = supplier ?? await PartnerAsync("vendor", new() { ["email"] = "vendor@example.com", ["supplier_rank"] = 1 }),
            ["order_line"] = new object?[] { new object?[] { 0, 0, new Dictionary<string, object?> { ["product_id"] = product, ["product_qty"] = 7, ["price_unit"] = 3, ["date_planned"] = "2031-04-05 06:07:08", ["tax_ids"] = Replace() } } },
        });
        if (confirmed)
        {
            await CallAsync("purchase.order", "button_confirm", new[] { id });
        }

        return (id, (await ReadAsync("purchase.order", id, "name")).Text("name")!);
    }
}
