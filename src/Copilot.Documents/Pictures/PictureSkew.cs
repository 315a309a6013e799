namespace Copilot.Documents.Pictures;

/// <summary>
/// Finds by how much the lines of a page are turned: where the ink, added up along lines of that slope, differs most from one line to the next (the projection profile of
/// W. Postl, "Detection of linear oblique structures and skew scan in digitized documents", 1986). Lines may run across the page or along it.
/// </summary>
internal static class PictureSkew
{
    /// <summary>Pages that lie more askew than this are photographs of something else.</summary>
    private const double Most = 7;

    /// <summary>Less than this does no harm to recognition, and turning a picture costs sharpness.</summary>
    private const double Least = 0.15;

    /// <summary>A page of lines is so much more pronounced at its own slope than at others.</summary>
    private const double Pronounced = 1.25;
    private const double Coarse = 0.5;
    private const double Fine = 0.1;
    private const int ShortSide = 1100;
    private const int MostPoints = 60_000;
    private const int FewestPoints = 300;
    private const int Dark = 140;

    /// <summary>Finds it.</summary>
    /// <param name="picture">The page; its paper is white.</param>
    /// <returns>Degrees clockwise, from -7 to 7; 0 when it lies straight, or when nothing tells.</returns>
    public static double Of(GrayPicture picture)
    {
        var points = Points(picture);
        if (points.Count < FewestPoints)
        {
            return 0;
        }

        var coarse = Enumerable.Range(0, (int)(2 * Most / Coarse) + 1).Select(i => Measure((i * Coarse) - Most)).ToList();
        var best = coarse.MaxBy(m => m.Score);
        var usual = coarse.Select(m => m.Score).Order().ElementAt(coarse.Count / 2);
        if (best.Score < Pronounced * usual || Math.Abs(best.Angle) > Most - (Coarse / 2))
        {
            return 0;
        }

        var steps = (int)(Coarse / Fine);
        var found = Enumerable.Range(-steps, (2 * steps) + 1).Select(i => Measure(best.Angle + (i * Fine))).MaxBy(m => m.Score).Angle;
        return Math.Abs(found) < Least ? 0 : Math.Round(found, 1);

        (double Angle, double Score) Measure(double angle) => (angle, Profile(points, Math.Tan(angle * Math.PI / 180)));
    }

    /// <summary>How much neighbouring lines of a slope differ, across and along the page.</summary>
    private static double Profile(List<(int X, int Y)> points, double slope)
    {
        const int reach = ShortSide * 4;
        var (across, along) = (new int[2 * reach], new int[2 * reach]);
        foreach (var (x, y) in points)
        {
            across[Math.Clamp((int)(y - (x * slope)) + (reach / 2), 0, across.Length - 1)]++;
            along[Math.Clamp((int)(x + (y * slope)) + (reach / 2), 0, along.Length - 1)]++;
        }

        return Math.Max(Difference(across), Difference(along));
    }

    private static double Difference(int[] sums)
    {
        double difference = 0;
        for (var i = 1; i < sums.Length; i++)
        {
            double step = sums[i] - sums[i - 1];
            difference += step * step;
        }

        return difference;
    }

    /// <summary>Points of ink on the page made small; what is dark all around, such as the rim that a scanner adds, is no writing.</summary>
    private static List<(int X, int Y)> Points(GrayPicture picture)
    {
        var factor = Math.Max(1, Math.Min(picture.Width, picture.Height) / ShortSide);
        var (width, height) = (picture.Width / factor, picture.Height / factor);
        var dark = new bool[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                dark[(y * width) + x] = Shade(x * factor, y * factor) < Dark;
            }
        }

        var points = new List<(int, int)>();
        for (var y = 2; y < height - 2; y++)
        {
            for (var x = 2; x < width - 2; x++)
            {
                var at = (y * width) + x;
                if (dark[at] && !(dark[at - 2] && dark[at + 2] && dark[at - (2 * width)] && dark[at + (2 * width)]))
                {
                    points.Add((x, y));
                }
            }
        }

        var every = (points.Count / MostPoints) + 1;
        return every == 1 ? points : [.. points.Where((_, i) => i % every == 0)];

        int Shade(int left, int top)
        {
            var sum = 0;
            for (var y = top; y < top + factor; y++)
            {
                for (var x = left; x < left + factor; x++)
                {
                    sum += picture.Pixels[(y * picture.Width) + x];
                }
            }

            return sum / (factor * factor);
        }
    }
}
