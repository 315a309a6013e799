using Copilot.Odoo.Client;

namespace Copilot.Odoo.Purchasing;

/// <summary>What one line of a confirmed purchase order paid for a product.</summary>
/// <param name="Row">The line.</param>
/// <param name="Order">The order's number.</param>
/// <param name="Day">The day on which the order was confirmed.</param>
/// <param name="Supplier">Who sold it.</param>
/// <param name="Product">The product's reference, else its name.</param>
/// <param name="ProductId">The product.</param>
/// <param name="Unit">The unit of measure that was bought.</param>
/// <param name="Currency">The order's currency.</param>
/// <param name="Quantity">How much was ordered, in that unit; more than 0.</param>
/// <param name="Price">For one unit without tax, after the discount of the line.</param>
internal sealed record PricePaid(OdooRow Row, string Order, DateOnly Day, (int Id, string Name) Supplier, string Product, int ProductId, string Unit, string Currency, decimal Quantity, decimal Price);
