namespace Copilot.Conversation.Streaming;

/// <summary>What the check says of a unit.</summary>
/// <param name="Stand">How it stands.</param>
/// <param name="Cited">The evidence it is shown with, by key, the most telling first.</param>
/// <param name="Reason">Why it does not stand, for the model, or null.</param>
internal sealed record UnitVerdict(UnitStand Stand, IReadOnlyList<string> Cited, string? Reason)
{
    /// <summary>Gets the sentence as it is shown when its mark was added by the house; null where the model wrote its marks itself.</summary>
    public string? MarkedText { get; init; }
}
