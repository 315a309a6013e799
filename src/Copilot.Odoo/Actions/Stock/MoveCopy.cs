using System.Text.Json;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Stock;

/// <summary>The values of a move's copy as Odoo itself gives them, with another quantity and no transfer: that is set by where it is put.</summary>
internal static class MoveCopy
{
    public static Dictionary<string, object?> Values(JsonElement? copied, decimal quantity)
    {
        var one = copied switch
        {
            { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() == 1 => list[0],
            { ValueKind: JsonValueKind.Object } single => single,
            _ => throw new OdooException(OdooFault.BadCall, "Odoo gives no copy of the move."),
        };
        var values = one.EnumerateObject().Where(v => v.Name is not ("picking_id" or "move_line_ids" or "state" or "quantity" or "quantity_done")).ToDictionary(v => v.Name, v => (object?)v.Value.Clone());
        values["product_uom_qty"] = quantity;
        return values;
    }
}
