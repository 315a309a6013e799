using System.Globalization;

namespace Copilot.Documents.Readers.Office;

/// <summary>Compares colours written as RRGGBB.</summary>
internal static class Paint
{
    // Two colours that differ less than this in each of red, green and blue can't be told apart on paper or screen.
    private const int Tellable = 20;

    /// <summary>Says whether text of one colour can't be seen on the other; an unknown colour can be seen.</summary>
    /// <param name="text">The text's colour; null or "auto" is the ordinary dark one.</param>
    /// <param name="ground">What is behind it; null or "auto" is white paper.</param>
    public static bool Unseen(string? text, string? ground)
    {
        if (!Parse(text, out var front))
        {
            return false;
        }

        if (ground is null || ground.Equals("auto", StringComparison.OrdinalIgnoreCase))
        {
            ground = "FFFFFF";
        }

        return Parse(ground, out var back)
            && Math.Abs((front >> 16) - (back >> 16)) < Tellable
            && Math.Abs(((front >> 8) & 255) - ((back >> 8) & 255)) < Tellable
            && Math.Abs((front & 255) - (back & 255)) < Tellable;
    }

    private static bool Parse(string? colour, out int value)
    {
        value = 0;
        var digits = colour is { Length: 8 } ? colour[2..] : colour;
        return digits is { Length: 6 } && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
