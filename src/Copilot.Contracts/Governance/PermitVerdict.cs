namespace Copilot.Contracts;

/// <summary>What the guard says of a tool call: exactly one of <see cref="Permit"/> and <see cref="Reason"/> is set.</summary>
public sealed record PermitVerdict
{
    /// <summary>Gets the permit, or null when refused.</summary>
    public ToolPermit? Permit { get; init; }

    /// <summary>Gets the reason of a refusal, for people.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the rule that decided, for the audit.</summary>
    public required string Rule { get; init; }
}
