using Copilot.Odoo.Purchasing;
using Copilot.Odoo.Warehouse;

namespace Copilot.Odoo.Sales;

/// <summary>The kinds of causes, most pressing first.</summary>
internal enum RiskKind
{
    /// <summary>The promised day is over.</summary>
    PromisePassed,

    /// <summary>Goods without any source.</summary>
    Uncovered,

    /// <summary>Goods that come with a receipt.</summary>
    WaitsForReceipt,

    /// <summary>Goods that quality holds.</summary>
    QualityHold,

    /// <summary>The order is held for credit.</summary>
    CreditHold,

    /// <summary>A pick failed.</summary>
    FailedPick,

    /// <summary>A document is missing.</summary>
    MissingDocument,

    /// <summary>Ready, but nobody has picked it.</summary>
    NotPicked,

    /// <summary>Everything leaves at once, so one short line holds all.</summary>
    ShipComplete,
}

/// <summary>One reason why an order may be late, and how likely that reason alone makes it late (0 to 1).</summary>
internal sealed record RiskCause(RiskKind Kind, double Probability)
{
    public Shortage? Shortage { get; init; }

    public Receipt? Receipt { get; init; }

    public decimal Quantity { get; init; }

    /// <summary>Days between the day agreed with the supplier and the promised day.</summary>
    public int Slack { get; init; }

    public Transfer? Transfer { get; init; }

    public Trouble? Trouble { get; init; }
}

/// <summary>How likely an order misses its promised day, why, and how it ranks.</summary>
internal sealed record OrderRisk(OrderPicture Order, IReadOnlyList<RiskCause> Causes, double Probability, int DaysLate, double Score);
