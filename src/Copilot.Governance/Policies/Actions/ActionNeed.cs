using Copilot.Contracts;

namespace Copilot.Governance.Policies.Actions;

/// <summary>What the rules make of one action.</summary>
internal sealed record ActionNeed
{
    public required ActionLevel Level { get; init; }

    /// <summary>The approvals it takes, each by another person: the roles of which a holder may give it. The word <see cref="Requester"/> stands for the one who asked.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Slots { get; init; }

    /// <summary>The rule that decided, for the audit.</summary>
    public required string Rule { get; init; }

    /// <summary>Why it is refused; for people.</summary>
    public string? Reason { get; init; }

    public required RiskClass Risk { get; init; }

    public required TimeSpan ExpiresAfter { get; init; }

    /// <summary>Whether the one who asked may give one of the approvals, if of the right role.</summary>
    public required bool OwnCounts { get; init; }

    public const string Requester = "requester";
}
