using Copilot.Contracts;
using Copilot.Forecasting.Planning;

namespace Copilot.Forecasting.Tools;

/// <summary>The lead time to plan with and where it comes from.</summary>
/// <param name="Mean">Its mean, in days.</param>
/// <param name="Deviation">Its standard deviation, in days; 0 where only what the ERP reckons with is known.</param>
/// <param name="Receipts">From how many receipts.</param>
/// <param name="Words">Where it comes from, as the end of a sentence: "in 12 receipts of it".</param>
internal sealed record LeadTimeBasis(double Mean, double Deviation, int Receipts, string Words)
{
    /// <summary>Gets the single lead times, in days; the one that the ERP reckons with where no receipts are known.</summary>
    public required IReadOnlyList<double> Days { get; init; }

    private const int Enough = 5;

    /// <summary>Of the product itself, from its first supplier where that has enough receipts, else from all; null where there are too few.</summary>
    public static LeadTimeBasis? Of(ArrivalHistory product)
    {
        var first = product.Offers is [var offer, ..] ? product.Arrivals.Where(a => a.Supplier == offer.Supplier).ToList() : [];
        return first.Count >= Enough ? From(first, $"in {Wording.Count(first.Count, "receipt", "receipts")} of it from {first[0].Supplier}")
            : product.Arrivals.Count >= Enough ? From(product.Arrivals, $"in {Wording.Count(product.Arrivals.Count, "receipt", "receipts")} of it")
            : null;
    }

    /// <summary>Where the product has too few receipts: of all that its supplier brings, else what the ERP reckons with.</summary>
    public static LeadTimeBasis? Of(ArrivalHistory product, ArrivalHistory? supplier)
        => supplier?.Arrivals.Count >= Enough
            ? From(supplier.Arrivals, $"in {Wording.Count(supplier.Arrivals.Count, "receipt", "receipts")} of all that {product.Offers[0].Supplier} brings, as there are too few of this product")
            : product.Offers is [{ Days: > 0 } offer, ..] ? new LeadTimeBasis(offer.Days, 0, 0, $"as Odoo reckons with for {offer.Supplier}, as there are too few receipts to tell more") { Days = [offer.Days] } : null;

    private static LeadTimeBasis From(IReadOnlyList<SupplierArrival> arrivals, string words)
    {
        List<double> days = [.. arrivals.Select(a => (double)(a.Came.DayNumber - a.Ordered.DayNumber))];
        var times = new LeadTimes(days);
        return new LeadTimeBasis(times.Mean, times.Deviation, times.Count, words) { Days = days };
    }
}
