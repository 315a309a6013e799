using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>Numbers a sales order, takes addresses and terms from the customer, and keeps its totals.</summary>
internal sealed class SaleOrderEffects : RecordEffects
{
    public override void Starting(Session session, Dictionary<string, object?> values)
    {
        Suggest(values, "name", Numbering.Next(session, "sale.order", "name", "S", 5));
        if (Target(session, "res.partner", values, "partner_id") is { } partner)
        {
            Suggest(values, "partner_invoice_id", partner.Id);
            Suggest(values, "partner_shipping_id", partner.Id);
            Suggest(values, "payment_term_id", partner.IdOf("property_payment_term_id"));
            Suggest(values, "pricelist_id", partner.IdOf("property_product_pricelist"));
            Suggest(values, "user_id", partner.IdOf("user_id") ?? partner.One("commercial_partner_id")?.IdOf("user_id") ?? session.UserId);
        }

        var company = Target(session, "res.company", values, "company_id");
        Suggest(values, "currency_id", company?.IdOf("currency_id"));
        var houses = session.Database["stock.warehouse"];
        Suggest(values, "warehouse_id", houses.Rows().Where(h => Equals(h.Cells[houses.Model["company_id"].Cell], company?.Id)).Select(h => (int?)h.Id).FirstOrDefault());
    }

    public override void Changed(Record record, IReadOnlySet<string> fields, bool isNew)
    {
        Total(record);
        if (!isNew && fields.Contains("commitment_date"))
        {
            HandOn(record);
        }
    }

    public override void Leaving(Record record)
    {
        if (!record.Is("state", "draft", "cancel"))
        {
            throw Fault.User("You can not delete a sent quotation or a confirmed sales order. You must first cancel it.");
        }
    }

    /// <summary>The promised date is the deadline of what has still to leave; its own schedule stays.</summary>
    private static void HandOn(Record order)
    {
        var deadline = order.Moment("commitment_date") ?? order.Moment("expected_date");
        foreach (var picking in order.Many("picking_ids").Where(p => p.Is("picking_type_code", "outgoing") && !p.Is("state", "done", "cancel")).ToList())
        {
            picking.Set("date_deadline", deadline);
            foreach (var move in picking.Many("move_ids").Where(m => !m.Is("state", "done", "cancel")).ToList())
            {
                move.Set("date_deadline", deadline);
            }
        }
    }

    /// <summary>Adds the lines up.</summary>
    public static void Total(Record order)
    {
        var lines = order.Many("order_line").ToList();
        var untaxed = Math.Round(lines.Sum(l => l.Number("price_subtotal")), 2);
        var total = Math.Round(lines.Sum(l => l.Number("price_total")), 2);
        var margin = Math.Round(lines.Sum(l => l.Number("margin")), 2);
        order.Set("amount_untaxed", untaxed);
        order.Set("amount_total", total);
        order.Set("amount_tax", Math.Round(total - untaxed, 2));
        order.Set("margin", margin);
        order.Set("margin_percent", untaxed == 0 ? 0d : margin / untaxed);
    }
}
