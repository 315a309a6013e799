namespace Copilot.Forecasting.Engine;

/// <summary>Forecast and ranges of one history, in the scale of the models.</summary>
/// <param name="Method">How, in words.</param>
/// <param name="Mean">The expected values.</param>
/// <param name="Half80">What to add and take away for four values of five: below, above.</param>
/// <param name="Half95">The same for nineteen of twenty.</param>
internal sealed record Outlook(string Method, double[] Mean, (double Below, double Above)[] Half80, (double Below, double Above)[] Half95)
{
    /// <summary>Gets the forecasts of the backtest beside the naive ones and what came.</summary>
    public IReadOnlyList<(double[] Combined, double[] Naive, double[] Actual)> Trials { get; init; } = [];

    /// <summary>Gets how far off sums of the first so many periods may be: half the widths for four of five and for nineteen of twenty.</summary>
    public IReadOnlyList<(double Half80, double Half95)> Sums { get; init; } = [];

    /// <summary>Gets periods in the season that was found; 1 for none.</summary>
    public double Season { get; init; } = 1;

    /// <summary>Gets what a reader must know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
