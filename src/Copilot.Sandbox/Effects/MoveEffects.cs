using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>Takes the places, company and unit of a stock move from its transfer and product.</summary>
internal sealed class MoveEffects : RecordEffects
{
    public override void Starting(Session session, Dictionary<string, object?> values)
    {
        if (Target(session, "stock.picking", values, "picking_id") is { } picking)
        {
            Suggest(values, "location_id", picking.IdOf("location_id"));
            Suggest(values, "location_dest_id", picking.IdOf("location_dest_id"));
            Suggest(values, "company_id", picking.IdOf("company_id"));
            Suggest(values, "picking_type_id", picking.IdOf("picking_type_id"));
            Suggest(values, "origin", picking.Text("origin"));
        }

        Suggest(values, "product_uom", Target(session, "product.product", values, "product_id")?.IdOf("uom_id"));
    }

    public override void Changed(Record record, IReadOnlySet<string> fields, bool isNew)
    {
        if (!isNew && fields.Contains("quantity") && !record.Is("state", "done", "cancel"))
        {
            Reservation.Resize(record);
        }

        if (!isNew && fields.Contains("product_uom_qty") && record.Is("state", "assigned", "partially_available"))
        {
            Reservation.Fit(record);
        }
    }
}
