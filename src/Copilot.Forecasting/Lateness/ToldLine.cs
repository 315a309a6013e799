namespace Copilot.Forecasting.Lateness;

/// <summary>What was told of a line that was kept back, and what came.</summary>
/// <param name="Chance">The chance that was told, 0 to 1.</param>
/// <param name="Share">The share of all lines that had left late by then.</param>
/// <param name="Late">Whether it left late.</param>
public sealed record ToldLine(double Chance, double Share, bool Late);
