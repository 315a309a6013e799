namespace Copilot.Documents.Layout;

/// <summary>Rows that belong together as a paragraph, an item or a heading.</summary>
/// <param name="Rows">The rows.</param>
internal sealed record TextPiece(IReadOnlyList<Row> Rows)
{
    /// <summary>Gets its text on one line.</summary>
    public string Text { get; } = string.Join(' ', Rows.Select(r => r.Text));

    /// <summary>Gets the height of its letters.</summary>
    public float Height { get; } = Middle.Of(Rows.Select(r => r.Height));

    /// <summary>Gets a value indicating whether it is parted from what stands above, and by no less than from what stands below.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>Gets a value indicating whether running text follows.</summary>
    public bool OpensText { get; init; }

    /// <summary>Gets a value indicating whether its row has several cells.</summary>
    public bool IsCell { get; init; }
}
