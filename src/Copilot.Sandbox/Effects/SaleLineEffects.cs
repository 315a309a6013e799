using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>Takes text, price, unit, tax and cost of a sales line from its product, and keeps its amounts and its order's.</summary>
internal sealed class SaleLineEffects : RecordEffects
{
    public override void Starting(Session session, Dictionary<string, object?> values)
    {
        if (values.GetValueOrDefault("display_type") is string)
        {
            values["product_uom_qty"] = 0d;
            return;
        }

        if (Target(session, "product.product", values, "product_id") is not { } product)
        {
            return;
        }

        var order = Target(session, "sale.order", values, "order_id");
        Suggest(values, "name", product.Text("description_sale") is { Length: > 0 } text ? $"{product.Name}\n{text}" : product.Name);
        Suggest(values, "product_uom_id", product.IdOf("uom_id"));
        Suggest(values, "price_unit", order?.One("pricelist_id") is { } pricelist
            ? PriceRules.Price(pricelist, product, Python.Float(values.GetValueOrDefault("product_uom_qty") ?? 1L))
            : product.Number("list_price"));
        Suggest(values, "purchase_price", product.Number("standard_price"));
        if (!values.ContainsKey("tax_ids"))
        {
            var company = order?.IdOf("company_id");
            values["tax_ids"] = product.Many("taxes_id").Where(t => company is null || t.IdOf("company_id") == company).Select(t => (object?)(long)t.Id).ToList();
        }
    }

    public override void Changed(Record record, IReadOnlySet<string> fields, bool isNew)
    {
        if (record.One("order_id") is not { } order)
        {
            return;
        }

        var quantity = record.Number("product_uom_qty");
        var untaxed = Math.Round(quantity * record.Number("price_unit") * (1 - (record.Number("discount") / 100)), 2);
        var tax = Math.Round(record.Many("tax_ids").Sum(t => untaxed * t.Number("amount") / 100), 2);
        record.Set("price_subtotal", untaxed);
        record.Set("price_tax", tax);
        record.Set("price_total", untaxed + tax);
        record.Set("margin", Math.Round(untaxed - (quantity * record.Number("purchase_price")), 2));
        record.Set("qty_to_invoice", order.Is("state", "sale") ? Math.Max(0, record.Number("qty_delivered") - record.Number("qty_invoiced")) : 0d);
        SaleOrderEffects.Total(order);
    }

    public override void Leaving(Record record)
    {
        if (record.Is("state", "sale") && record.Text("display_type") is null)
        {
            throw Fault.User("Once a sales order is confirmed, you can't remove one of its lines (we need to track if something gets invoiced or delivered).\n                Set the quantity to 0 instead.");
        }
    }
}
