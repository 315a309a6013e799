namespace Copilot.Documents.Pictures;

/// <summary>Turns pictures about their middle.</summary>
internal static class PictureTurn
{
    private const byte White = 255;

    /// <summary>Turns a page straight whose lines lie askew; it keeps its size, and what comes in from outside is white.</summary>
    /// <param name="picture">The page.</param>
    /// <param name="degrees">By how much it is turned clockwise.</param>
    /// <returns>The page turned back.</returns>
    public static GrayPicture Straight(GrayPicture picture, double degrees)
    {
        var (width, height) = (picture.Width, picture.Height);
        var (sin, cos) = ((float)Math.Sin(degrees * Math.PI / 180), (float)Math.Cos(degrees * Math.PI / 180));
        var (midX, midY) = ((width - 1) / 2f, (height - 1) / 2f);
        var (from, to) = (picture.Pixels, new byte[picture.Pixels.Length]);
        for (var y = 0; y < height; y++)
        {
            var (fromX, fromY) = (midX - (midX * cos) - ((y - midY) * sin), midY - (midX * sin) + ((y - midY) * cos));
            for (var x = 0; x < width; x++, fromX += cos, fromY += sin)
            {
                var (left, top) = ((int)MathF.Floor(fromX), (int)MathF.Floor(fromY));
                if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height)
                {
                    to[(y * width) + x] = White;
                    continue;
                }

                var at = (top * width) + left;
                var (right, down) = (fromX - left, fromY - top);
                var upper = from[at] + ((from[at + 1] - from[at]) * right);
                var lower = from[at + width] + ((from[at + width + 1] - from[at + width]) * right);
                to[(y * width) + x] = (byte)(upper + ((lower - upper) * down) + 0.5f);
            }
        }

        return new GrayPicture(width, height, to);
    }

    /// <summary>Turns a picture by quarters.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="quarters">How many quarters clockwise, 1 to 3.</param>
    /// <returns>The turned picture.</returns>
    public static GrayPicture ByQuarters(GrayPicture picture, int quarters)
    {
        var (width, height, from) = (picture.Width, picture.Height, picture.Pixels);
        var to = new byte[from.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = quarters switch
                {
                    1 => (x * height) + (height - 1 - y),
                    2 => ((height - 1 - y) * width) + (width - 1 - x),
                    _ => ((width - 1 - x) * height) + y,
                };
                to[at] = from[(y * width) + x];
            }
        }

        return quarters == 2 ? new GrayPicture(width, height, to) : new GrayPicture(height, width, to);
    }
}
