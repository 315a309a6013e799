using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Testing.Odoo.Actions;

/// <summary>Notes, to-dos and tickets.</summary>
public abstract class OdooRecordActionContract(OdooServerUnderTest server) : OdooContract(server)
{
    [SkippableFact]
    public async Task A_note_is_put_into_the_history_as_text()
    {
        using var trial = new ActionTrial(Server);
        var partner = await PartnerAsync("noted", new() { ["customer_rank"] = 1 });

        var (_, _, order) = await trial.CarryOutAsync(Admin, "odoo.post_note", new JsonObject { ["customer"] = $"{Mark} noted", ["message"] = "Gate 4 <b>only</b>\nsecond line" });

        var note = Assert.Single(await FindAsync("mail.message", OdooDomain.Where("model", "=", "res.partner").And("res_id", "=", partner).And("body", "ilike", order.Reference), null, "body", "subtype_id"));
        Assert.Contains("Gate 4 &lt;b&gt;only&lt;/b&gt;", note.Text("body"), StringComparison.Ordinal);
        Assert.Equal("Note", note.Link("subtype_id")!.Value.Name);
    }

    [SkippableFact]
    public async Task A_note_on_a_record_that_is_gone_writes_nothing()
    {
        using var trial = new ActionTrial(Server);
        var partner = await PartnerAsync("leaving", new() { ["customer_rank"] = 1 });
        var draft = await trial.DraftAsync(Admin, "odoo.post_note", new JsonObject { ["customer"] = $"{Mark} leaving", ["message"] = "hello" });
        await CallAsync("res.partner", "unlink", new[] { partner });

        var outcome = await trial.ExecuteAsync(ActionTrial.Approved(draft, Admin));

        Assert.Equal(ActionOutcomeKind.NotDone, outcome.Kind);
        Assert.Contains("does not exist", outcome.Summary, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_to_do_is_planned_for_the_one_who_asks()
    {
        using var trial = new ActionTrial(Server);
        var partner = await PartnerAsync("busy", new() { ["customer_rank"] = 1 });

        var (_, outcome, _) = await trial.CarryOutAsync(Admin, "odoo.schedule_activity", new JsonObject { ["customer"] = $"{Mark} busy", ["message"] = $"{Mark} call back", ["due"] = "2031-02-03" });

        var activity = Assert.Single(await FindAsync("mail.activity", OdooDomain.Where("res_model", "=", "res.partner").And("res_id", "=", partner), null, "summary", "date_deadline", "user_id"));
        Assert.Equal(($"{Mark} call back", new DateOnly(2031, 2, 3)), (activity.Text("summary"), activity.Date("date_deadline")));
        Assert.Equal(new RecordRef("mail.activity", activity.Id), outcome.Steps[0].Record);
    }

    [SkippableFact]
    public async Task Who_may_not_write_the_record_is_told_so()
    {
        using var trial = new ActionTrial(Server);
        await PartnerAsync("closed", new() { ["customer_rank"] = 1 });

        var result = await trial.PrepareAsync(Stockkeeper, "odoo.post_note", new JsonObject { ["customer"] = $"{Mark} closed", ["message"] = "hello" });

        Assert.Equal(ToolOutcome.Denied, result.Outcome);
        Assert.Contains("may not change", result.Reason, StringComparison.Ordinal);
        Assert.Null(result.Action);
    }

    [SkippableFact]
    public async Task A_ticket_is_answered_assigned_and_moved_or_there_are_none()
    {
        using var trial = new ActionTrial(Server);
        if (!await Client.HasModelAsync(Admin, "helpdesk.ticket", None))
        {
            var none = await trial.PrepareAsync(Admin, "odoo.ticket_update", new JsonObject { ["ticket"] = "1", ["stage"] = "solved" });
            Assert.Equal("This Odoo has no helpdesk: there are no tickets to change.", none.Reason);
            return;
        }

        var customer = await PartnerAsync("asking", new() { ["email"] = "asking@example.com" });
        var ticket = await CreateAsync("helpdesk.ticket", new() { ["name"] = $"{Mark} broken", ["partner_id"] = customer });
        var number = (await ReadAsync("helpdesk.ticket", ticket, "ticket_ref")).Text("ticket_ref")!;

        var (draft, _, order) = await trial.CarryOutAsync(Admin, "odoo.ticket_update", new JsonObject { ["ticket"] = $"#{number}", ["stage"] = "solved", ["message"] = "A new one is on its way." });

        var row = await ReadAsync("helpdesk.ticket", ticket, "stage_id");
        Assert.Equal("Solved", row.Link("stage_id")!.Value.Name);
        var reply = Assert.Single(await FindAsync("mail.message", OdooDomain.Where("res_id", "=", ticket).And("body", "ilike", $"Our reference: {order.Reference}"), null, "body", "partner_ids"));
        Assert.Contains("A new one is on its way.", reply.Text("body"), StringComparison.Ordinal);
        Assert.DoesNotContain("Asked by", reply.Text("body"), StringComparison.Ordinal);
        Assert.Equal([customer], reply.Links("partner_ids"));
        Assert.Contains(draft.Warnings, w => w.Contains("e-mail", StringComparison.Ordinal));
    }
}
