namespace Copilot.Conversation.Deciding;

/// <summary>A wish to decide what was proposed.</summary>
/// <param name="Kind">What is wished.</param>
internal sealed record DecisionWish(DecisionWishKind Kind)
{
    /// <summary>Gets a value indicating whether it says outright that it is about a proposal ("approve it"), so that it may reach back beyond the last answer; a bare "yes" may not.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>Gets a value indicating whether it is about all that was shown ("approve both").</summary>
    public bool All { get; init; }

    /// <summary>Gets the place in what was shown ("the second"), starting at 0; -1 for the last; null when none is named.</summary>
    public int? Place { get; init; }

    /// <summary>Gets the reference it names, or null.</summary>
    public string? Reference { get; init; }

    /// <summary>Gets the reason given, or what shall be different.</summary>
    public string? Words { get; init; }
}
