namespace Copilot.Documents.Pictures;

/// <summary>Looks for strokes of a pen on a picture: ink that is neither print nor a ruled line.</summary>
internal static class PictureInk
{
    private const int Dark = 60;

    /// <summary>A row or column of which so much is ink is a rule.</summary>
    private const double Rule = 0.55;

    /// <summary>How much of a place is ink beside print and rules.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="place">Where to look (left, top, right, bottom), in shares of the picture's sides.</param>
    /// <param name="print">The boxes of printed words, in shares of the picture's sides.</param>
    /// <returns>0 to 1; 0 for a place outside of the picture.</returns>
    public static double Strokes(GrayPicture picture, (float X0, float Y0, float X1, float Y1) place, IReadOnlyList<(float X0, float Y0, float X1, float Y1)> print)
    {
        var (left, right) = (Math.Clamp((int)(place.X0 * picture.Width), 0, picture.Width), Math.Clamp((int)MathF.Ceiling(place.X1 * picture.Width), 0, picture.Width));
        var (top, bottom) = (Math.Clamp((int)(place.Y0 * picture.Height), 0, picture.Height), Math.Clamp((int)MathF.Ceiling(place.Y1 * picture.Height), 0, picture.Height));
        var (width, height) = (right - left, bottom - top);
        if (width < 4 || height < 4)
        {
            return 0;
        }

        var ink = new bool[width * height];
        var (rows, columns) = (new int[height], new int[width]);
        var paper = Paper(picture);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (paper - picture.Pixels[((top + y) * picture.Width) + left + x] > Dark && !print.Any(p => Holds(p, left + x, top + y)))
                {
                    ink[(y * width) + x] = true;
                    rows[y]++;
                    columns[x]++;
                }
            }
        }

        var count = 0;
        for (var i = 0; i < ink.Length; i++)
        {
            count += ink[i] && rows[i / width] < Rule * width && columns[i % width] < Rule * height ? 1 : 0;
        }

        return (double)count / ink.Length;

        bool Holds((float X0, float Y0, float X1, float Y1) box, int x, int y)
            => x >= (box.X0 * picture.Width) - 1 && x <= (box.X1 * picture.Width) + 1 && y >= (box.Y0 * picture.Height) - 1 && y <= (box.Y1 * picture.Height) + 1;
    }

    /// <summary>The shade that most of the picture has.</summary>
    private static int Paper(GrayPicture picture)
    {
        var shades = new int[256];
        foreach (var pixel in picture.Pixels)
        {
            shades[pixel]++;
        }

        return Array.IndexOf(shades, shades.Max());
    }
}
