namespace Copilot.Contracts;

/// <summary>How a turn ended.</summary>
public enum TurnOutcome
{
    /// <summary>With a grounded answer.</summary>
    Answered,

    /// <summary>With an honest "I don't know", or a question back.</summary>
    Abstained,

    /// <summary>With a refusal: the caller may not see or do this.</summary>
    Refused,

    /// <summary>With trouble.</summary>
    Failed,
}
