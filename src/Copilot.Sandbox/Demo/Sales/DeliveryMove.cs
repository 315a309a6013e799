using Copilot.Sandbox.Demo.Stock;

namespace Copilot.Sandbox.Demo.Sales;

/// <summary>One line of a transfer.</summary>
internal sealed class DeliveryMove
{
    public required SaleLine Line { get; init; }

    public required int Demand { get; init; }

    /// <summary>How much of an open move today's events leave uncovered; null: stock suffices.</summary>
    public int? Coverable { get; init; }

    /// <summary>Stock is reserved for it (else it is only known to suffice).</summary>
    public bool Reserve { get; init; }

    public bool Picked { get; init; }

    /// <summary>Where the goods lie or lay.</summary>
    public List<StockShare> Shares { get; } = [];

    public int Reserved => Shares.Sum(s => s.Quantity);

    /// <summary>The state of an open move.</summary>
    public string OpenState => Reserved == Demand ? "assigned" : Reserved > 0 ? "partially_available" : "confirmed";
}
