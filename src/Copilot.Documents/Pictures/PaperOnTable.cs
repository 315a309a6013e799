namespace Copilot.Documents.Pictures;

/// <summary>
/// Finds the sheet of paper on a photograph: the one large light area on darker ground whose rim is four straight, sharp edges. A scan whose paper goes to the rim of the picture has none, and
/// stays as it is.
/// </summary>
internal static class PaperOnTable
{
    private const int LongSide = 480;

    /// <summary>Print is taken away by looking at the lightest and then the darkest of so many points around.</summary>
    private const int Print = 3;

    /// <summary>Paper is so much lighter than what it lies on, of 255.</summary>
    private const int LeastContrast = 36;

    /// <summary>So much of the picture's rim is ground; a photograph may cut the paper off at one corner.</summary>
    private const double LeastGround = 0.72;

    /// <summary>The sheet's share of the picture.</summary>
    private const double LeastShare = 0.18;

    /// <summary>How well the four edges must enclose the light area.</summary>
    private const double LeastFit = 0.93;

    /// <summary>The share of an edge that must be a sharp step from ground to paper; the rim of a shadow is none.</summary>
    private const double LeastSharp = 0.7;
    private const int Step = 4;
    private const int EdgePoints = 24;

    /// <summary>The ends of an edge are left out: corners may be bent or round.</summary>
    private const double Ends = 0.1;

    /// <summary>Cut off around, so that no rim of the ground is read as a stroke.</summary>
    private const double Inset = 0.004;

    /// <summary>Opposite edges differ by no more than this, seen from a hand above the table.</summary>
    private const double MostLean = 1.8;

    /// <summary>Finds it.</summary>
    /// <param name="picture">The picture.</param>
    /// <returns>How the sheet lies; null when there is none.</returns>
    public static PaperView? Of(GrayPicture picture)
    {
        var factor = Math.Max(1, Math.Max(picture.Width, picture.Height) / LongSide);
        var (width, height) = (picture.Width / factor, picture.Height / factor);
        if (width < LongSide / 4 || height < LongSide / 4)
        {
            return null;
        }

        var small = picture.Smaller(factor).Pixels;
        var shades = Spread(Spread(small, width, height, lightest: true), width, height, lightest: false);
        if (Threshold(shades) is not { } limit || Ground(shades, width, height, limit) < LeastGround)
        {
            return null;
        }

        var paper = Largest(shades, width, height, limit);
        if (paper.Count < LeastShare * width * height || Corners(paper, width, height) is not { } corners || !IsSheet(corners, paper, width, height) || !IsSharp(corners, shades, width, height))
        {
            return null;
        }

        var middle = (X: corners.Average(c => c.X), Y: corners.Average(c => c.Y));
        return new PaperView([.. corners.Select(c => ((c.X + ((middle.X - c.X) * Inset) + 0.5) * factor, (c.Y + ((middle.Y - c.Y) * Inset) + 0.5) * factor))]);
    }

    /// <summary>Each point becomes the lightest, or the darkest, of those around it: first along rows, then along columns.</summary>
    private static byte[] Spread(byte[] from, int width, int height, bool lightest)
    {
        var (rows, all) = (new byte[from.Length], new byte[from.Length]);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var best = from[(y * width) + x];
                for (var near = Math.Max(0, x - Print); near <= Math.Min(width - 1, x + Print); near++)
                {
                    var other = from[(y * width) + near];
                    best = lightest == other > best ? other : best;
                }

                rows[(y * width) + x] = best;
            }
        }

        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var best = rows[(y * width) + x];
                for (var near = Math.Max(0, y - Print); near <= Math.Min(height - 1, y + Print); near++)
                {
                    var other = rows[(near * width) + x];
                    best = lightest == other > best ? other : best;
                }

                all[(y * width) + x] = best;
            }
        }

        return all;
    }

    /// <summary>The shade that parts light from dark best (N. Otsu, "A threshold selection method from gray-level histograms", 1979); null when there is no dark, no light, or little between them.</summary>
    private static int? Threshold(byte[] shades)
    {
        var counts = new int[256];
        foreach (var shade in shades)
        {
            counts[shade]++;
        }

        double total = 0, below = 0, best = 0, contrast = 0;
        for (var shade = 0; shade < counts.Length; shade++)
        {
            total += (double)shade * counts[shade];
        }

        var (dark, limit) = (0, 0);
        for (var shade = 0; shade < counts.Length - 1; shade++)
        {
            dark += counts[shade];
            below += (double)shade * counts[shade];
            var light = shades.Length - dark;
            if (dark == 0 || light == 0)
            {
                continue;
            }

            var apart = ((total - below) / light) - (below / dark);
            if ((double)dark * light * apart * apart is var between && between > best)
            {
                (best, limit, contrast) = (between, shade, apart);
            }
        }

        return contrast < LeastContrast ? null : limit;
    }

    /// <summary>The share of the picture's rim that is darker than paper.</summary>
    private static double Ground(byte[] shades, int width, int height, int limit)
    {
        var dark = 0;
        for (var x = 0; x < width; x++)
        {
            dark += (shades[x] <= limit ? 1 : 0) + (shades[((height - 1) * width) + x] <= limit ? 1 : 0);
        }

        for (var y = 0; y < height; y++)
        {
            dark += (shades[y * width] <= limit ? 1 : 0) + (shades[(y * width) + width - 1] <= limit ? 1 : 0);
        }

        return dark / (2.0 * (width + height));
    }

    /// <summary>The points of the largest light area.</summary>
    private static List<int> Largest(byte[] shades, int width, int height, int limit)
    {
        var seen = new bool[shades.Length];
        var largest = new List<int>();
        for (var start = 0; start < shades.Length; start++)
        {
            if (seen[start] || shades[start] <= limit)
            {
                continue;
            }

            seen[start] = true;
            var area = new List<int> { start };
            for (var i = 0; i < area.Count; i++)
            {
                var (x, y) = (area[i] % width, area[i] / width);
                Take(x > 0, area[i] - 1);
                Take(x < width - 1, area[i] + 1);
                Take(y > 0, area[i] - width);
                Take(y < height - 1, area[i] + width);
            }

            largest = area.Count > largest.Count ? area : largest;

            void Take(bool inside, int at)
            {
                if (inside && !seen[at] && shades[at] > limit)
                {
                    seen[at] = true;
                    area.Add(at);
                }
            }
        }

        return largest;
    }

    /// <summary>The corners where the lines through its four edges meet, from the top left clockwise; null when two of them do not meet.</summary>
    private static List<(double X, double Y)>? Corners(List<int> paper, int width, int height)
    {
        var (left, right, top, bottom) = (Filled(height, width), Filled(height, -1), Filled(width, height), Filled(width, -1));
        (int X, int Y) topLeft = (width, height), topRight = (-width, height), bottomRight = (-width, -height), bottomLeft = (width, -height);
        foreach (var at in paper)
        {
            var (x, y) = (at % width, at / width);
            (left[y], right[y]) = (Math.Min(left[y], x), Math.Max(right[y], x));
            (top[x], bottom[x]) = (Math.Min(top[x], y), Math.Max(bottom[x], y));
            topLeft = x + y < topLeft.X + topLeft.Y ? (x, y) : topLeft;
            bottomRight = x + y > bottomRight.X + bottomRight.Y ? (x, y) : bottomRight;
            topRight = x - y > topRight.X - topRight.Y ? (x, y) : topRight;
            bottomLeft = x - y < bottomLeft.X - bottomLeft.Y ? (x, y) : bottomLeft;
        }

        // Upright edges are lines x = slope y + offset, the others y = slope x + offset. The rim of a point is half a point further out.
        if (Line(left, topLeft.Y, bottomLeft.Y, -0.5) is not { } l || Line(right, topRight.Y, bottomRight.Y, 0.5) is not { } r
            || Line(top, topLeft.X, topRight.X, -0.5) is not { } t || Line(bottom, bottomLeft.X, bottomRight.X, 0.5) is not { } b)
        {
            return null;
        }

        return [Meet(l, t), Meet(r, t), Meet(r, b), Meet(l, b)];

        static int[] Filled(int count, int value)
        {
            var filled = new int[count];
            Array.Fill(filled, value);
            return filled;
        }
    }

    /// <summary>The line through an edge by least squares, once more without the points that lie far off it.</summary>
    private static (double Slope, double Offset)? Line(int[] edge, int from, int to, double rim)
    {
        var cut = (int)((to - from) * Ends);
        var points = Enumerable.Range(from + cut, Math.Max(0, to - from - (2 * cut))).Select(i => (At: (double)i, Edge: edge[i] + rim)).ToList();
        if (points.Count < EdgePoints)
        {
            return null;
        }

        var first = Fit(points);
        var far = points.Select(p => Math.Abs(p.Edge - (first.Slope * p.At) - first.Offset)).Order().ElementAt(points.Count * 3 / 4);
        var near = points.Where(p => Math.Abs(p.Edge - (first.Slope * p.At) - first.Offset) <= Math.Max(1, far)).ToList();
        return near.Count < EdgePoints ? first : Fit(near);
    }

    private static (double Slope, double Offset) Fit(List<(double At, double Edge)> points)
    {
        var (at, edge) = (points.Average(p => p.At), points.Average(p => p.Edge));
        var slope = points.Sum(p => (p.At - at) * (p.Edge - edge)) / points.Sum(p => (p.At - at) * (p.At - at));
        return (slope, edge - (slope * at));
    }

    private static (double X, double Y) Meet((double Slope, double Offset) upright, (double Slope, double Offset) level)
    {
        var y = ((level.Slope * upright.Offset) + level.Offset) / (1 - (level.Slope * upright.Slope));
        return ((upright.Slope * y) + upright.Offset, y);
    }

    /// <summary>Whether the four corners are those of a sheet, and the light area fills what they enclose.</summary>
    private static bool IsSheet(List<(double X, double Y)> corners, List<int> paper, int width, int height)
    {
        var (top, right, bottom, left) = (Length(0, 1), Length(1, 2), Length(3, 2), Length(0, 3));
        double area = 0;
        for (var i = 0; i < corners.Count; i++)
        {
            var (a, b, c) = (corners[i], corners[(i + 1) % 4], corners[(i + 2) % 4]);
            if (((b.X - a.X) * (c.Y - b.Y)) - ((b.Y - a.Y) * (c.X - b.X)) <= 0 || a.X < -0.1 * width || a.X > 1.1 * width || a.Y < -0.1 * height || a.Y > 1.1 * height)
            {
                return false;
            }

            area += ((a.X * b.Y) - (b.X * a.Y)) / 2;
        }

        return Math.Max(top, bottom) < MostLean * Math.Min(top, bottom) && Math.Max(left, right) < MostLean * Math.Min(left, right) && Enclosed(corners, paper, width) > LeastFit * Math.Max(area, paper.Count);

        double Length(int from, int to) => Math.Sqrt(Math.Pow(corners[from].X - corners[to].X, 2) + Math.Pow(corners[from].Y - corners[to].Y, 2));
    }

    /// <summary>How many points of the light area, with the dark print that it encloses row by row, lie between the corners.</summary>
    private static double Enclosed(List<(double X, double Y)> corners, List<int> paper, int width)
        => paper.GroupBy(at => at / width).Sum(row =>
        {
            var (y, from, to) = ((double)row.Key, row.Min(at => at % width), row.Max(at => at % width));
            var crossings = Enumerable.Range(0, 4).Select(i => (A: corners[i], B: corners[(i + 1) % 4])).Where(e => e.A.Y <= y != e.B.Y <= y).Select(e => e.A.X + ((y - e.A.Y) / (e.B.Y - e.A.Y) * (e.B.X - e.A.X))).Order().ToList();
            return crossings.Count < 2 ? 0 : Math.Max(0, Math.Min(to + 0.5, crossings[^1]) - Math.Max(from - 0.5, crossings[0]));
        });

    private static bool IsSharp(List<(double X, double Y)> corners, byte[] shades, int width, int height)
    {
        var middle = (X: corners.Average(c => c.X), Y: corners.Average(c => c.Y));
        for (var i = 0; i < corners.Count; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % 4]);
            var (sharp, counted) = (0, 0);
            for (var k = 0; k < EdgePoints; k++)
            {
                var share = Ends + ((1 - (2 * Ends)) * k / (EdgePoints - 1));
                var (x, y) = (a.X + ((b.X - a.X) * share), a.Y + ((b.Y - a.Y) * share));
                var far = Math.Sqrt(Math.Pow(middle.X - x, 2) + Math.Pow(middle.Y - y, 2));
                var (dx, dy) = ((middle.X - x) / far * Step, (middle.Y - y) / far * Step);
                if (Shade(x + dx, y + dy) is { } inside && Shade(x - dx, y - dy) is { } outside)
                {
                    counted++;
                    sharp += inside - outside >= LeastContrast / 2 ? 1 : 0;
                }
            }

            // An edge that the photograph cuts off can't be looked at.
            if (counted > 0 && sharp < LeastSharp * counted)
            {
                return false;
            }
        }

        return true;

        int? Shade(double x, double y) => x < 0 || y < 0 || x >= width || y >= height ? null : shades[((int)y * width) + (int)x];
    }
}
