namespace Copilot.Contracts;

/// <summary>The operations the citation check can repeat.</summary>
public enum CalculationOperation
{
    /// <summary>Sum of the inputs.</summary>
    Sum,

    /// <summary>First input less all others.</summary>
    Difference,

    /// <summary>Product of the inputs.</summary>
    Product,

    /// <summary>First input divided by the second.</summary>
    Ratio,

    /// <summary>First input divided by the second, times 100.</summary>
    Share,

    /// <summary>(first − second) / |second| × 100: change of the first against the second.</summary>
    PercentChange,

    /// <summary>Number of inputs.</summary>
    Count,

    /// <summary>Smallest input.</summary>
    Minimum,

    /// <summary>Largest input.</summary>
    Maximum,

    /// <summary>Arithmetic mean of the inputs.</summary>
    Mean,

    /// <summary>Days from the second date to the first.</summary>
    DaysBetween,

    /// <summary>A model whose formula and inputs are given but which is not repeated, for example a probability.</summary>
    Model,
}
