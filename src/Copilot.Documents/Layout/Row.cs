namespace Copilot.Documents.Layout;

/// <summary>The segments that stand on one line, from left to right.</summary>
internal sealed class Row
{
    /// <summary>Creates a row.</summary>
    /// <param name="segments">Its segments; at least one.</param>
    public Row(List<Segment> segments)
    {
        segments.Sort((a, b) => a.X0.CompareTo(b.X0));
        Segments = segments;
        X0 = segments[0].X0;
        X1 = segments.Max(s => s.X1);
        Y0 = segments.Min(s => s.Y0);
        Y1 = segments.Max(s => s.Y1);
        Height = Middle.Of(segments.Select(s => s.Height));
    }

    /// <summary>Gets its segments.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>Gets its left edge.</summary>
    public float X0 { get; }

    /// <summary>Gets its top edge.</summary>
    public float Y0 { get; }

    /// <summary>Gets its right edge.</summary>
    public float X1 { get; }

    /// <summary>Gets its bottom edge.</summary>
    public float Y1 { get; }

    /// <summary>Gets the height of its letters' boxes.</summary>
    public float Height { get; }

    /// <summary>Gets its words.</summary>
    public IEnumerable<PlacedWord> Words => Segments.SelectMany(s => s.Words);

    /// <summary>Gets its text with single spaces.</summary>
    public string Text => field ??= string.Join(' ', Segments.Select(s => s.Text));
}
