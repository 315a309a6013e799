namespace Copilot.Contracts;

/// <summary>Where the words of a page stand, in points from its top left corner.</summary>
/// <param name="Width">The page's width in points.</param>
/// <param name="Height">The page's height in points.</param>
/// <param name="Words">The words in the order of the text.</param>
public sealed record PageLayout(double Width, double Height, IReadOnlyList<WordBox> Words);
