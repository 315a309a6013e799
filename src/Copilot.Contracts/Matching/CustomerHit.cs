namespace Copilot.Contracts;

/// <summary>A customer's order that waits for goods of a purchase order.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Order">Its number.</param>
/// <param name="Customer">The customer.</param>
/// <param name="Promised">The promised day, or null.</param>
/// <param name="Net">What it is worth without tax; null where the person may not see it.</param>
/// <param name="Currency">The currency of that, ISO 4217.</param>
/// <param name="IsBroken">Whether the promised day can't be kept from this delivery.</param>
public sealed record CustomerHit(int Id, string Order, string Customer, DateOnly? Promised, decimal? Net, string Currency, bool IsBroken);
