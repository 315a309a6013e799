namespace Copilot.Documents.Layout;

/// <summary>A word where it stands on a page, in points from the page's top left.</summary>
/// <param name="Text">The word, cleaned.</param>
/// <param name="X0">Left.</param>
/// <param name="Y0">Top.</param>
/// <param name="X1">Right.</param>
/// <param name="Y1">Bottom.</param>
/// <param name="Line">The line of the source it belongs to; words of a line follow each other.</param>
internal sealed record PlacedWord(string Text, float X0, float Y0, float X1, float Y1, int Line)
{
    /// <summary>Gets how sure character recognition is of it, in percent; 100 for text that was not recognised.</summary>
    public float Sure { get; init; } = 100;

    /// <summary>Gets where it stands on the page as a person sees it (left, top, right, bottom), when its page was straightened for reading; null when that is the same.</summary>
    public (float X0, float Y0, float X1, float Y1)? Seen { get; init; }

    /// <summary>Gets where it stands on the page as a person sees it: left, top, right, bottom.</summary>
    public (float X0, float Y0, float X1, float Y1) OnPage => Seen ?? (X0, Y0, X1, Y1);

    /// <summary>Gets its width.</summary>
    public float Width => X1 - X0;

    /// <summary>Gets its height.</summary>
    public float Height => Y1 - Y0;
}
