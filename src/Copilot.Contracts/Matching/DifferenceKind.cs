namespace Copilot.Contracts;

/// <summary>In what a document differs from its order.</summary>
public enum DifferenceKind
{
    /// <summary>Another price.</summary>
    Price,

    /// <summary>More than is due, or another quantity than was ordered.</summary>
    Quantity,

    /// <summary>An article that the order does not have.</summary>
    NotOrdered,

    /// <summary>Freight or a fee that the order does not have.</summary>
    Charge,

    /// <summary>A line of the order that the confirmation leaves out.</summary>
    Missing,

    /// <summary>Another day.</summary>
    Date,

    /// <summary>Another currency.</summary>
    Currency,

    /// <summary>Goods that arrived damaged or are refused.</summary>
    Damaged,

    /// <summary>Counted in a pack of which nobody knows how much it holds.</summary>
    Unit,

    /// <summary>The order is not confirmed.</summary>
    OrderState,
}
