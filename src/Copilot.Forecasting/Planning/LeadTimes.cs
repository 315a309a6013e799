using Copilot.Contracts;
using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Planning;

/// <summary>How long deliveries took, from those that came.</summary>
public sealed class LeadTimes
{
    private readonly double[] _sorted;

    /// <summary>Takes the lead times, in days.</summary>
    /// <param name="days">One a delivery, none below zero.</param>
    /// <exception cref="CopilotException">There is none, or one is no lead time.</exception>
    public LeadTimes(IReadOnlyList<double> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        _sorted = [.. days.Order()];
        if (_sorted.Length == 0 || !(_sorted[0] >= 0) || !double.IsFinite(_sorted[^1]))
        {
            throw new CopilotException("Lead times need at least one delivery, each of zero days or more.");
        }

        Mean = Figures.Mean(_sorted);
        Deviation = Math.Sqrt(Figures.Variance(_sorted));
    }

    /// <summary>Gets the number of deliveries.</summary>
    public int Count => _sorted.Length;

    /// <summary>Gets the mean, in days.</summary>
    public double Mean { get; }

    /// <summary>Gets the standard deviation, in days; 0 for one delivery, which says nothing about it.</summary>
    public double Deviation { get; }

    /// <summary>The days within which a share of the deliveries came.</summary>
    /// <param name="share">0 to 1.</param>
    public double Within(double share) => Figures.Quantile(_sorted, share);

    /// <summary>
    /// The probability, 0 to 1, that a delivery comes within so many days: the share that did, drawn a little to one half (Laplace), so that three of three
    /// on time is not a promise.
    /// </summary>
    /// <param name="days">The days.</param>
    public double OnTime(double days)
    {
        var within = _sorted.Count(d => d <= days);
        return (within + 1.0) / (_sorted.Length + 2.0);
    }
}
