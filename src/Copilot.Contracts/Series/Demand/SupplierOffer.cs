namespace Copilot.Contracts;

/// <summary>What a supplier asks for a product.</summary>
/// <param name="Supplier">The supplier's name.</param>
/// <param name="From">The least quantity of this price, in the product's unit.</param>
/// <param name="Price">The price of one unit.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Days">The lead time the ERP reckons with, in days.</param>
public sealed record SupplierOffer(string Supplier, double From, double Price, string Currency, int Days);
