namespace Copilot.Contracts;

/// <summary>How the same way of forecasting would have done on the series' own past.</summary>
/// <param name="Origins">From how many earlier periods it forecast.</param>
/// <param name="Forecasts">How many single forecasts were compared with what came.</param>
/// <param name="MeanError">The mean absolute error, in the series' unit.</param>
/// <param name="NaiveError">The mean absolute error of repeating the last value (with its season), in the same periods.</param>
/// <param name="Bias">The mean of forecast minus actual, in the series' unit; above zero is too much.</param>
public sealed record BacktestFigures(int Origins, int Forecasts, double MeanError, double NaiveError, double Bias)
{
    /// <summary>Gets the mean of what came in the compared periods, in the series' unit.</summary>
    public double MeanActual { get; init; }
}
