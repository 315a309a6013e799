namespace Copilot.Documents.Desk;

/// <summary>A page of a document.</summary>
/// <param name="Number">The page, from 1.</param>
/// <param name="Width">Its width in points.</param>
/// <param name="Height">Its height in points.</param>
public sealed record DeskPage(int Number, double Width, double Height);
