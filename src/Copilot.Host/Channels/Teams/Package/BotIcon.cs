namespace Copilot.Host.Channels.Teams.Package;

/// <summary>Draws the bot's two icons: a stack of boxes with a mark of speech, in colour and as a white outline.</summary>
internal static class BotIcon
{
    /// <summary>The size of the coloured icon, in pixels.</summary>
    public const int ColorSize = 192;

    /// <summary>The size of the outline, in pixels.</summary>
    public const int OutlineSize = 32;

    private const uint Blue = 0x1F5FA8FF;
    private const uint Light = 0xF4F8FCFF;
    private const uint Amber = 0xF2A93BFF;
    private const uint White = 0xFFFFFFFF;
    private const uint Nothing = 0xFFFFFF00;

    // In units of a picture one unit wide: left, top, right, bottom.
    private static readonly (double Left, double Top, double Right, double Bottom)[] Boxes =
        [(0.20, 0.58, 0.46, 0.80), (0.54, 0.58, 0.80, 0.80), (0.20, 0.30, 0.46, 0.52)];

    private static readonly (double Left, double Top, double Right, double Bottom) Speech = (0.54, 0.20, 0.84, 0.46);

    /// <summary>Draws the coloured icon.</summary>
    /// <returns>A PNG.</returns>
    public static byte[] Color() => PngPicture.Write(ColorSize, (x, y) =>
    {
        var (u, v) = ((x + 0.5) / ColorSize, (y + 0.5) / ColorSize);
        return InSpeech(u, v) ? Amber : Boxes.Any(box => Inside(box, u, v, 0) && !Tape(box, u, v)) ? Light : Blue;
    });

    /// <summary>Draws the outline.</summary>
    /// <returns>A PNG.</returns>
    public static byte[] Outline() => PngPicture.Write(OutlineSize, (x, y) =>
    {
        var (u, v) = ((x + 0.5) / OutlineSize, (y + 0.5) / OutlineSize);
        const double Line = 1.6 / OutlineSize;
        return InSpeech(u, v) || Boxes.Any(box => Inside(box, u, v, 0) && !Inside(box, u, v, Line)) ? White : Nothing;
    });

    private static bool InSpeech(double u, double v)
        => Inside(Speech, u, v, 0) || (v >= Speech.Bottom && v < Speech.Bottom + 0.08 && u >= Speech.Left + 0.05 && u < Speech.Left + 0.05 + (Speech.Bottom + 0.08 - v));

    private static bool Tape((double Left, double Top, double Right, double Bottom) box, double u, double v)
        => Math.Abs(u - ((box.Left + box.Right) / 2)) < 0.02 && v < box.Top + 0.09;

    private static bool Inside((double Left, double Top, double Right, double Bottom) box, double u, double v, double inset)
        => u >= box.Left + inset && u < box.Right - inset && v >= box.Top + inset && v < box.Bottom - inset;
}
