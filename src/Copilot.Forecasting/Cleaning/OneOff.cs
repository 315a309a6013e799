namespace Copilot.Forecasting.Cleaning;

/// <summary>A week that stands far above all others, such as a project's order.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="Was">What left in it.</param>
/// <param name="Counted">What it counts as.</param>
internal sealed record OneOff(DateOnly Week, double Was, double Counted);
