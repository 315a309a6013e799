namespace Copilot.Contracts;

/// <summary>What a document of a supplier belongs to, and in what it differs from that.</summary>
public sealed record DocumentMatch
{
    /// <summary>Gets how sure it is.</summary>
    public required MatchState State { get; init; }

    /// <summary>Gets why it was not compared, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the orders that may be meant, the likeliest first.</summary>
    public IReadOnlyList<OrderCandidate> Candidates { get; init; } = [];

    /// <summary>Gets the orders it was compared with: the likeliest, and others that it names or bills as well.</summary>
    public IReadOnlyList<LedgerOrder> Orders { get; init; } = [];

    /// <summary>Gets its lines with the order lines they belong to.</summary>
    public IReadOnlyList<MatchedLine> Lines { get; init; } = [];

    /// <summary>Gets the differences, the largest first; those that pass are among them.</summary>
    public IReadOnlyList<MatchDifference> Differences { get; init; } = [];

    /// <summary>Gets bills that it may repeat, the likeliest first.</summary>
    public IReadOnlyList<TwinBill> Twins { get; init; } = [];

    /// <summary>Gets a value indicating whether nothing stands in the way: the order is sure, no difference is too large, and nothing like it was entered before.</summary>
    public bool IsClean => State == MatchState.Sure && Twins.Count == 0 && Differences.All(d => d.Passes);
}
