namespace Copilot.Documents.Layout;

/// <summary>A run of words on one line without a wide gap: a line of a column, or a cell.</summary>
internal sealed class Segment
{
    /// <summary>Creates a segment.</summary>
    /// <param name="words">Its words from left to right; at least one.</param>
    public Segment(IReadOnlyList<PlacedWord> words)
    {
        Words = words;
        (X0, Y0, X1, Y1) = (words[0].X0, words[0].Y0, words[0].X1, words[0].Y1);
        var (least, most) = (words[0].Height, words[0].Height);
        for (var i = 1; i < words.Count; i++)
        {
            var word = words[i];
            (X0, Y0, X1, Y1) = (Math.Min(X0, word.X0), Math.Min(Y0, word.Y0), Math.Max(X1, word.X1), Math.Max(Y1, word.Y1));
            (least, most) = (Math.Min(least, word.Height), Math.Max(most, word.Height));
        }

        // A raised footnote mark must not make a line high.
        Height = words.Count < 3 || least == most ? most : Middle.Of(words.Select(w => w.Height));
    }

    /// <summary>Gets its words.</summary>
    public IReadOnlyList<PlacedWord> Words { get; }

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

    /// <summary>Gets its width.</summary>
    public float Width => X1 - X0;

    /// <summary>Gets where its middle is.</summary>
    public float CentreY => (Y0 + Y1) / 2;

    /// <summary>Gets its text with single spaces.</summary>
    public string Text => field ??= string.Join(' ', Words.Select(w => w.Text));

    /// <summary>Says how far two segments stand on the same line, from 0 (not at all) to 1.</summary>
    public float SharesLineWith(Segment other)
        => Math.Max(0, Math.Min(Y1, other.Y1) - Math.Max(Y0, other.Y0)) / Math.Max(0.1f, Math.Min(Y1 - Y0, other.Y1 - other.Y0));
}
