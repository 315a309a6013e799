namespace Copilot.Evals.Matching;

/// <summary>A delivery of the practice company to a customer.</summary>
/// <param name="Name">Its number.</param>
/// <param name="Order">The customer's order, the company's number.</param>
/// <param name="Customer">Who gets it.</param>
/// <param name="Lines">Article, name and quantity that left.</param>
internal sealed record ShippedGoods(string Name, string Order, string Customer, IReadOnlyList<(string Code, string Name, decimal Quantity)> Lines);
