namespace Copilot.Odoo.Sales;

/// <summary>What was sold of something in a period: net amount, quantity, number of orders, margin where it may be read (null otherwise).</summary>
internal sealed record SalesSum(int Id, string Name, string Currency, string Unit, decimal Revenue, decimal Quantity, int Orders, decimal? Margin)
{
    /// <summary>Both together, for the same thing under two records.</summary>
    public SalesSum Plus(SalesSum other) => this with
    {
        Revenue = Revenue + other.Revenue,
        Quantity = Quantity + other.Quantity,
        Orders = Orders + other.Orders,
        Margin = Margin is { } a && other.Margin is { } b ? a + b : null,
        Unit = Unit == other.Unit ? Unit : string.Empty,
    };
}
