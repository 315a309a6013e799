namespace Copilot.Contracts;

/// <summary>Money at stake.</summary>
/// <param name="Amount">The amount.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record Exposure(decimal Amount, string Currency);
