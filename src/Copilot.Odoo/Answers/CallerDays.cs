using Copilot.Contracts;

namespace Copilot.Odoo.Answers;

/// <summary>The caller's calendar: days in the caller's time zone, moments in UTC.</summary>
internal sealed class CallerDays(ToolContext context)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(context.Caller.TimeZone);

    public DateOnly Today { get; } = context.Today;

    /// <summary>The day a moment falls on for the caller.</summary>
    public DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>The day a moment falls on for the caller, or null.</summary>
    public DateOnly? Of(DateTimeOffset? moment) => moment is { } m ? Of(m) : null;

    /// <summary>The first moment of a day, UTC.</summary>
    public DateTimeOffset Start(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
        {
            // Some zones skip midnight when clocks go forward.
            local = local.AddMinutes(30);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The last second of a day, UTC.</summary>
    public DateTimeOffset End(DateOnly day) => Start(day.AddDays(1)).AddSeconds(-1);
}
