namespace Copilot.Conversation;

/// <summary>What the rule planner would do with a question.</summary>
public sealed record RouteDecision
{
    /// <summary>Gets the calls it would make; empty when it would ask back or abstain.</summary>
    public required IReadOnlyList<RoutedCall> Tools { get; init; }

    /// <summary>Gets how sure it is, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>Gets what it would say besides or instead, or null.</summary>
    public string? Reply { get; init; }
}
