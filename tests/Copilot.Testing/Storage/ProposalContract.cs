using Copilot.Contracts;
using Copilot.Governance.Approvals;
using Copilot.Host.Storage;
using Copilot.Testing.Approvals;
using Copilot.Testing.Conversation;
using Xunit;

namespace Copilot.Testing.Storage;

/// <summary>Approved actions run once, whatever breaks and wherever; nothing is lost, and the trail holds every step.</summary>
public abstract class ProposalContract(StoreUnderTest store) : StoreContract(store)
{
    private readonly PracticeClock clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly PracticeErp erp = new();

    internal override IReadOnlyList<SchemaStep> Steps => ActionHouse.Steps;

    [SkippableFact]
    public async Task What_the_requester_confirms_runs_once_with_the_requesters_rights()
    {
        await using var house = House(Node());
        var proposal = (await house.ProposeAsync(ActionHouse.Rep)).Proposal!;
        Assert.Equal((ProposalState.Proposed, "requester", true), (proposal.State, proposal.ApproverRole, proposal.MayApprove));
        Assert.Empty(erp.Written);

        var verdict = await house.ApproveAsync(ActionHouse.Rep, proposal, proposal.Fingerprint);
        Assert.Equal((ApprovalVerdictKind.Taken, ProposalState.Done), (verdict.Kind, verdict.Proposal!.State));
        Assert.Equal([proposal.Reference], erp.Written);
        Assert.Equal([ActionHouse.Rep.Id], erp.RanAs);
        Assert.True(verdict.Proposal.CanUndo);
        await WholeAsync(house, "proposed", "approved", "began", "ended");
    }

    [SkippableFact]
    public async Task Of_many_approvals_at_once_over_two_nodes_one_runs()
    {
        erp.Amount = 2000;
        await using var one = House(Node());
        await using var two = House(Node());
        var proposal = (await one.ProposeAsync(ActionHouse.Rep)).Proposal!;
        Assert.False(proposal.MayApprove);
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).ApproveAsync(i % 3 == 0 ? ActionHouse.Person(RoleNames.OperationsManager, $"-{i}") : ActionHouse.Boss, proposal))));
        Assert.Single(verdicts, v => v.Kind == ApprovalVerdictKind.Taken);
        Assert.All(verdicts.Where(v => v.Kind != ApprovalVerdictKind.Taken), v => Assert.Equal(ApprovalVerdictKind.TooLate, v.Kind));
        Assert.Equal([proposal.Reference], erp.Written);
        await Task.WhenAll(one.TendAsync(), two.TendAsync());
        Assert.Single(erp.Written);
        await WholeAsync(one);
    }

    [SkippableFact]
    public async Task Two_persons_are_two_different_people_and_the_last_ones_rights_count()
    {
        erp.Amount = 9000;
        await using var house = House(Node());
        var proposal = (await house.ProposeAsync(ActionHouse.Rep)).Proposal!;
        Assert.Equal(2, proposal.ApprovalsMissing);
        var first = await house.ApproveAsync(ActionHouse.Boss, proposal);
        Assert.Equal((ProposalState.Proposed, 1), (first.Proposal!.State, first.Proposal.ApprovalsMissing));
        Assert.Equal(ApprovalVerdictKind.TooLate, (await house.ApproveAsync(ActionHouse.Boss, proposal)).Kind);
        Assert.Empty(erp.Written);
        Assert.Equal(ProposalState.Done, (await house.ApproveAsync(ActionHouse.Books, proposal)).Proposal!.State);
        Assert.Equal([ActionHouse.Books.Id], erp.RanAs);
        Assert.Equal(["operations-manager", "accountant"], erp.Orders.Single().ApprovedBy);
    }

    [SkippableFact]
    public async Task Nobody_approves_more_of_their_own_than_the_rules_allow_or_what_is_another_roles()
    {
        erp.Amount = 600;
        await using var house = House(Node());
        var own = (await house.ProposeAsync(ActionHouse.Rep)).Proposal!;
        Assert.Equal("operations-manager", own.ApproverRole);
        Assert.Equal(ApprovalVerdictKind.NotYours, (await house.ApproveAsync(ActionHouse.Rep, own)).Kind);

        // The accountant has no part in it, and does not learn that it exists.
        Assert.Equal(ApprovalVerdictKind.NotFound, (await house.ApproveAsync(ActionHouse.Books, own)).Kind);
        Assert.Null(await house.Desk.FindAsync(ActionHouse.Books, own.Id, None));
        Assert.NotNull(await house.Desk.FindAsync(ActionHouse.Person(RoleNames.Auditor), own.Id, None));
        Assert.Equal(ApprovalVerdictKind.NotFound, (await house.ApproveAsync(ActionHouse.Boss with { Tenant = "other" }, own)).Kind);

        erp.Amount = 20_000;
        var bosses = (await house.ProposeAsync(ActionHouse.Boss, "2026-12-02")).Proposal!;
        Assert.Equal(ApprovalVerdictKind.NotYours, (await house.ApproveAsync(ActionHouse.Boss, bosses)).Kind);
        Assert.Empty(erp.Written);
    }

    [SkippableFact]
    public async Task A_rejection_keeps_its_reason_and_the_requester_may_withdraw()
    {
        erp.Amount = 2000;
        await using var house = House(Node());
        var proposal = (await house.ProposeAsync(ActionHouse.Rep)).Proposal!;
        var rejected = (await house.RejectAsync(ActionHouse.Boss, proposal, "The customer agreed to the old date.")).Proposal!;
        Assert.Equal(ProposalState.Rejected, rejected.State);
        Assert.Equal("The customer agreed to the old date.", (await house.SeeAsync(ActionHouse.Rep, proposal)).Decisions.Single().Comment);
        Assert.Equal(ApprovalVerdictKind.TooLate, (await house.ApproveAsync(ActionHouse.Boss, proposal)).Kind);
        var second = (await house.ProposeAsync(ActionHouse.Rep)).Proposal!;
        Assert.Equal(ProposalState.Rejected, (await house.RejectAsync(ActionHouse.Rep, second)).Proposal!.State);
        Assert.Empty(erp.Written);
        await WholeAsync(house);
    }

    [SkippableFact]
    public async Task What_has_lapsed_does_nothing_whoever_approves_it()
    {
        await using var house = House(Node());
        var proposal = (await house.ProposeAsync(ActionHouse.Rep)).Proposal!;
        var other = (await house.ProposeAsync(ActionHouse.Rep, "2026-12-02")).Proposal!;
        clock.Move(TimeSpan.FromHours(24));
        Assert.Equal(ApprovalVerdictKind.Expired, (await house.ApproveAsync(ActionHouse.Rep, proposal)).Kind);
        await house.TendAsync();
        Assert.Equal(ProposalState.Expired, (await house.SeeAsync(ActionHouse.Rep, other)).State);
        Assert.Empty(erp.Written);
        await WholeAsync(house, "proposed", "proposed", "lapsed", "lapsed");
    }

    [SkippableFact]
    public async Task The_same_action_asked_again_while_it_waits_is_the_same_proposal()
    {
        await using var one = House(Node());
        await using var two = House(Node());
        var proposals = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).ProposeAsync(ActionHouse.Rep))));
        Assert.Single(proposals.Select(p => p.Proposal!.Id).Distinct());
        Assert.NotEqual(proposals[0].Proposal!.Id, (await one.ProposeAsync(ActionHouse.Rep, "2026-12-24")).Proposal!.Id);
        Assert.NotEqual(proposals[0].Proposal!.Id, (await one.ProposeAsync(ActionHouse.Books)).Proposal!.Id);
    }

    [SkippableFact]
    public async Task An_approval_of_something_else_than_what_was_shown_is_not_taken()
    {
        await using var house = House(Node());
        var proposal = (await house.ProposeAsync(ActionHouse.Rep)).Proposal!;
        Assert.Equal(ApprovalVerdictKind.TooLate, (await house.ApproveAsync(ActionHouse.Rep, proposal, new string('0', 64))).Kind);
        Assert.Empty(erp.Written);
    }

    [SkippableTheory]
    [InlineData(ErpTrouble.LostAfter)]
    [InlineData(ErpTrouble.ThrowsAfter)]
    public async Task An_answer_that_was_lost_is_looked_up_and_nothing_is_repeated(ErpTrouble trouble)
    {
        await using var house = House(Node());
        erp.Next(trouble);
        var proposal = (await house.ProposeAsync(ActionHouse.Rep)).Proposal!;
        var after = (await house.ApproveAsync(ActionHouse.Rep, proposal)).Proposal!;
        Assert.Equal((ProposalState.Done, ActionOutcomeKind.Done), (after.State, after.Outcome!.Kind));
        Assert.Equal([proposal.Reference], erp.Written);
        await WholeAsync(house);
    }

    [SkippableFact]
    public async Task A_request_that_never_arrived_runs_again_only_when_it_can_no_longer_arrive()
    {
        await using var house = House(Node());
        erp.Next(ErpTrouble.LostBefore);
        var proposal = (await house.ProposeAsync(ActionHouse.Rep)).Proposal!;
        Assert.Equal(ProposalState.Executing, (await house.ApproveAsync(ActionHouse.Rep, proposal)).Proposal!.State);
        clock.Move(TimeSpan.FromSeconds(30));
        await house.TendAsync();
        Assert.Empty(erp.Written);
        clock.Move(TimeSpan.FromMinutes(5));
        await house.TendAsync();
        Assert.Equal(ProposalState.Done, (await house.SeeAsync(ActionHouse.Rep, proposal)).State);
        Assert.Equal([proposal.Reference], erp.Written);
        await WholeAsync(house);
    }

    [SkippableFact]
    public async Task While_the_business_system_is_down_it_is_tried_again_and_given_up_after_a_while()
    {
        await using var house = House(Node());
        var proposal = (await house.ProposeAsync(ActionHouse.Rep)).Proposal!;
        erp.Next(ErpTrouble.Down);
        Assert.Equal(ProposalState.Approved, (await house.ApproveAsync(ActionHouse.Rep, proposal)).Proposal!.State);
        await house.TendAsync();
        Assert.Empty(erp.Written);
        clock.Move(TimeSpan.FromMinutes(1));
        await house.TendAsync();
        Assert.Equal(ProposalState.Done, (await house.SeeAsync(ActionHouse.Rep, proposal)).State);

        erp.IsDown = true;
        var other = (await house.ProposeAsync(ActionHouse.Rep, "2026-12-02")).Proposal!;
        await house.ApproveAsync(ActionHouse.Rep, other);
        for (var i = 0; i < 20; i++)
        {
            clock.Move(TimeSpan.FromMinutes(30));
            await house.TendAsync();
        }

        var failed = await house.SeeAsync(ActionHouse.Rep, other);
        Assert.Equal((ProposalState.Failed, ActionOutcomeKind.NotYet), (failed.State, failed.Outcome!.Kind));
        Assert.InRange(erp.Orders.Count(o => o.ProposalId == other.Id), 2, 10);
        Assert.Single(erp.Written);
        await WholeAsync(house);
    }

    [SkippableFact]
    public async Task An_approval_does_not_outlive_its_proposal_while_the_business_system_is_down()
    {
        await using var house = House(Node());
        var proposal = (await house.ProposeAsync(ActionHouse.Rep)).Proposal!;
        erp.Next(ErpTrouble.Down);
        await house.ApproveAsync(ActionHouse.Rep, proposal);
        clock.Move(TimeSpan.FromHours(25));
        await house.TendAsync();
        Assert.Equal(ProposalState.Expired, (await house.SeeAsync(ActionHouse.Rep, proposal)).State);
        Assert.Empty(erp.Written);
    }

    [SkippableFact]
    public async Task A_record_changed_since_is_not_written_and_an_account_that_is_gone_neither()
    {
        await using var house = House(Node());
        var proposal = (await house.ProposeAsync(ActionHouse.Rep)).Proposal!;
        erp.Version = "2026-11-23 08:59:00";
        var after = (await house.ApproveAsync(ActionHouse.Rep, proposal)).Proposal!;
        Assert.Equal((ProposalState.Failed, ActionOutcomeKind.NotDone), (after.State, after.Outcome!.Kind));

        var other = (await house.ProposeAsync(ActionHouse.Rep)).Proposal!;
        erp.Next(ErpTrouble.Revoked);
        var revoked = (await house.ApproveAsync(ActionHouse.Rep, other)).Proposal!;
        Assert.Equal(ProposalState.Executing, revoked.State);
        Assert.Empty(erp.Written);
        await WholeAsync(house);
    }

    [SkippableFact]
    public async Task What_is_done_in_part_is_said_in_parts()
    {
        await using var house = House(Node());
        erp.Next(ErpTrouble.Partly);
        var proposal = (await house.ProposeAsync(ActionHouse.Rep)).Proposal!;
        var after = (await house.ApproveAsync(ActionHouse.Rep, proposal)).Proposal!;
        Assert.Equal((ProposalState.Failed, ActionOutcomeKind.Partly), (after.State, after.Outcome!.Kind));
        Assert.Equal([true, false], after.Outcome.Steps.Select(s => s.Done));
    }

    [SkippableTheory]
    [InlineData(ErpTrouble.HangsBefore, 0)]
    [InlineData(ErpTrouble.HangsAfter, 1)]
    public async Task A_node_that_dies_while_it_writes_leaves_it_to_another_which_writes_nothing_twice(ErpTrouble trouble, int written)
    {
        var first = Node();
        await using var dying = House(first);
        await using var other = House(Node());
        erp.Next(trouble);
        var proposal = (await dying.ProposeAsync(ActionHouse.Rep)).Proposal!;
        using var leaves = new CancellationTokenSource();
        var approving = dying.Desk.DecideAsync(ActionHouse.Rep, proposal.Id, new ApprovalDecision(DecisionKind.Approved, "rest"), leaves.Token);
        await erp.Hanging.Task;
        await leaves.CancelAsync();
        Assert.Equal(ProposalState.Executing, (await approving).Proposal!.State);
        Assert.Equal(written, erp.Written.Count);

        // While the first lives, nobody touches what it does.
        await other.TendAsync();
        Assert.Equal(ProposalState.Executing, (await other.SeeAsync(ActionHouse.Rep, proposal)).State);
        await LeaveAsync(first);
        for (var i = 0; i < 4; i++)
        {
            await other.TendAsync();
            clock.Move(TimeSpan.FromSeconds(70));
        }

        await other.TendAsync();
        Assert.Equal(ProposalState.Done, (await other.SeeAsync(ActionHouse.Rep, proposal)).State);
        Assert.Equal([proposal.Reference], erp.Written);
        await WholeAsync(other);
    }

    [SkippableFact]
    public async Task A_node_that_dies_between_the_decision_and_the_writing_loses_nothing()
    {
        var first = Node();
        await using var dying = House(first);
        await using var other = House(Node());
        var proposal = (await dying.ProposeAsync(ActionHouse.Rep)).Proposal!;

        // The decision is there, its execution never began: as after a kill between the two.
        await dying.Store.ChangeAsync("default", proposal.Id, (p, _) => new ProposalChange(p with { State = ProposalState.Approved }, ActionHouse.Rep.Id, "approved")
        {
            Decision = new KeptDecision(ActionHouse.Rep, new ProposalDecision("r", DecisionKind.Approved, clock.GetUtcNow())),
        }, None);
        await LeaveAsync(first);
        await other.TendAsync();
        await other.TendAsync();
        Assert.Equal(ProposalState.Done, (await other.SeeAsync(ActionHouse.Rep, proposal)).State);
        Assert.Equal([proposal.Reference], erp.Written);
    }

    [SkippableFact]
    public async Task A_draft_changed_in_the_store_is_not_written()
    {
        await using var house = House(Node());
        var proposal = (await house.ProposeAsync(ActionHouse.Rep)).Proposal!;
        await ExecuteAsync("update proposal set kept = replace(kept, '2026-12-01', '2027-12-01')");
        var after = (await house.ApproveAsync(ActionHouse.Rep, proposal)).Proposal!;
        Assert.Equal((ProposalState.Failed, ActionOutcomeKind.NotDone), (after.State, after.Outcome!.Kind));
        Assert.Empty(erp.Written);
    }

    [SkippableFact]
    public async Task Rules_that_became_stricter_since_the_decision_hold_at_execution()
    {
        var proposal = default(Proposal);
        await using (var before = House(Node()))
        {
            proposal = (await before.ProposeAsync(ActionHouse.Rep)).Proposal!;
        }

        await using var after = House(Node(), "rules: [{ name: no-dates, say: never, when: { tools: [practice.move_date] } }]");
        var refused = (await after.ApproveAsync(ActionHouse.Rep, proposal)).Proposal!;
        Assert.Equal((ProposalState.Failed, ActionOutcomeKind.NotDone), (refused.State, refused.Outcome!.Kind));
        Assert.Empty(erp.Written);
    }

    [SkippableFact]
    public async Task What_is_done_is_taken_back_by_a_proposal_of_its_own_once()
    {
        await using var house = House(Node());
        var proposal = (await house.ProposeAsync(ActionHouse.Rep)).Proposal!;
        await house.ApproveAsync(ActionHouse.Rep, proposal);
        Assert.Equal(ApprovalVerdictKind.NotFound, (await house.Desk.UndoAsync(ActionHouse.Boss, proposal.Id, "rest", None)).Kind);
        var undo = await house.Desk.UndoAsync(ActionHouse.Rep, proposal.Id, "rest", None);
        Assert.Equal((ApprovalVerdictKind.Taken, proposal.Id, ProposalState.Proposed), (undo.Kind, undo.Proposal!.UndoOf, undo.Proposal.State));
        Assert.Equal(ApprovalVerdictKind.TooLate, (await house.Desk.UndoAsync(ActionHouse.Rep, proposal.Id, "rest", None)).Kind);
        Assert.Equal(ProposalState.Done, (await house.ApproveAsync(ActionHouse.Rep, undo.Proposal)).Proposal!.State);
        Assert.Equal(2, erp.Written.Distinct().Count());
    }

    [SkippableFact]
    public async Task What_may_run_at_once_runs_once_and_never_for_a_program_or_after_text_that_gives_orders()
    {
        await using var house = House(Node(), "rules: [{ name: free, say: run, when: { tools: [practice.move_date] } }]");
        Assert.Equal(ProposalState.Done, (await house.ProposeAsync(ActionHouse.Rep)).Proposal!.State);
        Assert.Single(erp.Written);
        Assert.Equal(ProposalState.Proposed, (await house.ProposeAsync(ActionHouse.Rep, channel: "mcp")).Proposal!.State);
        Assert.Equal(ProposalState.Proposed, (await house.ProposeAsync(ActionHouse.Rep, "2026-12-02", signals: ["outside_speaks_to_machines"])).Proposal!.State);
        Assert.Single(erp.Written);
    }

    [SkippableFact]
    public async Task Every_change_at_any_node_is_news_once_with_its_latest_number()
    {
        erp.Amount = 2000;
        await using var one = House(Node());
        await using var two = House(Node());
        Assert.Equal(0, await one.Feed.LatestAsync(None));
        var first = (await one.ProposeAsync(ActionHouse.Rep)).Proposal!;
        var second = (await two.ProposeAsync(ActionHouse.Rep, "2026-12-02")).Proposal!;
        var known = await one.Feed.LatestAsync(None);
        Assert.Equal([first.Id, second.Id], (await two.Feed.AfterAsync(0, None)).Select(n => n.ProposalId));
        Assert.Empty(await two.Feed.AfterAsync(known, None));

        // The same again is no change; an approval, the beginning and the end are three.
        await two.ProposeAsync(ActionHouse.Rep, "2026-12-02");
        Assert.Equal(known, await one.Feed.LatestAsync(None));
        await two.ApproveAsync(ActionHouse.Boss, first);
        var news = Assert.Single(await one.Feed.AfterAsync(known, None));
        Assert.Equal((first.Id, "default", known + 3), (news.ProposalId, news.Tenant, news.Number));
    }

    [SkippableFact]
    public async Task News_is_shown_only_to_those_who_may_see_the_proposal_and_to_each_as_it_is_for_them()
    {
        erp.Amount = 2000;
        await using var house = House(Node());
        var proposal = (await house.ProposeAsync(ActionHouse.Rep)).Proposal!;
        var seen = await house.Feed.ShowAsync("default", proposal.Id, [ActionHouse.Books, ActionHouse.Rep, ActionHouse.Boss, ActionHouse.Boss with { Tenant = "other" }], None);
        Assert.Equal([(ActionHouse.Rep.Id, true, false), (ActionHouse.Boss.Id, false, true)], seen.Select(s => (s.Reader.Id, s.IsOwn, s.Proposal.MayApprove)));
        Assert.Empty(await house.Feed.ShowAsync("other", proposal.Id, [ActionHouse.Boss], None));
        Assert.Empty(await house.Feed.ShowAsync("default", "nothing", [ActionHouse.Boss], None));
    }

    private ActionHouse House(INodes node, string rules = ActionHouse.Rules) => new(Another(), node, Store.Folder, erp, clock, rules);

    /// <summary>The chain verifies, and the steps stand in it.</summary>
    private async Task WholeAsync(ActionHouse house, params string[] steps)
    {
        Assert.True((await house.Audit.VerifyAsync(None)).IsWhole);
        if (steps.Length > 0)
        {
            var said = await Database.ReadAsync(c => Dapper.SqlMapper.Query<string>(c, "select content from audit_entry where kind = 'proposal_changed' order by seq").ToList(), None);
            Assert.Equal(steps, said.Select(s => (string?)System.Text.Json.Nodes.JsonNode.Parse(s)!["why"]));
        }
    }
}
