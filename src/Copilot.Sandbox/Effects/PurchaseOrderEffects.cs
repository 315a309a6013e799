using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>Numbers a purchase order, chooses where it is delivered, and keeps its totals.</summary>
internal sealed class PurchaseOrderEffects : RecordEffects
{
    public override void Starting(Session session, Dictionary<string, object?> values)
    {
        Suggest(values, "name", Numbering.Next(session, "purchase.order", "name", "P", 5));
        var company = Target(session, "res.company", values, "company_id");
        Suggest(values, "currency_id", company?.IdOf("currency_id"));
        Suggest(values, "payment_term_id", Target(session, "res.partner", values, "partner_id")?.IdOf("property_supplier_payment_term_id"));
        var types = session.Database["stock.picking.type"];
        Suggest(values, "picking_type_id", types.Rows().Select(t => session.AsSystem().Record(types.Model, t))
            .Where(t => t.Is("code", "incoming") && t.IdOf("company_id") == company?.Id).Select(t => (int?)t.Id).FirstOrDefault());
    }

    public override void Changed(Record record, IReadOnlySet<string> fields, bool isNew) => Total(record);

    public override void Leaving(Record record)
    {
        if (!record.Is("state", "cancel"))
        {
            throw Fault.User("In order to delete a purchase order, you must cancel it first.");
        }
    }

    /// <summary>Adds the lines up; the receipt date is the earliest of theirs while the order holds none.</summary>
    public static void Total(Record order)
    {
        var lines = order.Many("order_line").ToList();
        if (lines.Count == 0)
        {
            return;
        }

        var untaxed = Math.Round(lines.Sum(l => l.Number("price_subtotal")), 2);
        var total = Math.Round(lines.Sum(l => l.Number("price_total")), 2);
        order.Set("amount_untaxed", untaxed);
        order.Set("amount_total", total);
        order.Set("amount_tax", Math.Round(total - untaxed, 2));
        if (order.Moment("date_planned") is null)
        {
            order.Set("date_planned", lines.Select(l => l.Moment("date_planned")).Where(d => d is not null).Min());
        }
    }
}
