namespace Copilot.Contracts;

/// <summary>Customers with the days on which they ordered.</summary>
public sealed record BuyingBook
{
    /// <summary>Gets the customers.</summary>
    public required IReadOnlyList<Buyer> Buyers { get; init; }

    /// <summary>Gets what the question is narrowed to, in words with a leading space, or nothing.</summary>
    public string Narrowed { get; init; } = string.Empty;

    /// <summary>Gets the names of <see cref="Narrowed"/>.</summary>
    public IReadOnlyList<Fact> Names { get; init; } = [];

    /// <summary>Gets what was left out, as whole sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
