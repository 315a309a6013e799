namespace Copilot.Sandbox.Demo.Sales;

/// <summary>A transfer to the customer.</summary>
internal sealed class Delivery
{
    public required SaleOrder Order { get; init; }

    public List<DeliveryMove> Moves { get; } = [];

    /// <summary>When it was shipped; null while open.</summary>
    public DateTime? Done { get; set; }

    /// <summary>The rest of it was not shipped and never will be.</summary>
    public bool Cancelled { get; init; }

    public Delivery? BackorderOf { get; init; }

    /// <summary>Whoever picks it, if somebody has begun.</summary>
    public int? PickerId { get; init; }

    /// <summary>The wave it is picked in, if any.</summary>
    public int? WaveId { get; set; }

    public int Id { get; set; }

    public string Name { get; set; } = "";

    public bool Open => Done is null && !Cancelled;

    /// <summary>Odoo's state, from its moves and the shipping policy.</summary>
    public string State
    {
        get
        {
            if (Cancelled || Done is not null)
            {
                return Cancelled ? "cancel" : "done";
            }

            var ready = Order.ShipComplete ? Moves.TrueForAll(m => m.Reserved == m.Demand) : Moves.Exists(m => m.Reserved > 0);
            return ready ? "assigned" : "confirmed";
        }
    }
}
