using Copilot.Contracts;

namespace Copilot.Forecasting.Overrides;

/// <summary>
/// Forecast value added (Gilliland 2008): how far off a planner's figure was and how far off the forecast it took the place of, both against what came.
/// </summary>
/// <param name="Figure">The planner's figure.</param>
/// <param name="Forecast">What the forecast had said when it was set.</param>
/// <param name="Came">What left for customers in the period, less what came back.</param>
internal sealed record AddedValue(PlannerFigure Figure, double Forecast, double Came)
{
    /// <summary>Gets how far off the planner was.</summary>
    public double PlannerError => Math.Abs(Figure.Quantity - Came);

    /// <summary>Gets how far off the forecast was.</summary>
    public double ForecastError => Math.Abs(Forecast - Came);

    /// <summary>Compares the figures whose periods are over.</summary>
    /// <param name="history">What came.</param>
    /// <param name="figures">The figures for it, the newest first.</param>
    /// <returns>Those that can be compared, the newest first: one that a newer one took days from is left out, and so is one that stood beside no forecast.</returns>
    public static IReadOnlyList<AddedValue> Of(DemandHistory history, IReadOnlyList<PlannerFigure> figures)
        =>
        [
            .. figures.Where((f, at) => f.Forecast is not null && f.To < history.Today && f.From >= history.From && !figures.Take(at).Any(newer => newer.IsAboutSame(f) && newer.Touches(f.From, f.To)))
                .Select(f => new AddedValue(f, f.Forecast!.Value, Math.Max(0, history.Days.Where(d => d.Day >= f.From && d.Day <= f.To).Sum(d => d.Delivered - d.Returned)))),
        ];
}
