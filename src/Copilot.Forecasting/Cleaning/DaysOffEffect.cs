using Copilot.Contracts;
using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Cleaning;

/// <summary>
/// How much of the usual demand of days off is missing from their weeks, and not made up for on the other days: a regressor on the share of a week that is closed, kept only where it would have foreseen past weeks
/// better than leaving it out.
/// </summary>
internal sealed class DaysOffEffect
{
    private const int Near = 8;
    private const int Reach = 13;
    private const int Least = 4;
    private const double Noticed = 0.08;
    private const double Better = 0.95;
    private const double Clearly = 1.64;
    private const double LeastLeft = 0.1;
    private readonly IReadOnlyList<ClosedDay> _days;
    private readonly double[] _profile;

    private DaysOffEffect(IReadOnlyList<ClosedDay> days, double[] profile, double missing, int weeks) => (_days, _profile, Missing, Weeks) = (days, profile, missing, weeks);

    /// <summary>Gets the share of a closed day's usual demand that its week misses; 0 where it foresees nothing better.</summary>
    public double Missing { get; }

    /// <summary>Gets the number of past weeks with days off it was tried on.</summary>
    public int Weeks { get; }

    /// <summary>Reads the effect and tries it: each week with days off is foreseen from the plain weeks before it, once with what earlier ones missed and once without.</summary>
    /// <param name="first">The Monday of the first week.</param>
    /// <param name="values">Demand by weeks; not a number where unknown.</param>
    /// <param name="days">The days off.</param>
    /// <param name="profile">The share of each weekday.</param>
    public static DaysOffEffect Of(DateOnly first, double[] values, IReadOnlyList<ClosedDay> days, double[] profile)
    {
        var none = new DaysOffEffect(days, profile, 0, 0);
        var closed = Enumerable.Range(0, values.Length).Select(t => none.ShareOf(first.AddDays(t * Cleaning.Weeks.Days))).ToArray();
        var plain = Enumerable.Range(0, values.Length).Where(t => closed[t] == 0 && double.IsFinite(values[t])).ToList();
        List<(double Closed, double Usual, double Came)> seen = [], around = [];
        double with = 0, without = 0;
        var tried = 0;
        foreach (var t in Enumerable.Range(0, values.Length).Where(t => closed[t] >= Noticed && double.IsFinite(values[t])))
        {
            var before = plain.Where(p => p < t && t - p <= Reach).TakeLast(Near).ToList();
            if (before.Count == Near)
            {
                var usual = before.Average(p => values[p]);
                if (seen.Count >= Least)
                {
                    with += Math.Abs((usual * (1 - (Fit(seen) * closed[t]))) - values[t]);
                    without += Math.Abs(usual - values[t]);
                    tried++;
                }

                seen.Add((closed[t], usual, values[t]));
            }

            var near = plain.Where(p => Math.Abs(p - t) <= Reach).OrderBy(p => Math.Abs(p - t)).Take(Near).ToList();
            if (near.Count == Near)
            {
                around.Add((closed[t], near.Average(p => values[p]), values[t]));
            }
        }

        // A few quiet weeks alone would foresee "better" now and then: what is missing in all has to stand out of the ups and downs, too.
        var noise = plain.Count > 1 ? Math.Sqrt(Figures.Variance(plain.Select(p => values[p]).ToArray()) * around.Count) : 0;
        var missing = tried >= Least && with < Better * without && around.Sum(w => w.Usual - w.Came) > Clearly * noise ? Fit(around) : 0;
        return new DaysOffEffect(days, profile, missing, tried);
    }

    /// <summary>What to multiply the usual demand of a week by.</summary>
    /// <param name="monday">The week.</param>
    public double In(DateOnly monday) => Missing == 0 ? 1 : Math.Max(LeastLeft, 1 - (Missing * ShareOf(monday)));

    /// <summary>The days off of a span that fall on days on which something leaves.</summary>
    public IReadOnlyList<ClosedDay> Between(DateOnly from, DateOnly to) => [.. _days.Where(d => d.Day >= from && d.Day <= to && _profile[Place(d.Day)] > 0)];

    private static int Place(DateOnly day) => ((int)day.DayOfWeek + 6) % Cleaning.Weeks.Days;

    /// <summary>Least squares through nothing: a week without days off misses nothing.</summary>
    private static double Fit(List<(double Closed, double Usual, double Came)> weeks)
    {
        double up = 0, down = 0;
        foreach (var (closed, usual, came) in weeks)
        {
            up += closed * usual * (usual - came);
            down += closed * usual * closed * usual;
        }

        return down > 0 ? Math.Clamp(up / down, 0, 1) : 0;
    }

    private double ShareOf(DateOnly monday)
    {
        var share = 0.0;
        foreach (var day in _days)
        {
            share += day.Day >= monday && day.Day < monday.AddDays(Cleaning.Weeks.Days) ? day.Share * _profile[Place(day.Day)] : 0;
        }

        return share;
    }
}
