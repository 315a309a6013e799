using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Query;

namespace Copilot.Sandbox.Effects;

/// <summary>Takes stock for the moves of a transfer, the batch that expires first and then the oldest first, and gives it back.</summary>
internal static class Reservation
{
    public static void Assign(Record picking)
    {
        foreach (var move in picking.Many("move_ids").Where(m => m.Is("state", "confirmed", "waiting", "partially_available")).ToList())
        {
            Reserve(move);
        }

        Settle(picking);
    }

    public static void Release(Record picking)
    {
        foreach (var move in picking.Many("move_ids").Where(m => m.Is("state", "assigned", "partially_available")).ToList())
        {
            GiveBack(move);
            move.Set("quantity", 0d);
            move.Set("state", "confirmed");
        }

        Settle(picking);
    }

    /// <summary>Gives the reserved stock of a move back and drops its operations.</summary>
    public static void GiveBack(Record move)
    {
        foreach (var line in move.Many("move_line_ids").ToList())
        {
            if (Quant(move, line.IdOf("location_id"), line.IdOf("lot_id")) is { } quant)
            {
                quant.Set("reserved_quantity", Math.Max(0, quant.Number("reserved_quantity") - line.Number("quantity")));
            }

            line.Session.Database["stock.move.line"].Remove(line.Row);
        }
    }

    /// <summary>Fits the operations of a move to a quantity somebody wrote: less gives the last ones back, more is taken where the last one is.</summary>
    public static void Resize(Record move)
    {
        var lines = move.Many("move_line_ids").ToList();
        var change = move.Number("quantity") - lines.Sum(l => l.Number("quantity"));
        for (var i = lines.Count - 1; i >= 0 && change != 0; i--)
        {
            var part = Math.Max(change, -lines[i].Number("quantity"));
            if (Quant(move, lines[i].IdOf("location_id"), lines[i].IdOf("lot_id")) is { } quant)
            {
                quant.Set("reserved_quantity", Math.Max(0, quant.Number("reserved_quantity") + part));
            }

            lines[i].Set("quantity", lines[i].Number("quantity") + part);
            change -= part;
        }
    }

    /// <summary>Fits the reservation to a demand somebody changed: more than is wanted is given back as a whole, as Odoo does.</summary>
    public static void Fit(Record move)
    {
        if (move.Number("quantity") > move.Number("product_uom_qty"))
        {
            GiveBack(move);
            move.Set("quantity", 0d);
            move.Set("state", "confirmed");
            return;
        }

        move.Set("state", move.Number("quantity") >= move.Number("product_uom_qty") ? "assigned" : "partially_available");
    }

    /// <summary>The state of a transfer follows from its moves; "when all products are ready" waits for the last.</summary>
    public static void Settle(Record picking)
    {
        var open = picking.Many("move_ids").Where(m => !m.Is("state", "done", "cancel")).ToList();
        if (open.Count == 0)
        {
            return;
        }

        var ready = picking.Is("move_type", "one") ? open.TrueForAll(m => m.Is("state", "assigned")) : open.Exists(m => m.Is("state", "assigned", "partially_available"));
        picking.Set("state", ready ? "assigned" : open.TrueForAll(m => m.Is("state", "draft")) ? "draft" : open.Exists(m => m.Is("state", "confirmed")) ? "confirmed" : "waiting");
    }

    /// <summary>The stock of a move's product at a place, of a batch or of none.</summary>
    public static Record? Quant(Record move, int? location, int? lot)
        => Quants(move).Where(q => q.IdOf("location_id") == location && q.IdOf("lot_id") == lot).Select(q => (Record?)q).FirstOrDefault();

    private static void Reserve(Record move)
    {
        var demand = move.Number("product_uom_qty");
        var held = move.Number("quantity");
        if (!(move.One("location_id")?.Is("usage", "internal", "transit") ?? false))
        {
            held = demand;
        }
        else
        {
            var places = Hierarchy.Below(move.Session, move.Session.Catalog["stock.location"], [move.IdOf("location_id")!.Value]);
            foreach (var quant in Quants(move).Where(q => places.Contains(q.IdOf("location_id") ?? 0))
                .OrderBy(q => q.Moment("expiration_date") ?? DateTime.MaxValue).ThenBy(q => q.Moment("in_date")).ThenBy(q => q.Id).ToList())
            {
                var taken = Math.Min(demand - held, quant.Number("quantity") - quant.Number("reserved_quantity"));
                if (taken > 0)
                {
                    quant.Set("reserved_quantity", quant.Number("reserved_quantity") + taken);
                    AddLine(move, quant, taken);
                    held += taken;
                }
            }
        }

        move.Set("quantity", held);
        move.Set("state", held >= demand ? "assigned" : held > 0 ? "partially_available" : "confirmed");
    }

    private static void AddLine(Record move, Record quant, double quantity)
        => RecordWriter.Create(move.Session, move.Session.Catalog["stock.move.line"], new Dictionary<string, object?>
        {
            ["move_id"] = (long)move.Id,
            ["picking_id"] = (object?)(long?)move.IdOf("picking_id") ?? false,
            ["product_id"] = (long)move.IdOf("product_id")!.Value,
            ["quantity"] = quantity,
            ["lot_id"] = (object?)(long?)quant.IdOf("lot_id") ?? false,
            ["location_id"] = (long)quant.IdOf("location_id")!.Value,
            ["location_dest_id"] = (object?)(long?)move.IdOf("location_dest_id") ?? false,
        });

    private static IEnumerable<Record> Quants(Record move)
    {
        var quants = move.Session.Database["stock.quant"];
        return move.IdOf("product_id") is { } product
            ? quants.References(quants.Model["product_id"])!.Of(product).Select(id => move.Session.Record(quants.Model, quants.Find(id)!))
            : [];
    }
}
