namespace Copilot.Sandbox.Demo.Trouble;

/// <summary>An order of today's events.</summary>
/// <param name="Reference">The customer's order number, from <see cref="DemoCast"/>.</param>
/// <param name="Customer">Who ordered.</param>
/// <param name="Ordered">Business days from today, negative.</param>
/// <param name="Due">Business days from today of the promised ship date.</param>
/// <param name="Lines">Code, quantity, and how much of it stock covers (null: all of it).</param>
internal sealed record TroubleRow(string Reference, string Customer, int Ordered, int Due, params (string Code, int Quantity, int? Covered)[] Lines)
{
    public bool CreditHold { get; init; }

    /// <summary>What was delivered of the first line before; the rest waits as a backorder.</summary>
    public int DeliveredFirst { get; init; }

    /// <summary>Somebody has begun to pick.</summary>
    public bool Started { get; init; }

    public string? Note { get; init; }
}
