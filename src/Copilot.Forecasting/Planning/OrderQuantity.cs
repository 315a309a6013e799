using Copilot.Contracts;

namespace Copilot.Forecasting.Planning;

/// <summary>How much to order at a time: the quantity at which ordering and holding together cost least (Harris 1913), with the supplier's terms.</summary>
public static class OrderQuantity
{
    /// <summary>The economic quantity without any terms: √(2·D·S / H).</summary>
    /// <param name="demand">Demand a year.</param>
    /// <param name="orderCost">What one order costs, whatever its size.</param>
    /// <param name="holdingCost">What holding one unit for a year costs.</param>
    /// <exception cref="CopilotException">A figure is not above zero.</exception>
    public static double Economic(double demand, double orderCost, double holdingCost)
        => demand > 0 && orderCost > 0 && holdingCost > 0
            ? Math.Sqrt(2 * demand * orderCost / holdingCost)
            : throw new CopilotException($"An economic quantity needs demand ({demand}), cost of an order ({orderCost}) and cost of holding ({holdingCost}) above zero.");

    /// <summary>What a year costs with a quantity: orders, holding and the goods themselves.</summary>
    /// <param name="quantity">The quantity of an order.</param>
    /// <param name="demand">Demand a year.</param>
    /// <param name="orderCost">What one order costs.</param>
    /// <param name="holdingShare">What holding costs a year, as a share of the price.</param>
    /// <param name="price">The price of a unit.</param>
    public static double YearlyCost(double quantity, double demand, double orderCost, double holdingShare, double price)
        => (demand / quantity * orderCost) + (quantity / 2 * holdingShare * price) + (demand * price);

    /// <summary>The quantity that costs least under the supplier's terms, price breaks for all units included.</summary>
    /// <param name="demand">Demand a year.</param>
    /// <param name="orderCost">What one order costs.</param>
    /// <param name="holdingShare">What holding costs a year, as a share of the price.</param>
    /// <param name="terms">The terms.</param>
    /// <returns>The quantity, its price and what a year costs with it.</returns>
    /// <exception cref="CopilotException">A figure is not above zero, or there is no price.</exception>
    public static (double Quantity, double Price, double YearlyCost) Best(double demand, double orderCost, double holdingShare, OrderTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Prices.Count == 0 || terms.Prices.Any(p => !(p.Price > 0) || !(p.From >= 0)))
        {
            throw new CopilotException("An order quantity needs at least one price above zero, from a quantity of zero or more.");
        }

        var prices = terms.Prices.OrderBy(p => p.From).ToList();
        var found = prices.SelectMany(p => Candidates(p, Economic(demand, orderCost, holdingShare * p.Price), terms))
            .Select(quantity => (Quantity: quantity, PriceAt(prices, quantity).Price))
            .Select(c => (c.Quantity, c.Price, Cost: YearlyCost(c.Quantity, demand, orderCost, holdingShare, c.Price)));
        return found.OrderBy(c => c.Cost).ThenBy(c => c.Quantity).First();
    }

    // The cheapest quantity lies at an economic quantity or where a price begins, one step down or up to what the supplier sells.
    private static IEnumerable<double> Candidates(PriceBreak price, double economic, OrderTerms terms)
    {
        foreach (var wanted in (double[])[economic, Math.Max(price.From, double.Epsilon)])
        {
            var least = Math.Max(wanted, terms.Least);
            if (terms.Multiple <= 0)
            {
                yield return least;
                continue;
            }

            var up = Math.Ceiling((least / terms.Multiple) - 1e-9) * terms.Multiple;
            yield return Math.Max(up, terms.Multiple);
            if (up - terms.Multiple >= Math.Max(terms.Least, terms.Multiple))
            {
                yield return up - terms.Multiple;
            }
        }
    }

    private static PriceBreak PriceAt(List<PriceBreak> prices, double quantity) => prices.LastOrDefault(p => p.From <= quantity) ?? prices[0];
}
