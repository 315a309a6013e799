using Copilot.Sandbox.Demo.Products;

namespace Copilot.Sandbox.Demo.Stock;

/// <summary>The three warehouses, their operation types and the places outside.</summary>
internal sealed class Site
{
    private Site(LocationBook locations, Catalogue catalogue)
    {
        Locations = locations;
        var partners = locations.Add("Partners", "view", null, null, null);
        Customers = locations.Add("Customers", "customer", partners, null, null);
        Vendors = locations.Add("Vendors", "supplier", partners, null, null);
        var virtualPlaces = locations.Add("Virtual Locations", "view", null, null, null);
        Adjustments = locations.Add("Inventory adjustment", "inventory", virtualPlaces, null, null);
        Lyon = new Warehouse(locations, catalogue, 1, "LYO", "Lyon Central", 1, ["GLV PPE", "ADH CLN", "FST", "BRG", "TAP FLM", "LBL CCP"]);
        Rotterdam = new Warehouse(locations, catalogue, 2, "RTM", "Rotterdam Port", 1, ["GLV PPE", "TAP FLM", "BOX", "LBL", "FST CLN"]);
        Leipzig = new Warehouse(locations, catalogue, 3, "LEJ", "Leipzig Packaging", 2, ["BOX", "FLM TAP", "LBL", "CCP"]);
        All = [Lyon, Rotterdam, Leipzig];
    }

    public LocationBook Locations { get; }

    public int Customers { get; }

    public int Vendors { get; }

    /// <summary>Where counted differences and scrap go to and come from.</summary>
    public int Adjustments { get; }

    public Warehouse Lyon { get; }

    public Warehouse Rotterdam { get; }

    public Warehouse Leipzig { get; }

    public IReadOnlyList<Warehouse> All { get; }

    public static Site Write(Workbench bench, Catalogue catalogue)
    {
        var site = new Site(new LocationBook(bench), catalogue);
        foreach (var warehouse in site.All)
        {
            bench.Add("stock.warehouse", new()
            {
                ["id"] = warehouse.Id,
                ["name"] = warehouse.Name,
                ["code"] = warehouse.Code,
                ["active"] = true,
                ["company_id"] = warehouse.CompanyId,
                ["partner_id"] = warehouse.CompanyId,
                ["view_location_id"] = warehouse.View,
                ["lot_stock_id"] = warehouse.Stock,
                ["wh_input_stock_loc_id"] = warehouse.Input,
                ["wh_output_stock_loc_id"] = warehouse.Output,
                ["reception_steps"] = "one_step",
                ["delivery_steps"] = "ship_only",
                ["in_type_id"] = warehouse.InType,
                ["out_type_id"] = warehouse.OutType,
                ["int_type_id"] = warehouse.InternalType,
                ["sequence"] = warehouse.Id,
            });
            Operation(bench, warehouse, warehouse.InType, "Receipts", "incoming", "IN", site.Vendors, warehouse.Stock);
            Operation(bench, warehouse, warehouse.OutType, "Delivery Orders", "outgoing", "OUT", warehouse.Stock, site.Customers);
            Operation(bench, warehouse, warehouse.InternalType, "Internal Transfers", "internal", "INT", warehouse.Stock, warehouse.Stock);
        }

        return site;
    }

    private static void Operation(Workbench bench, Warehouse warehouse, int id, string name, string code, string sequence, int from, int to)
        => bench.Add("stock.picking.type", new()
        {
            ["id"] = id,
            ["name"] = name,
            ["code"] = code,
            ["sequence_code"] = sequence,
            ["warehouse_id"] = warehouse.Id,
            ["company_id"] = warehouse.CompanyId,
            ["default_location_src_id"] = from,
            ["default_location_dest_id"] = to,
            ["use_create_lots"] = code == "incoming",
            ["use_existing_lots"] = code != "incoming",
            ["active"] = true,
        });
}
