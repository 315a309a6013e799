using Copilot.Odoo.Client;

namespace Copilot.Odoo.Inventory;

/// <summary>A product that somebody trades in another unit than it is stocked in.</summary>
/// <param name="Product">The product.</param>
/// <param name="Unit">The unit it is traded in.</param>
/// <param name="Where">Where: on sales orders, on purchase orders, in a supplier's price.</param>
/// <param name="Lines">How many lines or prices.</param>
internal sealed record UnitConflict(OdooRow Product, string Unit, string Where, int Lines);
