using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>Numbers a transfer after its warehouse and operation, and takes its locations from the operation.</summary>
internal sealed class PickingEffects : RecordEffects
{
    public override void Starting(Session session, Dictionary<string, object?> values)
    {
        if (Target(session, "stock.picking.type", values, "picking_type_id") is { } type)
        {
            Suggest(values, "name", Number(session, type));
            Suggest(values, "location_id", type.IdOf("default_location_src_id"));
            Suggest(values, "location_dest_id", type.IdOf("default_location_dest_id"));
            Suggest(values, "company_id", type.IdOf("company_id"));
        }
    }

    public static string Number(Session session, Record type)
        => Numbering.Next(session, "stock.picking", "name", $"{type.One("warehouse_id")?.Text("code") ?? "WH"}/{type.Text("sequence_code")}/", 5);
}
