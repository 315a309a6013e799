using System.Globalization;
using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Query;

/// <summary>Days, weeks (from Monday), months, quarters and years that dates are grouped into, with the labels Odoo shows.</summary>
internal static class DateBucket
{
    private static readonly HashSet<string> Granularities = ["hour", "day", "week", "month", "quarter", "year"];

    public static void Check(string granularity, string spec)
    {
        if (!Granularities.Contains(granularity))
        {
            throw Fault.Value($"Granularity specification isn't correct: {Python.Repr(granularity)} in {Python.Repr(spec)}");
        }
    }

    /// <summary>The first moment of the bucket, on the caller's clock.</summary>
    public static DateTime Start(DateTime local, string granularity) => granularity switch
    {
        "hour" => local.Date.AddHours(local.Hour),
        "day" => local.Date,
        "week" => local.Date.AddDays(-(((int)local.DayOfWeek + 6) % 7)),
        "quarter" => new DateTime(local.Year, (((local.Month - 1) / 3) * 3) + 1, 1),
        "year" => new DateTime(local.Year, 1, 1),
        _ => new DateTime(local.Year, local.Month, 1),
    };

    public static DateTime End(DateTime start, string granularity) => granularity switch
    {
        "hour" => start.AddHours(1),
        "day" => start.AddDays(1),
        "week" => start.AddDays(7),
        "quarter" => start.AddMonths(3),
        "year" => start.AddYears(1),
        _ => start.AddMonths(1),
    };

    public static string Label(DateTime start, string granularity, string? language)
    {
        var culture = CultureInfo.GetCultureInfo((language ?? "en_US").Replace('_', '-'));
        return granularity switch
        {
            "hour" => start.ToString("HH:mm dd MMM", culture),
            "day" => start.ToString("dd MMM yyyy", culture),
            "week" => $"W{ISOWeek.GetWeekOfYear(start)} {ISOWeek.GetYear(start).ToString(CultureInfo.InvariantCulture)}",
            "quarter" => $"Q{((start.Month - 1) / 3) + 1} {start.Year.ToString(CultureInfo.InvariantCulture)}",
            "year" => start.Year.ToString(CultureInfo.InvariantCulture),
            _ => start.ToString("MMMM yyyy", culture),
        };
    }
}
