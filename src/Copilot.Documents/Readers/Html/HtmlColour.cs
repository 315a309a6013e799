using System.Globalization;

namespace Copilot.Documents.Readers.Html;

/// <summary>Reads colours of style rules as RRGGBB.</summary>
internal static class HtmlColour
{
    /// <summary>Reads a colour.</summary>
    /// <returns>RRGGBB, "transparent", or null when it is another way of writing or another colour than the few that hide text.</returns>
    public static string? Read(ReadOnlySpan<char> text)
    {
        var word = text.Trim().ToString().ToLowerInvariant();
        if (word.StartsWith('#'))
        {
            return word.Length switch
            {
                4 or 5 => string.Concat(word[1], word[1], word[2], word[2], word[3], word[3]).ToUpperInvariant(),
                7 or 9 => word[1..7].ToUpperInvariant(),
                _ => null,
            };
        }

        if (word.StartsWith("rgb", StringComparison.Ordinal) && word.IndexOf('(', StringComparison.Ordinal) is > 0 and var open)
        {
            return Channels(word[(open + 1)..].TrimEnd(')'));
        }

        return word switch
        {
            "white" => "FFFFFF",
            "snow" => "FFFAFA",
            "ivory" => "FFFFF0",
            "whitesmoke" => "F5F5F5",
            "ghostwhite" => "F8F8FF",
            "black" => "000000",
            "red" => "FF0000",
            "green" => "008000",
            "blue" => "0000FF",
            "yellow" => "FFFF00",
            "gray" or "grey" => "808080",
            "silver" => "C0C0C0",
            "navy" => "000080",
            "transparent" => "transparent",
            _ => word.Length == 6 && word.All(char.IsAsciiHexDigit) ? word.ToUpperInvariant() : null,
        };
    }

    private static string? Channels(string text)
    {
        var parts = text.Split([',', ' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 3)
        {
            return null;
        }

        if (parts.Length > 3 && double.TryParse(parts[3].TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var alpha) && alpha < 0.05)
        {
            return "transparent";
        }

        var rgb = new int[3];
        for (var i = 0; i < 3; i++)
        {
            if (!double.TryParse(parts[i].TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            rgb[i] = (int)Math.Clamp(parts[i].EndsWith('%') ? value * 2.55 : value, 0, 255);
        }

        return $"{rgb[0]:X2}{rgb[1]:X2}{rgb[2]:X2}";
    }
}
