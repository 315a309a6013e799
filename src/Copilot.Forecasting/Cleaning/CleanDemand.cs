using Copilot.Contracts;
using Copilot.Forecasting.Numerics;
using Copilot.Forecasting.Overrides;

namespace Copilot.Forecasting.Cleaning;

/// <summary>
/// Demand by whole weeks as a planner would count it: returns are taken from what was delivered before them, weeks without stock are unknown and not zero, weeks with
/// special prices or days off count as usual ones, and a week far above all others does not set the level.
/// </summary>
internal sealed class CleanDemand
{
    private const int LeastForOneOffs = 26;
    private const double FarAbove = 4;
    private const double MostEmpty = 1.0 / 3;
    private const int WorkingDaysEmpty = 3;
    private const int Around = 8;

    private CleanDemand(DateOnly first, double[] came, double[] profile)
    {
        (First, Came, Usual, Profile) = (first, came, (double[])came.Clone(), profile);
        Promotions = PromotionEffect.Of(first, Usual, [], profile);
        DaysOff = DaysOffEffect.Of(first, Usual, [], profile);
    }

    /// <summary>Gets the Monday of the first week.</summary>
    public DateOnly First { get; }

    /// <summary>Gets what customers kept, by weeks.</summary>
    public double[] Came { get; }

    /// <summary>Gets what it counts as; not a number where it is unknown.</summary>
    public double[] Usual { get; }

    /// <summary>Gets the share of each weekday, from Monday.</summary>
    public double[] Profile { get; }

    /// <summary>Gets the effect of special prices.</summary>
    public PromotionEffect Promotions { get; private set; }

    /// <summary>Gets the effect of days off.</summary>
    public DaysOffEffect DaysOff { get; private set; }

    /// <summary>Gets how many weeks count as unknown because nothing lay on the shelf.</summary>
    public int EmptyWeeks { get; private set; }

    /// <summary>Gets a value indicating whether so many weeks were without stock that they were left as they are.</summary>
    public bool MostlyEmpty { get; private set; }

    /// <summary>Gets the weeks that stood far above all others.</summary>
    public IReadOnlyList<OneOff> OneOffs { get; private set; } = [];

    /// <summary>Gets what came back in all.</summary>
    public double Returned { get; private set; }

    /// <summary>Gets what planners set for coming days, in place of the forecast.</summary>
    public PlannedDays Planned { get; private set; } = PlannedDays.None;

    /// <summary>Gets the Monday of the first week that is to come: the one that has begun.</summary>
    public DateOnly Next => First.AddDays(Came.Length * Weeks.Days);

    /// <summary>Cleans a history.</summary>
    /// <param name="history">The history.</param>
    /// <returns>The demand of the whole weeks since the first delivery; null when there is no whole week.</returns>
    public static CleanDemand? Of(DemandHistory history)
    {
        if (history.Days.FirstOrDefault(d => d.Delivered > 0) is not { } begin)
        {
            return null;
        }

        // What was sold in the first weeks that were looked at was sold before them, too: the week that is cut is left out. Other demand begins with its first week.
        var first = Weeks.Monday(begin.Day);
        first = first < history.From ? first.AddDays(Weeks.Days) : first;
        var count = Weeks.Between(first, Weeks.Monday(history.Today));
        if (count < 1)
        {
            return null;
        }

        var demand = new CleanDemand(first, Sums(history.Days, first, count), Weeks.Profile(history.Days, history.Today)) { Returned = history.Days.Sum(d => d.Returned) };
        demand.LeaveOutEmpty(history.Empty);
        demand.TakeOutDaysOff(history.Closed ?? []);
        demand.TakeOutPromotions(history.Promotions ?? []);
        demand.LevelOneOffs();
        return demand;
    }

    /// <summary>What to multiply the usual demand of a week by: special prices raise it, days off lower it.</summary>
    /// <param name="monday">The week.</param>
    public double Lift(DateOnly monday) => Promotions.In(monday) * DaysOff.In(monday);

    /// <summary>The same demand with what planners set for coming days; its sums count that in place of the forecast.</summary>
    public CleanDemand With(IReadOnlyList<PlannerFigure> figures)
    {
        if (figures.Count == 0)
        {
            return this;
        }

        var planned = (CleanDemand)MemberwiseClone();
        planned.Planned = PlannedDays.Of(figures, Profile);
        return planned;
    }

    /// <summary>The series to forecast.</summary>
    public TimeSeries Series(DemandHistory history, string name)
        => new() { Id = name, Values = Usual, Period = PeriodKind.Week, Start = First, Unit = history.Unit };

    private static double[] Sums(IReadOnlyList<DemandDay> days, DateOnly first, int count)
    {
        var sums = new double[count];
        foreach (var day in days.Where(d => d.Day >= first))
        {
            var week = Weeks.Between(first, Weeks.Monday(day.Day));
            if (week < count)
            {
                sums[week] += day.Delivered;
            }

            // A return takes back what was delivered last; what was delivered before the history does not count.
            var back = day.Returned;
            for (var t = Math.Min(week, count - 1); t >= 0 && back > 0; t--)
            {
                var taken = Math.Min(back, sums[t]);
                sums[t] -= taken;
                back -= taken;
            }
        }

        return sums;
    }

    private void LeaveOutEmpty(EmptyDays? empty)
    {
        if (empty is not { Known: true, Days.Count: > 0 })
        {
            return;
        }

        var weeks = empty.Days.Where(d => d >= First && d < Next && d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .GroupBy(d => Weeks.Between(First, Weeks.Monday(d))).Where(g => g.Count() >= WorkingDaysEmpty).Select(g => g.Key).ToHashSet();
        var stocked = Came.Where((_, t) => !weeks.Contains(t)).ToArray();
        MostlyEmpty = weeks.Count > Came.Length * MostEmpty;
        if (MostlyEmpty || stocked.Length == 0)
        {
            return;
        }

        // A week that sold as much as others lost nothing.
        var usual = Figures.Mean(stocked);
        foreach (var week in weeks.Where(w => Came[w] < usual))
        {
            Usual[week] = double.NaN;
            EmptyWeeks++;
        }
    }

    private void TakeOutDaysOff(IReadOnlyList<ClosedDay> days)
    {
        DaysOff = DaysOffEffect.Of(First, Usual, days, Profile);
        for (var t = 0; t < Usual.Length; t++)
        {
            Usual[t] /= DaysOff.In(First.AddDays(t * Weeks.Days));
        }
    }

    private void TakeOutPromotions(IReadOnlyList<PromotionPeriod> periods)
    {
        Promotions = PromotionEffect.Of(First, Usual, periods, Profile);
        for (var t = 0; t < Usual.Length; t++)
        {
            Usual[t] /= Promotions.In(First.AddDays(t * Weeks.Days));
        }
    }

    // Where demand often stays away every order stands out, so nothing is levelled there.
    private void LevelOneOffs()
    {
        var sorted = Usual.Where(double.IsFinite).Order().ToArray();
        if (sorted.Length < LeastForOneOffs || sorted.Count(v => v == 0) * 4 > sorted.Length)
        {
            return;
        }

        var (low, high) = (Figures.Quantile(sorted, 0.25), Figures.Quantile(sorted, 0.75));
        var fence = high + (FarAbove * (high - low));
        var far = Enumerable.Range(0, Usual.Length).Where(t => Usual[t] > fence && high > low).ToList();
        if (far.Count > Math.Max(1, Usual.Length / 50))
        {
            // So many are no exceptions: that is how demand comes.
            return;
        }

        OneOffs = [.. far.Select(t => new OneOff(First.AddDays(t * Weeks.Days), Came[t], Neighbours(t, far)))];
        foreach (var (t, one) in far.Zip(OneOffs))
        {
            Usual[t] = one.Counted;
        }
    }

    private double Neighbours(int week, List<int> far)
        => Enumerable.Range(0, Usual.Length).Where(t => double.IsFinite(Usual[t]) && !far.Contains(t)).OrderBy(t => Math.Abs(t - week)).Take(Around).Average(t => Usual[t]);
}
