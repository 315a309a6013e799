using Copilot.Contracts;
using Copilot.Conversation.Tools;
using Microsoft.Extensions.AI;

namespace Copilot.Conversation.Planning.Model;

/// <summary>Which models may be sent what this turn has read, and which tools each may be shown: the company's policy on kinds of data.</summary>
/// <param name="policy">The policy; null where there is none, and every model may read what the caller may.</param>
/// <param name="tools">All tools.</param>
/// <param name="turn">The turn, with what it looked up and the turns before it.</param>
internal sealed class ModelReading(IModelPolicy? policy, IReadOnlyList<ITool> tools, RunningTurn turn)
{
    /// <summary>Says whether a model may be sent the conversation as it stands: every result in it is of a kind that the model may read.</summary>
    public bool MayRead(ChatModel model)
    {
        if (policy is null)
        {
            return true;
        }

        var looked = turn.Calls.Where(c => c.Result.Outcome == ToolOutcome.Ok).Select(c => c.Call.Tool)
            .Concat(turn.Recent.SelectMany(t => t.Turn.ToolCalls).Where(c => c.Outcome == ToolOutcome.Ok).Select(c => c.Name))
            .ToHashSet(StringComparer.Ordinal);
        var data = tools.Where(t => looked.Contains(t.Definition.Name)).SelectMany(t => t.Definition.Touches.Concat(t.Definition.MayTouch)).Distinct().ToList();
        return data.Count == 0 || policy.MayRead(model, data);
    }

    /// <summary>Leaves out the tools whose results a model may not read.</summary>
    public IReadOnlyList<AIFunctionDeclaration> Shown(ChatModel model, IReadOnlyList<AIFunctionDeclaration> offered)
    {
        if (policy is null)
        {
            return offered;
        }

        var known = tools.ToDictionary(t => t.Definition.Name, t => t.Definition, StringComparer.Ordinal);
        return [.. offered.Where(o => known.TryGetValue(ToolSchema.ToolName(o.Name), out var tool) && policy.MayRead(model, [.. tool.Touches, .. tool.MayTouch]))];
    }
}
