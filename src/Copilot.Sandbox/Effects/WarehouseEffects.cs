using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>A warehouse's short name is its own within the company; a new one gets its locations and its kinds of operation.</summary>
internal sealed class WarehouseEffects : RecordEffects
{
    public override void Starting(Session session, Dictionary<string, object?> values)
    {
        var houses = session.Database["stock.warehouse"];
        if (houses.Rows().Any(h => h.Cells[houses.Model["code"].Cell] as string == values.GetValueOrDefault("code") as string
            && h.Cells[houses.Model["company_id"].Cell] is int company && values.GetValueOrDefault("company_id") is long given && company == given))
        {
            throw Fault.Validation("The operation cannot be completed: The short name of the warehouse must be unique per company!");
        }

        if (!values.ContainsKey("view_location_id") && values.GetValueOrDefault("code") is string code)
        {
            var system = session.AsSystem();
            var locations = session.Catalog["stock.location"];
            var company = values.GetValueOrDefault("company_id");
            var view = RecordWriter.Create(system, locations, new Dictionary<string, object?> { ["name"] = code, ["usage"] = "view", ["company_id"] = company });
            var stock = RecordWriter.Create(system, locations, new Dictionary<string, object?> { ["name"] = "Stock", ["usage"] = "internal", ["location_id"] = (long)view.Id, ["company_id"] = company });
            values["view_location_id"] = (long)view.Id;
            values["lot_stock_id"] = (long)stock.Id;
        }
    }

    public override void Changed(Record record, IReadOnlySet<string> fields, bool isNew)
    {
        foreach (var place in new[] { record.One("view_location_id"), record.One("lot_stock_id") })
        {
            place?.Set("warehouse_id", record.Id);
        }

        if (isNew && record.IdOf("int_type_id") is null && record.IdOf("lot_stock_id") is { } stock)
        {
            record.Set("in_type_id", Operation(record, "Receipts", "incoming", "IN", Outside(record, "supplier") ?? stock, stock));
            record.Set("out_type_id", Operation(record, "Delivery Orders", "outgoing", "OUT", stock, Outside(record, "customer") ?? stock));
            record.Set("int_type_id", Operation(record, "Internal Transfers", "internal", "INT", stock, stock));
        }
    }

    private static int Operation(Record warehouse, string name, string code, string sequence, int from, int to)
        => RecordWriter.Create(warehouse.Session.AsSystem(), warehouse.Session.Catalog["stock.picking.type"], new Dictionary<string, object?>
        {
            ["name"] = name,
            ["code"] = code,
            ["sequence_code"] = sequence,
            ["active"] = true,
            ["warehouse_id"] = (long)warehouse.Id,
            ["company_id"] = (long)warehouse.IdOf("company_id")!.Value,
            ["default_location_src_id"] = (long)from,
            ["default_location_dest_id"] = (long)to,
        }).Id;

    private static int? Outside(Record warehouse, string usage)
    {
        var places = warehouse.Session.Database["stock.location"];
        var cell = places.Model["usage"].Cell;
        return places.Rows().Where(p => p.Cells[cell] as string == usage).Select(p => (int?)p.Id).FirstOrDefault();
    }
}
