namespace Copilot.Evals.Documents;

/// <summary>A page as a hand photographs it on a table: seen at an angle, with folds that bend its lines and catch the light and a shadow over it.</summary>
internal static class PhotographedSheet
{
    private const int Width = 2400;
    private const int Height = 3200;

    /// <summary>How far the corners stray, in shares of the picture's sides.</summary>
    private const double Stray = 0.055;
    private const int Folds = 3;
    private const double Bend = 2.2;
    private const double FoldDepth = 0.16;
    private const double FoldWidth = 70;
    private const double Shadow = 0.42;
    private const double Noise = 5;

    /// <summary>Photographs it.</summary>
    /// <param name="sheet">The page.</param>
    /// <param name="chance">How it lies, and where the light comes from.</param>
    public static ScannedSheet Of(ScannedSheet sheet, Random chance)
    {
        (double X, double Y)[] corners = [Corner(0.09, 0.07), Corner(0.91, 0.07), Corner(0.93, 0.94), Corner(0.07, 0.94)];
        var back = Projection.Between(corners, [(0, 0), (sheet.Width, 0), (sheet.Width, sheet.Height), (0, sheet.Height)]);
        var folds = Enumerable.Range(0, Folds).Select(_ => (Angle: chance.NextDouble() * Math.PI, At: 0.15 + (0.7 * chance.NextDouble()), Sign: chance.Next(2) == 0 ? -1 : 1)).ToList();
        var (table, grain, edge, slope) = (chance.Next(35, 85), chance.NextDouble() * 6, 0.25 + (0.5 * chance.NextDouble()), chance.NextDouble() - 0.5);
        var shadowed = chance.Next(2) == 0;
        var pixels = new byte[Width * Height];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var (u, v) = back.Map(x, y);
                var light = 1.0;
                foreach (var (angle, at, sign) in folds)
                {
                    // On one side of a fold the paper turns to the light, on the other away from it, and lines run in a shallow bow.
                    var off = ((u - (sheet.Width * at)) * Math.Cos(angle)) + ((v - (sheet.Height * at)) * Math.Sin(angle));
                    light += sign * FoldDepth * Math.Sign(off) * Math.Exp(-Math.Abs(off) / FoldWidth);
                    v += Bend * Math.Exp(-Math.Abs(off) / (2 * FoldWidth));
                }

                var shade = u >= 0 && v >= 0 && u < sheet.Width - 1 && v < sheet.Height - 1
                    ? (30 + (Soft(sheet, u, v) / 255.0 * 205)) * light
                    : table + (grain * Math.Sin((x * 0.05) + (3 * Math.Sin(y * 0.004))));
                var far = (x / (double)Width) - edge - (slope * ((y / (double)Height) - 0.5));
                shade *= 1 - (Shadow / (1 + Math.Exp((shadowed ? far : -far) * 14)));
                shade += Noise * Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
                pixels[(y * Width) + x] = (byte)Math.Clamp(shade, 0, 255);
            }
        }

        return new ScannedSheet(Width, Height, pixels);

        (double X, double Y) Corner(double x, double y) => (Width * (x + (Stray * (chance.NextDouble() - 0.5))), Height * (y + (Stray * (chance.NextDouble() - 0.5))));
    }

    /// <summary>The shade between four points, as a lens sees it.</summary>
    private static double Soft(ScannedSheet sheet, double u, double v)
    {
        var (left, top) = ((int)u, (int)v);
        var (right, down, at) = (u - left, v - top, (top * sheet.Width) + left);
        return (((sheet.Pixels[at] * (1 - right)) + (sheet.Pixels[at + 1] * right)) * (1 - down)) + (((sheet.Pixels[at + sheet.Width] * (1 - right)) + (sheet.Pixels[at + sheet.Width + 1] * right)) * down);
    }
}
