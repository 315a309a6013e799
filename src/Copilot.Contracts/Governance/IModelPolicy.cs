namespace Copilot.Contracts;

/// <summary>Which kinds of data may go to which model. Implemented by Governance, asked by Conversation before a model gets a tool or its result. Thread-safe.</summary>
public interface IModelPolicy
{
    /// <summary>Says whether text of these kinds may be sent to a model. Unknown means no.</summary>
    /// <param name="model">The model the text would go to.</param>
    /// <param name="data">The kinds of data the text came from: what its tool touches.</param>
    /// <returns>True when all of them may.</returns>
    bool MayRead(ChatModel model, IReadOnlyCollection<DataClass> data);
}
