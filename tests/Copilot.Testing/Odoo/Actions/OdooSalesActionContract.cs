using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Testing.Odoo.Actions;

/// <summary>What is done to quotations and sales orders.</summary>
public abstract class OdooSalesActionContract(OdooServerUnderTest server) : OdooContract(server)
{
    [SkippableFact]
    public async Task The_promised_date_is_moved_handed_on_and_moved_back()
    {
        using var trial = new ActionTrial(Server);
        var (order, name) = await OrderAsync(confirmed: true);

        var (draft, outcome, _) = await trial.CarryOutAsync(Admin, "odoo.change_promised_date", new JsonObject { ["order"] = name, ["promised"] = "2031-03-04" });

        Assert.Equal(new DateOnly(2031, 3, 4), (await ReadAsync("sale.order", order, "commitment_date")).Date("commitment_date"));
        Assert.Equal(60m, draft.Exposure.Amount);
        Assert.Equal(("commitment_date", "Sat 1 Feb 2031", "Tue 4 Mar 2031"), (draft.Changes[0].Field, draft.Changes[0].Old, draft.Changes[0].New));
        var picking = Assert.Single(await FindAsync("stock.picking", OdooDomain.Where("sale_id", "=", order), null, "date_deadline"));
        Assert.Equal(new DateOnly(2031, 3, 4), picking.Date("date_deadline"));

        Assert.NotNull(outcome.Undo);
        await trial.CarryOutAsync(outcome.Undo, Admin);
        Assert.Equal(new DateOnly(2031, 2, 1), (await ReadAsync("sale.order", order, "commitment_date")).Date("commitment_date"));
    }

    [SkippableFact]
    public async Task An_order_that_changed_since_keeps_what_it_has_and_the_answer_says_who_changed_it()
    {
        using var trial = new ActionTrial(Server);
        var (order, name) = await OrderAsync();
        var draft = await trial.DraftAsync(Admin, "odoo.change_promised_date", new JsonObject { ["order"] = name, ["promised"] = "2031-03-04" });
        await ChangeLaterAsync(order, draft.Records[0].WriteDate!);

        var outcome = await trial.ExecuteAsync(ActionTrial.Approved(draft, Admin));

        Assert.Equal(ActionOutcomeKind.NotDone, outcome.Kind);
        Assert.Contains($"{name} was changed by ", outcome.Summary, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2031, 2, 1), (await ReadAsync("sale.order", order, "commitment_date")).Date("commitment_date"));
    }

    [SkippableFact]
    public async Task Days_in_the_past_and_days_it_has_already_are_not_prepared()
    {
        using var trial = new ActionTrial(Server);
        var (_, name) = await OrderAsync();

        foreach (var (day, words) in new[] { ("2021-01-01", "past"), ("2031-02-01", "already") })
        {
            var result = await trial.PrepareAsync(Admin, "odoo.change_promised_date", new JsonObject { ["order"] = name, ["promised"] = day });
            Assert.False(result.Found);
            Assert.Null(result.Action);
            Assert.Contains(words, result.Reason, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task A_quotation_is_made_once_and_found_by_its_reference()
    {
        using var trial = new ActionTrial(Server);
        await PartnerAsync("quoted", new() { ["customer_rank"] = 1 });
        await ProductAsync("Q", 25);

        var (draft, outcome, order) = await trial.CarryOutAsync(Admin, "odoo.draft_quotation", new JsonObject { ["customer"] = $"{Mark} quoted", ["product"] = $"{Mark}-Q", ["quantity"] = 4 });

        var made = Assert.Single(await FindAsync("sale.order", OdooDomain.Where("origin", "=", order.Reference), null, "name", "state", "amount_untaxed"));
        Assert.Equal(("draft", 100m), (made.Text("state"), made.Number("amount_untaxed")));
        Assert.Equal(100m, draft.Exposure.Amount);
        Assert.Contains(made.Text("name")!, outcome.Summary, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_quotation_is_confirmed_and_what_is_short_is_said_before()
    {
        using var trial = new ActionTrial(Server);
        var (order, name) = await OrderAsync();

        var (draft, _, _) = await trial.CarryOutAsync(Admin, "odoo.confirm_quotation", new JsonObject { ["order"] = name });

        Assert.Equal("sale", (await ReadAsync("sale.order", order, "state")).Text("state"));
        Assert.Contains(draft.Warnings, w => w.Contains($"{Mark}-A", StringComparison.Ordinal) && w.Contains('3'));
        var again = await trial.PrepareAsync(Admin, "odoo.confirm_quotation", new JsonObject { ["order"] = name });
        Assert.Contains("confirmed already", again.Reason, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_price_is_changed_and_what_is_given_away_is_the_exposure()
    {
        using var trial = new ActionTrial(Server);
        var (order, name) = await OrderAsync();

        var (draft, outcome, _) = await trial.CarryOutAsync(Admin, "odoo.price_exception", new JsonObject { ["order"] = name, ["product"] = $"{Mark}-A", ["price"] = 18.5 });

        Assert.Equal((4.5m, 0.075m), (draft.Exposure.Amount, draft.Discount));
        Assert.Equal(55.5m, (await ReadAsync("sale.order", order, "amount_untaxed")).Number("amount_untaxed"));
        await trial.CarryOutAsync(outcome.Undo!, Admin);
        Assert.Equal(60m, (await ReadAsync("sale.order", order, "amount_untaxed")).Number("amount_untaxed"));
    }

    [SkippableFact]
    public async Task A_credit_hold_is_taken_off_and_put_back()
    {
        using var trial = new ActionTrial(Server);
        var tags = await FindAsync("crm.tag", OdooDomain.Where("name", "=ilike", "Credit hold"), "id");
        var tag = tags.Count > 0 ? tags[0].Id : await CreateAsync("crm.tag", new() { ["name"] = "Credit hold" });
        var (order, name) = await OrderAsync(more: new() { ["tag_ids"] = Replace(tag) });

        var (draft, outcome, _) = await trial.CarryOutAsync(Admin, "odoo.release_credit_hold", new JsonObject { ["order"] = name });

        Assert.Equal(RiskClass.High, draft.Risk);
        Assert.Empty((await ReadAsync("sale.order", order, "tag_ids")).Links("tag_ids"));
        await trial.CarryOutAsync(outcome.Undo!, Admin);
        Assert.Equal([tag], (await ReadAsync("sale.order", order, "tag_ids")).Links("tag_ids"));
    }

    [SkippableFact]
    public async Task Somebody_elses_order_cannot_be_touched_by_a_salesperson()
    {
        using var trial = new ActionTrial(Server);
        var (_, name) = await OrderAsync(more: new() { ["user_id"] = 2 });

        var result = await trial.PrepareAsync(Salesperson, "odoo.change_promised_date", new JsonObject { ["order"] = name, ["promised"] = "2031-03-04" });

        Assert.False(result.Found);
        Assert.Null(result.Action);
    }

    private async Task<(int Id, string Name)> OrderAsync(bool confirmed = false, Dictionary<string, object?>? more = null)
    {
        var values = new Dictionary<string, object?>(more ?? []) { ["commitment_date"] = new DateTimeOffset(2031, 2, 1, 10, 0, 0, TimeSpan.Zero) };
        var order = await QuotationAsync(await PartnerAsync("buyer"), await ProductAsync("A"), 3, 20, values);
        if (confirmed)
        {
            await CallAsync("sale.order", "action_confirm", new[] { order });
        }

        return (order, (await ReadAsync("sale.order", order, "name")).Text("name")!);
    }

    /// <summary>Changes an order until its version shows it: versions count in seconds.</summary>
    private async Task ChangeLaterAsync(int order, string before)
    {
        for (var i = 0; (await ReadAsync("sale.order", order, "write_date")).Text("write_date") == before; i++)
        {
            await CallAsync("sale.order", "write", new[] { order }, new Dictionary<string, object?> { ["client_order_ref"] = $"{Mark} {i}" });
        }
    }
}
