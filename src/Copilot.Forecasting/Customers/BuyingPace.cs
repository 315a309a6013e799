using Copilot.Contracts;

namespace Copilot.Forecasting.Customers;

/// <summary>How often and for how much a customer buys: the last <see cref="RecentDays"/> days beside up to a year before them.</summary>
internal sealed record BuyingPace
{
    /// <summary>Days that count as lately.</summary>
    public const int RecentDays = 90;

    /// <summary>Days before them that are compared.</summary>
    public const int BeforeDays = 365;

    private BuyingPace(Buyer buyer, DateOnly today)
    {
        var days = buyer.Days.Where(d => d.Day <= today).ToList();
        var recent = today.AddDays(-RecentDays);
        var start = recent.AddDays(-BeforeDays);
        Buyer = buyer;
        First = days[0].Day;
        Last = days[^1].Day;
        OrderDays = days.Count;
        Gaps = [.. days.Zip(days.Skip(1), (a, b) => (double)(b.Day.DayNumber - a.Day.DayNumber))];
        Silence = today.DayNumber - Last.DayNumber;
        Recent = days.Count(d => d.Day > recent);
        Before = days.Count(d => d.Day > start && d.Day <= recent);
        KnownBefore = Math.Clamp(recent.DayNumber - First.DayNumber, 0, BeforeDays);
        RecentNet = days.Where(d => d.Day > recent).Sum(d => d.Net);
        BeforeNet = days.Where(d => d.Day > start && d.Day <= recent).Sum(d => d.Net);
        YearDays = days.Count(d => d.Day > today.AddDays(-BeforeDays));
        YearNet = days.Where(d => d.Day > today.AddDays(-BeforeDays)).Sum(d => d.Net);
        LastYearNet = days.Where(d => d.Day > Last.AddDays(-BeforeDays)).Sum(d => d.Net);
    }

    public Buyer Buyer { get; }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    /// <summary>Gets the number of days with an order.</summary>
    public int OrderDays { get; }

    /// <summary>Gets the days from one order day to the next, oldest first.</summary>
    public IReadOnlyList<double> Gaps { get; }

    /// <summary>Gets the days since the last order.</summary>
    public int Silence { get; }

    /// <summary>Gets the order days lately.</summary>
    public int Recent { get; }

    /// <summary>Gets the order days of the time before.</summary>
    public int Before { get; }

    /// <summary>Gets how many days of the time before are known.</summary>
    public int KnownBefore { get; }

    public double RecentNet { get; }

    public double BeforeNet { get; }

    /// <summary>Gets the order days of the last year.</summary>
    public int YearDays { get; }

    /// <summary>Gets the net amount of the last year.</summary>
    public double YearNet { get; }

    /// <summary>Gets the net amount of the year that ended with the last order.</summary>
    public double LastYearNet { get; }

    /// <summary>Gets the mean of <see cref="Gaps"/> in days; 0 without any.</summary>
    public double MeanGap => Gaps.Count == 0 ? 0 : Gaps.Average();

    /// <summary>The pace of a customer with at least one order up to a day; null without.</summary>
    public static BuyingPace? Of(Buyer buyer, DateOnly today) => buyer.Days.Any(d => d.Day <= today) ? new BuyingPace(buyer, today) : null;
}
