namespace Copilot.Forecasting.Planning;

/// <summary>A price that holds from a quantity on, for all units of an order.</summary>
/// <param name="From">The quantity.</param>
/// <param name="Price">The price of a unit.</param>
public sealed record PriceBreak(double From, double Price);
