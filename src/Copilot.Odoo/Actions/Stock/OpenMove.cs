using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Stock;

/// <summary>One product still to be moved by a transfer: how much is wanted and how much is reserved for it, in the move's unit.</summary>
internal sealed record OpenMove(OdooRow Row, int PickingId, int ProductId, string Product, string Unit, decimal Wanted, decimal Reserved, int FromId)
{
    public int Id => Row.Id;

    public decimal Missing => Math.Max(0, Wanted - Reserved);
}
