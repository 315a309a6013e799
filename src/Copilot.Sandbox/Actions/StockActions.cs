using Copilot.Sandbox.Effects;
using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Actions;

/// <summary>The buttons of a transfer and of a stock count.</summary>
internal static class StockActions
{
    private const string Picking = "stock.picking";

    public static IReadOnlyList<Method> All { get; } =
    [
        Method.Changing("action_confirm", "", Confirm, Picking),
        Method.Changing("action_assign", "", Assign, Picking),
        Method.Changing("do_unreserve", "", Unreserve, Picking),
        Method.Changing("button_validate", "", Validate, Picking),
        Method.Changing("action_cancel", "", Cancel, Picking),
        Method.Changing("action_apply_inventory", "", ApplyCount, "stock.quant"),
    ];

    private static object Confirm(Call call)
    {
        foreach (var picking in call.Records("write"))
        {
            foreach (var move in picking.Many("move_ids").Where(m => m.Is("state", "draft")).ToList())
            {
                move.Set("state", "confirmed");
            }

            Reservation.Settle(picking);
        }

        return true;
    }

    private static object Assign(Call call)
    {
        foreach (var picking in call.Records("write"))
        {
            if (!picking.Many("move_ids").Any(m => !m.Is("state", "done", "cancel")))
            {
                throw Fault.User("Nothing to check the availability for.");
            }

            Confirm(call);
            Reservation.Assign(picking);
        }

        return true;
    }

    private static object? Unreserve(Call call)
    {
        foreach (var picking in call.Records("write"))
        {
            Reservation.Release(picking);
        }

        return null;
    }

    private static object Cancel(Call call)
    {
        foreach (var picking in call.Records("write"))
        {
            if (picking.Is("state", "done"))
            {
                throw Fault.User("You cannot cancel a stock move that has been set to 'Done'. Create a return in order to reverse the moves which took place.");
            }

            Transfer.Cancel(picking);
        }

        return true;
    }

    /// <summary>True when done; the backorder question while something is missing and the context does not answer it.</summary>
    private static object Validate(Call call)
    {
        var pickings = call.Records("write");
        var open = pickings.Where(p => !p.Is("state", "done", "cancel")).ToList();
        foreach (var picking in open)
        {
            if (!picking.Many("move_ids").Any())
            {
                throw Fault.User("Please add some items to move.");
            }

            if (picking.Many("move_ids").All(m => m.Is("state", "cancel") || m.Number("quantity") <= 0))
            {
                throw Fault.User("You cannot validate a transfer if no quantities are reserved. To force the transfer, encode quantities.");
            }
        }

        var skip = call.Session.Context.Members.TryGetValue("skip_backorder", out var answered) && !Python.IsFalsy(answered);
        if (!skip && open.Exists(p => p.Many("move_ids").Any(m => !m.Is("state", "done", "cancel") && m.Number("quantity") < m.Number("product_uom_qty"))))
        {
            return Question(open);
        }

        foreach (var picking in open)
        {
            Transfer.Finish(picking);
        }

        call.Session.Forget();
        return true;
    }

    private static Dictionary<string, object?> Question(List<Record> pickings) => new()
    {
        ["name"] = "Create Backorder?",
        ["type"] = "ir.actions.act_window",
        ["view_mode"] = "form",
        ["res_model"] = "stock.backorder.confirmation",
        ["views"] = new List<object?> { new List<object?> { 1018, "form" } },
        ["view_id"] = 1018,
        ["target"] = "new",
        ["context"] = new Dictionary<string, object?>
        {
            ["button_validate_picking_ids"] = pickings.Select(p => p.Id).ToArray(),
            ["default_show_transfers"] = false,
            ["default_pick_ids"] = pickings.Select(p => (object?)new List<object?> { 4, p.Id }).ToList(),
        },
    };

    /// <summary>Books the counted quantity; the difference is a move from or to the place of adjustments, as whoever looks for it later expects.</summary>
    private static object? ApplyCount(Call call)
    {
        var session = call.Session;
        var places = session.Database["stock.location"];
        var outside = places.Rows().FirstOrDefault(r => session.Record(places.Model, r).Is("usage", "inventory"));
        foreach (var quant in call.Records("write"))
        {
            var difference = Math.Round(quant.Number("inventory_quantity") - quant.Number("quantity"), 6);
            quant.Set("quantity", quant.Number("inventory_quantity"));
            quant.Set("inventory_quantity", 0d);
            if (outside is not null && difference != 0)
            {
                var (shelf, place) = ((long)quant.IdOf("location_id")!.Value, (long)outside.Id);
                RecordWriter.Create(session, session.Catalog["stock.move"], new Dictionary<string, object?>
                {
                    ["product_id"] = (long)quant.IdOf("product_id")!.Value,
                    ["product_uom_qty"] = Math.Abs(difference),
                    ["quantity"] = Math.Abs(difference),
                    ["picked"] = true,
                    ["location_id"] = difference < 0 ? shelf : place,
                    ["location_dest_id"] = difference < 0 ? place : shelf,
                    ["reference"] = "Product Quantity Updated",
                    ["company_id"] = quant.IdOf("company_id") is { } company ? (long)company : session.Rights.CompanyId,
                    ["state"] = "done",
                });
            }
        }

        return null;
    }
}
