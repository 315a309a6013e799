using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Composing;
using Copilot.Conversation.Drafting;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Running;
using Copilot.Testing.Conversation;
using Xunit;

namespace Copilot.Tests.Conversation;

public sealed class RuleDraftTests
{
    [Theory]
    [InlineData(null, "Nordlicht owes €54.00.")]
    [InlineData("Castellan", "Castellan owes €29.00.")]
    public void A_customer_does_not_read_of_others(string? about, string said)
    {
        var body = RuleDraft.Of(DraftKind.CustomerReply, [Debtors(about)], "Claire", isBeside: false)!.Body;

        Assert.Contains(said, body, StringComparison.Ordinal);
        Assert.Equal(1, new[] { "Nordlicht", "Castellan" }.Count(name => body.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void Beside_a_record_all_that_was_found_of_it_is_told()
    {
        var body = RuleDraft.Of(DraftKind.CustomerReply, [Debtors(null)], "Claire", isBeside: true)!.Body;

        Assert.Contains("Nordlicht", body, StringComparison.Ordinal);
        Assert.Contains("Castellan", body, StringComparison.Ordinal);
    }

    private static AnswerSection Debtors(string? about)
    {
        var tool = PracticeTools.Invoices().Definition;
        return new AnswerSection
        {
            Call = new ExecutedCall(new PlannedStep(tool, [], about, 1), new ToolCall { Id = "1", Tool = tool.Name, Arguments = new JsonObject() }, "test", new ToolResult { Outcome = ToolOutcome.Ok }, 1),
            Answers = true,
            Statements = [Said(FindingRole.Headline, "Two customers owe €83.00.", null), Said(FindingRole.Item, "Nordlicht owes €54.00.", "Nordlicht"), Said(FindingRole.Item, "Castellan owes €29.00.", "Castellan")],
        };
    }

    private static Statement Said(FindingRole role, string text, string? topic) => new(role, text, ["e"], topic) { Sentences = [(text, ["e"])] };
}
