using Copilot.Sandbox.Demo.Products;
using Copilot.Sandbox.Demo.Suppliers;

namespace Copilot.Sandbox.Demo.Stock;

/// <summary>Writes what lies on the shelves, and the rules for reordering.</summary>
internal static class StockRecords
{
    // Gloves that sell fast are bought by the pallet.
    private const double PalletFrom = 60;

    public static void WriteQuants(Workbench bench, StockPlan plan)
    {
        foreach (var quant in plan.Quants)
        {
            bench.Add("stock.quant", new(14)
            {
                ["product_id"] = quant.Product.Id,
                ["product_uom_id"] = quant.Product.UnitId,
                ["location_id"] = quant.LocationId,
                ["warehouse_id"] = quant.Warehouse.Id,
                ["company_id"] = quant.Warehouse.CompanyId,
                ["lot_id"] = quant.Lot?.Id,
                ["quantity"] = (double)quant.Quantity,
                ["reserved_quantity"] = (double)quant.Reserved,
                ["in_date"] = BusinessCalendar.At(quant.Since, 9),
                ["expiration_date"] = quant.Lot?.Expires,
                ["removal_date"] = quant.Lot?.Expires?.AddDays(-30),
            });
        }
    }

    public static void WriteOrderpoints(Workbench bench, Catalogue catalogue, Site site, StockPlan plan, SupplierBook suppliers, int pallet)
    {
        foreach (var warehouse in site.All)
        {
            foreach (var product in catalogue.All.Where(p => warehouse.Keeps(p) && plan.Weekly(p, warehouse) > 0))
            {
                var weekly = plan.Weekly(product, warehouse);
                var minimum = Math.Ceiling(weekly * ((suppliers.Main(product).LeadDays / 7.0) + 1) / 2);
                bench.Add("stock.warehouse.orderpoint", new(16)
                {
                    ["name"] = bench.Number("OP/"),
                    ["active"] = true,
                    ["trigger"] = "auto",
                    ["product_id"] = product.Id,
                    ["product_tmpl_id"] = product.TemplateId,
                    ["product_category_id"] = product.CategoryId,
                    ["warehouse_id"] = warehouse.Id,
                    ["location_id"] = warehouse.Stock,
                    ["company_id"] = warehouse.CompanyId,
                    ["product_uom"] = product.UnitId,
                    ["product_min_qty"] = minimum,
                    ["product_max_qty"] = minimum + Math.Ceiling(weekly * 4),
                    ["replenishment_uom_id"] = product.Family.Code == "GLV" && minimum >= PalletFrom ? pallet : null,
                    ["supplier_id"] = suppliers.MainOffer(product),
                });
            }
        }
    }
}
