using Copilot.Sandbox.Demo.Stock;
using Copilot.Sandbox.Demo.Suppliers;

namespace Copilot.Sandbox.Demo.Purchasing;

/// <summary>A purchase order while it is planned.</summary>
internal sealed class PurchaseOrder
{
    public required Supplier Supplier { get; init; }

    public required Warehouse Warehouse { get; init; }

    public required DateTime Ordered { get; init; }

    /// <summary>What the supplier promised at confirmation; the receipt's deadline.</summary>
    public required DateTime Promised { get; init; }

    /// <summary>When it is expected now.</summary>
    public required DateTime Expected { get; init; }

    /// <summary>When the goods came; null: still to come.</summary>
    public DateTime? Received { get; init; }

    /// <summary>draft, sent, to approve or purchase.</summary>
    public string State { get; init; } = "purchase";

    public string? Reference { get; init; }

    public List<PurchaseLine> Lines { get; } = [];

    public List<int> BillIds { get; } = [];

    public List<int> ReceiptIds { get; } = [];

    public int Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Lines with nothing more to come, and lines still to come.</summary>
    public bool PartlyReceived => Lines.Exists(l => l.Received > 0) && Lines.Exists(l => l.Received < l.Quantity);
}
