namespace Copilot.Odoo.History;

/// <summary>What moved of a product on a day, in the product's own unit.</summary>
internal sealed record MovedDay(int ProductId, DateOnly Day, decimal Quantity);
