using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Governance.Policies;
using Copilot.Governance.Policies.Rulebook;
using Copilot.Governance.Policies.Rules;
using Copilot.Testing;
using Copilot.Testing.Governance;
using Xunit;

namespace Copilot.Tests.Governance.Policies;

/// <summary>What every rule must do, and that none was forgotten: in the setup, in the page of rules, here.</summary>
public sealed class PolicyRuleContract
{
    private static readonly IPolicyRule[] Rules =
    [
        new KnownArgumentsRule(),
        new RoleGrantsRule(GovernanceBench.Policies),
        new NoUnapprovedWritesRule(),
        new SuspiciousTurnRule(),
        new PolicyFileRule(new ToolRule("from-the-file", Decision.Deny, new ToolCondition { Roles = [RoleNames.Auditor] }, "Not for auditors.", 1)),
    ];

    [Fact]
    public void Every_rule_there_is_is_asked_here()
        => Assert.Equal(
            typeof(IPolicyRule).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IPolicyRule))).Select(t => t.Name).Order(),
            Rules.Select(r => r.GetType().Name).Order());

    [Fact]
    public void Every_rule_has_a_row_on_the_page_of_rules()
    {
        var page = File.ReadAllText(RepositoryRoot.Join("src", "Copilot.Governance", "Policies", "Rules.md"));
        Assert.All(Rules.Where(r => r is not PolicyFileRule), r => Assert.Contains($"| `{r.Name}` |", page, StringComparison.Ordinal));
        Assert.Contains("policies.yaml", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_says_the_same_each_time_and_gives_a_reason_when_it_stands_in_the_way()
    {
        foreach (var rule in Rules)
        {
            foreach (var question in Questions())
            {
                var first = rule.Judge(question);
                Assert.Equal(first, rule.Judge(question));
                Assert.True(first.Decision is Decision.Silent or Decision.Allow || first.Reason.Length > 10, $"{rule.Name} gives no reason");
            }
        }
    }

    [Fact]
    public void No_rule_lets_a_write_through_without_a_person()
        => Assert.All(Questions().Where(q => q.Tool.Writes), q => Assert.NotEqual(Decision.Allow, new PolicyEngine(Rules).Decide(q).Decision));

    private static IEnumerable<PolicyQuestion> Questions()
        => from role in RoleNames.All.Append("made-up")
           from writes in new[] { false, true }
           from touches in new DataClass[][] { [], [DataClass.Knowledge], [DataClass.Receivables, DataClass.Sales] }
           from arguments in new[] { "{}", "{\"sum\": 5000}", "{\"sum\": \"x\"}", "{\"other\": null}" }
           from signals in new string[][] { [], ["claimed_rank"], ["outside_speaks_to_machines"] }
           select new PolicyQuestion(
               GovernanceBench.Caller(role),
               new ToolDefinition
               {
                   Name = "odoo.t",
                   Description = "d",
                   Ability = "a",
                   Status = "s",
                   Parameters = [new ToolParameter { Name = "sum", Type = ParameterType.Number, Description = "d", Slot = SlotKind.Money }],
                   Touches = touches,
                   Writes = writes,
                   MaxRoundTrips = 1,
               },
               new ToolCall { Id = "1", Tool = "odoo.t", Arguments = JsonNode.Parse(arguments)!.AsObject() },
               signals);
}
