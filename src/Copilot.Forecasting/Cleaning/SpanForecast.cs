using Copilot.Contracts;

namespace Copilot.Forecasting.Cleaning;

/// <summary>What is expected between two days, made of a forecast by weeks: weeks that lie in it partly count by the share of their weekdays.</summary>
internal sealed record SpanForecast
{
    /// <summary>Gets the first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Gets the last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Gets how many weeks' demand it holds; need not be whole.</summary>
    public required double Length { get; init; }

    /// <summary>Gets what is expected.</summary>
    public required double Total { get; init; }

    /// <summary>Gets half the width of the range that holds four of five.</summary>
    public required double Half80 { get; init; }

    /// <summary>Gets half the width of the range that holds nineteen of twenty.</summary>
    public required double Half95 { get; init; }

    /// <summary>Gets the lower end of four of five; demand is never below zero.</summary>
    public double Lower => Math.Max(0, Total - Half80);

    /// <summary>Gets the upper end of four of five.</summary>
    public double Upper => Total + Half80;

    /// <summary>Gets what is expected in a week.</summary>
    public double PerWeek => Length > 0 ? Total / Length : 0;

    /// <summary>Weeks to forecast so that a day is among them.</summary>
    public static int WeeksTo(CleanDemand demand, DateOnly to) => Math.Max(1, Weeks.Between(demand.Next, Weeks.Monday(to)) + 1);

    /// <summary>Adds up the weeks between two days. Days that planners set a figure for count as that; the range keeps the width of the forecast's, as nobody knows how sure a planner is.</summary>
    /// <param name="demand">The demand the forecast was made from.</param>
    /// <param name="forecast">The forecast of its weeks, of usual demand.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public static SpanForecast Of(CleanDemand demand, SeriesForecast forecast, DateOnly from, DateOnly to)
    {
        double length = 0, total = 0, plain = 0, wide = 0, all = 0, early80 = 0, planned = 0;
        for (var h = 0; h < forecast.Mean.Count; h++)
        {
            var monday = demand.Next.AddDays(h * Weeks.Days);
            var share = Weeks.Share(demand.Profile, monday, from, to);
            length += share;
            plain += share * forecast.Mean[h];
            total += share * forecast.Mean[h] * demand.Lift(monday);
            wide += share * (forecast.Upper80[h] - forecast.Mean[h]);
            all += share * (forecast.Upper95[h] - forecast.Mean[h]);
            planned += demand.Planned.IsEmpty ? 0 : Replaced(demand, forecast.Mean[h] * demand.Lift(monday), monday, from, to);
        }

        // A span that begins later is as much less sure as its single weeks are.
        for (var h = 0; h < forecast.Mean.Count && h < length; h++)
        {
            early80 += Math.Min(1, length - h) * (forecast.Upper80[h] - forecast.Mean[h]);
        }

        var later = early80 > 0 ? Math.Max(1, wide / early80) : 1;
        var lift = plain > 0 ? total / plain : 1;
        var (half80, half95) = forecast.SumHalf80.Count > 0
            ? (At(forecast.SumHalf80, length) * later, At(forecast.SumHalf95, length) * later)
            : (wide, all);
        return new SpanForecast { From = from, To = to, Length = length, Total = total + planned, Half80 = half80 * lift, Half95 = half95 * lift };
    }

    /// <summary>What planners' figures add to a week, or take from it, on the days that are asked for.</summary>
    private static double Replaced(CleanDemand demand, double week, DateOnly monday, DateOnly from, DateOnly to)
    {
        var sum = 0.0;
        for (var i = 0; i < Weeks.Days; i++)
        {
            var day = monday.AddDays(i);
            sum += day >= from && day <= to && demand.Planned.On(day) is { } quantity ? quantity - (demand.Profile[i] * week) : 0;
        }

        return sum;
    }

    /// <summary>How far off a sum over so many weeks may be, between the whole numbers of weeks; less than a week counts as by chance alone.</summary>
    internal static double At(IReadOnlyList<double> halves, double length)
    {
        if (length <= 1)
        {
            return halves[0] * Math.Sqrt(Math.Max(0, length));
        }

        var below = Math.Min((int)length, halves.Count);
        var above = Math.Min(below + 1, halves.Count);
        return halves[below - 1] + ((length - (int)length) * (halves[above - 1] - halves[below - 1]));
    }
}
