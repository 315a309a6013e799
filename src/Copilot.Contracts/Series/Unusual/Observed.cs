namespace Copilot.Contracts;

/// <summary>One figure of the business, with what it is compared with.</summary>
public sealed record Observed
{
    /// <summary>Gets what kind of figure it is.</summary>
    public required ObservedKind Kind { get; init; }

    /// <summary>Gets the group whose figures are alike: a product, a customer.</summary>
    public required string Group { get; init; }

    /// <summary>Gets a name for the figure's size: a unit of measure or a currency.</summary>
    public required string Unit { get; init; }

    /// <summary>Gets the day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Gets the size, above zero.</summary>
    public required double Value { get; init; }

    /// <summary>Gets the document it stands on.</summary>
    public required string Document { get; init; }

    /// <summary>Gets whose it is, or where: a customer, a supplier, a shelf.</summary>
    public required string Whose { get; init; }

    /// <summary>Gets the record.</summary>
    public required RecordRef Record { get; init; }

    /// <summary>Gets where a person opens the record, or null.</summary>
    public string? Uri { get; init; }

    /// <summary>Gets a value indicating whether the question is about it; others are only compared with.</summary>
    public bool IsAsked { get; init; } = true;
}
