namespace Copilot.Documents.Desk;

/// <summary>A word on a page.</summary>
/// <param name="Text">The word. Untrusted.</param>
/// <param name="Box">Its left, top, right and bottom in points from the page's top left.</param>
public sealed record DeskWord(string Text, IReadOnlyList<double> Box);
