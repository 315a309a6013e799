namespace Copilot.Contracts;

/// <summary>What a customer ordered on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Orders">Confirmed orders, one or more.</param>
/// <param name="Net">Their net amount in the customer's currency; orders in another one add nothing.</param>
public sealed record BuyingDay(DateOnly Day, int Orders, double Net);
