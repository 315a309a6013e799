using Copilot.Documents.Pictures;

namespace Copilot.Documents.Layout;

/// <summary>A page's words as a program gave them.</summary>
/// <param name="Number">The page, from 1.</param>
/// <param name="Width">Its width in points, as a person sees it.</param>
/// <param name="Height">Its height in points, as a person sees it.</param>
/// <param name="Words">Its words in the program's order.</param>
internal sealed record PlacedPage(int Number, float Width, float Height, IReadOnlyList<PlacedWord> Words)
{
    /// <summary>Gets the words that a person who looks at the page does not see.</summary>
    public IReadOnlyList<PlacedWord> Hidden { get; init; } = [];

    /// <summary>Gets a value indicating whether its words were recognised on a picture.</summary>
    public bool Recognised { get; init; }

    /// <summary>Gets by how many degrees its text is turned clockwise, with scans that lie askew or on their side; 0 for straight pages. The words stand where a person sees them.</summary>
    public float Slant { get; init; }

    /// <summary>Gets a value indicating whether recognition is not sure of it.</summary>
    public bool ReadsBadly { get; init; }

    /// <summary>Gets a value indicating whether it holds a picture of text that has not been read.</summary>
    public bool Unread { get; init; }

    /// <summary>Gets the page as a small picture, standing as its straightened words do; null where there is none that does. It is not kept.</summary>
    public GrayPicture? Look { get; init; }

    /// <summary>Gets remarks for people.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
