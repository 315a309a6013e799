using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Governance.Policies.Actions;
using Copilot.Governance.Policies.Rulebook;
using Copilot.Testing.Approvals;
using Copilot.Testing.Governance;
using Xunit;

namespace Copilot.Tests.Governance.Policies;

/// <summary>What the rules about actions make of an action: the table of bars.</summary>
public sealed class ActionPolicyTests
{
    private const string Rules = """
        currency: EUR
          own_approval_up_to: { operations-manager: 3000, others: 500 }
          above_own_ask: [operations-manager]
          rules:
            - name: dates
              say: ask_requester
              when: { tools: [practice.move_date] }
              above:
                - { amount: 1000, say: ask_role, roles: [operations-manager] }
                - { amount: 5000, say: two_persons, roles: [operations-manager, accountant] }
            - name: thin
              say: ask_role
              roles: [accountant]
              when: { tools: [practice.move_date], margin_below: 0.1 }
            - name: unsure
              say: ask_role
              roles: [operations-manager]
              when: { confidence_below: 0.5 }
            - name: high
              say: never
              when: { risk: [high] }
            - name: packaging
              say: two_persons
              roles: [accountant]
              when: { companies: [Meridian Packaging], tools: [practice.*] }
        """;

    [Theory]
    [InlineData(100, "EUR", "0.2", 1, "Low", null, "AskRequester", "requester")]
    [InlineData(500, "EUR", "0.2", 1, "Low", null, "AskRequester", "requester")]
    [InlineData(501, "EUR", "0.2", 1, "Low", null, "AskRole", "operations-manager")]
    [InlineData(1000.01, "EUR", "0.2", 1, "Low", null, "AskRole", "operations-manager")]
    [InlineData(-1500, "EUR", "0.2", 1, "Low", null, "AskRole", "operations-manager")]
    [InlineData(5001, "EUR", "0.2", 1, "Low", null, "TwoPersons", "operations-manager accountant|operations-manager accountant")]
    [InlineData(10, "USD", "0.2", 1, "Low", null, "TwoPersons", "operations-manager accountant|operations-manager accountant")]
    [InlineData(0, "USD", "0.2", 1, "Low", null, "AskRequester", "requester")]
    [InlineData(100, "EUR", "0.05", 1, "Low", null, "AskRole", "accountant")]
    [InlineData(100, "EUR", null, 1, "Low", null, "AskRole", "accountant")]
    [InlineData(2000, "EUR", "0.05", 1, "Low", null, "AskRole", "operations-manager|accountant")]
    [InlineData(100, "EUR", "0.2", 0.4, "Low", null, "AskRole", "operations-manager")]
    [InlineData(100, "EUR", "0.2", double.NaN, "Low", null, "AskRole", "operations-manager")]
    [InlineData(100, "EUR", "0.2", 1, "High", null, "Never", "")]
    [InlineData(100, "EUR", "0.2", 1, "Low", "meridian packaging", "TwoPersons", "accountant|accountant")]
    [InlineData(100, "EUR", "0.2", 1, "Low", "Meridian Industrial Supply", "AskRequester", "requester")]
    public void The_strictest_rule_that_speaks_of_it_counts(decimal amount, string currency, string? margin, double confidence, string risk, string? company, string level, string slots)
    {
        var erp = new PracticeErp { Amount = amount, Currency = currency, Margin = margin is null ? null : decimal.Parse(margin, CultureInfo.InvariantCulture), Confidence = confidence, Risk = Enum.Parse<RiskClass>(risk), Company = company ?? "Meridian Industrial Supply" };
        var need = Decide(Rules, erp);
        Assert.Equal((level, slots), (need.Level.ToString(), string.Join('|', need.Slots.Select(s => string.Join(' ', s)))));
    }

    [Fact]
    public void An_action_that_no_rule_names_is_refused_with_the_way_out()
    {
        var need = Decide("rules: [{ name: unsure, say: ask_requester, when: { confidence_below: 0.5 } }]", new PracticeErp { Confidence = 0.1 });
        Assert.Equal((ActionLevel.Never, "no_action_rule"), (need.Level, need.Rule));
        Assert.Contains("policies.yaml", need.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_section_every_action_is_refused()
        => Assert.Equal(ActionLevel.Never, Decide(null, new PracticeErp()).Level);

    [Fact]
    public void An_approval_gives_nobody_data_that_the_role_may_not_see()
    {
        var need = Decide(Rules, new PracticeErp(), ActionHouse.Person(RoleNames.Purchaser));
        Assert.Equal((ActionLevel.Never, "role_grants"), (need.Level, need.Rule));
    }

    [Theory]
    [InlineData("claimed_rank", "Never")]
    [InlineData("outside_speaks_to_machines", "AskRequester")]
    public void Signs_of_steering_refuse_or_leave_it_to_a_person(string signal, string level)
        => Assert.Equal(level, Decide("rules: [{ name: free, say: run, when: { tools: [practice.move_date] } }]", new PracticeErp(), signals: [signal]).Level.ToString());

    [Theory]
    [InlineData("web", "Run")]
    [InlineData("mcp", "AskRequester")]
    [InlineData("openai", "AskRequester")]
    public void Where_programs_ask_nothing_runs_at_once(string channel, string level)
        => Assert.Equal(level, Decide("rules: [{ name: free, say: run, when: { tools: [practice.move_date] } }]", new PracticeErp(), channel: channel).Level.ToString());

    [Fact]
    public void A_rule_about_tools_that_wants_a_look_raises_what_would_run()
    {
        var policies = Read("own_approval_up_to: { others: 500 }\n  above_own_ask: [operations-manager]\n  rules: [{ name: free, say: run, when: { tools: [practice.move_date] } }]", "tools: [{ name: looks, say: approve, reason: Looked at first., when: { amount_above: 50 } }]");
        var need = Decide(policies, new PracticeErp(), ActionHouse.Rep);
        Assert.Equal((ActionLevel.AskRole, "looks"), (need.Level, need.Rule));
    }

    [Theory]
    [InlineData("rules: [{ name: a, say: perhaps, when: { tools: [x] } }]", "one of run, ask_requester")]
    [InlineData("rules: [{ name: a, say: ask_role, when: { tools: [x] } }]", "does not say whom")]
    [InlineData("rules: [{ name: a, say: run, roles: [accountant], when: { tools: [x] } }]", "names roles that it does not ask")]
    [InlineData("rules: [{ name: a, say: run, when: { risk: [low] } }]", "changes nothing")]
    [InlineData("rules: [{ name: a, say: run, when: { tools: [o*o] } }]", "star in the middle")]
    [InlineData("rules: [{ name: a, say: run, when: { tools: [x], colour: red } }]", "is not a key here")]
    [InlineData("rules: [{ name: a, say: never, when: { margin_below: 20 } }]", "number from -1 to 1")]
    [InlineData("rules: [{ name: a, say: ask_requester, when: { tools: [x] }, above: [{ amount: 10, say: never }, { amount: 5, say: never }] }]", "above the amount before it")]
    [InlineData("rules: [{ name: a, say: two_persons, roles: [accountant], when: { tools: [x] }, above: [{ amount: 10, say: run }] }]", "asks for less")]
    [InlineData("rules: [{ name: a, say: run, when: { tools: [x] } }, { name: a, say: run, when: { tools: [y] } }]", "has the name of another")]
    [InlineData("expires_after_hours: 0", "from 1 to 2160")]
    [InlineData("currency: euro", "three capital letters")]
    [InlineData("delegates: [{ role: accountant, of: a, to: b }, { role: accountant, of: b, to: c }, { role: accountant, of: c, to: a }]", "goes in a circle")]
    [InlineData("delegates: [{ role: boss, of: a, to: b }]", "one of sales-rep")]
    [InlineData("absences: [{ who: a, from: 2026-12-24, to: 2026-12-01 }]", "ends before it begins")]
    [InlineData("absences: [{ who: a, from: tomorrow, to: 2026-12-01 }]", "must be a day")]
    public void A_mistake_in_the_file_stops_the_start_with_line_and_repair(string actions, string says)
    {
        var message = Assert.Throws<CopilotException>(() => Read(actions)).Message;
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.Contains("p.yaml line ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_products_own_file_says_what_each_of_its_actions_needs()
    {
        var rules = GovernanceBench.Policies.Actions;
        Assert.NotEmpty(rules.Rules);
        Assert.All(["odoo.post_note", "odoo.confirm_purchase", "odoo.release_credit_hold", "odoo.price_exception", "odoo.change_promised_date"], tool => Assert.Contains(rules.Rules, r => r.NamesTools && r.Covers(tool)));
    }

    private static ActionNeed Decide(string? actions, PracticeErp erp, Caller? caller = null, IReadOnlyList<string>? signals = null, string channel = "web")
        => Decide(Read(actions), erp, caller ?? ActionHouse.Rep, signals, channel);

    private static ActionNeed Decide(PolicyFile policies, PracticeErp erp, Caller caller, IReadOnlyList<string>? signals = null, string channel = "web")
    {
        var tool = new PracticeAction(erp).Definition;
        var call = new ToolCall { Id = "1", Tool = tool.Name, Arguments = new JsonObject { ["order"] = "S00042", ["day"] = "2026-12-01" } };
        return new ActionPolicy(policies, GovernanceBench.Engine(policies)).Decide(tool, call, PracticeAction.Draft(erp), caller, signals ?? [], channel);
    }

    private static PolicyFile Read(string? actions, string tools = "tools: []") => PolicyFileReader.Read("p.yaml", $$"""
        version: 1
        grants: { sales-rep: [sales], purchaser: [stock] }
        {{tools}}
        models: { cloud: { may_read: [], hide: [] }, in-house: { may_read: [], hide: [] } }
        {{(actions is null ? string.Empty : "actions:\n  " + actions)}}
        """);
}
