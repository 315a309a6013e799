namespace Copilot.Contracts;

/// <summary>A word on a page. Offsets count in the part's text; the box is in points from the page's top left.</summary>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset after its last character.</param>
/// <param name="X0">Left.</param>
/// <param name="Y0">Top.</param>
/// <param name="X1">Right.</param>
/// <param name="Y1">Bottom.</param>
public readonly record struct WordBox(int Start, int End, float X0, float Y0, float X1, float Y1);
