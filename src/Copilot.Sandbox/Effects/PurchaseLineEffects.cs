using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>Takes text, unit, price and lead time of a purchase line from its product and the vendor's price, and keeps its amounts.</summary>
internal sealed class PurchaseLineEffects : RecordEffects
{
    public override void Starting(Session session, Dictionary<string, object?> values)
    {
        if (Target(session, "product.product", values, "product_id") is not { } product)
        {
            return;
        }

        var order = Target(session, "purchase.order", values, "order_id");
        var seller = order?.IdOf("partner_id") is { } vendor
            ? product.Many("seller_ids").Where(s => s.IdOf("partner_id") == vendor).Select(s => (Record?)s).FirstOrDefault()
            : null;
        Suggest(values, "name", product.Name);
        Suggest(values, "product_uom_id", product.IdOf("uom_id"));
        Suggest(values, "price_unit", seller?.Number("price") ?? product.Number("standard_price"));
        Suggest(values, "date_planned", RowFormat.Plain(session.Now.AddDays(seller?.Number("delay") ?? 0)));
    }

    public override void Changed(Record record, IReadOnlySet<string> fields, bool isNew)
    {
        var untaxed = Math.Round(record.Number("product_qty") * record.Number("price_unit") * (1 - (record.Number("discount") / 100)), 2);
        var tax = Math.Round(record.Many("tax_ids").Sum(t => untaxed * t.Number("amount") / 100), 2);
        record.Set("price_subtotal", untaxed);
        record.Set("price_total", untaxed + tax);
        record.Set("product_uom_qty", record.Number("product_qty"));
        if (record.One("order_id") is { } order)
        {
            if (!isNew && fields.Contains("date_planned"))
            {
                // The order expects its goods from the earliest of its lines on.
                order.Set("date_planned", order.Many("order_line").Select(l => l.Moment("date_planned")).Where(d => d is not null).Min());
            }

            PurchaseOrderEffects.Total(order);
        }
    }
}
