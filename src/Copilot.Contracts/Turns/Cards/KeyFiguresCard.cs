namespace Copilot.Contracts;

/// <summary>A few figures side by side.</summary>
public sealed record KeyFiguresCard : Card
{
    /// <summary>Gets the figures.</summary>
    public required IReadOnlyList<KeyFigure> Items { get; init; }
}
