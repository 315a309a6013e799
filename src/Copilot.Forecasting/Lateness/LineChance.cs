namespace Copilot.Forecasting.Lateness;

/// <summary>The chance that a line leaves late, as far as the past tells.</summary>
/// <param name="Chance">The chance, 0 to 1.</param>
/// <param name="Signs">What it rests on.</param>
/// <param name="FullDay">Lines its warehouse ships on a full day.</param>
/// <param name="Causes">What each cause adds to the log odds against a line like the mean of all, most first.</param>
internal sealed record LineChance(double Chance, Signs Signs, double FullDay, IReadOnlyList<(Signs.Cause Cause, double Part)> Causes);
