namespace Copilot.Documents.Pdf;

/// <summary>The part of a page that is shown, in points from the top left of its media box as the page is turned for reading.</summary>
/// <param name="X0">Left.</param>
/// <param name="Y0">Top.</param>
/// <param name="X1">Right.</param>
/// <param name="Y1">Bottom.</param>
internal sealed record PageFrame(float X0, float Y0, float X1, float Y1)
{
    /// <summary>Gets the width that is shown.</summary>
    public float Width => X1 - X0;

    /// <summary>Gets the height that is shown.</summary>
    public float Height => Y1 - Y0;

    /// <summary>Gets the longer side of the whole page, shown or not.</summary>
    public required float MediaWidth { get; init; }

    /// <summary>Gets the height of the whole page, shown or not.</summary>
    public required float MediaHeight { get; init; }

    /// <summary>Makes a frame from a page's boxes.</summary>
    /// <param name="media">Left, bottom, right and top of the media box.</param>
    /// <param name="crop">The same of the crop box.</param>
    /// <param name="rotation">By how many degrees the page is turned clockwise for reading.</param>
    /// <returns>The frame.</returns>
    public static PageFrame Of(float[] media, float[] crop, int rotation)
    {
        var degrees = ((rotation % 360) + 360) % 360;
        var (left, top, right, bottom) = degrees switch
        {
            90 => (crop[1] - media[1], crop[0] - media[0], crop[3] - media[1], crop[2] - media[0]),
            180 => (media[2] - crop[2], crop[1] - media[1], media[2] - crop[0], crop[3] - media[1]),
            270 => (media[3] - crop[3], media[2] - crop[2], media[3] - crop[1], media[2] - crop[0]),
            _ => (crop[0] - media[0], media[3] - crop[3], crop[2] - media[0], media[3] - crop[1]),
        };
        var turned = degrees is 90 or 270;
        return new(left, top, right, bottom)
        {
            MediaWidth = turned ? media[3] - media[1] : media[2] - media[0],
            MediaHeight = turned ? media[2] - media[0] : media[3] - media[1],
        };
    }
}
