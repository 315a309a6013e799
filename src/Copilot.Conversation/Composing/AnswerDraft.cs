namespace Copilot.Conversation.Composing;

/// <summary>An answer before it is written.</summary>
/// <param name="Opening">The composer's own sentences before everything else.</param>
/// <param name="Sections">One section a call.</param>
/// <param name="Closing">The composer's own sentences at the end.</param>
/// <param name="Abilities">What to offer as a list at the end.</param>
internal sealed record AnswerDraft(IReadOnlyList<string> Opening, IReadOnlyList<AnswerSection> Sections, IReadOnlyList<string> Closing, IReadOnlyList<string> Abilities)
{
    /// <summary>Gets cards of the answer itself, beside those of its look-ups.</summary>
    public IReadOnlyList<Copilot.Contracts.Card> Cards { get; init; } = [];

    /// <summary>Gets actions to offer as a list at the end.</summary>
    public IReadOnlyList<string> Deeds { get; init; } = [];

    /// <summary>Gets the sentences that were cut.</summary>
    public IReadOnlyList<string> Unsupported { get; init; } = [];
}
