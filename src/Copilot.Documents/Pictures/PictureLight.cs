namespace Copilot.Documents.Pictures;

/// <summary>Makes the paper of a scanned or photographed page white everywhere and its print dark, and takes specks away. A clean page stays as it is.</summary>
internal static class PictureLight
{
    /// <summary>The side of the fields over which the paper's shade is measured, in pixels: larger than letters, smaller than shadows.</summary>
    private const int Field = 40;

    /// <summary>Paper whose shade differs less than this over the page, of 255, is lit evenly.</summary>
    private const int Even = 24;

    /// <summary>Fields much darker than the page are print in themselves, such as the head of a table in white on blue.</summary>
    private const double LeastPaper = 0.55;

    /// <summary>Print that is lighter than this, on white paper, is faint.</summary>
    private const int Faint = 70;
    private const int FaintestPrint = 200;

    /// <summary>A pixel that differs by this much from all around it is a speck.</summary>
    private const int SpeckContrast = 60;
    private const double ManySpecks = 0.0004;

    /// <summary>Cleans a page.</summary>
    /// <returns>The page; the same when nothing was wrong with it.</returns>
    public static GrayPicture Clean(GrayPicture picture)
    {
        var (columns, rows) = ((picture.Width + Field - 1) / Field, (picture.Height + Field - 1) / Field);
        if (columns < 3 || rows < 3)
        {
            return picture;
        }

        var paper = Paper(picture, columns, rows);
        var sorted = paper.Order().ToList();
        var (dark, light) = (sorted[sorted.Count / 20], sorted[sorted.Count - 1 - (sorted.Count / 20)]);
        var print = Print(picture, sorted[sorted.Count / 2]);
        var clean = light - dark < Even && light > 255 - (2 * Even) && print < Faint ? picture : Lit(picture, paper, columns, rows, print < FaintestPrint ? print : 0);
        return WithoutSpecks(clean);
    }

    /// <summary>The shade of the paper field by field: lighter than nearly all that stands on it, and evened out with the fields around.</summary>
    private static int[] Paper(GrayPicture picture, int columns, int rows)
    {
        var raw = new int[columns * rows];
        var shades = new int[256];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                Array.Clear(shades);
                var count = 0;
                for (var y = row * Field; y < Math.Min(picture.Height, (row + 1) * Field); y += 2)
                {
                    for (var x = column * Field; x < Math.Min(picture.Width, (column + 1) * Field); x += 2, count++)
                    {
                        shades[picture.Pixels[(y * picture.Width) + x]]++;
                    }
                }

                raw[(row * columns) + column] = Percentile(shades, count, 0.75);
            }
        }

        var usual = raw.Order().ElementAt(raw.Length / 2);
        var filled = raw.Select(r => r < LeastPaper * usual ? usual : Math.Max(1, r)).ToArray();
        var even = new int[filled.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var (sum, count) = (0, 0);
                for (var y = Math.Max(0, row - 1); y <= Math.Min(rows - 1, row + 1); y++)
                {
                    for (var x = Math.Max(0, column - 1); x <= Math.Min(columns - 1, column + 1); x++, count++)
                    {
                        sum += filled[(y * columns) + x];
                    }
                }

                even[(row * columns) + column] = sum / count;
            }
        }

        return even;
    }

    /// <summary>The shade of the darkest print, as it would be on white paper.</summary>
    private static int Print(GrayPicture picture, int paper)
    {
        var shades = new int[256];
        for (var i = 0; i < picture.Pixels.Length; i += 3)
        {
            shades[picture.Pixels[i]]++;
        }

        return Math.Min(255, Percentile(shades, (picture.Pixels.Length + 2) / 3, 0.01) * 255 / Math.Max(1, paper));
    }

    private static int Percentile(int[] shades, int count, double share)
    {
        var left = (int)(count * share);
        for (var shade = 0; shade < shades.Length; shade++)
        {
            left -= shades[shade];
            if (left < 0)
            {
                return shade;
            }
        }

        return 255;
    }

    private static GrayPicture Lit(GrayPicture picture, int[] paper, int columns, int rows, int print)
    {
        var (width, height) = (picture.Width, picture.Height);
        var to = new byte[picture.Pixels.Length];
        var line = new float[columns];
        for (var y = 0; y < height; y++)
        {
            var (row, below, down) = Between(y, rows);
            for (var c = 0; c < columns; c++)
            {
                line[c] = paper[(row * columns) + c] + ((paper[(below * columns) + c] - paper[(row * columns) + c]) * down);
            }

            for (var x = 0; x < width; x++)
            {
                var (column, next, right) = Between(x, columns);
                var shade = picture.Pixels[(y * width) + x] * 255f / (line[column] + ((line[next] - line[column]) * right));
                to[(y * width) + x] = (byte)Math.Clamp((shade - print) * 255f / (255 - print), 0, 255);
            }
        }

        return new GrayPicture(width, height, to);
    }

    /// <summary>Between the middles of which two fields a pixel lies, and how far on.</summary>
    private static (int From, int To, float Share) Between(int at, int count)
    {
        var place = Math.Clamp(((at + 0.5f) / Field) - 0.5f, 0, count - 1);
        var from = (int)place;
        return (from, Math.Min(count - 1, from + 1), place - from);
    }

    private static GrayPicture WithoutSpecks(GrayPicture picture)
    {
        var (width, pixels) = (picture.Width, picture.Pixels);
        var specks = new List<(int At, byte Shade)>();
        for (var y = 1; y < picture.Height - 1; y++)
        {
            for (var at = (y * width) + 1; at < ((y + 1) * width) - 1; at++)
            {
                // Most pixels are like the one beside them; only the others are looked at closely.
                if (Math.Abs(pixels[at] - pixels[at - 1]) < SpeckContrast || Math.Abs(pixels[at] - pixels[at + 1]) < SpeckContrast)
                {
                    continue;
                }

                int least = 255, most = 0, sum = 0;
                foreach (var o in (ReadOnlySpan<int>)[at - width - 1, at - width, at - width + 1, at - 1, at + 1, at + width - 1, at + width, at + width + 1])
                {
                    (least, most, sum) = (Math.Min(least, pixels[o]), Math.Max(most, pixels[o]), sum + pixels[o]);
                }

                if (pixels[at] + SpeckContrast < least || pixels[at] - SpeckContrast > most)
                {
                    specks.Add((at, (byte)(sum / 8)));
                }
            }
        }

        if (specks.Count < ManySpecks * pixels.Length)
        {
            return picture;
        }

        var clean = pixels.ToArray();
        foreach (var (at, shade) in specks)
        {
            clean[at] = shade;
        }

        return picture with { Pixels = clean };
    }
}
