namespace Copilot.Contracts;

/// <summary>Says that a list was cut.</summary>
/// <param name="Shown">How many are in the result.</param>
/// <param name="Total">How many there are.</param>
public sealed record ListCut(int Shown, int Total);
