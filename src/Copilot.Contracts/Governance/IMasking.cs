namespace Copilot.Contracts;

/// <summary>Hides what must not leave the company before text goes to a model. Implemented by Governance, used by Conversation.</summary>
public interface IMasking
{
    /// <summary>Opens the mask for one turn and one model. The same value has the same placeholder throughout a conversation.</summary>
    /// <param name="request">The turn.</param>
    /// <param name="model">The model the text is for.</param>
    /// <param name="names">The names the caller may see; persons among them are hidden where the rules say so.</param>
    /// <returns>The mask; not thread-safe.</returns>
    IMask Open(TurnRequest request, ChatModel model, EntityNames names);
}
