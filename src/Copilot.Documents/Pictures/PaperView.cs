namespace Copilot.Documents.Pictures;

/// <summary>
/// How a flat sheet lies in a picture: the projective map from the unit square onto its four corners (P. Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, section 2.2.3).
/// </summary>
internal sealed class PaperView
{
    private const byte White = 255;

    private readonly double _a;
    private readonly double _b;
    private readonly double _c;
    private readonly double _d;
    private readonly double _e;
    private readonly double _f;
    private readonly double _g;
    private readonly double _h;

    /// <summary>Creates it.</summary>
    /// <param name="corners">The corners in pixels: top left, top right, bottom right, bottom left. No three of them stand in a line.</param>
    public PaperView(IReadOnlyList<(double X, double Y)> corners)
    {
        var (p0, p1, p2, p3) = (corners[0], corners[1], corners[2], corners[3]);
        var (dx1, dx2, dx3) = (p1.X - p2.X, p3.X - p2.X, p0.X - p1.X + p2.X - p3.X);
        var (dy1, dy2, dy3) = (p1.Y - p2.Y, p3.Y - p2.Y, p0.Y - p1.Y + p2.Y - p3.Y);
        var whole = (dx1 * dy2) - (dx2 * dy1);
        (_g, _h) = (((dx3 * dy2) - (dx2 * dy3)) / whole, ((dx1 * dy3) - (dx3 * dy1)) / whole);
        (_a, _b, _c) = (p1.X - p0.X + (_g * p1.X), p3.X - p0.X + (_h * p3.X), p0.X);
        (_d, _e, _f) = (p1.Y - p0.Y + (_g * p1.Y), p3.Y - p0.Y + (_h * p3.Y), p0.Y);
        Width = (int)Math.Round(Math.Max(Distance(p0, p1), Distance(p3, p2)));
        Height = (int)Math.Round(Math.Max(Distance(p0, p3), Distance(p1, p2)));
    }

    /// <summary>Gets how wide the sheet is where it is nearest, in pixels.</summary>
    public int Width { get; }

    /// <summary>Gets how high the sheet is where it is nearest, in pixels.</summary>
    public int Height { get; }

    /// <summary>Where a place of the sheet is seen in the picture.</summary>
    /// <param name="u">From the sheet's left, 0 to 1.</param>
    /// <param name="v">From the sheet's top, 0 to 1.</param>
    /// <returns>The place in pixels.</returns>
    public (double X, double Y) Seen(double u, double v)
    {
        var depth = (_g * u) + (_h * v) + 1;
        return (((_a * u) + (_b * v) + _c) / depth, ((_d * u) + (_e * v) + _f) / depth);
    }

    /// <summary>Draws the sheet as it is seen from straight above.</summary>
    /// <param name="picture">The picture it lies in.</param>
    public GrayPicture Flat(GrayPicture picture)
    {
        var (width, from, to) = (picture.Width, picture.Pixels, new byte[Width * Height]);
        for (var y = 0; y < Height; y++)
        {
            var v = (y + 0.5) / Height;
            for (var x = 0; x < Width; x++)
            {
                var (seenX, seenY) = Seen((x + 0.5) / Width, v);
                var (left, top) = ((int)Math.Floor(seenX - 0.5), (int)Math.Floor(seenY - 0.5));
                if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= picture.Height)
                {
                    to[(y * Width) + x] = White;
                    continue;
                }

                var (right, down, at) = ((float)(seenX - 0.5 - left), (float)(seenY - 0.5 - top), (top * width) + left);
                var upper = from[at] + ((from[at + 1] - from[at]) * right);
                var lower = from[at + width] + ((from[at + width + 1] - from[at + width]) * right);
                to[(y * Width) + x] = (byte)(upper + ((lower - upper) * down) + 0.5f);
            }
        }

        return new GrayPicture(Width, Height, to);
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
