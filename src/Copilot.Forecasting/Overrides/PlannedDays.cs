using Copilot.Forecasting.Cleaning;

namespace Copilot.Forecasting.Overrides;

/// <summary>Planners' figures by days: a figure is spread over its period by the shares of the weekdays, and of several that hold a day the newest counts.</summary>
internal sealed class PlannedDays
{
    private readonly Dictionary<DateOnly, double> _days = [];

    private PlannedDays()
    {
    }

    /// <summary>Gets no figure at all.</summary>
    public static PlannedDays None { get; } = new();

    /// <summary>Gets a value indicating whether there is a figure for any day.</summary>
    public bool IsEmpty => _days.Count == 0;

    /// <summary>Spreads figures over their days.</summary>
    /// <param name="figures">The figures, the newest first.</param>
    /// <param name="profile">The share of each weekday, from Monday.</param>
    public static PlannedDays Of(IReadOnlyList<PlannerFigure> figures, double[] profile)
    {
        var planned = new PlannedDays();
        foreach (var figure in figures)
        {
            var days = Enumerable.Range(0, figure.To.DayNumber - figure.From.DayNumber + 1).Select(figure.From.AddDays).ToList();
            var sum = days.Sum(d => Share(profile, d));
            foreach (var day in days)
            {
                // A period of days on which nothing ever leaves still gets its quantity.
                planned._days.TryAdd(day, figure.Quantity * (sum > 0 ? Share(profile, day) / sum : 1.0 / days.Count));
            }
        }

        return planned;
    }

    /// <summary>What is planned for a day; null where the forecast counts.</summary>
    public double? On(DateOnly day) => _days.TryGetValue(day, out var quantity) ? quantity : null;

    private static double Share(double[] profile, DateOnly day) => profile[day.DayNumber - Weeks.Monday(day).DayNumber];
}
