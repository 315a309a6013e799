namespace Copilot.Contracts;

/// <summary>What a chat model is asked to do in a turn.</summary>
public enum ModelDuty
{
    /// <summary>Chooses which tools answer a question, and with what arguments.</summary>
    Planner,

    /// <summary>Writes the answer from what was found.</summary>
    Writer,

    /// <summary>Does small tasks for which a large model is too slow: summaries of a long conversation.</summary>
    Small,
}
