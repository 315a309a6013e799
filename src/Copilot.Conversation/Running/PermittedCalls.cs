using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Planning;

namespace Copilot.Conversation.Running;

/// <summary>Asks the guard before each call, and runs what it permits. No other way leads to a tool.</summary>
internal sealed class PermittedCalls(TurnRooms rooms, ToolRunner runner)
{
    /// <summary>Runs one planned call, if it may.</summary>
    public async Task<ExecutedCall> RunAsync(RunningTurn turn, PlannedStep step, ToolCall call, CancellationToken cancellationToken)
    {
        var verdict = rooms.Guard.RequestPermit(turn.Request, step.Tool, call, turn.Verdict!);
        if (verdict.Permit is not { } permit)
        {
            return new ExecutedCall(step, call, verdict.Rule, new ToolResult { Outcome = ToolOutcome.Denied, Reason = verdict.Reason, Found = false }, 0);
        }

        if (step.Tool.Writes && (rooms.Proposals is null || !rooms.Tools.Any(t => t is IActionTool && t.Definition.Name == step.Tool.Name)))
        {
            // What can't show beforehand what it would write is not run at all.
            return new ExecutedCall(step, call, "no_proposals", new ToolResult { Outcome = ToolOutcome.Denied, Reason = "actions can't be proposed here", Found = false }, 0);
        }

        turn.Say(step.Tool.Status);
        var (found, duration) = await runner.RunAsync(turn.Context(), call, permit, cancellationToken);

        // Before anything else reads it: rules, models, the audit trail and the source pages see what the caller may see.
        var result = rooms.Figures?.Screen(turn.Request.Caller, found) ?? found;
        var made = new ExecutedCall(step, call, verdict.Rule, result, duration);
        return result is { Outcome: ToolOutcome.Ok, Action: { } draft } ? made with { Ruling = await ProposeAsync(turn, call, result, draft, cancellationToken) } : made;
    }

    /// <summary>Hands over what a tool has prepared. Signs of steering in what it read weigh, too.</summary>
    private async Task<ProposalVerdict> ProposeAsync(RunningTurn turn, ToolCall call, ToolResult result, ActionDraft draft, CancellationToken cancellationToken)
    {
        var read = result.Evidence.SelectMany(e => rooms.Guard.ScreenOutside(e.Excerpt));
        var verdict = turn.Verdict! with { Signals = [.. turn.Verdict.Signals.Concat(read).Distinct(StringComparer.Ordinal)] };
        return await rooms.Proposals!.ProposeAsync(turn.Request, call, draft, result.Evidence, verdict, cancellationToken);
    }

    /// <summary>Finds the tools that the caller may use, by asking the guard for permits that are never used.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="verdict">What the guard said of the question and of the text read since.</param>
    public IReadOnlyList<ToolDefinition> Allowed(RunningTurn turn, GuardVerdict verdict)
        => [.. rooms.Tools.Select(t => t.Definition)
            .Where(d => !d.Writes || rooms.Proposals is not null)
            .Where(d => rooms.Guard.RequestPermit(turn.Request, d, new ToolCall { Id = $"{turn.Request.TurnId}/ability", Tool = d.Name, Arguments = LeastArguments(d) }, verdict).Permit is not null)];

    /// <summary>Arguments that a call of the tool must have, with values that mean nothing.</summary>
    public static JsonObject LeastArguments(ToolDefinition tool) => new(tool.Parameters.Where(p => p.Required).Select(p => KeyValuePair.Create<string, JsonNode?>(p.Name, p.Type switch
    {
        ParameterType.WholeNumber or ParameterType.Number => 1,
        ParameterType.Flag => true,
        ParameterType.Date => "2000-01-01",
        ParameterType.TextList => new JsonArray("-"),
        _ => p.Choices.Keys.FirstOrDefault() ?? "-",
    })));
}
