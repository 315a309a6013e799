using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Query;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Schema.Computed;

/// <summary>
/// A product's stock in the warehouses or locations of the context (<c>warehouse_id</c>, <c>warehouse</c>, <c>location</c>),
/// else in all warehouses of the switched-on companies. Forecast is on hand plus open receipts less open deliveries.
/// </summary>
internal sealed record ProductQuantities(double OnHand, double Reserved, double Incoming, double Outgoing)
{
    public double Free => OnHand - Reserved;

    public double Forecast => OnHand + Incoming - Outgoing;

    public static ProductQuantities Of(Record product) => In(product, null);

    public static ProductQuantities OfTemplate(Record template)
        => template.Many("product_variant_ids").Select(Of)
            .Aggregate(new ProductQuantities(0, 0, 0, 0), (a, b) => new(a.OnHand + b.OnHand, a.Reserved + b.Reserved, a.Incoming + b.Incoming, a.Outgoing + b.Outgoing));

    /// <summary>The quantities in these warehouses, or in those of the context.</summary>
    public static ProductQuantities In(Record product, IReadOnlyList<int>? warehouses)
    {
        var session = product.Session;
        return Inside(product, session.Remember("stock scope " + (warehouses is null ? "" : string.Join(',', warehouses)), () => Scope(session, warehouses)));
    }

    /// <summary>The quantities in these locations.</summary>
    public static ProductQuantities Inside(Record product, IdSet locations)
    {
        var database = product.Session.Database;
        var quants = database["stock.quant"];
        var (place, quantity, reserved) = (quants.Model["location_id"].Cell, quants.Model["quantity"].Cell, quants.Model["reserved_quantity"].Cell);
        double onHand = 0, held = 0, incoming = 0, outgoing = 0;
        foreach (var id in quants.References(quants.Model["product_id"])!.Of(product.Id))
        {
            var cells = quants.Find(id)!.Cells;
            if (cells[place] is int location && locations.Contains(location))
            {
                onHand += cells[quantity] as double? ?? 0;
                held += cells[reserved] as double? ?? 0;
            }
        }

        var moves = database["stock.move"];
        var (state, from, to, demand) = (moves.Model["state"].Cell, moves.Model["location_id"].Cell, moves.Model["location_dest_id"].Cell, moves.Model["product_uom_qty"].Cell);
        foreach (var id in moves.References(moves.Model["product_id"])!.Of(product.Id))
        {
            var cells = moves.Find(id)!.Cells;
            if (cells[state] is "waiting" or "confirmed" or "partially_available" or "assigned")
            {
                var comes = cells[to] is int target && locations.Contains(target);
                var leaves = cells[from] is int source && locations.Contains(source);
                incoming += comes && !leaves ? cells[demand] as double? ?? 0 : 0;
                outgoing += leaves && !comes ? cells[demand] as double? ?? 0 : 0;
            }
        }

        return new(Math.Round(onHand, 4), Math.Round(held, 4), Math.Round(incoming, 4), Math.Round(outgoing, 4));
    }

    private static IdSet Scope(Session session, IReadOnlyList<int>? warehouses)
    {
        var locations = session.Database["stock.location"];
        if (warehouses is null && session.Context.Ids("location") is { } chosen)
        {
            return Hierarchy.Below(session, locations.Model, chosen);
        }

        warehouses ??= session.Context.Ids("warehouse_id", "warehouse");
        var companies = session.Rights.Companies;
        var houses = session.Database["stock.warehouse"];
        var company = houses.Model["company_id"].Cell;
        var inside = new IdSet(warehouses ?? [.. houses.Rows().Where(h => h.Cells[company] is not int owner || companies.Contains(owner)).Select(h => h.Id)]);
        var (usage, house) = (locations.Model["usage"].Cell, locations.Model["warehouse_id"].Cell);
        return new IdSet(locations.Rows()
            .Where(l => l.Cells[usage] is "internal" or "transit" && l.Cells[house] is int id && inside.Contains(id))
            .Select(l => l.Id));
    }
}
