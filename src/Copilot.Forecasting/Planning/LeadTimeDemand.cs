using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Planning;

/// <summary>
/// What customers will take until an order of today arrives, as a distribution: for each lead time that was seen, the forecast of the days until then with its own uncertainty, and all of them mixed. Demand of one
/// lead time is taken as gamma distributed with the forecast's mean and deviation (Burgin 1975): never below zero, and skewed where demand is seldom; with a small deviation it is the normal distribution.
/// </summary>
internal sealed class LeadTimeDemand
{
    // Half a range of four of five as a number of standard deviations of the normal distribution.
    private const double Deviations80 = 1.2815515655446004;
    private const int Halvings = 100;
    private const double FarUp = 12;
    private readonly IReadOnlyList<(double Weight, double Mean, double Deviation)> _parts;

    /// <summary>Takes the demand of each lead time.</summary>
    /// <param name="parts">How often a lead time came, and mean and standard deviation of demand in it; at least one.</param>
    public LeadTimeDemand(IReadOnlyList<(double Weight, double Mean, double Deviation)> parts)
    {
        var weights = parts.Sum(p => p.Weight);
        _parts = [.. parts.Select(p => (p.Weight / weights, p.Mean, p.Deviation))];
        Mean = _parts.Sum(p => p.Weight * p.Mean);
        Deviation = Math.Sqrt(_parts.Sum(p => p.Weight * ((p.Deviation * p.Deviation) + ((p.Mean - Mean) * (p.Mean - Mean)))));
    }

    /// <summary>Gets the mean.</summary>
    public double Mean { get; }

    /// <summary>Gets the standard deviation, of demand and of lead times together.</summary>
    public double Deviation { get; }

    /// <summary>Of a forecast and the lead times that were seen.</summary>
    /// <param name="demand">The demand the forecast was made from, with planners' figures.</param>
    /// <param name="forecast">The forecast by weeks; it reaches over the longest lead time.</param>
    /// <param name="today">The day of the order.</param>
    /// <param name="days">Lead times, in days, at least one.</param>
    public static LeadTimeDemand Of(CleanDemand demand, SeriesForecast forecast, DateOnly today, IReadOnlyList<double> days)
        => new([.. days.GroupBy(d => Math.Max(1, (int)Math.Ceiling(d))).OrderBy(g => g.Key).Select(g =>
        {
            var span = SpanForecast.Of(demand, forecast, today, today.AddDays(g.Key - 1));
            return ((double)g.Count(), Math.Max(0, span.Total), span.Half80 / Deviations80);
        })]);

    /// <summary>The chance, 0 to 1, that more is taken than a stock.</summary>
    public double Above(double stock) => 1 - _parts.Sum(p => p.Weight * Share(p.Mean, p.Deviation, stock));

    /// <summary>The stock that is enough with a probability.</summary>
    /// <param name="service">The probability, above 0 and below 1.</param>
    public double Enough(double service)
    {
        var (low, high) = (0.0, _parts.Max(p => p.Mean + (FarUp * p.Deviation)) + 1);
        for (var i = 0; i < Halvings && high - low > 1e-9 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = 1 - Above(middle) < service ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static double Share(double mean, double deviation, double stock)
        => stock < 0 ? 0
            : deviation <= 0 || mean <= 0 ? stock >= mean ? 1 : 0
            : Distributions.GammaShare(mean * mean / (deviation * deviation), stock * mean / (deviation * deviation));
}
