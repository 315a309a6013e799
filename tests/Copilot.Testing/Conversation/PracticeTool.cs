using System.Collections.Concurrent;
using Copilot.Contracts;

namespace Copilot.Testing.Conversation;

/// <summary>A tool that answers as told and remembers its calls.</summary>
public sealed class PracticeTool(ToolDefinition definition, Func<ToolContext, ToolCall, CancellationToken, Task<ToolResult>> run) : ITool
{
    private readonly ConcurrentQueue<ToolCall> _calls = new();

    public ToolDefinition Definition { get; } = definition;

    public Func<ToolContext, ToolCall, CancellationToken, Task<ToolResult>> Run { get; set; } = run;

    public IReadOnlyList<ToolCall> Calls => [.. _calls];

    public Task<ToolResult> RunAsync(ToolContext context, ToolCall call, ToolPermit permit, CancellationToken cancellationToken)
    {
        _calls.Enqueue(call);
        return Run(context, call, cancellationToken);
    }
}
