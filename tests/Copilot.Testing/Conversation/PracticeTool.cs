using System.Collections.Concurrent;
using Copilot.Contracts;

namespace Copilot.Testing.Conversation;

/// <summary>A tool that answers as told and remembers its calls.</summary>
public sealed class PracticeTool(ToolDefinition definition, Func<ToolContext, ToolCall, CancellationToken, Task<ToolResult>> run) : ITool
{
    private readonly ConcurrentQueue<ToolCall> _calls = new();
    private readonly ConcurrentQueue<ToolContext> _contexts = new();

    public ToolDefinition Definition { get; } = definition;

    public Func<ToolContext, ToolCall, CancellationToken, Task<ToolResult>> Run { get; set; } = run;

    public IReadOnlyList<ToolCall> Calls => [.. _calls];

    /// <summary>Gets what it was told of the turns it was called in.</summary>
    public IReadOnlyList<ToolContext> Contexts => [.. _contexts];

    public Task<ToolResult> RunAsync(ToolContext context, ToolCall call, ToolPermit permit, CancellationToken cancellationToken)
    {
        _calls.Enqueue(call);
        _contexts.Enqueue(context);
        return Run(context, call, cancellationToken);
    }
}
