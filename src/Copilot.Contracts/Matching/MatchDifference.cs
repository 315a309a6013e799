namespace Copilot.Contracts;

/// <summary>One thing in which a document differs from its order or from what came.</summary>
public sealed record MatchDifference
{
    /// <summary>Gets in what.</summary>
    public required DifferenceKind Kind { get; init; }

    /// <summary>Gets what it is about: an article, a fee, or the document.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets the document's line, from 0, or null when it is about the whole.</summary>
    public int? Index { get; init; }

    /// <summary>Gets the order, or null.</summary>
    public LedgerOrder? Order { get; init; }

    /// <summary>Gets the order's line, or null.</summary>
    public LedgerLine? Line { get; init; }

    /// <summary>Gets the price or quantity that was expected, or null.</summary>
    public decimal? Expected { get; init; }

    /// <summary>Gets the price or quantity that the document says, or null.</summary>
    public decimal? Found { get; init; }

    /// <summary>Gets the day that was expected, or null.</summary>
    public DateOnly? ExpectedDay { get; init; }

    /// <summary>Gets the day that the document says, or null.</summary>
    public DateOnly? FoundDay { get; init; }

    /// <summary>Gets what is at stake in the document's currency, never negative; 0 where it is no question of money.</summary>
    public decimal Money { get; init; }

    /// <summary>Gets a value indicating whether it is to our disadvantage.</summary>
    public bool CostsUs { get; init; }

    /// <summary>Gets a value indicating whether it is small enough to pass.</summary>
    public bool Passes { get; init; }

    /// <summary>Gets the likely cause, for people.</summary>
    public required string Cause { get; init; }
}
