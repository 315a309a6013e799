using Copilot.Contracts;
using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Planning;

/// <summary>
/// What stock is needed while an order is on its way. Demand over the lead time is taken as normal, as in Chopra and Meindl, Supply Chain Management, chapter on safety
/// inventory; for demand that often stays away its tail is too short. Demand is a period, the lead time in the same periods.
/// </summary>
public static class StockFigures
{
    /// <summary>The standard deviation of demand over a lead time that varies itself: √(L·σ² + d²·s²).</summary>
    /// <param name="demand">Mean demand a period.</param>
    /// <param name="demandDeviation">Its standard deviation.</param>
    /// <param name="leadTime">Mean lead time, in periods.</param>
    /// <param name="leadTimeDeviation">Its standard deviation.</param>
    /// <exception cref="CopilotException">A figure is below zero or no number.</exception>
    public static double DeviationOverLeadTime(double demand, double demandDeviation, double leadTime, double leadTimeDeviation)
    {
        foreach (var (name, value) in (ReadOnlySpan<(string, double)>)[("demand", demand), ("deviation of demand", demandDeviation), ("lead time", leadTime), ("deviation of lead time", leadTimeDeviation)])
        {
            if (!(value >= 0) || !double.IsFinite(value))
            {
                throw new CopilotException($"A {name} of {value} can't be planned with; it has to be zero or more.");
            }
        }

        return Math.Sqrt((leadTime * demandDeviation * demandDeviation) + (demand * demand * leadTimeDeviation * leadTimeDeviation));
    }

    /// <summary>The stock above mean demand over the lead time that keeps a share of order cycles without a shortage.</summary>
    /// <param name="deviation">The standard deviation of demand over the lead time.</param>
    /// <param name="service">The share, 0.5 to 0.9999.</param>
    /// <exception cref="CopilotException">The share is out of range.</exception>
    public static double SafetyStock(double deviation, double service)
        => service is >= 0.5 and <= 0.9999
            ? deviation * Distributions.NormalQuantile(service)
            : throw new CopilotException($"A service level of {100 * service:0.##} % can't be planned for; choose 50 % to 99.99 %.");

    /// <summary>The stock at which to order: mean demand over the lead time and the safety stock.</summary>
    public static double ReorderPoint(double demand, double leadTime, double safetyStock) => (demand * leadTime) + safetyStock;

    /// <summary>The probability, 0 to 1, that demand over the lead time is more than a stock.</summary>
    /// <param name="stock">What is there and will not be replenished before.</param>
    /// <param name="expected">Mean demand over the lead time.</param>
    /// <param name="deviation">Its standard deviation.</param>
    public static double StockoutChance(double stock, double expected, double deviation)
        => deviation > 0 ? 1 - Distributions.NormalShare((stock - expected) / deviation) : stock < expected ? 1 : 0;

    /// <summary>How many units are short in an order cycle on average.</summary>
    /// <param name="stock">The stock when the order is placed.</param>
    /// <param name="expected">Mean demand over the lead time.</param>
    /// <param name="deviation">Its standard deviation.</param>
    public static double ExpectedShort(double stock, double expected, double deviation)
    {
        if (deviation <= 0)
        {
            return Math.Max(0, expected - stock);
        }

        var z = (stock - expected) / deviation;
        return deviation * (Distributions.NormalDensity(z) - (z * (1 - Distributions.NormalShare(z))));
    }

    /// <summary>The share of demand, 0 to 1, that is served from the shelf when so much is ordered at a time.</summary>
    public static double FillRate(double expectedShort, double orderQuantity)
        => orderQuantity > 0 ? Math.Clamp(1 - (expectedShort / orderQuantity), 0, 1) : throw new CopilotException("A fill rate needs an order quantity above zero.");
}
