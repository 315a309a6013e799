using Copilot.Sandbox.Effects;
using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Actions;

/// <summary>The buttons of a sales order.</summary>
internal static class SaleActions
{
    private const string Order = "sale.order";

    public static IReadOnlyList<Method> All { get; } =
    [
        Method.Changing("action_confirm", "", Confirm, Order),
        Method.Changing("action_cancel", "", Cancel, Order),
        Method.Changing("action_draft", "", Draft, Order),
        Method.Changing("action_quotation_sent", "", Send, Order),
        Method.Changing("action_lock", "", call => Lock(call, true), Order),
        Method.Changing("action_unlock", "", call => Lock(call, false), Order),
        Method.Reading("action_view_delivery", "", ViewDelivery, Order),
    ];

    private static object Confirm(Call call)
    {
        foreach (var order in call.Records("write"))
        {
            if (!order.Is("state", "draft", "sent"))
            {
                throw Fault.User("Some orders are not in a state requiring confirmation.");
            }

            order.Set("state", "sale");
            order.Set("date_order", call.Session.Now);
            Deliver(order);
        }

        call.Session.Forget();
        return true;
    }

    /// <summary>Makes the delivery with a move for each line of goods, and reserves what is there.</summary>
    private static void Deliver(Record order)
    {
        var session = order.Session;
        var lines = order.Many("order_line").Where(l => l.Number("product_uom_qty") > 0 && l.One("product_id") is { } p && !p.Is("type", "service")).ToList();
        if (lines.Count == 0 || order.One("warehouse_id")?.One("out_type_id") is not { } type)
        {
            return;
        }

        var date = RowFormat.Plain(order.Moment("commitment_date") ?? session.Now);
        var picking = RecordWriter.Create(session, session.Catalog["stock.picking"], new Dictionary<string, object?>
        {
            ["picking_type_id"] = (long)type.Id,
            ["partner_id"] = (long?)order.IdOf("partner_shipping_id") ?? (object?)(long?)order.IdOf("partner_id") ?? false,
            ["origin"] = order.Text("name"),
            ["sale_id"] = (long)order.Id,
            ["scheduled_date"] = date,
            ["date_deadline"] = date,
            ["move_type"] = order.Text("picking_policy") ?? "direct",
            ["company_id"] = (object?)(long?)order.IdOf("company_id") ?? false,
            ["state"] = "confirmed",
            ["carrier_id"] = (object?)(long?)order.IdOf("carrier_id") ?? false,
        });
        foreach (var line in lines)
        {
            RecordWriter.Create(session, session.Catalog["stock.move"], new Dictionary<string, object?>
            {
                ["picking_id"] = (long)picking.Id,
                ["product_id"] = (long)line.IdOf("product_id")!.Value,
                ["product_uom_qty"] = line.Number("product_uom_qty"),
                ["sale_line_id"] = (long)line.Id,
                ["partner_id"] = (object?)(long?)order.IdOf("partner_id") ?? false,
                ["date"] = date,
                ["date_deadline"] = date,
                ["state"] = "confirmed",
            });
        }

        Reservation.Assign(session.Record(session.Catalog["stock.picking"], picking));
    }

    private static object Cancel(Call call)
    {
        foreach (var order in call.Records("write"))
        {
            if (order.Is("locked"))
            {
                throw Fault.User("You cannot cancel a locked order. Please unlock it first.");
            }

            foreach (var picking in order.Many("picking_ids").Where(p => !p.Is("state", "done", "cancel")).ToList())
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
        foreach (var order in call.Records("write").Where(o => o.Is("state", "cancel", "sent")))
        {
            order.Set("state", "draft");
        }

        return true;
    }

    private static object Send(Call call)
    {
        foreach (var order in call.Records("write"))
        {
            if (!order.Is("state", "draft"))
            {
                throw Fault.User("Only draft orders can be marked as sent directly.");
            }

            order.Set("state", "sent");
        }

        return true;
    }

    private static bool Lock(Call call, bool locked)
    {
        foreach (var order in call.Records("write"))
        {
            order.Set("locked", locked);
        }

        return true;
    }

    private static Dictionary<string, object?> ViewDelivery(Call call)
    {
        var pickings = call.Records("read").SelectMany(o => o.Many("picking_ids")).Select(p => (object?)(long)p.Id).ToList();
        return new()
        {
            ["type"] = "ir.actions.act_window",
            ["name"] = "Transfers",
            ["display_name"] = "Transfers",
            ["xml_id"] = "stock.action_picking_tree_all",
            ["res_model"] = "stock.picking",
            ["res_id"] = pickings.Count == 1 ? pickings[0] : 0L,
            ["domain"] = pickings.Count == 1 ? "" : new List<object?> { new List<object?> { "id", "in", pickings } },
            ["view_mode"] = "list,kanban,form,calendar",
            ["target"] = "current",
        };
    }
}
