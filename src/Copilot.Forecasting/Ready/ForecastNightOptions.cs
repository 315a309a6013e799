using System.Globalization;

namespace Copilot.Forecasting.Ready;

/// <summary>When forecasts are made ready: the keys <c>Copilot:Forecasting:…</c>. Checked when the program starts.</summary>
public sealed class ForecastNightOptions
{
    /// <summary>Gets or sets a value indicating whether forecasts of all products are made ready each night (default yes). Off: each is made when it is first asked for.</summary>
    public bool Nightly { get; set; } = true;

    /// <summary>Gets or sets the time of day it begins, hours and minutes (default 02:00).</summary>
    public string At { get; set; } = "02:00";

    /// <summary>Gets or sets the IANA time zone of that time and of the days that are counted (default Europe/Paris). People of other zones get forecasts that are made when they ask.</summary>
    public string TimeZone { get; set; } = "Europe/Paris";

    internal TimeOnly Time => TimeOnly.ParseExact(At, "HH:mm", CultureInfo.InvariantCulture);

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>What is wrong with them, with key, value and repair; empty when nothing is.</summary>
    /// <returns>The faults.</returns>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (!TimeOnly.TryParseExact(At, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            faults.Add($"Copilot:Forecasting:At is \"{At}\"; write a time of day such as 02:00.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            faults.Add($"Copilot:Forecasting:TimeZone is \"{TimeZone}\"; write an IANA time zone such as Europe/Paris.");
        }

        return faults;
    }

    /// <summary>The last moment at which a night began, at or before another.</summary>
    internal DateTimeOffset DueBefore(DateTimeOffset now)
    {
        var zone = Zone;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var due = Moment(day, zone);
        return due <= now ? due : Moment(day.AddDays(-1), zone);
    }

    private DateTimeOffset Moment(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(Time);
        while (zone.IsInvalidTime(local))
        {
            // Clocks skip an hour in spring.
            local = local.AddMinutes(30);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
