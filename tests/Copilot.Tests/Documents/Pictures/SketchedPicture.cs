using Copilot.Documents.Pictures;

namespace Copilot.Tests.Documents.Pictures;

/// <summary>Draws pages of bars that look like lines of words from afar.</summary>
internal static class SketchedPicture
{
    /// <summary>Draws a page whose lines are turned.</summary>
    /// <param name="degrees">By how much, clockwise.</param>
    /// <param name="ink">The shade of the bars.</param>
    /// <param name="paper">The shade of the paper by its place.</param>
    public static GrayPicture Page(double degrees, byte ink = 0, Func<int, int, byte>? paper = null)
    {
        const int width = 900, height = 1200;
        var pixels = new byte[width * height];
        var (sin, cos) = Math.SinCos(-degrees * Math.PI / 180);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                // Where the pixel lies on the page that is not turned.
                var (dx, dy) = (x - ((width - 1) / 2.0), y - ((height - 1) / 2.0));
                var (px, py) = ((dx * cos) - (dy * sin) + (width / 2.0), (dx * sin) + (dy * cos) + (height / 2.0));
                var isInk = px is > 120 and < 780 && py is > 150 and < 1050 && py % 30 < 9 && px % 70 < 52;
                pixels[(y * width) + x] = isInk ? ink : paper?.Invoke(x, y) ?? 255;
            }
        }

        return new GrayPicture(width, height, pixels);
    }
}
