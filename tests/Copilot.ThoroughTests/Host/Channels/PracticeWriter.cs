using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Testing.Approvals;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>Stands for a tool that writes on a record, in no business system, and keeps what it was asked for.</summary>
internal sealed class PracticeWriter(string tool) : IActionTool
{
    public JsonObject? Arguments { get; private set; }

    public RecordRef? Focus { get; private set; }

    public int Executed { get; private set; }

    public ToolDefinition Definition { get; } = new()
    {
        Name = tool,
        Description = "Writes on a record.",
        Ability = "I can write on a record",
        Status = "preparing it…",
        Parameters =
        [
            new ToolParameter { Name = "message", Type = ParameterType.Text, Description = "What is to be written.", Slot = SlotKind.Message },
            new ToolParameter { Name = "person", Type = ParameterType.Text, Description = "Who shall do it.", Slot = SlotKind.Person },
        ],
        Touches = [DataClass.Sales],
        Writes = true,
        MaxRoundTrips = 1,
    };

    public Task<ToolResult> RunAsync(ToolContext context, ToolCall call, ToolPermit permit, CancellationToken cancellationToken)
    {
        permit.MustCover(call, context.Caller);
        (Arguments, Focus) = (call.Arguments, context.Focus);
        return Task.FromResult(new ToolResult { Outcome = ToolOutcome.Ok, Action = PracticeAction.Draft(new PracticeErp { Amount = 2000 }, tool: tool) });
    }

    public Task<ActionOutcome> ExecuteAsync(ActionOrder order, ToolPermit permit, CancellationToken cancellationToken)
    {
        Executed++;
        return ReconcileAsync(order, cancellationToken);
    }

    public Task<ActionOutcome> ReconcileAsync(ActionOrder order, CancellationToken cancellationToken)
        => Task.FromResult(new ActionOutcome { Kind = ActionOutcomeKind.Done, Summary = "written" });
}
