using Copilot.Contracts;
using Copilot.Forecasting.Seasons;

namespace Copilot.Forecasting.Engine;

/// <summary>Decides by the history's own face which way of forecasting it gets.</summary>
internal sealed class Look(RegularDemand regular, SparseDemand sparse)
{
    /// <summary>Forecasts a prepared history.</summary>
    /// <param name="history">The values.</param>
    /// <param name="season">The seasons to reckon with.</param>
    /// <param name="neverNegative">Whether no value is below zero, so that it may be demand.</param>
    /// <param name="horizon">How far.</param>
    /// <param name="cancellationToken">Stops between two models.</param>
    public Outlook At(double[] history, SeasonLength season, bool neverNegative, int horizon, CancellationToken cancellationToken)
    {
        if (IsConstant(history))
        {
            return Constant(history, horizon);
        }

        var demand = neverNegative ? Demand.Of(history) : null;
        var outlook = demand is DemandClass.Intermittent or DemandClass.Lumpy && history.Length > 1 && !SeasonalTest.Shows(history, season.Short)
            ? sparse.Forecast(history, horizon, cancellationToken)
            : regular.Forecast(history, season.Short, season.Long, horizon, cancellationToken);
        return outlook.Trials.Count > 1 ? outlook with { Sums = SumSpread.Of(outlook.Trials, horizon) } : outlook;
    }

    private static bool IsConstant(double[] history) => Array.TrueForAll(history, v => v == history[0]);

    private static Outlook Constant(double[] history, int horizon)
    {
        var mean = new double[horizon];
        mean.AsSpan().Fill(history[0]);
        var why = history.Length == 1 ? "There is only one value, so nothing is known about how it changes; the ranges have no width."
            : history[0] == 0 ? "All values are zero."
            : "All values are the same; the ranges have no width because nothing in the history varies.";
        return new Outlook("naive", mean, new (double, double)[horizon], new (double, double)[horizon]) { Warnings = [why] };
    }
}
