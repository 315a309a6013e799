using Copilot.Contracts;
using Copilot.Conversation.Prompts;

namespace Copilot.Conversation.Planning.Model;

/// <summary>What a turn needs to ask models.</summary>
/// <param name="Models">The models.</param>
/// <param name="Masking">Hides what must not leave; null lets only models inside the company be asked.</param>
/// <param name="Budget">What may be spent; null for everything.</param>
/// <param name="Policy">Which kinds of data may go to which model; null for all that the caller may see.</param>
/// <param name="Prompts">The prompts.</param>
internal sealed record ModelRooms(IChatModels Models, IMasking? Masking, IModelBudget? Budget, IModelPolicy? Policy, PromptLibrary Prompts)
{
    /// <summary>Gets what the tools cost in each prompt.</summary>
    public ToolTokens Tokens { get; } = new();
}
