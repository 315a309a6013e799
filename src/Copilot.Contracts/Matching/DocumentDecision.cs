namespace Copilot.Contracts;

/// <summary>What a document belongs to, in what it differs, and what to do about it.</summary>
public sealed record DocumentDecision
{
    /// <summary>Gets the match.</summary>
    public required DocumentMatch Match { get; init; }

    /// <summary>Gets the differences in words, those that a person must look at first.</summary>
    public IReadOnlyList<DifferenceTold> Differences { get; init; } = [];

    /// <summary>Gets the customers' orders that wait for goods which come later, or less, than was ordered; the largest first.</summary>
    public IReadOnlyList<CustomerHit> Customers { get; init; } = [];

    /// <summary>Gets the actions that are recommended, the most pressing first.</summary>
    public IReadOnlyList<NextStep> Steps { get; init; } = [];

    /// <summary>Gets the message to the supplier about what differs, drafted; null when there is nothing to say.</summary>
    public DraftCard? Letter { get; init; }

    /// <summary>Gets what could not be looked at, in words.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
