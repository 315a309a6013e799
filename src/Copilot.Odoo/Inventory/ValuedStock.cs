using Copilot.Odoo.Client;

namespace Copilot.Odoo.Inventory;

/// <summary>What lies of a product in one place of a company, and what a unit of it costs that company.</summary>
/// <param name="Product">The product.</param>
/// <param name="Category">Its category, with those above it; empty when it has none.</param>
/// <param name="Place">The location's path.</param>
/// <param name="WarehouseId">The warehouse of the place; 0 for a place outside of all warehouses the caller may see.</param>
/// <param name="Company">The company's name.</param>
/// <param name="Quantity">On hand; below zero where more was booked out than in.</param>
/// <param name="Cost">Cost of a unit today; null when the caller may not see it.</param>
/// <param name="Currency">The company's currency.</param>
internal sealed record ValuedStock(StockedProduct Product, string Category, string Place, int WarehouseId, string Company, decimal Quantity, decimal? Cost, string Currency)
{
    /// <summary>What counts as the value of stock, in one sentence without figures: the source of every answer that gives it.</summary>
    public const string Definition =
        "quantity on hand in the company's own internal places times the product's cost in that company today (Odoo's Cost field: the standard price or the moving average); "
        + "goods of other owners, in transit or scrapped do not count, and a first-in-first-out ledger may differ";

    /// <summary>Its value, rounded here once, so that every way of adding it up gives the same.</summary>
    public decimal Worth => Math.Round(Quantity * (Cost ?? 0), 2, MidpointRounding.AwayFromZero);

    /// <summary>The condition on places and owners that says what counts.</summary>
    public static OdooDomain Counted { get; } = OdooDomain.Where("location_id.usage", "=", "internal").And("owner_id", "=", null).And("company_id", "!=", null);
}
