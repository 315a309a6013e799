namespace Copilot.Forecasting.Models;

/// <summary>A way to forecast one row of evenly spaced values.</summary>
internal interface IForecaster
{
    /// <summary>Gets its name, as answers show it.</summary>
    string Name { get; }

    /// <summary>Chooses and estimates.</summary>
    /// <param name="history">The values, oldest first, all finite.</param>
    /// <param name="season">Periods in a season; 1 for none.</param>
    /// <returns>What was estimated, or null when the history does not carry this model.</returns>
    IFitted? Fit(ReadOnlySpan<double> history, int season);
}
