namespace Copilot.Documents.Pictures;

/// <summary>Ink that hangs together.</summary>
/// <param name="Label">Its number, from 1.</param>
internal sealed record InkBlot(int Label)
{
    /// <summary>Gets its pixels.</summary>
    public List<int> Pixels { get; } = [];

    /// <summary>Gets its left edge.</summary>
    public int Left { get; private set; } = int.MaxValue;

    /// <summary>Gets its right edge.</summary>
    public int Right { get; private set; } = int.MinValue;

    private int Top { get; set; } = int.MaxValue;

    private int Bottom { get; set; } = int.MinValue;

    /// <summary>Gets its height in pixels.</summary>
    public int Height => Bottom - Top + 1;

    /// <summary>Gets its middle from the left.</summary>
    public double X => (Left + Right) / 2.0;

    /// <summary>Gets its middle from the top.</summary>
    public double Y => (Top + Bottom) / 2.0;

    /// <summary>Adds a pixel.</summary>
    public void Add(int pixel, int x, int y)
    {
        Pixels.Add(pixel);
        (Left, Right, Top, Bottom) = (Math.Min(Left, x), Math.Max(Right, x), Math.Min(Top, y), Math.Max(Bottom, y));
    }
}
