using Copilot.Sandbox.Effects;
using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Actions;

/// <summary>The buttons of a purchase order.</summary>
internal static class PurchaseActions
{
    private const string Order = "purchase.order";

    public static IReadOnlyList<Method> All { get; } =
    [
        Method.Changing("button_confirm", "", Confirm, Order),
        Method.Changing("button_approve", "force=", Confirm, Order),
        Method.Changing("button_cancel", "", Cancel, Order),
        Method.Changing("button_draft", "", Draft, Order),
    ];

    private static object Confirm(Call call)
    {
        foreach (var order in call.Records("write").Where(o => o.Is("state", "draft", "sent", "to approve")))
        {
            order.Set("state", "purchase");
            order.Set("date_approve", call.Session.Now);
            Receive(order);
        }

        call.Session.Forget();
        return true;
    }

    private static void Receive(Record order)
    {
        var session = order.Session;
        var lines = order.Many("order_line").Where(l => l.Number("product_qty") > 0 && l.IdOf("product_id") is not null).ToList();
        if (lines.Count == 0 || order.IdOf("picking_type_id") is not { } type)
        {
            return;
        }

        var date = RowFormat.Plain(order.Moment("date_planned") ?? session.Now);
        var picking = RecordWriter.Create(session, session.Catalog["stock.picking"], new Dictionary<string, object?>
        {
            ["picking_type_id"] = (long)type,
            ["partner_id"] = (object?)(long?)order.IdOf("partner_id") ?? false,
            ["origin"] = order.Text("name"),
            ["purchase_id"] = (long)order.Id,
            ["scheduled_date"] = date,
            ["date_deadline"] = date,
            ["state"] = "confirmed",
        });
        foreach (var line in lines)
        {
            RecordWriter.Create(session, session.Catalog["stock.move"], new Dictionary<string, object?>
            {
                ["picking_id"] = (long)picking.Id,
                ["product_id"] = (long)line.IdOf("product_id")!.Value,
                ["product_uom_qty"] = line.Number("product_qty"),
                ["purchase_line_id"] = (long)line.Id,
                ["price_unit"] = line.Number("price_unit"),
                ["date"] = RowFormat.Plain(line.Moment("date_planned") ?? session.Now),
                ["date_deadline"] = RowFormat.Plain(line.Moment("date_planned") ?? session.Now),
                ["state"] = "confirmed",
            });
        }

        Reservation.Assign(session.Record(session.Catalog["stock.picking"], picking));
    }

    private static object Cancel(Call call)
    {
        foreach (var order in call.Records("write"))
        {
            if (order.Many("picking_ids").Any(p => p.Is("state", "done")))
            {
                throw Fault.User($"Unable to cancel purchase order {order.Name} as some receptions have already been done.");
            }

            foreach (var picking in order.Many("picking_ids").Where(p => !p.Is("state", "cancel")).ToList())
            {
                Transfer.Cancel(picking);
            }

            order.Set("state", "cancel");
        }

        call.Session.Forget();
        return true;
    }

    private static object Draft(Call call)
    {
        foreach (var order in call.Records("write").Where(o => o.Is("state", "cancel")))
        {
            order.Set("state", "draft");
        }

        return true;
    }
}
