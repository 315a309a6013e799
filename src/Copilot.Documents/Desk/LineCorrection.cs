namespace Copilot.Documents.Desk;

/// <summary>A line as a person gives it. Untrusted.</summary>
public sealed record LineCorrection
{
    /// <summary>Gets the place of the line it was, from 0; null for a line that was not read.</summary>
    public int? From { get; init; }

    /// <summary>Gets the supplier's number of the article.</summary>
    public string? Sku { get; init; }

    /// <summary>Gets the article's name.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the quantity as it is written.</summary>
    public string? Quantity { get; init; }

    /// <summary>Gets the unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Gets the price as it is written.</summary>
    public string? UnitPrice { get; init; }

    /// <summary>Gets the amount as it is written.</summary>
    public string? Amount { get; init; }
}
