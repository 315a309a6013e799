namespace Copilot.Forecasting.Planning;

/// <summary>What a supplier asks of an order.</summary>
public sealed record OrderTerms
{
    /// <summary>Gets the prices by quantity, at least one; the lowest begins at 0 or 1.</summary>
    public required IReadOnlyList<PriceBreak> Prices { get; init; }

    /// <summary>Gets the least quantity of an order; 0 for none.</summary>
    public double Least { get; init; }

    /// <summary>Gets the quantity that orders are multiples of; 0 for none.</summary>
    public double Multiple { get; init; }
}
