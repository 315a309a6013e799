namespace Copilot.Contracts;

/// <summary>How lines left in the past, what waits today, and what suppliers brought: what the chance of leaving late is learnt from.</summary>
public sealed record ShippingHistory
{
    /// <summary>Gets the first day that was looked at.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Gets the day it was read.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Gets the lines, those that wait included.</summary>
    public required IReadOnlyList<ShippedLine> Lines { get; init; }

    /// <summary>Gets what suppliers brought or will bring.</summary>
    public required IReadOnlyList<SuppliedLine> Supplies { get; init; }

    /// <summary>Gets the orders that are asked about.</summary>
    public IReadOnlyList<PendingOrder> Orders { get; init; } = [];

    /// <summary>Gets how many orders there are; more than <see cref="Orders"/> when there were too many to read.</summary>
    public int Total { get; init; }

    /// <summary>Gets what the orders are narrowed to, in words with a leading space, or nothing.</summary>
    public string Narrowed { get; init; } = string.Empty;

    /// <summary>Gets the names of <see cref="Narrowed"/>.</summary>
    public IReadOnlyList<Fact> Names { get; init; } = [];

    /// <summary>Gets what was left out, as whole sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
