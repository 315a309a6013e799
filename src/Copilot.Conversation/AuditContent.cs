using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Running;

namespace Copilot.Conversation;

/// <summary>What a turn leaves in the audit trail.</summary>
internal static class AuditContent
{
    /// <summary>Describes the question.</summary>
    public static JsonObject Started(TurnRequest request) => new()
    {
        ["question"] = request.Question,
        ["caller"] = JsonSerializer.SerializeToNode(request.Caller, ContractJson.Options),
        ["channel"] = request.Channel,
        ["focus"] = JsonSerializer.SerializeToNode(request.Focus, ContractJson.Options),
        ["attachments"] = JsonSerializer.SerializeToNode(request.Attachments, ContractJson.Options),
    };

    /// <summary>Describes the whole turn: screening, plan, permits, calls with arguments and results, evidence, answer.</summary>
    public static JsonObject Finished(Turn turn, GuardVerdict? verdict, Plan? plan, IReadOnlyList<ExecutedCall> calls, JsonObject? models, string? fault) => new()
    {
        ["outcome"] = JsonSerializer.SerializeToNode(turn.Outcome, ContractJson.Options),
        ["fault"] = fault,
        ["screening"] = JsonSerializer.SerializeToNode(verdict, ContractJson.Options),
        ["planner"] = JsonSerializer.SerializeToNode(turn.Planner, ContractJson.Options),
        ["plan"] = plan?.Describe(),
        ["calls"] = new JsonArray([.. calls.Select(c => (JsonNode)Call(c))]),
        ["answer"] = turn.Answer,
        ["sources"] = JsonSerializer.SerializeToNode(turn.Sources, ContractJson.Options),
        ["grounding"] = JsonSerializer.SerializeToNode(turn.Grounding, ContractJson.Options),
        ["usage"] = JsonSerializer.SerializeToNode(turn.Usage, ContractJson.Options),
        ["degraded"] = turn.Degraded,
        ["models"] = models?.DeepClone(),
        ["durationMs"] = turn.DurationMs,
    };

    private static JsonObject Call(ExecutedCall call) => new()
    {
        ["id"] = call.Call.Id,
        ["tool"] = call.Call.Tool,
        ["arguments"] = call.Call.Arguments.DeepClone(),
        ["argumentsHash"] = call.Call.ArgumentsHash(),
        ["rule"] = call.Rule,
        ["outcome"] = JsonSerializer.SerializeToNode(call.Result.Outcome, ContractJson.Options),
        ["reason"] = call.Result.Reason,
        ["proposal"] = call.Ruling?.Proposal?.Id,
        ["ruling"] = call.Ruling?.Rule,
        ["refused"] = call.Ruling?.Reason,
        ["durationMs"] = call.DurationMs,
        ["findings"] = JsonSerializer.SerializeToNode(call.Result.Findings, ContractJson.Options),
        ["evidence"] = JsonSerializer.SerializeToNode(call.Result.Evidence, ContractJson.Options),
    };
}
