using System.Globalization;
using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Query;

/// <summary>Dates and datetimes as the wire writes them, and the date expressions of Odoo 19's domains (<c>today -7d</c>).</summary>
internal static class MomentText
{
    public const string DateFormat = "yyyy-MM-dd";
    public const string DatetimeFormat = "yyyy-MM-dd HH:mm:ss";

    /// <summary>The value of a condition as a moment; a date alone means its first second.</summary>
    public static DateTime? InDomain(object? value, Session session)
        => value switch
        {
            null or false or "" => null,
            string text => TryRead(text) ?? Expression(text, session),
            _ => throw Fault.Type($"unsupported operand for a date: {Python.Repr(value)}"),
        };

    /// <summary>The value of a <c>write</c>; ISO's T and Z are refused as Odoo refuses them.</summary>
    public static DateTime? InValues(object? value, bool isDate)
    {
        if (value is null or false or "")
        {
            return null;
        }

        if (value is not string text)
        {
            throw Fault.Type($"strptime() argument 1 must be str, not {(value is long ? "int" : value is double ? "float" : "bool")}");
        }

        if (text.Length > 19 && TryRead(text[..19]) is { } cut && text[19] == '.')
        {
            return cut;
        }

        return TryRead(text) ?? (isDate && text.Length > 10 && TryRead(text[..10]) is { } day
            ? day
            : throw Fault.Value($"time data {Python.Repr(text)} does not match format '{(text.Length > 10 ? "%Y-%m-%d %H:%M:%S" : "%Y-%m-%d")}'"));
    }

    private static DateTime? TryRead(string text)
        => DateTime.TryParseExact(text, [DatetimeFormat, DateFormat], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : null;

    private static DateTime Expression(string text, Session session)
    {
        var moment = session.Now;
        foreach (var term in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            moment = term switch
            {
                "now" => session.Now,
                "today" => TimeZoneInfo.ConvertTimeToUtc(session.Today.ToDateTime(TimeOnly.MinValue), session.Home),
                _ when term.Length > 2 && term[0] is '+' or '-' && int.TryParse(term[..^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)
                    => Shift(moment, count, term[^1]) ?? throw Invalid(term, text),
                _ => throw Invalid(term, text),
            };
        }

        return moment;
    }

    private static DateTime? Shift(DateTime moment, int count, char unit) => unit switch
    {
        'd' => moment.AddDays(count),
        'w' => moment.AddDays(7 * count),
        'm' => moment.AddMonths(count),
        'y' => moment.AddYears(count),
        'H' => moment.AddHours(count),
        'M' => moment.AddMinutes(count),
        'S' => moment.AddSeconds(count),
        _ => null,
    };

    private static Fault Invalid(string term, string text) => Fault.Value($"Invalid term {Python.Repr(term)} in expression date: {Python.Repr(text)}");
}
