namespace Copilot.Contracts;

/// <summary>The chat models of this installation. Implemented by Models, used by Conversation. Thread-safe.</summary>
public interface IChatModels
{
    /// <summary>Gets the models for a duty in their order of fallback, those included that rest after failures; empty when none is configured.</summary>
    /// <param name="duty">What is to be done.</param>
    /// <returns>The models.</returns>
    IReadOnlyList<ChatModel> For(ModelDuty duty);
}
