using Copilot.Contracts;
using Copilot.Conversation.Composing;

namespace Copilot.Conversation;

/// <summary>An answer that is ready to be recorded.</summary>
/// <param name="Outcome">How the turn ends.</param>
/// <param name="Written">The answer, screened.</param>
/// <param name="Grounding">What the citation check found.</param>
internal sealed record TurnAnswer(TurnOutcome Outcome, WrittenAnswer Written, GroundingReport Grounding);
