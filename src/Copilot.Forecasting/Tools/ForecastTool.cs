using Copilot.Contracts;

namespace Copilot.Forecasting.Tools;

/// <summary>What every tool of this room does before its own work: permit and arguments.</summary>
internal abstract class ForecastTool : ITool
{
    /// <inheritdoc/>
    public abstract ToolDefinition Definition { get; }

    /// <inheritdoc/>
    public async Task<ToolResult> RunAsync(ToolContext context, ToolCall call, ToolPermit permit, CancellationToken cancellationToken)
    {
        permit.MustCover(call, context.Caller);
        cancellationToken.ThrowIfCancellationRequested();
        var (arguments, fault) = ForecastArguments.Read(Definition, call.Arguments);
        return arguments is null ? new ToolResult { Outcome = ToolOutcome.Failed, Found = false, Reason = fault } : await AnswerAsync(context, arguments, cancellationToken);
    }

    /// <summary>A parameter that holds a name.</summary>
    protected static ToolParameter Name(string name, SlotKind slot, string description) => new() { Name = name, Type = ParameterType.Text, Slot = slot, Description = description };

    /// <summary>A parameter that holds a day.</summary>
    protected static ToolParameter Day(string name, SlotKind slot, string description) => new() { Name = name, Type = ParameterType.Date, Slot = slot, Description = description };

    /// <summary>Nothing was found, and why.</summary>
    protected static ToolResult Nothing(string reason) => new() { Outcome = ToolOutcome.Ok, Found = false, Reason = reason };

    /// <summary>A question back.</summary>
    protected static ToolResult Ask(string question) => new() { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = question };

    /// <summary>Does the tool's own work.</summary>
    protected abstract Task<ToolResult> AnswerAsync(ToolContext context, ForecastArguments arguments, CancellationToken cancellationToken);
}
