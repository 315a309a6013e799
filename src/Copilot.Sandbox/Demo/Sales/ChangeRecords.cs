namespace Copilot.Sandbox.Demo.Sales;

/// <summary>Writes what was changed on some open orders after they were confirmed, as Odoo logs it: a notification with the tracked fields, a comment for quantities.</summary>
internal sealed class ChangeRecords(Workbench bench)
{
    private const int Changed = 12;
    private readonly Random dice = bench.Dice("changes");

    public void Write(IReadOnlyList<SaleOrder> orders)
    {
        var open = orders.Where(o => o.Open && o.Ordered < BusinessCalendar.At(bench.Calendar.Business(-2), 0)).ToList();
        var field = bench.Add("ir.model.fields", new(4) { ["name"] = "amount_untaxed", ["field_description"] = "Untaxed Amount", ["model"] = "sale.order" });
        var chosen = open.Where(o => o.Trouble).Concat(open.Where(o => !o.Trouble)).Take(Changed);
        foreach (var order in chosen)
        {
            var line = order.Lines[0];
            var before = Math.Max(1, line.Quantity - (line.Quantity / (2 + dice.Next(3))));
            var at = order.Ordered.AddMinutes(95 + dice.Next(120));
            Quantity(order, line, before, at);
            Amount(order, line, before, at.AddSeconds(1), field);
        }
    }

    private void Quantity(SaleOrder order, SaleLine line, int before, DateTime at)
        => Message(order, at, "comment", FormattableString.Invariant(
            $"<b>The ordered quantity has been updated.</b><ul><li>{line.Product.Label}: <br/>Ordered Quantity: {before}.0 -&gt; {line.Quantity}.0<br/>Delivered Quantity: 0.0<br/>Invoiced Quantity: 0.0<br/></li></ul>"));

    private void Amount(SaleOrder order, SaleLine line, int before, DateTime at, int field)
    {
        var now = order.Lines.Sum(l => l.Subtotal);
        bench.Add("mail.tracking.value", new(12)
        {
            ["field_id"] = field,
            ["old_value_float"] = (double)(now - line.Subtotal + line.Worth(before)),
            ["new_value_float"] = (double)now,
            ["currency_id"] = 1,
            ["mail_message_id"] = Message(order, at, "notification", string.Empty),
            ["create_date"] = at,
            ["write_date"] = at,
        });
    }

    private int Message(SaleOrder order, DateTime at, string type, string body)
        => bench.Add("mail.message", new(14)
        {
            ["date"] = at,
            ["create_date"] = at,
            ["body"] = body,
            ["model"] = "sale.order",
            ["res_id"] = order.Id,
            ["message_type"] = type,
            ["author_id"] = order.Customer.UserPartnerId,
            ["email_from"] = "sales@meridian.example",
            ["is_internal"] = true,
        });
}
