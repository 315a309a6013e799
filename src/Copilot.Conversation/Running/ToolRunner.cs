using Copilot.Contracts;
using Microsoft.Extensions.Logging;

namespace Copilot.Conversation.Running;

/// <summary>The one place where tools run: behind their permit, within their time, with their trouble turned into results.</summary>
internal sealed class ToolRunner
{
    private readonly Dictionary<string, ITool> _tools;
    private readonly ConversationOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<ToolRunner> _log;

    /// <summary>Creates the runner.</summary>
    /// <exception cref="InvalidOperationException">Two tools have one name.</exception>
    public ToolRunner(IEnumerable<ITool> tools, ConversationOptions options, TimeProvider time, ILogger<ToolRunner> log)
    {
        _tools = new Dictionary<string, ITool>(StringComparer.Ordinal);
        foreach (var tool in tools)
        {
            if (!_tools.TryAdd(tool.Definition.Name, tool))
            {
                throw new InvalidOperationException($"Two tools are named {tool.Definition.Name}.");
            }
        }

        _options = options;
        _time = time;
        _log = log;
    }

    /// <summary>Runs one permitted call.</summary>
    /// <exception cref="InvalidOperationException">The permit does not cover the call; nothing ran.</exception>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    public async Task<(ToolResult Result, long DurationMs)> RunAsync(ToolContext context, ToolCall call, ToolPermit permit, CancellationToken cancellationToken)
    {
        permit.MustCover(call, context.Caller);
        var started = _time.GetTimestamp();

        // What the policies share is said by the permit alone, for this one call.
        var allowed = context with { Caller = context.Caller with { SharedAccess = permit.IsShared } };
        var result = await ResultAsync(_tools[call.Tool], allowed, call, permit, cancellationToken);
        return (result, (long)_time.GetElapsedTime(started).TotalMilliseconds);
    }

    private async Task<ToolResult> ResultAsync(ITool tool, ToolContext context, ToolCall call, ToolPermit permit, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(_options.ToolTimeout, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            // A tool that does not listen is left behind: the turn does not wait for it.
            var running = Task.Run(() => tool.RunAsync(context, call, permit, stop.Token), stop.Token);
            return await running.WaitAsync(stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && late.IsCancellationRequested)
        {
            Log.ToolTimedOut(_log, call.Tool, context.TurnId, _options.ToolTimeout.TotalSeconds);
            return new ToolResult { Outcome = ToolOutcome.TimedOut, Reason = "it took too long and was stopped" };
        }
        catch (CopilotException e)
        {
            Log.ToolFailed(_log, call.Tool, context.TurnId, e.GetType().Name);
            return new ToolResult { Outcome = ToolOutcome.Failed, Reason = e.Message };
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var id = FaultId.Of(context.TurnId, call.Id);
            Log.ToolBroke(_log, id, call.Tool, context.TurnId, e.GetType().FullName ?? e.GetType().Name, Log.PlaceOf(e));
            return new ToolResult { Outcome = ToolOutcome.Failed, Reason = $"could not do this (id {id})" };
        }
    }
}
