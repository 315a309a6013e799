namespace Copilot.Documents.Pictures;

/// <summary>Looks for what was put onto a page beside its print: strokes of a pen and stamps.</summary>
internal static class PictureInk
{
    private const int Dark = 60;

    /// <summary>A row or column of which so much is ink is a rule.</summary>
    private const double Rule = 0.55;

    /// <summary>Beyond a place, so far is looked for the rest of a stamp that begins in it, in shares of the picture's width.</summary>
    private const float Around = 0.3f;

    /// <summary>What somebody put onto a place beside print and rules.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="place">Where to look (left, top, right, bottom), in shares of the picture's sides.</param>
    /// <param name="print">The boxes of printed words, in shares of the picture's sides.</param>
    /// <param name="least">The least share of the place that strokes of a pen leave.</param>
    /// <returns><see cref="InkKind.None"/> for a place outside of the picture.</returns>
    public static InkKind Kind(GrayPicture picture, (float X0, float Y0, float X1, float Y1) place, IReadOnlyList<(float X0, float Y0, float X1, float Y1)> print, double least)
    {
        var inner = Pixels(picture, place);
        if (inner.Width < 4 || inner.Height < 4)
        {
            return InkKind.None;
        }

        var paper = Paper(picture);
        var near = InkOf(picture, inner, print, paper);
        if (Free(near, inner.Width, null) <= least)
        {
            return InkKind.None;
        }

        var outer = Pixels(picture, (place.X0 - Around, place.Y0 - Around, place.X1 + Around, place.Y1 + Around));
        if (InkShapes.Stamps(InkOf(picture, outer, print, paper), InkOf(picture, outer, [], paper), outer.Width) is not { } stamps)
        {
            return InkKind.Pen;
        }

        var stamped = new bool[near.Length];
        for (var i = 0; i < near.Length; i++)
        {
            stamped[i] = stamps[((inner.Top - outer.Top + (i / inner.Width)) * outer.Width) + inner.Left - outer.Left + (i % inner.Width)];
        }

        return Free(near, inner.Width, stamped) > least ? Array.Exists(stamped, s => s) ? InkKind.PenAndStamp : InkKind.Pen : InkKind.Stamp;
    }

    private static (int Left, int Top, int Width, int Height) Pixels(GrayPicture picture, (float X0, float Y0, float X1, float Y1) place)
    {
        var (left, right) = (Math.Clamp((int)(place.X0 * picture.Width), 0, picture.Width), Math.Clamp((int)MathF.Ceiling(place.X1 * picture.Width), 0, picture.Width));
        var (top, bottom) = (Math.Clamp((int)(place.Y0 * picture.Height), 0, picture.Height), Math.Clamp((int)MathF.Ceiling(place.Y1 * picture.Height), 0, picture.Height));
        return (left, top, Math.Max(0, right - left), Math.Max(0, bottom - top));
    }

    private static bool[] InkOf(GrayPicture picture, (int Left, int Top, int Width, int Height) window, IReadOnlyList<(float X0, float Y0, float X1, float Y1)> print, int paper)
    {
        var ink = new bool[window.Width * window.Height];
        var boxes = print.Select(p => (X0: (p.X0 * picture.Width) - 1, Y0: (p.Y0 * picture.Height) - 1, X1: (p.X1 * picture.Width) + 1, Y1: (p.Y1 * picture.Height) + 1)).ToList();
        for (var i = 0; i < ink.Length; i++)
        {
            var (x, y) = (window.Left + (i % window.Width), window.Top + (i / window.Width));
            ink[i] = paper - picture.Pixels[(y * picture.Width) + x] > Dark && !boxes.Exists(b => x >= b.X0 && x <= b.X1 && y >= b.Y0 && y <= b.Y1);
        }

        return ink;
    }

    /// <summary>The share of a place that is ink and no rule, without what is stamped.</summary>
    private static double Free(bool[] ink, int width, bool[]? stamped)
    {
        var height = ink.Length / width;
        var (rows, columns) = (new int[height], new int[width]);
        for (var i = 0; i < ink.Length; i++)
        {
            rows[i / width] += ink[i] ? 1 : 0;
            columns[i % width] += ink[i] ? 1 : 0;
        }

        var count = 0;
        for (var i = 0; i < ink.Length; i++)
        {
            count += ink[i] && stamped?[i] != true && rows[i / width] < Rule * width && columns[i % width] < Rule * height ? 1 : 0;
        }

        return (double)count / ink.Length;
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
