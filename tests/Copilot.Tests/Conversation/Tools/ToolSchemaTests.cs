using Copilot.Contracts;
using Copilot.Conversation.Tools;
using Copilot.Testing.Conversation;
using Xunit;

namespace Copilot.Tests.Conversation.Tools;

public sealed class ToolSchemaTests
{
    [Fact]
    public void The_schema_names_types_choices_and_what_is_required_and_nothing_else_is_allowed()
    {
        var tool = PracticeTools.Stock().Definition with
        {
            Parameters =
            [
                new ToolParameter { Name = "product", Type = ParameterType.Text, Description = "Its code.", Slot = SlotKind.Product, Required = true },
                new ToolParameter { Name = "state", Type = ParameterType.Text, Description = "Which.", Slot = SlotKind.Choice, Choices = new Dictionary<string, IReadOnlyList<string>> { ["open"] = ["open"], ["all"] = ["all"] } },
                new ToolParameter { Name = "by", Type = ParameterType.Date, Description = "The day.", Slot = SlotKind.Day },
                new ToolParameter { Name = "tags", Type = ParameterType.TextList, Description = "Tags.", Slot = SlotKind.None },
            ],
        };
        Assert.Equal(
            """{"type":"object","properties":{"product":{"type":"string","description":"Its code."},"state":{"type":"string","enum":["all","open"],"description":"Which."},"by":{"type":"string","format":"date","description":"The day."},"tags":{"type":"array","items":{"type":"string"},"description":"Tags."}},"additionalProperties":false,"required":["product"]}""",
            ToolSchema.ParametersOf(tool).GetRawText());
    }

    [Fact]
    public void Names_go_to_the_wire_and_back()
    {
        var tool = PracticeTools.Orders().Definition with { Name = "odoo.orders_at_risk" };
        Assert.Equal("odoo__orders_at_risk", ToolSchema.WireName(tool));
        Assert.Equal("odoo.orders_at_risk", ToolSchema.ToolName("odoo__orders_at_risk"));
    }

    [Theory]
    [InlineData("odoo.orders__late")]
    [InlineData("odoo orders")]
    [InlineData("")]
    [InlineData("odoo._late")]
    public void A_name_that_could_not_be_read_back_is_refused(string name)
        => Assert.Throws<CopilotException>(() => ToolSchema.WireName(PracticeTools.Orders().Definition with { Name = name }));
}
