using Copilot.Conversation.Running;

namespace Copilot.Conversation.Planning.Model;

/// <summary>What the model planner works with, the same for all turns.</summary>
/// <param name="Rooms">The other rooms.</param>
/// <param name="Models">The models and what guards them.</param>
/// <param name="Calls">The way to the tools.</param>
/// <param name="Offer">Chooses the tools.</param>
/// <param name="Rules">The rule planner, which reads names and words.</param>
/// <param name="Rest">Finishes by rules what a model broke off.</param>
/// <param name="Options">How turns run.</param>
internal sealed record PlannerParts(TurnRooms Rooms, ModelRooms Models, PermittedCalls Calls, ToolOffer Offer, RulePlanner Rules, RuleRest Rest, ConversationOptions Options);
