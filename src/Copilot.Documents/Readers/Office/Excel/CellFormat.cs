using System.Globalization;
using System.Text;

namespace Copilot.Documents.Readers.Office.Excel;

/// <summary>
/// Writes a cell's number as its format shows it (ECMA-376 part 1, 18.8.31), in one form for all countries: dates as 2026-03-31,
/// a point before decimals, commas between thousands where the format has them, a minus for negative numbers.
/// </summary>
internal sealed record CellFormat
{
    private const double LastDay = 2_958_466;

    /// <summary>Gets the format of a cell that has none.</summary>
    public static CellFormat General { get; } = new();

    /// <summary>Gets a value indicating whether a date is shown.</summary>
    public bool Date { get; init; }

    /// <summary>Gets a value indicating whether a time is shown.</summary>
    public bool Time { get; init; }

    /// <summary>Gets a value indicating whether hours are counted beyond 24.</summary>
    public bool Elapsed { get; init; }

    /// <summary>Gets a value indicating whether nothing is shown at all.</summary>
    public bool Unseen { get; init; }

    /// <summary>Gets the least and most decimals; null for as many as the number has.</summary>
    public (int Least, int Most)? Decimals { get; init; }

    /// <summary>Gets the least digits before the point: part numbers such as 00042 live by it.</summary>
    public int Digits { get; init; }

    /// <summary>Gets a value indicating whether thousands are set apart.</summary>
    public bool Thousands { get; init; }

    /// <summary>Gets the power of ten by which the number is multiplied: 2 for percent, -3 for thousands.</summary>
    public int Power { get; init; }

    /// <summary>Gets what stands before the number.</summary>
    public string Before { get; init; } = string.Empty;

    /// <summary>Gets what stands after the number.</summary>
    public string After { get; init; } = string.Empty;

    /// <summary>Writes a number.</summary>
    /// <param name="number">The number as it is stored.</param>
    /// <param name="from1904">Whether days are counted from 1904.</param>
    public string Write(double number, bool from1904)
    {
        if (double.IsNaN(number) || double.IsInfinity(number))
        {
            return string.Empty;
        }

        if (Elapsed && Math.Abs(number) < LastDay)
        {
            var seconds = (long)Math.Round(Math.Abs(number) * 86_400);
            return string.Create(CultureInfo.InvariantCulture, $"{(number < 0 ? "-" : "")}{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}");
        }

        if ((Date || Time) && number >= 0 && number < LastDay - (from1904 ? 1462 : 0))
        {
            return Moment(number, from1904);
        }

        return Before.Length + After.Length == 0 ? Figure(number) : (number < 0 ? "-" : "") + Before + Figure(Math.Abs(number)) + After;
    }

    private string Figure(double number)
    {
        if (Math.Abs(number) >= 1e15)
        {
            return number.ToString("R", CultureInfo.InvariantCulture);
        }

        if (Decimals is not { } decimals || Date || Time)
        {
            return Math.Abs(number) is < 1e-9 and > 0 ? number.ToString("R", CultureInfo.InvariantCulture) : ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture);
        }

        var scaled = Power switch
        {
            0 => (decimal)number,
            > 0 => (decimal)number * (decimal)Math.Pow(10, Math.Min(Power, 8)),
            _ => (decimal)number / (decimal)Math.Pow(10, Math.Min(-Power, 12)),
        };
        var pattern = new StringBuilder(Thousands ? "#,##0" : new string('0', Math.Max(1, Digits)));
        if (decimals.Most > 0)
        {
            pattern.Append('.').Append('0', decimals.Least).Append('#', decimals.Most - decimals.Least);
        }

        return decimal.Round(scaled, decimals.Most, MidpointRounding.AwayFromZero).ToString(pattern.ToString(), CultureInfo.InvariantCulture);
    }

    private string Moment(double number, bool from1904)
    {
        var day = Math.Floor(number);
        var seconds = (int)Math.Round((number - day) * 86_400);
        if (seconds == 86_400)
        {
            (day, seconds) = (day + 1, 0);
        }

        var time = seconds % 60 == 0 ? $"{seconds / 3600:00}:{seconds / 60 % 60:00}" : $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}";
        if (!Date)
        {
            return time;
        }

        // Excel holds 1900 for a leap year: before its 60th day all dates are one day off.
        var date = from1904 ? new DateOnly(1904, 1, 1).AddDays((int)day) : day < 60 ? new DateOnly(1899, 12, 31).AddDays((int)day) : new DateOnly(1899, 12, 30).AddDays((int)Math.Min(day, LastDay - 1));
        var text = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Time ? $"{text} {time}" : text;
    }
}
