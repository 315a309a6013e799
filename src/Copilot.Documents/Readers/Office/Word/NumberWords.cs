using System.Globalization;
using System.Text;

namespace Copilot.Documents.Readers.Office.Word;

/// <summary>Writes a list's counter the way its format says (ECMA-376 part 1, 17.18.59).</summary>
internal static class NumberWords
{
    private static readonly (int Value, string Sign)[] Roman =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    /// <summary>Writes a counter.</summary>
    public static string Of(int number, string? format) => format switch
    {
        "lowerLetter" => Letters(number),
        "upperLetter" => Letters(number).ToUpperInvariant(),
        "lowerRoman" => Romans(number),
        "upperRoman" => Romans(number).ToUpperInvariant(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "ordinal" => Ordinal(number),
        "none" or "bullet" => string.Empty,
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>a … z, aa … zz, aaa: Word repeats the letter.</summary>
    private static string Letters(int number)
        => number is < 1 or > 780 ? number.ToString(CultureInfo.InvariantCulture) : new string((char)('a' + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Romans(int number)
    {
        if (number is < 1 or > 4999)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var text = new StringBuilder();
        foreach (var (value, sign) in Roman)
        {
            for (; number >= value; number -= value)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }

    private static string Ordinal(int number) => number.ToString(CultureInfo.InvariantCulture) + ((number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    });
}
