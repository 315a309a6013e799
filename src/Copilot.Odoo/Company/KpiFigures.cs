using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Company;

/// <summary>What the key figures are worked out from, now and before; null where it was not wanted or may not be read.</summary>
internal sealed record KpiFigures
{
    public required (IReadOnlyList<ServedOrder> Now, IReadOnlyList<ServedOrder> Before) Served { get; init; }

    public required (IReadOnlyList<DueReceipt>? Now, IReadOnlyList<DueReceipt>? Before) Due { get; init; }

    public TroubleBook? Trouble { get; init; }

    public required (IReadOnlyList<SalesSum>? Now, IReadOnlyList<SalesSum>? Before) Intake { get; init; }

    public StockTurns? Turns { get; init; }

    /// <summary>Whether there is more than is read at once.</summary>
    public bool IsCut { get; init; }
}
