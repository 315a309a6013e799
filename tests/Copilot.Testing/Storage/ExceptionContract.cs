using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;
using Copilot.Testing.Approvals;
using Copilot.Testing.Conversation;
using Copilot.Testing.Exceptions;
using Xunit;

namespace Copilot.Testing.Storage;

/// <summary>Exceptions over time: the same trouble is the same case, what people said stays said, one node watches, and whoever asks learns when the watch stands still.</summary>
public abstract class ExceptionContract(StoreUnderTest store) : StoreContract(store)
{
    private const string Tenant = "default";

    private static readonly Caller Rep = ActionHouse.Rep;

    private readonly PracticeClock clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly PracticeChanges erp = new();

    internal override IReadOnlyList<SchemaStep> Steps => CaseSchemaStore.Steps;

    [SkippableFact]
    public async Task The_same_trouble_found_again_is_the_same_case()
    {
        var house = House();
        house[Taxonomy.StockOut].Cases.Add(WatchHouse.Some(Taxonomy.StockOut, "1@1"));
        await SweepAsync(house);
        var first = Assert.Single(await OpenAsync(house));
        house[Taxonomy.StockOut].Cases[0] = WatchHouse.Some(Taxonomy.StockOut, "1@1", summary: "It is 12 now.");
        await SweepAsync(house);
        var second = Assert.Single(await OpenAsync(house));
        Assert.Equal((first.Id, first.FirstSeen, first.NewsAt), (second.Id, second.FirstSeen, second.NewsAt));
        Assert.Equal("It is 12 now.", second.Found.Summary);
        Assert.Equal(clock.GetUtcNow(), second.LastSeen);
        Assert.Equal(["found"], (await house.Cases.EventsAsync(first.Id, None)).Select(e => e.What));
    }

    [SkippableFact]
    public async Task What_is_no_longer_found_is_resolved_and_comes_back_as_the_same_case()
    {
        var house = House();
        house[Taxonomy.StockOut].Cases.Add(WatchHouse.Some(Taxonomy.StockOut, "1@1"));
        await SweepAsync(house);
        var id = Assert.Single(await OpenAsync(house)).Id;
        house[Taxonomy.StockOut].Cases.Clear();
        await SweepAsync(house);
        Assert.Empty(await OpenAsync(house));
        var gone = await FindAsync(house, id);
        Assert.Equal((ExceptionState.Resolved, "passed", true), (gone.State, gone.Outcome, gone.Gone));
        Assert.Equal(TimeSpan.FromMinutes(16), gone.OpenFor);

        house[Taxonomy.StockOut].Cases.Add(WatchHouse.Some(Taxonomy.StockOut, "1@1"));
        await SweepAsync(house);
        var back = Assert.Single(await OpenAsync(house));
        Assert.Equal((id, ExceptionState.New, 2, (string?)null), (back.Id, back.State, back.Times, back.Outcome));
        Assert.True(back.NewsAt > back.FirstSeen);
        Assert.Equal(["found", "gone", "found_again"], (await house.Cases.EventsAsync(id, None)).Select(e => e.What));
    }

    [SkippableFact]
    public async Task What_was_dismissed_stays_so_with_its_reason_until_it_was_gone_or_is_much_graver()
    {
        var house = House();
        house[Taxonomy.CreditHold].Cases.Add(WatchHouse.Some(Taxonomy.CreditHold, "7", amount: 100));
        await SweepAsync(house);
        var id = Assert.Single(await OpenAsync(house)).Id;
        await house.Cases.ChangeAsync(Tenant, id, k => CaseLife.Settle(k, Rep, ExceptionState.Dismissed, "The customer has paid.", clock.GetUtcNow()), None);
        for (var i = 0; i < 30; i++)
        {
            await SweepAsync(house);
        }

        var dismissed = await FindAsync(house, id);
        Assert.Equal((ExceptionState.Dismissed, "The customer has paid.", "overridden", Rep.DisplayName), (dismissed.State, dismissed.Reason, dismissed.Outcome, dismissed.SettledBy));

        house[Taxonomy.CreditHold].Cases[0] = WatchHouse.Some(Taxonomy.CreditHold, "7", amount: 100_000);
        await SweepAsync(house);
        Assert.Equal((ExceptionState.New, (string?)null), ((await FindAsync(house, id)).State, (await FindAsync(house, id)).Reason));
    }

    [SkippableFact]
    public async Task What_somebody_called_resolved_may_still_be_found_for_a_while_and_then_is_open_again()
    {
        var house = House();
        house[Taxonomy.PickFailure].Cases.Add(WatchHouse.Some(Taxonomy.PickFailure, "p"));
        await SweepAsync(house);
        var id = Assert.Single(await OpenAsync(house)).Id;
        await house.Cases.ChangeAsync(Tenant, id, k => CaseLife.Settle(k, Rep, ExceptionState.Resolved, null, clock.GetUtcNow()), None);
        await SweepAsync(house);
        Assert.Equal(ExceptionState.Resolved, (await FindAsync(house, id)).State);
        clock.Move(TimeSpan.FromHours(4));
        await SweepAsync(house);
        Assert.Equal(ExceptionState.New, (await FindAsync(house, id)).State);
    }

    [SkippableFact]
    public async Task A_case_that_became_much_graver_is_news_again_and_one_that_did_not_is_not()
    {
        var house = House();
        house[Taxonomy.StockOut].Cases.Add(WatchHouse.Some(Taxonomy.StockOut, "1@1", amount: 50));
        await SweepAsync(house);
        var first = Assert.Single(await house.Cases.NewsAsync(Tenant, DateTimeOffset.MinValue, 10, None));
        house[Taxonomy.StockOut].Cases[0] = WatchHouse.Some(Taxonomy.StockOut, "1@1", amount: 60);
        await SweepAsync(house);
        Assert.Empty(await house.Cases.NewsAsync(Tenant, first.NewsAt, 10, None));
        house[Taxonomy.StockOut].Cases[0] = WatchHouse.Some(Taxonomy.StockOut, "1@1", amount: 90_000);
        await SweepAsync(house);
        Assert.Single(await house.Cases.NewsAsync(Tenant, first.NewsAt, 10, None));
    }

    [SkippableFact]
    public async Task The_outcome_follows_the_proposals_that_were_made()
    {
        var house = House();
        house[Taxonomy.LateReceipt].Cases.AddRange([WatchHouse.Some(Taxonomy.LateReceipt, "1"), WatchHouse.Some(Taxonomy.LateReceipt, "2")]);
        await SweepAsync(house);
        var cases = (await OpenAsync(house)).OrderBy(c => c.Found.Key, StringComparer.Ordinal).ToList();
        foreach (var (kept, end) in cases.Zip([ProposalState.Done, ProposalState.Rejected]))
        {
            await house.Cases.ChangeAsync(Tenant, kept.Id, k => CaseLife.Propose(k, Rep, Proposal("p" + k.Found.Key), clock.GetUtcNow()), None);
            Assert.Equal(ExceptionState.Acting, (await FindAsync(house, kept.Id)).State);
            await house.Cases.ChangeAsync(Tenant, kept.Id, k => CaseLife.Follow(k, k.Proposals[0] with { State = end }, clock.GetUtcNow()), None);
        }

        Assert.Equal([ExceptionState.Acting, ExceptionState.Seen], [(await FindAsync(house, cases[0].Id)).State, (await FindAsync(house, cases[1].Id)).State]);
        house[Taxonomy.LateReceipt].Cases.Clear();
        await SweepAsync(house);
        Assert.Equal(("accepted", "passed"), ((await FindAsync(house, cases[0].Id)).Outcome, (await FindAsync(house, cases[1].Id)).Outcome));
    }

    [SkippableFact]
    public async Task A_scan_and_a_word_at_once_lose_nothing()
    {
        var house = House();
        house[Taxonomy.StockOut].Cases.AddRange(Enumerable.Range(0, 20).Select(i => WatchHouse.Some(Taxonomy.StockOut, $"{i}")));
        await SweepAsync(house);
        var cases = await OpenAsync(house);
        clock.Move(TimeSpan.FromMinutes(16));
        await Task.WhenAll([Task.Run(() => house.Watch.TendAsync(None)), .. cases.Select(c => Task.Run(() => house.Cases.ChangeAsync(Tenant, c.Id, k => CaseLife.Settle(k, Rep, ExceptionState.Acting, null, clock.GetUtcNow()), None)))]);
        Assert.All(await OpenAsync(house), c => Assert.Equal(ExceptionState.Acting, c.State));
    }

    [SkippableFact]
    public async Task Of_two_nodes_one_watches_and_the_other_takes_over_when_it_is_gone()
    {
        var first = Node();
        var (one, two) = (House(first), House(Node()));
        Assert.True(await one.Watch.TendAsync(None));
        clock.Move(TimeSpan.FromSeconds(40));
        Assert.False(await two.Watch.TendAsync(None));
        Assert.True(await one.Watch.TendAsync(None));
        await LeaveAsync(first);
        clock.Move(TimeSpan.FromSeconds(40));
        Assert.True(await two.Watch.TendAsync(None));
        Assert.Equal((1, 1), (one[Taxonomy.StockOut].Asked, two[Taxonomy.StockOut].Asked + 1));
    }

    [SkippableFact]
    public async Task A_node_that_hangs_loses_the_watch_and_what_it_brings_later_is_not_taken()
    {
        var (firstNode, secondNode) = (Node(), Node());
        var (one, two) = (House(firstNode), House(secondNode));
        Assert.True(await one.Watch.TendAsync(None));
        clock.Move(TimeSpan.FromMinutes(2));
        Assert.True(await two.Watch.TendAsync(None));
        var late = new ScanResult([WatchHouse.Some(Taxonomy.StockOut, "late")], [Taxonomy.StockOut], [], new DateOnly(2026, 11, 23));
        Assert.False(await one.Cases.ApplyAsync(Tenant, await firstNode.EnterAsync(None), late, clock.GetUtcNow(), None));
        Assert.Empty(await OpenAsync(two));
    }

    [SkippableFact]
    public async Task Only_what_changes_may_have_touched_is_looked_through_and_the_overlap_is_no_change()
    {
        var house = House();
        var at = clock.GetUtcNow().AddSeconds(-20);
        erp.Write("sale.order", 1, at);
        await SweepAsync(house);
        Assert.Equal((1, 1), (house[Taxonomy.CreditHold].Asked, house[Taxonomy.InvoiceMismatch].Asked));

        // The order lies in the overlap of the next look, and is known.
        await PollAsync(house);
        Assert.Equal((1, 1), (house[Taxonomy.CreditHold].Asked, house[Taxonomy.InvoiceMismatch].Asked));

        // A transaction that began before the latest that was seen, and ended after the look.
        erp.Write("sale.order", 2, at.AddSeconds(-70));
        await PollAsync(house);
        Assert.Equal((2, 1), (house[Taxonomy.CreditHold].Asked, house[Taxonomy.InvoiceMismatch].Asked));

        erp.Write("account.move", 9, clock.GetUtcNow());
        await PollAsync(house);
        Assert.Equal((2, 2), (house[Taxonomy.CreditHold].Asked, house[Taxonomy.InvoiceMismatch].Asked));
        await PollAsync(house);
        Assert.Equal((2, 2), (house[Taxonomy.CreditHold].Asked, house[Taxonomy.InvoiceMismatch].Asked));
    }

    [SkippableFact]
    public async Task It_looks_no_more_often_than_it_was_told_and_sweeps_now_and_then()
    {
        var house = House();
        Assert.True(await house.Watch.TendAsync(None));
        clock.Move(TimeSpan.FromSeconds(29));
        Assert.False(await house.Watch.TendAsync(None));
        clock.Move(TimeSpan.FromSeconds(1));
        Assert.True(await house.Watch.TendAsync(None));
        Assert.Equal(1, house[Taxonomy.StockOut].Asked);
        clock.Move(TimeSpan.FromMinutes(15));
        Assert.True(await house.Watch.TendAsync(None));
        Assert.Equal(2, house[Taxonomy.StockOut].Asked);
    }

    [SkippableFact]
    public async Task A_restart_goes_on_where_the_watch_was_and_begins_nothing_anew()
    {
        var first = Node();
        var before = House(first);
        erp.Write("sale.order", 1, clock.GetUtcNow());
        before[Taxonomy.StockOut].Cases.Add(WatchHouse.Some(Taxonomy.StockOut, "1@1"));
        await SweepAsync(before);
        await LeaveAsync(first);
        var after = House();
        after[Taxonomy.StockOut].Cases.Add(WatchHouse.Some(Taxonomy.StockOut, "1@1"));
        await PollAsync(after);
        Assert.Equal(0, after[Taxonomy.StockOut].Asked);

        // What changed while nobody watched is found.
        erp.Write("stock.move", 4, clock.GetUtcNow());
        await PollAsync(after);
        Assert.Equal(1, after[Taxonomy.StockOut].Asked);
        Assert.Equal(["found"], (await before.Cases.EventsAsync(Assert.Single(await OpenAsync(after)).Id, None)).Select(e => e.What));
    }

    [SkippableFact]
    public async Task A_hint_of_a_webhook_is_followed_at_once_by_the_node_that_watches()
    {
        var (one, two) = (House(), House());
        await SweepAsync(one);
        Assert.True(await two.Watch.HintAsync("purchase.order", None));
        Assert.False(await two.Watch.HintAsync("ir.config_parameter", None));
        Assert.True(await one.Watch.TendAsync(None));
        Assert.Equal((2, 1), (one[Taxonomy.LateReceipt].Asked, one[Taxonomy.CreditHold].Asked));
        Assert.False(await one.Watch.TendAsync(None));
        Assert.Empty(await one.States.HintsAsync(Tenant, None));
    }

    [SkippableFact]
    public async Task While_the_business_system_is_down_cases_stay_and_people_are_told()
    {
        var house = House();
        house[Taxonomy.StockOut].Cases.Add(WatchHouse.Some(Taxonomy.StockOut, "1@1"));
        await SweepAsync(house);
        Assert.Null((await house.Watch.StandingAsync(None)).Stale);
        erp.Fault = OdooFault.Unreachable;
        clock.Move(TimeSpan.FromMinutes(12));
        Assert.True(await house.Watch.TendAsync(None));
        Assert.Single(await OpenAsync(house));
        var stale = (await house.Watch.StandingAsync(None)).Stale;
        Assert.Contains("12 minutes ago", stale, StringComparison.Ordinal);
        Assert.Contains("Odoo can't be reached", stale, StringComparison.Ordinal);
        erp.Fault = null;
        Assert.True(await house.Watch.TendAsync(None));
        Assert.Null((await house.Watch.StandingAsync(None)).Stale);
    }

    [SkippableFact]
    public async Task When_nobody_looks_people_are_told()
    {
        var house = House();
        Assert.Contains("not been looked through yet", (await house.Watch.StandingAsync(None)).Stale, StringComparison.Ordinal);
        await SweepAsync(house);
        clock.Move(TimeSpan.FromHours(3));
        Assert.Contains("3 hours ago", (await house.Watch.StandingAsync(None)).Stale, StringComparison.Ordinal);
        var off = House(options: new ExceptionOptions { Enabled = false });
        Assert.False(await off.Watch.TendAsync(None));
        Assert.Contains("switched off", (await off.Watch.StandingAsync(None)).Stale, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_kind_that_can_not_be_looked_for_keeps_its_cases_and_is_named()
    {
        var house = House();
        house[Taxonomy.InvoiceMismatch].Cases.Add(WatchHouse.Some(Taxonomy.InvoiceMismatch, "5"));
        house[Taxonomy.StockOut].Cases.Add(WatchHouse.Some(Taxonomy.StockOut, "1@1"));
        await SweepAsync(house);
        house[Taxonomy.InvoiceMismatch].Fault = OdooFault.AccessDenied;
        house[Taxonomy.StockOut].Cases.Clear();
        await SweepAsync(house);
        Assert.Equal([Taxonomy.InvoiceMismatch], (await OpenAsync(house)).Select(c => c.Found.Kind));
        Assert.Contains("invoice mismatch", (await house.Watch.StandingAsync(None)).Stale, StringComparison.Ordinal);
        house[Taxonomy.InvoiceMismatch].Fault = null;
        await SweepAsync(house);
        Assert.Null((await house.Watch.StandingAsync(None)).Stale);
    }

    [SkippableFact]
    public async Task Cases_come_by_score_and_other_tenants_have_their_own()
    {
        var house = House();
        house[Taxonomy.StockOut].Cases.AddRange([WatchHouse.Some(Taxonomy.StockOut, "small", amount: 10), WatchHouse.Some(Taxonomy.StockOut, "large", amount: 50_000)]);
        await SweepAsync(house);
        Assert.Equal(["large", "small"], (await OpenAsync(house)).Select(c => c.Found.Key));
        Assert.Empty(await house.Cases.ListAsync("other", all: true, 10, None));
        Assert.Null(await house.Cases.FindAsync("other", (await OpenAsync(house))[0].Id, None));
    }

    [SkippableFact]
    public async Task What_ended_is_found_by_when_it_ended_each_time_with_its_beginning()
    {
        var house = House();
        var begin = clock.GetUtcNow();
        for (var i = 0; i < 2; i++)
        {
            house[Taxonomy.StockOut].Cases.Add(WatchHouse.Some(Taxonomy.StockOut, "1@1"));
            await SweepAsync(house);
            house[Taxonomy.StockOut].Cases.Clear();
            await SweepAsync(house);
        }

        house[Taxonomy.CreditHold].Cases.Add(WatchHouse.Some(Taxonomy.CreditHold, "7"));
        await SweepAsync(house);
        await house.Cases.ChangeAsync(Tenant, Assert.Single(await OpenAsync(house)).Id, k => CaseLife.Settle(k, Rep, ExceptionState.Dismissed, "It is none.", clock.GetUtcNow()), None);

        var (ended, events) = Assert.Single(await house.Cases.EndedAsync(Tenant, begin, clock.GetUtcNow(), 10, None));
        Assert.Equal(Taxonomy.StockOut, ended.Found.Kind);
        Assert.Equal([TimeSpan.FromMinutes(16), TimeSpan.FromMinutes(16)], CaseLife.Ends(events).Select(e => e.Ended - e.Began));
        Assert.Empty(await house.Cases.EndedAsync(Tenant, begin.AddDays(-2), begin.AddDays(-1), 10, None));
        Assert.Empty(await house.Cases.EndedAsync("other", begin, clock.GetUtcNow(), 10, None));
    }

    private static Proposal Proposal(string id) => new()
    {
        Id = id, Tool = "odoo.expedite_receipt", Summary = "Ask the supplier.", Risk = RiskClass.Low, Exposure = new Exposure(0, "EUR"), State = ProposalState.Proposed, ApproverRole = "requester", ExpiresAt = DateTimeOffset.MaxValue,
    };

    private WatchHouse House(INodeRoster? node = null, ExceptionOptions? options = null) => new(Database, node ?? Node(), erp, clock, options);

    private static async Task<IReadOnlyList<KeptCase>> OpenAsync(WatchHouse house) => await house.Cases.ListAsync(Tenant, all: false, 100, None);

    private static async Task<KeptCase> FindAsync(WatchHouse house, string id) => (await house.Cases.FindAsync(Tenant, id, None))!;

    /// <summary>Lets so much time go by that everything is looked through.</summary>
    private async Task SweepAsync(WatchHouse house)
    {
        clock.Move(TimeSpan.FromMinutes(16));
        Assert.True(await house.Watch.TendAsync(None));
    }

    private async Task PollAsync(WatchHouse house)
    {
        clock.Move(TimeSpan.FromSeconds(31));
        Assert.True(await house.Watch.TendAsync(None));
    }
}
