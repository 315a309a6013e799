namespace Copilot.Contracts;

/// <summary>Kinds of figures that a role may be kept from.</summary>
public enum MoneyKind
{
    /// <summary>What customers pay.</summary>
    Price,

    /// <summary>What goods cost the company.</summary>
    Cost,

    /// <summary>What is earned.</summary>
    Margin,
}
