using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Purchasing;

/// <summary>
/// Says whether a company works on a day: by the days of the week in its working schedule in Odoo and the time off that holds for everybody. Where Odoo keeps no schedule, Monday to Friday.
/// </summary>
internal sealed class CompanyWorkDays(IOdooClient client)
{
    /// <summary>The company, its schedule, its holidays.</summary>
    public const int RoundTrips = 3;

    private const int MostAhead = 28;
    private const int MostHolidays = 100;
    private const int MostHours = 200;
    private const int WeekDays = 7;

    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);

    /// <summary>Whether the company is closed on a day.</summary>
    /// <param name="context">Who asks; days are those of the caller.</param>
    /// <param name="company">The company in Odoo.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Why, and the next day it works; null when it works that day.</returns>
    public async Task<RestDay?> ClosedAsync(ToolContext context, int company, DateOnly day, CancellationToken cancellationToken)
    {
        var schedule = await ScheduleAsync(context.Caller, company, cancellationToken);
        var open = await WeekAsync(context.Caller, schedule, cancellationToken);
        var days = new CallerDays(context);
        var holidays = await HolidaysAsync(context.Caller, company, schedule, days.Start(day), days.Start(day.AddDays(MostAhead)), cancellationToken);
        if (IsOpen(day) && HolidayOn(day) is null)
        {
            return null;
        }

        DateOnly? next = Enumerable.Range(1, MostAhead - 1).Select(day.AddDays).Where(d => IsOpen(d) && HolidayOn(d) is null).Select(d => (DateOnly?)d).FirstOrDefault();
        return new RestDay(day, HolidayOn(day), next);

        bool IsOpen(DateOnly d) => open.Contains(d.DayOfWeek);

        // Time off of some hours in the morning or the evening does not close the company.
        OdooRow? HolidayOn(DateOnly d) => holidays.FirstOrDefault(h => h.Moment("date_from") <= days.Start(d) + Noon && h.Moment("date_to") >= days.Start(d) + Noon);
    }

    private async Task<int?> ScheduleAsync(Caller caller, int company, CancellationToken cancellationToken)
        => await client.MayReadAsync(caller, "resource.calendar.attendance", cancellationToken)
            && await client.ReadAsync(caller, "res.company", [company], ["resource_calendar_id"], cancellationToken) is [var row, ..]
            ? row.LinkId("resource_calendar_id")
            : null;

    /// <summary>The days of the week on which it works; in schedules of two weeks those of either.</summary>
    private async Task<HashSet<DayOfWeek>> WeekAsync(Caller caller, int? schedule, CancellationToken cancellationToken)
    {
        HashSet<DayOfWeek> usual = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
        if (schedule is not > 0)
        {
            return usual;
        }

        var hours = await client.SearchReadAsync(caller, new OdooQuery { Model = "resource.calendar.attendance", Domain = OdooDomain.Where("calendar_id", "=", schedule), Fields = ["dayofweek"], Limit = MostHours }, cancellationToken);

        // Odoo counts from Monday, which is 0; .NET from Sunday. A schedule of flexible hours has none.
        var open = hours.Rows.Select(h => int.TryParse(h.Text("dayofweek"), NumberStyles.None, CultureInfo.InvariantCulture, out var d) && d < WeekDays ? (DayOfWeek?)((d + 1) % WeekDays) : null).OfType<DayOfWeek>().ToHashSet();
        return open.Count > 0 ? open : usual;
    }

    /// <summary>Time off that holds for everybody, not for one person or machine.</summary>
    private async Task<IReadOnlyList<OdooRow>> HolidaysAsync(Caller caller, int company, int? schedule, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        if (!await client.MayReadAsync(caller, "resource.calendar.leaves", cancellationToken))
        {
            return [];
        }

        var ours = OdooDomain.Where("calendar_id", "=", null);
        var domain = OdooDomain.Where("resource_id", "=", null).And("date_to", ">=", from).And("date_from", "<=", to)
            .And(schedule is > 0 ? ours.Or("calendar_id", "=", schedule) : ours)
            .And(OdooDomain.Where("company_id", "=", null).Or("company_id", "=", company));
        return (await client.SearchReadAsync(caller, new OdooQuery { Model = "resource.calendar.leaves", Domain = domain, Fields = ["name", "date_from", "date_to"], Order = "date_from", Limit = MostHolidays }, cancellationToken)).Rows;
    }
}
