using Copilot.Contracts;
using Copilot.Governance;
using Copilot.Governance.Budgets;
using Copilot.Governance.Pace;
using Copilot.Governance.Policies.Rulebook;
using Xunit;

namespace Copilot.Testing.Storage;

/// <summary>Budgets and pace, counted over all processes that share a store.</summary>
public abstract class BudgetContract(StoreUnderTest store) : StoreContract(store)
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 10, 9, 0, 30, TimeSpan.Zero);

    private readonly StandingClock clock = new(Morning);

    internal override IReadOnlyList<SchemaStep> Steps => BudgetSchemaStore.Steps;

    [SkippableFact]
    public async Task The_day_steps_down_from_full_to_reduced_to_none_and_the_next_day_is_full()
    {
        var budget = Budget("caller: { tokens: 1000 }");
        Assert.Equal(AllowanceLevel.Full, await UseAsync(budget, "t1", 700));
        Assert.Equal(AllowanceLevel.Full, await UseAsync(budget, "t2", 150));
        Assert.Equal(AllowanceLevel.Reduced, await UseAsync(budget, "t3", 150));
        var spent = await budget.AllowanceAsync(Request("t4"), None);
        Assert.Equal(AllowanceLevel.None, spent.Level);
        Assert.Contains("used up until 01:00, so the rules answer", spent.Reason, StringComparison.Ordinal);
        Assert.Equal(AllowanceLevel.Full, (await budget.AllowanceAsync(Request("t5", "other"), None)).Level);

        clock.Now = Morning.AddDays(1);
        Assert.Equal(AllowanceLevel.Full, (await budget.AllowanceAsync(Request("t6"), None)).Level);
    }

    [SkippableFact]
    public async Task Money_counts_as_tokens_do_and_the_tighter_limit_decides()
    {
        var budget = Budget("caller: { tokens: 1000000, money: 1.00 }");
        await budget.SpendAsync(Request("t1"), new TurnUsage { InputTokens = 10, Cost = 0.8m }, None);
        Assert.Equal(AllowanceLevel.Reduced, (await budget.AllowanceAsync(Request("t2"), None)).Level);
        await budget.SpendAsync(Request("t2"), new TurnUsage { Cost = 0.1999999m }, None);
        Assert.Equal(AllowanceLevel.None, (await budget.AllowanceAsync(Request("t3"), None)).Level);
    }

    [SkippableFact]
    public async Task A_company_and_all_together_have_budgets_of_their_own()
    {
        var budget = Budget("company: { tokens: 100 }\n  tenant: { tokens: 300 }");
        await UseAsync(budget, "t1", 100, "a", company: 1);
        Assert.StartsWith("Your company's", (await budget.AllowanceAsync(Request("t2", "b", 1), None)).Reason, StringComparison.Ordinal);
        Assert.Equal(AllowanceLevel.Full, await UseAsync(budget, "t3", 90, "c", company: 2));
        await UseAsync(budget, "t4", 110, "d", company: 3);
        Assert.StartsWith("The whole service's", (await budget.AllowanceAsync(Request("t5", "e", 4), None)).Reason, StringComparison.Ordinal);
        Assert.Equal(AllowanceLevel.Full, (await budget.AllowanceAsync(Request("t6", "e", 4, "other"), None)).Level);
    }

    [SkippableFact]
    public async Task Two_hundred_turns_at_once_on_four_nodes_get_what_there_is_and_no_more()
    {
        var nodes = Enumerable.Range(0, 4).Select(_ => Budget("caller: { tokens: 10000 }\n  hold: { tokens: 100 }", Another())).ToList();
        var turns = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            var allowance = await nodes[i % 4].AllowanceAsync(Request($"t{i}"), None);
            return (Turn: i, allowance.Level);
        })));

        // 80 full ones at 100 bring it to 80 percent, 40 reduced ones at 50 to the end.
        Assert.Equal((80, 40, 80), (turns.Count(t => t.Level == AllowanceLevel.Full), turns.Count(t => t.Level == AllowanceLevel.Reduced), turns.Count(t => t.Level == AllowanceLevel.None)));

        await Task.WhenAll(turns.Where(t => t.Level != AllowanceLevel.None).Select(t => Task.Run(() => nodes[(t.Turn + 1) % 4].SpendAsync(Request($"t{t.Turn}"), new TurnUsage { InputTokens = 60, OutputTokens = 20 }, None))));
        Assert.Equal(120 * 80, await ScalarAsync<long>("select tokens from model_spend where scope = 'caller'"));
        Assert.Equal(0, await ScalarAsync<long>("select count(*) from model_hold"));
    }

    [SkippableFact]
    public async Task What_a_dead_turn_set_aside_comes_back_and_asking_twice_sets_aside_once()
    {
        var budget = Budget("caller: { tokens: 100 }\n  hold: { tokens: 100 }");
        Assert.Equal(AllowanceLevel.Full, (await budget.AllowanceAsync(Request("dead"), None)).Level);
        Assert.Equal(AllowanceLevel.Full, (await budget.AllowanceAsync(Request("dead"), None)).Level);
        Assert.Equal(AllowanceLevel.None, (await budget.AllowanceAsync(Request("next"), None)).Level);
        clock.Now += TimeSpan.FromMinutes(16);
        Assert.Equal(AllowanceLevel.Full, (await budget.AllowanceAsync(Request("next"), None)).Level);
    }

    [SkippableFact]
    public async Task A_turn_over_midnight_is_paid_by_the_day_it_began()
    {
        var budget = Budget("caller: { tokens: 1000 }");
        clock.Now = new DateTimeOffset(2026, 3, 10, 23, 57, 0, TimeSpan.Zero);
        await budget.AllowanceAsync(Request("t1"), None);
        clock.Now += TimeSpan.FromMinutes(5);
        await budget.SpendAsync(Request("t1"), new TurnUsage { InputTokens = 7 }, None);
        Assert.Equal("2026-03-10", await ScalarAsync<string>("select day from model_spend where scope = 'caller'"));
    }

    [SkippableFact]
    public async Task A_turn_that_cost_nothing_leaves_nothing()
    {
        var budget = Budget("caller: { tokens: 1000 }");
        await UseAsync(budget, "t1", 0);
        Assert.Equal(0, await ScalarAsync<long>("select (select count(*) from model_spend) + (select count(*) from model_hold)"));
    }

    [SkippableFact]
    public async Task The_pace_holds_over_nodes_that_ask_at_once()
    {
        var nodes = Enumerable.Range(0, 4).Select(_ => new QuestionLimit(new PaceStore(Another()), new GovernanceOptions { QuestionsPerMinute = 50 }, clock)).ToList();
        var taken = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(async () => await nodes[i % 4].TakeAsync(Request("t").Caller, None))));
        Assert.InRange(taken.Count(t => t), 25, 50);
        clock.Now += TimeSpan.FromMinutes(1);
        Assert.True(await nodes[0].TakeAsync(Request("t").Caller, None));
    }

    [SkippableFact]
    public async Task Many_questions_at_once_take_no_more_than_they_need_and_the_end_of_a_minute_refuses_nobody()
    {
        var turning = new TurningClock(Morning, 100);
        var node = new QuestionLimit(new PaceStore(Another()), new GovernanceOptions { QuestionsPerMinute = 200 }, turning);
        var taken = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () => await node.TakeAsync(Request("t").Caller, None))));
        Assert.All(taken, Assert.True);
        Assert.InRange(await ScalarAsync<long>("select taken from question_pace"), 1, 200);
    }

    /// <summary>A clock on which a minute is over after it was looked at so many times.</summary>
    private sealed class TurningClock(DateTimeOffset start, int looks) : TimeProvider
    {
        private int looked;

        public override DateTimeOffset GetUtcNow() => start.AddMinutes(Interlocked.Increment(ref looked) > looks ? 1 : 0);
    }

    private static TurnRequest Request(string turn, string caller = "demo:sales-rep", int company = 1, string tenant = "default") => new()
    {
        TurnId = turn,
        ConversationId = "c",
        Question = "q",
        Channel = "web",
        Caller = new Caller { Id = caller, DisplayName = "x", Roles = [RoleNames.SalesRep], Companies = [new CompanyRef(company, "Company")], Tenant = tenant },
    };

    private static async Task<AllowanceLevel> UseAsync(ModelBudget budget, string turn, int tokens, string caller = "demo:sales-rep", int company = 1)
    {
        var allowance = await budget.AllowanceAsync(Request(turn, caller, company), None);
        await budget.SpendAsync(Request(turn, caller, company), new TurnUsage { InputTokens = tokens }, None);
        return allowance.Level;
    }

    private ModelBudget Budget(string budgets, IStoreDatabase? database = null) => new(
        PolicyFileReader.Read("p.yaml", $$"""
            version: 1
            grants: {}
            models: { cloud: { may_read: [], hide: [] }, in-house: { may_read: [], hide: [] } }
            budgets:
            {{(budgets.Contains("hold", StringComparison.Ordinal) ? string.Empty : "  hold: { tokens: 1 }")}}
              {{budgets}}
            """),
        new BudgetStore(database ?? Database),
        clock);

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
