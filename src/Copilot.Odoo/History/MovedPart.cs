namespace Copilot.Odoo.History;

/// <summary>What moved of a product on a day by one kind of operation to or from one address, in the product's own unit.</summary>
internal sealed record MovedPart(int ProductId, int? TypeId, int? AddressId, DateOnly Day, decimal Quantity);
