namespace Copilot.Contracts;

/// <summary>What a turn may spend on models.</summary>
/// <param name="Level">How much.</param>
/// <param name="Reason">Why it is less than full, for people, or null.</param>
public sealed record ModelAllowance(AllowanceLevel Level, string? Reason);
