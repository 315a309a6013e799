using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>The words that stand on one line of a page, cut into cells where there are wide gaps.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="PageHeight">The page's height in points.</param>
/// <param name="Cells">The cells from left to right; at least one.</param>
internal sealed record PageRow(int Page, float PageHeight, IReadOnlyList<Segment> Cells)
{
    /// <summary>Gets the top edge.</summary>
    public float Y0 { get; } = Cells.Min(c => c.Y0);

    /// <summary>Gets the bottom edge.</summary>
    public float Y1 { get; } = Cells.Max(c => c.Y1);

    /// <summary>Gets the height of its letters' boxes.</summary>
    public float Height { get; } = Cells.Max(c => c.Height);

    /// <summary>Gets its text with single spaces.</summary>
    public string Text { get; } = string.Join(' ', Cells.Select(c => c.Text));
}
