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
        catch (OdooException e) when (e.Fault is OdooFault.AccessDenied)
        {
            return Denied();
        }
        catch (OdooException e) when (e.Fault is OdooFault.LoginRefused)
        {
            return new ToolResult { Outcome = ToolOutcome.Denied, Found = false, Reason = "Odoo refused your login. Ask your administrator to check the account this service uses for you." };
        }
        catch (OdooException e) when (e.Fault is OdooFault.TimedOut)
        {
            return new ToolResult { Outcome = ToolOutcome.TimedOut, Found = false, Reason = "Odoo did not answer in time. Try again in a moment." };
        }
        catch (OdooException e) when (e.Fault is OdooFault.Unreachable)
        {
            return Failed("Odoo cannot be reached right now. Try again in a moment.");
        }
    }

    protected static ToolResult Failed(string reason) => new() { Outcome = ToolOutcome.Failed, Found = false, Reason = reason };

    protected static ToolResult NotFound(string reason) => new() { Outcome = ToolOutcome.Ok, Found = false, Reason = reason };

    protected ToolResult Denied() => Denied(Area);

    protected static ToolResult Denied(string area) => new() { Outcome = ToolOutcome.Denied, Found = false, Reason = $"Your account may not read {area} in Odoo." };

    protected abstract Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken);
}
