using Copilot.Documents.Layout;
using Copilot.Documents.Pictures;

namespace Copilot.Documents.Recognition;

/// <summary>Says of the words on a sheet that was photographed where they are seen on the photograph.</summary>
internal static class FlatReading
{
    /// <summary>Puts them there.</summary>
    /// <param name="read">The sheet as it was read, flat; its words where they stand on the flat sheet.</param>
    /// <param name="view">How the sheet lies in the photograph.</param>
    /// <param name="photograph">The photograph.</param>
    /// <param name="dotsPerInch">The resolution of both.</param>
    /// <returns>The page with the photograph's size; its words stand straight, each with the place where it is seen.</returns>
    public static PlacedPage OnPhotograph(PlacedPage read, PaperView view, GrayPicture photograph, float dotsPerInch)
    {
        var points = 72 / dotsPerInch;
        var (width, height) = (photograph.Width * points, photograph.Height * points);
        var straight = Straightening.Of(read);

        // The sheet is smaller than the photograph; its straight words are spread over the same area, as if the scanner had seen nothing else.
        var scale = straight.Width > 0 && straight.Height > 0 ? MathF.Sqrt(width * height / (straight.Width * straight.Height)) : 1;
        return straight with
        {
            Width = width,
            Height = height,
            Words = [.. straight.Words.Select(w => w with { X0 = w.X0 * scale, X1 = w.X1 * scale, Y0 = w.Y0 * scale, Y1 = w.Y1 * scale, Seen = Box(w.OnPage) })],
        };

        (float X0, float Y0, float X1, float Y1) Box((float X0, float Y0, float X1, float Y1) box)
        {
            var corners = new[] { At(box.X0, box.Y0), At(box.X1, box.Y0), At(box.X1, box.Y1), At(box.X0, box.Y1) };
            return (corners.Min(c => c.X), corners.Min(c => c.Y), corners.Max(c => c.X), corners.Max(c => c.Y));
        }

        (float X, float Y) At(float x, float y)
        {
            var (seenX, seenY) = view.Seen(x / (view.Width * points), y / (view.Height * points));
            return ((float)seenX * points, (float)seenY * points);
        }
    }
}
