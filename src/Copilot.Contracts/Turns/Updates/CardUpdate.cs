namespace Copilot.Contracts;

/// <summary>A card beside the text.</summary>
/// <param name="Card">The card.</param>
public sealed record CardUpdate(Card Card) : TurnUpdate;
