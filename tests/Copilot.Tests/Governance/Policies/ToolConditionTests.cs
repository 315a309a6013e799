using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Governance.Policies;
using Copilot.Governance.Policies.Rulebook;
using Copilot.Testing.Governance;
using Xunit;

namespace Copilot.Tests.Governance.Policies;

/// <summary>When a rule of the file speaks; and that what can't be known closes the door.</summary>
public sealed class ToolConditionTests
{
    [Theory]
    [InlineData("odoo.stock", true)]
    [InlineData("odoo.*", true)]
    [InlineData("*", true)]
    [InlineData("odoo.stock_moves", false)]
    [InlineData("odoo.sto", false)]
    public void Tools_are_named_or_begin_alike(string pattern, bool holds) => Assert.Equal(holds, new ToolCondition { Tools = [pattern] }.Holds(Question(), opens: false));

    [Theory]
    [InlineData("{\"sum\": 1001}", true, true)]
    [InlineData("{\"sum\": 1000}", false, false)]
    [InlineData("{\"sum\": -1001}", true, true)]
    [InlineData("{}", true, false)]
    [InlineData("{\"sum\": \"much\"}", true, false)]
    public void A_write_whose_amount_nobody_stated_is_held_back_but_never_let_through(string arguments, bool closing, bool opening)
    {
        var condition = new ToolCondition { AmountAbove = 1000 };
        Assert.Equal(closing, condition.Holds(Question(writes: true, arguments: arguments), opens: false));
        Assert.Equal(opening, condition.Holds(Question(writes: true, arguments: arguments), opens: true));
    }

    [Fact]
    public void A_sum_that_is_only_asked_about_is_not_at_stake()
        => Assert.False(new ToolCondition { AmountAbove = 1000 }.Holds(Question(writes: false, arguments: "{\"sum\": 99999}"), opens: false));

    [Theory]
    [InlineData(RiskClass.High, true, true)]
    [InlineData(RiskClass.Low, false, false)]
    [InlineData(null, true, false)]
    public void A_write_whose_risk_nobody_stated_is_held_back_but_never_let_through(RiskClass? risk, bool closing, bool opening)
    {
        var condition = new ToolCondition { Risks = [RiskClass.Medium, RiskClass.High] };
        Assert.Equal(closing, condition.Holds(Question(writes: true) with { Risk = risk }, opens: false));
        Assert.Equal(opening, condition.Holds(Question(writes: true) with { Risk = risk }, opens: true));
    }

    [Theory]
    [InlineData("{\"company\": \"Packaging\"}", "Packaging", true, true)]
    [InlineData("{\"company\": \"Industrial\"}", "Packaging", false, false)]
    [InlineData("{}", "Packaging", true, false)]
    [InlineData("{}", "Packaging,Industrial", true, true)]
    public void A_call_that_names_no_company_is_about_all_its_caller_sees(string arguments, string companies, bool closing, bool opening)
    {
        var condition = new ToolCondition { Companies = companies.Split(',') };
        Assert.Equal(closing, condition.Holds(Question(arguments: arguments), opens: false));
        Assert.Equal(opening, condition.Holds(Question(arguments: arguments), opens: true));
    }

    [Theory]
    [InlineData("", "", false)]
    [InlineData("", "claimed_rank", true)]
    [InlineData("claimed_rank", "claimed_rank", true)]
    [InlineData("claimed_rank", "other_mode", false)]
    public void Signals_are_any_or_named(string wanted, string found, bool holds)
        => Assert.Equal(holds, new ToolCondition { Signals = List(wanted) }.Holds(Question() with { Signals = List(found) }, opens: false));

    [Theory]
    [InlineData("allow", RoleNames.SalesRep, "Allow", "extra")]
    [InlineData("allow", RoleNames.Purchaser, "Deny", "role_grants")]
    [InlineData("deny", RoleNames.SalesRep, "Deny", "extra")]
    [InlineData("approve", RoleNames.SalesRep, "NeedsApproval", "extra")]
    public void A_rule_of_the_file_can_open_one_tool_to_a_role_and_close_or_delay_any(string say, string role, string decided, string by)
    {
        var policies = PolicyFileReader.Read("p.yaml", $$"""
            version: 1
            grants: { sales-rep: [knowledge] }
            tools: [{ name: extra, say: {{say}}, when: { tools: [odoo.stock], roles: [sales-rep] }, reason: Because. }]
            models: { cloud: { may_read: [], hide: [] }, in-house: { may_read: [], hide: [] } }
            """);
        var question = Question(arguments: "{}") with { Caller = GovernanceBench.Caller(role) };
        var (decision, rule, reason) = GovernanceBench.Engine(policies).Decide(question);
        Assert.Equal((decided, by), (decision.ToString(), rule));
        Assert.True(decision == Decision.Allow || reason.Length > 0);
    }

    private static string[] List(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static PolicyQuestion Question(bool writes = false, string arguments = "{}") => new(
        new Caller { Id = "c", DisplayName = "c", Roles = [RoleNames.SalesRep], Companies = [new CompanyRef(1, "Industrial"), new CompanyRef(2, "Packaging")] },
        new ToolDefinition
        {
            Name = "odoo.stock",
            Description = "d",
            Ability = "a",
            Status = "s",
            Parameters =
            [
                new ToolParameter { Name = "sum", Type = ParameterType.Number, Description = "d", Slot = SlotKind.Money },
                new ToolParameter { Name = "company", Type = ParameterType.Text, Description = "d", Slot = SlotKind.Company },
            ],
            Touches = [DataClass.Stock],
            Writes = writes,
            MaxRoundTrips = 1,
        },
        new ToolCall { Id = "1", Tool = "odoo.stock", Arguments = JsonNode.Parse(arguments)!.AsObject() },
        []);
}
