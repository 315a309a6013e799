using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;

namespace Copilot.Forecasting.Planning;

/// <summary>How long stock lasts: the first day on which more is expected to have left than is there, and the chance that it happens until a day.</summary>
internal sealed class ShelfLife(CleanDemand demand, SeriesForecast forecast, StockOutlook stock, DateOnly today)
{
    // Half a range of four of five as a number of standard deviations of the normal distribution.
    private const double Deviations80 = 1.2815515655446004;

    // Nobody knows when an overdue receipt comes; that it comes today is what one hopes.
    private const int OverdueDays = 7;

    /// <summary>Gets the day from which receipts that are overdue count.</summary>
    public DateOnly OverdueFrom => today.AddDays(OverdueDays);

    /// <summary>Gets what is overdue.</summary>
    public double Overdue => stock.Coming.Where(c => c.Day < today).Sum(c => c.Quantity);

    /// <summary>What will have come and lie there until a day, if nothing left.</summary>
    public double There(DateOnly day) => stock.OnHand + Coming(day);

    /// <summary>Open receipts due until a day; overdue ones count from a week ahead.</summary>
    public double Coming(DateOnly day) => stock.Coming.Where(c => (c.Day < today ? OverdueFrom : c.Day) <= day).Sum(c => c.Quantity);

    /// <summary>What is expected to leave from today until a day, at least what is promised until then, and its standard deviation.</summary>
    public (double Expected, double Deviation) Leaving(DateOnly day)
    {
        var span = SpanForecast.Of(demand, forecast, today, day);
        return (Math.Max(span.Total, stock.Promised.Where(p => p.Day <= day).Sum(p => p.Quantity)), span.Half80 / Deviations80);
    }

    /// <summary>The first day on which more is expected to have left than there is; null when it lasts.</summary>
    /// <param name="last">The last day to look at.</param>
    public DateOnly? RunsOut(DateOnly last)
    {
        for (var day = today; day <= last; day = day.AddDays(1))
        {
            if (Leaving(day).Expected > There(day))
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>
    /// The chance that stock runs out on some day until the given one, 0 to 1: that of the worst single day. The days go together, as they share their demand, so it is not much more; demand over some weeks is taken
    /// as normal.
    /// </summary>
    public (double Chance, DateOnly Day) Worst(DateOnly to)
    {
        (double Chance, DateOnly Day) worst = (-1, today);
        for (var day = today; day <= to; day = day.AddDays(1))
        {
            var (expected, deviation) = Leaving(day);
            var chance = StockFigures.StockoutChance(There(day), expected, deviation);
            worst = chance > worst.Chance ? (chance, day) : worst;
        }

        return worst;
    }

    /// <summary>What more would have to be there so that it lasts until a day with a probability.</summary>
    public double Missing(DateOnly to, double service)
    {
        var most = 0.0;
        for (var day = today; day <= to; day = day.AddDays(1))
        {
            var (expected, deviation) = Leaving(day);
            most = Math.Max(most, expected + StockFigures.SafetyStock(deviation, service) - There(day));
        }

        return most;
    }
}
