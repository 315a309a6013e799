namespace Copilot.Documents.Layout;

/// <summary>
/// Turns pages whose text lies askew or on its side so that its lines run from left to right, and back. A box keeps its middle and is drawn around what it holds once that is turned;
/// as long as the page does not lie at 45 degrees, its sides can be told from those of the box around it.
/// </summary>
internal static class Straightening
{
    private const float Smallest = 0.5f;

    /// <summary>Straightens a page.</summary>
    /// <param name="page">The page with its words where a person sees them.</param>
    /// <returns>The page as if it had lain straight, each word with the place where it is seen; the same when it lies straight.</returns>
    public static PlacedPage Of(PlacedPage page)
    {
        if (page.Slant == 0)
        {
            return page;
        }

        var size = Size(page);
        return page with { Slant = 0, Width = size.Width, Height = size.Height, Words = [.. page.Words.Select(w => Straight(w, page, size))] };
    }

    /// <summary>Puts words of a straightened page back to where a person sees them.</summary>
    /// <param name="straight">The page as if it lay straight.</param>
    /// <param name="degrees">By how much its text is really turned, clockwise.</param>
    /// <returns>The page as it is seen.</returns>
    public static PlacedPage Back(PlacedPage straight, float degrees)
    {
        if (degrees == 0)
        {
            return straight;
        }

        var seen = straight with { Slant = degrees };
        var size = Size(seen);
        return seen with { Width = size.Width, Height = size.Height, Words = [.. straight.Words.Select(w => Seen(w, straight, size, degrees))] };
    }

    /// <summary>A page on its side is as wide as it is high otherwise.</summary>
    private static (float Width, float Height) Size(PlacedPage page)
        => (int)MathF.Round(page.Slant / 90) % 2 == 0 ? (page.Width, page.Height) : (page.Height, page.Width);

    private static (float Sin, float Cos) Of(float degrees)
        => degrees % 90 == 0 ? ((int)(degrees / 90) & 3) switch { 1 => (1f, 0f), 2 => (0f, -1f), 3 => (-1f, 0f), _ => (0f, 1f) }
            : ((float)Math.Sin(degrees * Math.PI / 180), (float)Math.Cos(degrees * Math.PI / 180));

    private static PlacedWord Seen(PlacedWord word, PlacedPage straight, (float Width, float Height) size, float degrees)
    {
        var (sin, cos) = Of(degrees);
        var (x, y) = (((word.X0 + word.X1) / 2) - (straight.Width / 2), ((word.Y0 + word.Y1) / 2) - (straight.Height / 2));
        var (midX, midY) = ((size.Width / 2) + (x * cos) - (y * sin), (size.Height / 2) + (x * sin) + (y * cos));
        var (c, s) = (MathF.Abs(cos), MathF.Abs(sin));
        var (halfWidth, halfHeight) = (((word.Width * c) + (word.Height * s)) / 2, ((word.Width * s) + (word.Height * c)) / 2);
        return word with { X0 = midX - halfWidth, X1 = midX + halfWidth, Y0 = midY - halfHeight, Y1 = midY + halfHeight, Seen = null };
    }

    private static PlacedWord Straight(PlacedWord word, PlacedPage page, (float Width, float Height) size)
    {
        var (sin, cos) = Of(-page.Slant);
        var (x, y) = (((word.X0 + word.X1) / 2) - (page.Width / 2), ((word.Y0 + word.Y1) / 2) - (page.Height / 2));
        var (midX, midY) = ((size.Width / 2) + (x * cos) - (y * sin), (size.Height / 2) + (x * sin) + (y * cos));
        var (c, s) = (MathF.Abs(cos), MathF.Abs(sin));
        var whole = (c * c) - (s * s);
        var halfWidth = Math.Max(Smallest, ((c * word.Width) - (s * word.Height)) / whole) / 2;
        var halfHeight = Math.Max(Smallest, ((c * word.Height) - (s * word.Width)) / whole) / 2;
        return word with { X0 = midX - halfWidth, X1 = midX + halfWidth, Y0 = midY - halfHeight, Y1 = midY + halfHeight, Seen = (word.X0, word.Y0, word.X1, word.Y1) };
    }
}
