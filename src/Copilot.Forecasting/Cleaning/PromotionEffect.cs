using Copilot.Contracts;
using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Cleaning;

/// <summary>How many times the usual demand came in weeks with special prices, and which weeks these are.</summary>
internal sealed class PromotionEffect
{
    private const int Reach = 13;
    private const int Near = 8;
    private const double Most = 4;
    private const double Clearly = 1.64;
    private readonly IReadOnlyList<PromotionPeriod> _periods;
    private readonly double[] _profile;

    private PromotionEffect(IReadOnlyList<PromotionPeriod> periods, double[] profile, double factor, int weeks)
    {
        (_periods, _profile, Factor, Weeks) = (periods, profile, factor, weeks);
    }

    /// <summary>Gets how many times the usual demand a week with special prices has; 1 where nothing can be told from it.</summary>
    public double Factor { get; }

    /// <summary>Gets the number of past weeks it was read from.</summary>
    public int Weeks { get; }

    /// <summary>Reads the effect: each week with special prices against its neighbours without, told only where it stands out of their ups and downs.</summary>
    /// <param name="first">The Monday of the first week.</param>
    /// <param name="values">Demand by weeks; not a number where unknown.</param>
    /// <param name="periods">The days with special prices.</param>
    /// <param name="profile">The share of each weekday.</param>
    public static PromotionEffect Of(DateOnly first, double[] values, IReadOnlyList<PromotionPeriod> periods, double[] profile)
    {
        var none = new PromotionEffect(periods, profile, 1, 0);
        var special = Enumerable.Range(0, values.Length).Select(t => none.ShareOf(first.AddDays(t * Cleaning.Weeks.Days))).ToArray();
        var plain = Enumerable.Range(0, values.Length).Where(t => special[t] == 0 && double.IsFinite(values[t])).ToList();
        var promoted = Enumerable.Range(0, values.Length).Where(t => special[t] >= 0.5 && double.IsFinite(values[t])).ToList();
        double came = 0, usual = 0;
        var compared = 0;
        foreach (var t in promoted)
        {
            var near = plain.Where(p => Math.Abs(p - t) <= Reach).OrderBy(p => Math.Abs(p - t)).Take(Near).ToList();
            if (near.Count == Near)
            {
                came += values[t];
                usual += near.Average(p => values[p]);
                compared++;
            }
        }

        if (compared < 3 || usual <= 0)
        {
            return none;
        }

        var noise = Math.Sqrt(Figures.Variance(plain.Select(p => values[p]).ToArray()) * compared);
        var factor = Math.Min(came / usual, Most);
        return factor > 1.1 && came - usual > Clearly * noise ? new PromotionEffect(periods, profile, factor, compared) : none;
    }

    /// <summary>What to multiply the usual demand of a week by.</summary>
    /// <param name="monday">The week.</param>
    public double In(DateOnly monday) => Factor == 1 ? 1 : 1 + ((Factor - 1) * ShareOf(monday));

    /// <summary>Whether special prices hold on a day of the span.</summary>
    public bool Touches(DateOnly from, DateOnly to) => _periods.Any(p => p.From <= to && p.To >= from);

    private double ShareOf(DateOnly monday)
    {
        var share = 0.0;
        for (var i = 0; i < Cleaning.Weeks.Days; i++)
        {
            var day = monday.AddDays(i);
            share += _periods.Any(p => p.From <= day && p.To >= day) ? _profile[i] : 0;
        }

        return share;
    }
}
