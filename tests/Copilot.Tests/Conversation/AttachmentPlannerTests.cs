using Copilot.Contracts;
using Copilot.Conversation.Planning;
using Xunit;

namespace Copilot.Tests.Conversation;

public sealed class AttachmentPlannerTests
{
    private static readonly ToolDefinition Searcher = Tool("knowledge.search") with { Parameters = [new ToolParameter { Name = "question", Type = ParameterType.Text, Description = "The question.", Required = true, Slot = SlotKind.Question }] };
    private static readonly ToolDefinition Matcher = Tool("documents.match") with { ReadsAttachments = true };
    private static readonly ToolDefinition Orders = Tool("odoo.purchase_orders");

    [Fact]
    public void A_tool_that_reads_attachments_answers_alone_what_is_asked_with_a_file()
        => Assert.Equal(["documents.match"], Plan(now: true, Matcher, Orders).Steps.Select(s => s.Tool.Name));

    [Fact]
    public void In_a_follow_up_the_business_is_looked_at_as_well()
        => Assert.Equal(["documents.match", "odoo.purchase_orders"], Plan(now: false, Matcher, Orders).Steps.Select(s => s.Tool.Name));

    [Fact]
    public void Anything_else_asked_with_a_file_is_searched_in_it()
        => Assert.Equal(["knowledge.search"], Plan(now: true, Orders).Steps.Select(s => s.Tool.Name));

    private static Plan Plan(bool now, params ToolDefinition[] steps) => new AttachmentPlanner(Searcher).Over(
        new Plan { Steps = [.. steps.Select(s => new PlannedStep(s, [], null, 0.9))], Memo = new Memo(), Score = 0.9 },
        new PlanInput { Question = "does it match?", Names = new EntityNames { Entities = [], Numbers = [] }, Today = new DateOnly(2026, 11, 21), Attachments = ["upload-00000000000000a1"], AttachedNow = now });

    private static ToolDefinition Tool(string name) => new() { Name = name, Description = "d", Ability = "a", Status = "s…", Parameters = [], Touches = [DataClass.Purchasing], MaxRoundTrips = 1 };
}
