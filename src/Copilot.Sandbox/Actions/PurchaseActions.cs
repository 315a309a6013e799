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
        Method.Changing("action_create_invoice", "attachment_ids=", Bill, Order),
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

    /// <summary>Makes the draft bill of what is to be billed, with the rights of the caller on bills, and answers the action that shows it.</summary>
    private static object Bill(Call call)
    {
        var session = call.Session;
        session.Rights.CheckModel(session, session.Catalog["account.move"], "create");
        object? last = null;
        foreach (var order in call.Records("read"))
        {
            var lines = order.Many("order_line").Where(l => l.Number("qty_to_invoice") > 0).ToList();
            if (lines.Count == 0)
            {
                throw Fault.User("There is no invoiceable line. If a product has a control policy based on received quantity, please make sure that a quantity has been received.");
            }

            var bill = RecordWriter.Create(session, session.Catalog["account.move"], new Dictionary<string, object?>
            {
                ["move_type"] = "in_invoice",
                ["partner_id"] = (long)order.IdOf("partner_id")!.Value,
                ["company_id"] = (long)order.IdOf("company_id")!.Value,
                ["invoice_origin"] = order.Text("name"),
                ["ref"] = (object?)order.Text("partner_ref") ?? false,
                ["invoice_line_ids"] = lines.Select(l => (object?)new List<object?> { 0L, 0L, BillLine(l) }).ToList(),
            });
            foreach (var line in lines)
            {
                // Odoo counts draft bills too: the same quantity is not billed twice.
                line.Set("qty_to_invoice", 0d);
            }

            last = bill.Id;
        }

        session.Forget();
        return new Dictionary<string, object?>
        {
            ["type"] = "ir.actions.act_window",
            ["name"] = "Bills",
            ["res_model"] = "account.move",
            ["res_id"] = last,
            ["view_mode"] = "form",
            ["target"] = "current",
        };
    }

    private static Dictionary<string, object?> BillLine(Record line) => new()
    {
        ["display_type"] = "product",
        ["product_id"] = (long)line.IdOf("product_id")!.Value,
        ["name"] = line.Text("name"),
        ["quantity"] = line.Number("qty_to_invoice"),
        ["price_unit"] = line.Number("price_unit"),
        ["purchase_line_id"] = (long)line.Id,
        ["tax_ids"] = line.Many("tax_ids").Select(t => (object?)(long)t.Id).ToList(),
    };

    private static object Draft(Call call)
    {
        foreach (var order in call.Records("write").Where(o => o.Is("state", "cancel")))
        {
            order.Set("state", "draft");
        }

        return true;
    }
}
