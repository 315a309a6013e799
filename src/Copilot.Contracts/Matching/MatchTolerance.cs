namespace Copilot.Contracts;

/// <summary>By how much a document may differ from its order before a person is asked. Amounts are in the document's currency.</summary>
public sealed record MatchTolerance
{
    /// <summary>Gets the difference of a line's amount that passes because of its price, at most. The smaller of this and <see cref="PricePercent"/> counts.</summary>
    public decimal PriceAmount { get; init; } = 5;

    /// <summary>Gets by how many percent a price may differ.</summary>
    public decimal PricePercent { get; init; } = 2;

    /// <summary>Gets by how many percent a quantity may be above what is due.</summary>
    public decimal QuantityPercent { get; init; }

    /// <summary>Gets up to which amount freight and fees pass that the order does not have.</summary>
    public decimal Charges { get; init; } = 25;

    /// <summary>Gets by how many days a confirmed day may be later than the planned one.</summary>
    public int Days { get; init; }
}
