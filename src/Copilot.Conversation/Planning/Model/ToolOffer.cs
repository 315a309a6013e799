using System.Collections.Concurrent;
using Copilot.Contracts;
using Copilot.Conversation.Running;
using Copilot.Conversation.Tools;
using Microsoft.Extensions.AI;

namespace Copilot.Conversation.Planning.Model;

/// <summary>Chooses the tools that a model is shown: those the caller may use, and of many those that fit the question. Thread-safe.</summary>
internal sealed class ToolOffer(PermittedCalls calls, RulePlanner rules, ConversationOptions options)
{
    private readonly ConcurrentDictionary<string, AIFunctionDeclaration> _declarations = new(StringComparer.Ordinal);

    /// <summary>Chooses, once for each verdict of the guard: a step of a model does not read and rank the question anew. What is called needs its own permit all the same.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="input">The question as the rules read it.</param>
    public IReadOnlyList<ToolDefinition> For(RunningTurn turn, PlanInput input)
    {
        if (turn.Offered is not { } offered || !ReferenceEquals(offered.Verdict, turn.Verdict))
        {
            turn.Offered = offered = (turn.Verdict!, Choose(turn, input));
        }

        return offered.Tools;
    }

    /// <summary>Says whether tools that write were taken away because of text that gives orders.</summary>
    public bool LostActions(RunningTurn turn)
        => turn.Verdict!.Signals.Count > 0
            && calls.Allowed(turn, turn.Verdict with { Signals = [] }).Any(t => t.Writes);

    /// <summary>Shows tools as models read them.</summary>
    public IReadOnlyList<AIFunctionDeclaration> Declare(IEnumerable<ToolDefinition> tools)
        => [.. tools.Select(t => _declarations.GetOrAdd(t.Name, static (_, tool) => AIFunctionFactory.CreateDeclaration(ToolSchema.WireName(tool), tool.Description, ToolSchema.ParametersOf(tool)), t))];

    private List<ToolDefinition> Choose(RunningTurn turn, PlanInput input)
    {
        // Once text that gives orders was read, a model proposes nothing in this turn: it may have read them, too.
        var allowed = calls.Allowed(turn, turn.Verdict!).Where(t => !t.Writes || turn.Verdict!.Signals.Count == 0).ToList();
        if (allowed.Count <= options.ModelTools)
        {
            return allowed;
        }

        var likely = rules.Likely(input).ToList();
        var planned = turn.Plan!.Steps.Select(s => s.Tool.Name).ToHashSet(StringComparer.Ordinal);
        return [.. allowed
            .OrderByDescending(t => planned.Contains(t.Name))
            .ThenBy(t => likely.IndexOf(t.Name) is var at && at < 0 ? int.MaxValue : at)
            .ThenBy(t => t.Name, StringComparer.Ordinal)
            .Take(options.ModelTools)
            .OrderBy(t => t.Name, StringComparer.Ordinal)];
    }
}
