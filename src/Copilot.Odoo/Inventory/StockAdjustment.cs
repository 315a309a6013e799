using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Inventory;

/// <summary>Goods that a count or a scrapping booked in or out: who, when, where.</summary>
/// <param name="Row">The move.</param>
/// <param name="Product">The product.</param>
/// <param name="Quantity">In the product's unit; below zero when goods were missing.</param>
/// <param name="Place">The shelf.</param>
/// <param name="WarehouseId">The warehouse of the shelf; 0 when it is none the caller sees.</param>
/// <param name="Day">When.</param>
/// <param name="Person">Who booked it.</param>
/// <param name="Reason">The move's reference: Odoo writes the count or the scrap order there.</param>
/// <param name="Cost">Cost of a unit; null when the caller may not see it.</param>
/// <param name="Currency">The currency of the cost.</param>
internal sealed record StockAdjustment(OdooRow Row, StockedProduct Product, decimal Quantity, string Place, int WarehouseId, DateOnly Day, string Person, string Reason, decimal? Cost, string Currency)
{
    public decimal? Value => Cost is { } cost ? Math.Round(Quantity * cost, 2) : null;

    public static StockAdjustment? From(OdooRow row, IReadOnlyDictionary<int, OdooRow> products, IReadOnlySet<int> adjustmentPlaces, Sites sites, CallerDays days)
    {
        if (row.Link("product_id") is not { } product || !products.TryGetValue(product.Id, out var known) || row.Link("location_id") is not { } source || row.Link("location_dest_id") is not { } target)
        {
            return null;
        }

        var (gain, loss) = (adjustmentPlaces.Contains(source.Id), adjustmentPlaces.Contains(target.Id));
        if (gain == loss)
        {
            return null;
        }

        var quantity = row.Number("product_qty") > 0 ? row.Number("product_qty") : row.Number("product_uom_qty");
        var shelf = gain ? target.Name : source.Name;
        return new StockAdjustment(
            row, new StockedProduct(known), gain ? quantity : -quantity, shelf, sites.OfLocation(shelf), days.Of(row.Moment("date")) ?? days.Today, row.Link("create_uid")?.Name ?? "an unknown person",
            Phrase.Clean(row.Text("reference") ?? row.Text("origin"), 80), known.Has("standard_price") ? known.Number("standard_price") : null, known.Link("currency_id")?.Name ?? "EUR");
    }
}
