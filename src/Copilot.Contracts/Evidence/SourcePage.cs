namespace Copilot.Contracts;

/// <summary>A page that a passage stands on.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Width">Its width in points.</param>
/// <param name="Height">Its height in points.</param>
/// <param name="Boxes">A box around each line of the passage: left, top, right, bottom in points from the top left.</param>
public sealed record SourcePage(int Page, double Width, double Height, IReadOnlyList<IReadOnlyList<double>> Boxes);
