using Copilot.Conversation.Running;

namespace Copilot.Conversation.Composing;

/// <summary>The answer to one need of the question.</summary>
internal sealed record AnswerSection
{
    /// <summary>Gets the call it comes from.</summary>
    public required ExecutedCall Call { get; init; }

    /// <summary>Gets what it says.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>Gets a value indicating whether it answers, rather than says why there is no answer.</summary>
    public required bool Answers { get; init; }
}
