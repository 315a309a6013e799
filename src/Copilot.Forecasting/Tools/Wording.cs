using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Forecasting.Tools;

/// <summary>How the calculator writes figures and days, the same in a sentence and in the evidence behind it.</summary>
internal static class Wording
{
    /// <summary>A quantity as precise as a forecast is: whole from ten on, one decimal below.</summary>
    public static decimal Rounded(double value)
        => Math.Round((decimal)Math.Clamp(value, -1e15, 1e15), Math.Abs(value) < 10 ? 1 : 0, MidpointRounding.AwayFromZero);

    /// <summary><c>1,240</c>.</summary>
    public static string Number(double value) => Rounded(value).ToString("#,0.#", CultureInfo.InvariantCulture);

    /// <summary><c>1,240 pcs</c>.</summary>
    public static string Quantity(double value, string unit) => $"{Number(value)} {Clean(unit, 20)}".TrimEnd();

    /// <summary>A share of 0.125 is <c>13 %</c>.</summary>
    public static string Percent(double share) => Per(share).ToString("#,0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A share of 0.125 as 13, in whole per cent.</summary>
    public static decimal Per(double share) => Math.Round((decimal)Math.Clamp(share, -1e9, 1e9) * 100, 0, MidpointRounding.AwayFromZero);

    /// <summary><c>Fri 27 Nov 2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>1 week</c>, <c>3 weeks</c>.</summary>
    public static string Count(int count, string one, string many) => $"{count.ToString("#,0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    /// <summary>Text from outside as one line without control characters.</summary>
    public static string Clean(string? text, int longest)
    {
        var line = string.Join(' ', new string([.. (text ?? string.Empty).Select(c => char.IsControl(c) ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= longest ? line : string.Concat(line.AsSpan(0, longest - 1), "…");
    }

    /// <summary>A fact with a quantity, written as <see cref="Number"/> writes it.</summary>
    public static Fact QuantityFact(string name, double value, string unit) => new(name, FactKind.Quantity, Rounded(value).ToString("0.#", CultureInfo.InvariantCulture), Clean(unit, 20));

    /// <summary>A fact with a share, in whole per cent.</summary>
    public static Fact PercentFact(string name, double share) => new(name, FactKind.Percent, Per(share).ToString("0", CultureInfo.InvariantCulture));

    /// <summary>A fact with a number.</summary>
    public static Fact NumberFact(string name, double value) => new(name, FactKind.Number, Rounded(value).ToString("0.#", CultureInfo.InvariantCulture));

    /// <summary>A fact with a number of days.</summary>
    public static Fact DaysFact(string name, double value) => new(name, FactKind.Days, Rounded(value).ToString("0.#", CultureInfo.InvariantCulture), "days");

    /// <summary>A fact with a day.</summary>
    public static Fact DayFact(string name, DateOnly day) => new(name, FactKind.Date, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A fact with words, such as a product's name.</summary>
    public static Fact TextFact(string name, string? value) => new(name, FactKind.Text, Clean(value, 160));

    /// <summary>A fact with a code or a name.</summary>
    public static Fact CodeFact(string name, string? value) => new(name, FactKind.Code, Clean(value, 80));
}
