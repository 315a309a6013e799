using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>Takes text and price of an invoice line from its product and keeps its amounts.</summary>
internal sealed class InvoiceLineEffects : RecordEffects
{
    public override void Starting(Session session, Dictionary<string, object?> values)
    {
        var move = Target(session, "account.move", values, "move_id");
        Suggest(values, "currency_id", move?.IdOf("currency_id"));
        if (Target(session, "product.product", values, "product_id") is { } product)
        {
            Suggest(values, "name", product.Name);
            Suggest(values, "product_uom_id", product.IdOf("uom_id"));
            Suggest(values, "price_unit", move?.Is("move_type", "in_invoice", "in_refund") == true ? product.Number("standard_price") : product.Number("list_price"));
        }
    }

    public override void Changed(Record record, IReadOnlySet<string> fields, bool isNew)
    {
        if (!record.Is("display_type", "product") || record.One("move_id") is not { } move)
        {
            return;
        }

        var untaxed = Math.Round(record.Number("quantity") * record.Number("price_unit") * (1 - (record.Number("discount") / 100)), 2);
        var tax = Math.Round(record.Many("tax_ids").Sum(t => untaxed * t.Number("amount") / 100), 2);
        record.Set("price_subtotal", untaxed);
        record.Set("price_total", untaxed + tax);
        if (move.Is("state", "draft"))
        {
            InvoiceEffects.Total(move);
        }
    }
}
