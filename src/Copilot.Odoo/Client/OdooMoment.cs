using System.Globalization;
using System.Text;

namespace Copilot.Odoo.Client;

/// <summary>Reads Odoo's datetimes, which are UTC without a zone: <c>2031-05-06 07:08:09</c>.</summary>
internal static class OdooMoment
{
    private const int Length = 19;

    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.ffffff", "yyyy-MM-dd"];

    /// <summary>The moment; null when the text is none.</summary>
    public static DateTimeOffset? Read(ReadOnlySpan<byte> text)
    {
        if (text.Length == Length && Usual(text) is { } usual)
        {
            return usual;
        }

        return DateTimeOffset.TryParseExact(Encoding.UTF8.GetString(text), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var other) ? other : null;
    }

    // The form nearly all come in, by hand: a scan reads hundreds of thousands, and parsing by patterns takes thirty times as long.
    private static DateTimeOffset? Usual(ReadOnlySpan<byte> t)
    {
        if (t[4] != '-' || t[7] != '-' || t[10] != ' ' || t[13] != ':' || t[16] != ':')
        {
            return null;
        }

        var (year, month, day) = ((100 * Two(t, 0)) + Two(t, 2), Two(t, 5), Two(t, 8));
        var (hour, minute, second) = (Two(t, 11), Two(t, 14), Two(t, 17));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60
            ? new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero)
            : null;
    }

    /// <summary>Two digits as a number; far below zero when one is no digit.</summary>
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = (text[at] - '0', text[at + 1] - '0');
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9 ? (10 * tens) + ones : -100_000;
    }
}
