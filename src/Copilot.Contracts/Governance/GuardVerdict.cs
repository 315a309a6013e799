namespace Copilot.Contracts;

/// <summary>What the guard says of a question.</summary>
public sealed record GuardVerdict
{
    /// <summary>Gets a value indicating whether the turn may go on.</summary>
    public required bool Allowed { get; init; }

    /// <summary>Gets the reason of a refusal, for people.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the signs of an attempt to steer the copilot found in the question (rule names), empty for most.</summary>
    public IReadOnlyList<string> Signals { get; init; } = [];

    /// <summary>Gets the SHA-256 of the policies by which the turn is judged (lower-case hex), for the audit; null where there are none.</summary>
    public string? Policies { get; init; }
}
