using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Governance.Policies;
using Xunit;

namespace Copilot.Tests.Governance.Policies;

/// <summary>Deny beats approval beats allow, whatever the order of the rules; silence allows nothing.</summary>
public sealed class PrecedenceTests
{
    [Theory]
    [InlineData("", "Deny")]
    [InlineData("Silent", "Deny")]
    [InlineData("Allow", "Allow")]
    [InlineData("Allow Silent", "Allow")]
    [InlineData("Allow NeedsApproval", "NeedsApproval")]
    [InlineData("NeedsApproval Silent", "NeedsApproval")]
    [InlineData("Allow Deny", "Deny")]
    [InlineData("NeedsApproval Deny", "Deny")]
    [InlineData("Allow NeedsApproval Deny Silent", "Deny")]
    public void The_strongest_word_decides_in_any_order(string said, string decided)
    {
        var words = said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Decision>).ToList();
        foreach (var order in new[] { words, words.AsEnumerable().Reverse().ToList() })
        {
            var (decision, _, reason) = new PolicyEngine(order.Select(d => new Saying(d))).Decide(Question);
            Assert.Equal(Enum.Parse<Decision>(decided), decision);
            Assert.NotEmpty(reason);
        }
    }

    private static PolicyQuestion Question { get; } = new(
        new Caller { Id = "c", DisplayName = "c", Roles = [], Companies = [] },
        new ToolDefinition { Name = "t", Description = "d", Ability = "a", Status = "s", Parameters = [], Touches = [], MaxRoundTrips = 0 },
        new ToolCall { Id = "1", Tool = "t", Arguments = new JsonObject() },
        []);

    private sealed class Saying(Decision decision) : IPolicyRule
    {
        public string Name => decision.ToString();

        public RuleVerdict Judge(PolicyQuestion question) => new(decision, "because");
    }
}
