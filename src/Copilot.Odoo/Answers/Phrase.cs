using System.Globalization;
using System.Text;

namespace Copilot.Odoo.Answers;

/// <summary>How every tool of this room writes figures, days and lists: invariant English, the same everywhere.</summary>
internal static class Phrase
{
    private const int LongestQuote = 60;

    /// <summary><c>€1,234.50</c>; currencies without a usual sign follow the amount: <c>1,234.50 SEK</c>.</summary>
    public static string Money(decimal amount, string currency)
    {
        var sign = currency switch { "EUR" => "€", "USD" => "$", "GBP" => "£", _ => null };
        var figure = Math.Abs(amount).ToString("N2", CultureInfo.InvariantCulture);
        var minus = amount < 0 ? "-" : string.Empty;
        return sign is null ? $"{minus}{figure} {currency}" : $"{minus}{sign}{figure}";
    }

    /// <summary>What one unit costs: money with up to four decimals, as screws are priced.</summary>
    public static string UnitPrice(decimal amount, string currency)
        => amount == Math.Round(amount, 2) ? Money(amount, currency) : Money(amount, currency).Replace(Math.Abs(amount).ToString("N2", CultureInfo.InvariantCulture), Math.Abs(amount).ToString("#,0.00##", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary><c>1,240 Units</c>, up to two decimals.</summary>
    public static string Quantity(decimal quantity, string unit) => $"{Number(quantity)} {Clean(unit, 20)}".TrimEnd();

    /// <summary><c>1,240.5</c>.</summary>
    public static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary><c>12.5 %</c>, one decimal at most.</summary>
    public static string Percent(decimal value) => value.ToString("#,0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary><c>Fri 27 Nov 2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>1 day</c>, <c>3 days</c>.</summary>
    public static string Days(int days) => Count(days, "day", "days");

    /// <summary>A change in per cent as people say it: <c>up 13.2 %</c>, <c>down 5 %</c>, <c>unchanged</c>.</summary>
    public static string Change(decimal percent) => percent == 0 ? "unchanged" : $"{(percent > 0 ? "up" : "down")} {Percent(Math.Abs(percent))}";

    /// <summary>A text with a capital letter at its beginning.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary><c>1 order</c>, <c>3 orders</c>, <c>no orders</c> stays <c>0 orders</c>: a zero is a figure like any other.</summary>
    public static string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string List(IEnumerable<string> parts, string last = "and")
    {
        var all = parts.ToList();
        return all.Count switch
        {
            0 => string.Empty,
            1 => all[0],
            _ => $"{string.Join(", ", all.Take(all.Count - 1))} {last} {all[^1]}",
        };
    }

    /// <summary>Text from outside as one line without control characters, cut to a length.</summary>
    public static string Clean(string? text, int longest = 160)
    {
        if (IsClean(text, longest))
        {
            return text!;
        }

        var line = new StringBuilder();
        foreach (var c in text ?? string.Empty)
        {
            var next = char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c;
            if (next != ' ' || (line.Length > 0 && line[^1] != ' '))
            {
                line.Append(next);
            }
        }

        var clean = line.ToString().TrimEnd();
        return clean.Length <= longest ? clean : string.Concat(clean.AsSpan(0, longest - 1).TrimEnd(), "…");
    }

    /// <summary>A name someone typed, to be repeated in a reason: one line, short, in quotation marks.</summary>
    public static string Quoted(string? text) => $"\"{Clean(text, LongestQuote).Replace('"', '\'')}\"";

    /// <summary>Whether a text is such a line already, as most names are.</summary>
    private static bool IsClean(string? text, int longest)
    {
        if (text is null || text.Length == 0 || text.Length > longest || text[^1] == ' ')
        {
            return false;
        }

        var before = ' ';
        foreach (var c in text)
        {
            if (char.IsControl(c) || (char.IsWhiteSpace(c) && (c != ' ' || before == ' ')))
            {
                return false;
            }

            before = c;
        }

        return true;
    }

    /// <summary>A sentence ends with one full stop.</summary>
    public static string Sentence(string text)
    {
        var trimmed = text.TrimEnd();
        return trimmed.EndsWith('.') || trimmed.EndsWith('?') || trimmed.EndsWith('!') || trimmed.EndsWith('…') ? trimmed : trimmed + ".";
    }
}
