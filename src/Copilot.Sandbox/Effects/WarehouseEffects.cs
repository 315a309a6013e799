using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>A warehouse's short name is its own within the company; a new one gets its locations.</summary>
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
    }
}
