namespace Copilot.Contracts;

/// <summary>A line of a document with the order line it belongs to.</summary>
public sealed record MatchedLine
{
    /// <summary>Gets its place in the document, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Gets the line as it was read.</summary>
    public required ExtractedLine Read { get; init; }

    /// <summary>Gets the order, or null when it belongs to none.</summary>
    public LedgerOrder? Order { get; init; }

    /// <summary>Gets the order's line, or null.</summary>
    public LedgerLine? Line { get; init; }

    /// <summary>Gets by what it was found, for people: "the supplier's number"; null without a line.</summary>
    public string? By { get; init; }

    /// <summary>Gets how sure it is, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Gets a value indicating whether it is freight, packaging or another fee.</summary>
    public bool IsCharge { get; init; }

    /// <summary>Gets how many of the order's unit one of the document's unit holds.</summary>
    public decimal Holds { get; init; } = 1;

    /// <summary>Gets a value indicating whether that is open: the document counts in packs, and neither the business system, the description nor the price says what one holds.</summary>
    public bool HoldsUnknown { get; init; }

    /// <summary>Gets the quantity in the order's unit, or null when the document has none.</summary>
    public decimal? Quantity => Read.Quantity * Holds;

    /// <summary>Gets the price of one of the order's unit after discount, or null when the document has none.</summary>
    public decimal? Price { get; init; }
}
