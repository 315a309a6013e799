using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>Carries a transfer out: stock moves, orders learn what was delivered or received, and the rest waits in a backorder.</summary>
internal static class Transfer
{
    private static readonly string[] TransferLinks = ["picking_type_id", "partner_id", "location_id", "location_dest_id", "company_id", "sale_id", "purchase_id", "carrier_id"];
    private static readonly string[] MoveLinks = ["product_id", "sale_line_id", "purchase_line_id", "partner_id"];

    public static void Finish(Record picking)
    {
        var now = picking.Session.Now;
        var moves = picking.Many("move_ids").Where(m => !m.Is("state", "done", "cancel")).ToList();
        var rest = moves.Where(m => m.Number("quantity") < m.Number("product_uom_qty")).ToList();
        if (rest.Count > 0)
        {
            Split(picking, rest);
        }

        foreach (var move in moves.Where(m => m.Number("quantity") > 0 && m.IdOf("picking_id") == picking.Id))
        {
            Carry(move);
            move.Set("state", "done");
            move.Set("picked", true);
            move.Set("date", now);
            Tell(move, "sale_line_id", "qty_delivered");
            Tell(move, "purchase_line_id", "qty_received");
        }

        picking.Set("state", "done");
        picking.Set("date_done", now);
    }

    public static void Cancel(Record picking)
    {
        foreach (var move in picking.Many("move_ids").Where(m => !m.Is("state", "done", "cancel")).ToList())
        {
            Reservation.GiveBack(move);
            move.Set("state", "cancel");
            move.Set("quantity", 0d);
        }

        picking.Set("state", "cancel");
    }

    /// <summary>Puts what is not there yet into a transfer of its own.</summary>
    private static void Split(Record picking, List<Record> rest)
    {
        var session = picking.Session;
        var values = TransferLinks.Where(f => picking.IdOf(f) is not null).ToDictionary(f => f, f => (object?)(long)picking.IdOf(f)!.Value);
        values["origin"] = picking.Text("origin");
        values["backorder_id"] = (long)picking.Id;
        values["state"] = "confirmed";
        values["scheduled_date"] = RowFormat.Plain(picking.Moment("scheduled_date") ?? session.Now);
        values["date_deadline"] = RowFormat.Plain(picking.Moment("date_deadline")) ?? false;
        var row = RecordWriter.Create(session, session.Catalog["stock.picking"], values);
        foreach (var move in rest)
        {
            var missing = move.Number("product_uom_qty") - move.Number("quantity");
            if (move.Number("quantity") <= 0)
            {
                Reservation.GiveBack(move);
                move.Set("picking_id", row.Id);
                move.Set("state", "confirmed");
                continue;
            }

            move.Set("product_uom_qty", move.Number("quantity"));
            var copy = MoveLinks.Where(f => move.IdOf(f) is not null).ToDictionary(f => f, f => (object?)(long)move.IdOf(f)!.Value);
            copy["picking_id"] = (long)row.Id;
            copy["product_uom_qty"] = missing;
            copy["date"] = RowFormat.Plain(move.Moment("date") ?? session.Now);
            copy["state"] = "confirmed";
            RecordWriter.Create(session, session.Catalog["stock.move"], copy);
        }

        Reservation.Assign(session.Record(session.Catalog["stock.picking"], row));
    }

    private static void Carry(Record move)
    {
        var lines = move.Many("move_line_ids").ToList();
        if (lines.Count == 0)
        {
            Shift(move, move.IdOf("location_id"), null, -move.Number("quantity"));
            Shift(move, move.IdOf("location_dest_id"), null, move.Number("quantity"));
        }

        foreach (var line in lines)
        {
            if (Reservation.Quant(move, line.IdOf("location_id"), line.IdOf("lot_id")) is { } quant)
            {
                quant.Set("reserved_quantity", Math.Max(0, quant.Number("reserved_quantity") - line.Number("quantity")));
            }

            Shift(move, line.IdOf("location_id"), line.IdOf("lot_id"), -line.Number("quantity"));
            Shift(move, line.IdOf("location_dest_id"), line.IdOf("lot_id"), line.Number("quantity"));
            line.Set("picked", true);
            line.Set("date", move.Session.Now);
        }
    }

    /// <summary>Changes the stock at a place of the company; beyond its doors none is kept.</summary>
    private static void Shift(Record move, int? location, int? lot, double quantity)
    {
        var session = move.Session;
        if (location is null || session.Find("stock.location", location.Value) is not { } place || !place.Is("usage", "internal", "transit"))
        {
            return;
        }

        if (Reservation.Quant(move, location, lot) is { } quant)
        {
            quant.Set("quantity", Math.Round(quant.Number("quantity") + quantity, 6));
            return;
        }

        RecordWriter.Create(session, session.Catalog["stock.quant"], new Dictionary<string, object?>
        {
            ["product_id"] = (long)move.IdOf("product_id")!.Value,
            ["location_id"] = (long)location.Value,
            ["lot_id"] = (object?)(long?)lot ?? false,
            ["quantity"] = quantity,
        });
    }

    private static void Tell(Record move, string link, string field)
    {
        if (move.One(link) is { } line)
        {
            line.Set(field, line.Number(field) + move.Number("quantity"));
            if (link == "purchase_line_id")
            {
                line.Set("qty_to_invoice", Math.Max(0, line.Number("qty_received") - line.Number("qty_invoiced")));
            }
        }
    }
}
