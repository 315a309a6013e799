using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Answers;

/// <summary>What every look-up of this room does before and after its own work: permit, arguments, faults as results.</summary>
internal abstract class OdooTool(IOdooClient client) : ITool
{
    public abstract ToolDefinition Definition { get; }

    /// <summary>What the caller needs a right to, for the reason of a refusal: "sales orders and stock".</summary>
    protected abstract string Area { get; }

    protected IOdooClient Client { get; } = client;

    public async Task<ToolResult> RunAsync(ToolContext context, ToolCall call, ToolPermit permit, CancellationToken cancellationToken)
    {
        permit.MustCover(call, context.Caller);
        if (ToolArguments.Read(Definition, call.Arguments, out var fault) is not { } arguments)
        {
            return Failed(fault!);
        }

        try
        {
            return await AnswerAsync(context, arguments, cancellationToken);
        }
        catch (OdooException e) when (FaultAnswers.Of(e.Fault, Area) is not null)
        {
            return FaultAnswers.Of(e.Fault, Area)!;
        }
    }

    protected static ToolResult Failed(string reason) => new() { Outcome = ToolOutcome.Failed, Found = false, Reason = reason };

    protected static ToolResult NotFound(string reason) => new() { Outcome = ToolOutcome.Ok, Found = false, Reason = reason };

    protected ToolResult Denied() => Denied(Area);

    protected static ToolResult Denied(string area) => FaultAnswers.Denied(area);

    protected abstract Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken);
}
