using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Testing.Odoo.Actions;

/// <summary>What breaks between an approval and Odoo's answer: nothing is done twice, nothing is lost, and what is said is true.</summary>
public abstract class OdooActionFaultContract(OdooServerUnderTest server) : OdooContract(server)
{
    /// <summary>An action of each shape and its number of writes: one message, one create with a trace, one write with a trace, one button with a trace.</summary>
    public static TheoryData<string, int> Shapes { get; } = new()
    {
        { "odoo.post_note", 1 },
        { "odoo.draft_quotation", 2 },
        { "odoo.change_promised_date", 2 },
        { "odoo.confirm_quotation", 2 },
        { "odoo.internal_transfer", 4 },
    };

    [SkippableTheory]
    [MemberData(nameof(Shapes))]
    public async Task An_answer_lost_after_any_write_is_found_again_and_nothing_is_done_twice(string tool, int writes)
    {
        for (var at = 1; at <= writes; at++)
        {
            using var trial = new ActionTrial(Server);
            var order = ActionTrial.Approved(await PreparedAsync(trial, tool, at), Admin);
            trial.Connection.BreakAt(at, afterTheWrite: true);

            var lost = await trial.ExecuteAsync(order);
            Assert.Equal(ActionOutcomeKind.Unknown, lost.Kind);
            Assert.Equal(ActionOutcomeKind.Unknown, (await trial.ReconcileAsync(order)).Kind);

            trial.Connection.Mend();
            var found = await trial.ReconcileAsync(order);
            Assert.True(found.Kind == (at == writes ? ActionOutcomeKind.Done : ActionOutcomeKind.Partly), $"{tool} after write {at}: {found.Kind} {found.Summary}");
            var written = trial.Connection.Written;
            var again = await trial.ExecuteAsync(order);
            Assert.True(again.Kind == ActionOutcomeKind.Done, $"{tool} after write {at}: {again.Kind} {again.Summary}");
            // Some versions reserve when they confirm: a step less to do.
            Assert.InRange(trial.Connection.Written - written, 0, writes - at);
            await OnceAsync(trial, tool, order);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Shapes))]
    public async Task A_connection_cut_before_any_write_loses_nothing(string tool, int writes)
    {
        for (var at = 1; at <= writes; at++)
        {
            using var trial = new ActionTrial(Server);
            var order = ActionTrial.Approved(await PreparedAsync(trial, tool, at), Admin);
            trial.Connection.BreakAt(at, afterTheWrite: false);

            Assert.Equal(ActionOutcomeKind.Unknown, (await trial.ExecuteAsync(order)).Kind);
            trial.Connection.Mend();
            Assert.Equal(at == 1 ? ActionOutcomeKind.NotYet : ActionOutcomeKind.Partly, (await trial.ReconcileAsync(order)).Kind);
            var again = await trial.ExecuteAsync(order);
            Assert.True(again.Kind == ActionOutcomeKind.Done, $"{tool} before write {at}: {again.Kind} {again.Summary}");
            await OnceAsync(trial, tool, order);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Shapes))]
    public async Task Two_executions_at_once_write_once(string tool, int writes)
    {
        using var trial = new ActionTrial(Server);
        var order = ActionTrial.Approved(await PreparedAsync(trial, tool, 1), Admin);

        var outcomes = await Task.WhenAll(trial.ExecuteAsync(order), trial.ExecuteAsync(order));

        Assert.All(outcomes, o => Assert.True(o.Kind == ActionOutcomeKind.Done, o.Summary));
        Assert.InRange(trial.Connection.Written, 1, writes);
        await OnceAsync(trial, tool, order);
    }

    [SkippableTheory]
    [MemberData(nameof(Shapes))]
    public async Task Rights_that_were_taken_away_since_stop_it_before_anything_is_written(string tool, int writes)
    {
        using var trial = new ActionTrial(Server);
        var draft = await PreparedAsync(trial, tool, 1);

        var outcome = await trial.ExecuteAsync(ActionTrial.Approved(draft, tool switch
        {
            "odoo.internal_transfer" => Server.Caller(new ErpCredential(Server.Stockkeeper.Login, "withdrawn")),
            "odoo.change_promised_date" or "odoo.confirm_quotation" => Salesperson,
            _ => Stockkeeper,
        }));

        Assert.True(outcome.Kind == ActionOutcomeKind.NotDone, $"{tool}: {outcome.Kind} {outcome.Summary}");
        Assert.Matches("may not|refused the login|does not exist", outcome.Summary);
        Assert.Equal(0, trial.Connection.Written);
        Assert.True(writes > 0);
    }

    [SkippableFact]
    public async Task A_permit_for_another_draft_opens_nothing()
    {
        using var trial = new ActionTrial(Server);
        var draft = await PreparedAsync(trial, "odoo.post_note", 1);
        var other = draft with { Execution = (JsonObject)draft.Execution.DeepClone() };
        other.Execution["message"] = "something else";
        var permit = new ToolPermit("e", draft.Tool, string.Empty, Admin.Id, draft.Fingerprint());

        await Assert.ThrowsAsync<InvalidOperationException>(() => trial.Tool(draft.Tool).ExecuteAsync(ActionTrial.Approved(other, Admin), permit, None));
        Assert.Equal(0, trial.Connection.Written);
    }

    [SkippableFact]
    public async Task What_somebody_else_did_meanwhile_is_said_and_not_claimed()
    {
        using var trial = new ActionTrial(Server);
        var other = Assert.Single(await FindAsync("res.users", OdooDomain.Where("login", "=", Server.Salesperson.Login))).Id;
        var order = await QuotationAsync(await PartnerAsync("buyer"), await ProductAsync("A"), more: new() { ["user_id"] = other });
        var draft = await trial.DraftAsync(Admin, "odoo.change_promised_date", new JsonObject { ["order"] = (await ReadAsync("sale.order", order, "name")).Text("name"), ["promised"] = "2031-03-04" });
        await CallAsAsync(Salesperson, "sale.order", "write", new[] { draft.Records[0].Record.Id }, new Dictionary<string, object?> { ["commitment_date"] = draft.Execution["promised"]!.GetValue<string>() });

        var outcome = await trial.ExecuteAsync(ActionTrial.Approved(draft, Admin));

        Assert.Equal(ActionOutcomeKind.NotDone, outcome.Kind);
        Assert.Contains("Somebody else", outcome.Summary, StringComparison.Ordinal);
        Assert.Equal(0, trial.Connection.Written);
    }

    private Task<ActionDraft> PreparedAsync(ActionTrial trial, string tool, int turn) => new ActionShapes(this).PreparedAsync(trial, tool, turn);

    private Task OnceAsync(ActionTrial trial, string tool, ActionOrder order) => new ActionShapes(this).OnceAsync(trial, tool, order);
}
