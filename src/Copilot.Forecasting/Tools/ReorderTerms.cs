using Copilot.Contracts;

namespace Copilot.Forecasting.Tools;

/// <summary>What a reorder point is worked out for.</summary>
/// <param name="Service">The share of order cycles without a shortage, 0.5 to 0.999.</param>
/// <param name="OrderCost">What one order costs.</param>
/// <param name="Holding">What holding costs a year, as a share of the price.</param>
/// <param name="Offers">What suppliers ask, the first choice first.</param>
/// <param name="Rules">The minimum stock rules there are.</param>
internal sealed record ReorderTerms(double Service, double OrderCost, double Holding, IReadOnlyList<SupplierOffer> Offers, IReadOnlyList<StockRule> Rules)
{
    /// <summary>Gets what orders are multiples of; 0 where no rule says so, the largest where rules differ.</summary>
    public double Multiple => Rules.Count == 0 ? 0 : Rules.Max(r => r.Multiple);

    /// <summary>Gets the offers of the first supplier that have a price.</summary>
    public IReadOnlyList<SupplierOffer> First => [.. Offers.Where(o => o.Supplier == Offers[0].Supplier && o.Price > 0)];
}
