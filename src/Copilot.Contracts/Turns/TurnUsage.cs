namespace Copilot.Contracts;

/// <summary>What a turn cost.</summary>
public sealed record TurnUsage
{
    /// <summary>Gets the tokens sent.</summary>
    public int InputTokens { get; init; }

    /// <summary>Gets the tokens received.</summary>
    public int OutputTokens { get; init; }

    /// <summary>Gets the cost in <see cref="Currency"/>.</summary>
    public decimal Cost { get; init; }

    /// <summary>Gets the currency, ISO 4217.</summary>
    public string Currency { get; init; } = "USD";
}
