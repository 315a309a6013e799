using System.Globalization;
using System.Text.RegularExpressions;
using Copilot.Contracts;

namespace Copilot.Forecasting.Periods;

/// <summary>Reads and writes periods: <c>2024-03-05</c>, <c>2024-03-05T13:00</c>, <c>2024-W07</c>, <c>2024-03</c>, <c>2024Q1</c>, <c>2024</c>, whole numbers.</summary>
internal static partial class PeriodText
{
    private const int FirstYear = 1700;
    private const int LastYear = 2200;
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "dd.MM.yyyy"];
    private static readonly string[] Moments = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.fff"];

    /// <summary>Reads one; null when it is none of these.</summary>
    public static PeriodMark? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new PeriodMark(PeriodKind.Day, day.DayNumber);
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return new PeriodMark(PeriodKind.Step, number);
        }

        if (text.Length > 40)
        {
            return null;
        }

        var written = text.ToString();
        if (DateTime.TryParseExact(written, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment))
        {
            return moment.TimeOfDay == TimeSpan.Zero ? new PeriodMark(PeriodKind.Day, DateOnly.FromDateTime(moment).DayNumber)
                : moment.Ticks % TimeSpan.TicksPerHour == 0 ? new PeriodMark(PeriodKind.Hour, moment.Ticks / TimeSpan.TicksPerHour)
                : null;
        }

        return Week(written) ?? Quarter(written) ?? Month(written);
    }

    /// <summary>Whether a whole number may be a year.</summary>
    public static bool IsYear(long number) => number is >= FirstYear and <= LastYear;

    /// <summary>The first day of a period; null when it has no place in the calendar.</summary>
    public static DateOnly? Start(PeriodMark mark) => mark.Kind switch
    {
        PeriodKind.Day => DateOnly.FromDayNumber((int)mark.Place),
        PeriodKind.Week => DateOnly.FromDayNumber((int)(mark.Place * 7)),
        PeriodKind.Month => new DateOnly((int)(mark.Place / 12), (int)(mark.Place % 12) + 1, 1),
        PeriodKind.Quarter => new DateOnly((int)(mark.Place / 4), ((int)(mark.Place % 4) * 3) + 1, 1),
        PeriodKind.Year => new DateOnly((int)mark.Place, 1, 1),
        _ => null,
    };

    /// <summary>Where a day lies on the line of another kind of period.</summary>
    public static long Place(DateOnly day, PeriodKind kind) => kind switch
    {
        // Day 0 is Monday, 1 January of year 1.
        PeriodKind.Week => day.DayNumber / 7,
        PeriodKind.Month => (day.Year * 12L) + day.Month - 1,
        PeriodKind.Quarter => (day.Year * 4L) + ((day.Month - 1) / 3),
        PeriodKind.Year => day.Year,
        PeriodKind.Hour => day.DayNumber * 24L,
        _ => day.DayNumber,
    };

    /// <summary>Writes a period by its first day.</summary>
    public static string Write(DateOnly start, PeriodKind kind) => kind switch
    {
        PeriodKind.Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(start.ToDateTime(default)):0000}-W{ISOWeek.GetWeekOfYear(start.ToDateTime(default)):00}"),
        PeriodKind.Month => start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{start.Year:0000}Q{((start.Month - 1) / 3) + 1}"),
        PeriodKind.Year => start.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static PeriodMark? Week(string text)
    {
        if (WeekForm().Match(text) is not { Success: true } found)
        {
            return null;
        }

        var (year, week) = (Number(found, 1), Number(found, 2));
        return year is >= 1 and <= 9998 && week >= 1 && week <= ISOWeek.GetWeeksInYear(year)
            ? new PeriodMark(PeriodKind.Week, DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)).DayNumber / 7)
            : null;
    }

    private static PeriodMark? Quarter(string text)
        => QuarterForm().Match(text) is { Success: true } found && Number(found, 1) is >= 1 and var year ? new PeriodMark(PeriodKind.Quarter, (year * 4L) + Number(found, 2) - 1) : null;

    private static PeriodMark? Month(string text)
        => MonthForm().Match(text) is { Success: true } found && Number(found, 1) is >= 1 and var year && Number(found, 2) is >= 1 and <= 12 and var month
            ? new PeriodMark(PeriodKind.Month, (year * 12L) + month - 1)
            : null;

    private static int Number(Match found, int group) => int.Parse(found.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{4})-?[Ww]([0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex WeekForm();

    [GeneratedRegex(@"^([0-9]{4})[- ]?[Qq]([1-4])$", RegexOptions.CultureInvariant)]
    private static partial Regex QuarterForm();

    [GeneratedRegex(@"^([0-9]{4})[-/.M]([0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthForm();
}
