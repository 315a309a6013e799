using Copilot.Sandbox.Demo.Products;

namespace Copilot.Sandbox.Demo.Stock;

/// <summary>What lies in one place, in one lot, and how much of it is promised.</summary>
internal sealed class Quant
{
    public required Product Product { get; init; }

    public required Warehouse Warehouse { get; init; }

    public required int LocationId { get; init; }

    public Lot? Lot { get; init; }

    public required int Quantity { get; init; }

    public int Reserved { get; set; }

    public required DateOnly Since { get; init; }

    /// <summary>Quality hold is never reserved from.</summary>
    public bool OnHold { get; init; }
}
