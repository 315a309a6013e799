using System.Globalization;
using Copilot.Contracts;
using Copilot.Forecasting.Planning;

namespace Copilot.Forecasting.Tools;

/// <summary>How much to order at a time, and why in words.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Price">Its price; 0 where none is known.</param>
/// <param name="Words">Why, as a sentence without its end.</param>
internal sealed record ReorderQuantity(double Quantity, double Price, string Words)
{
    /// <summary>Weeks of demand that are ordered where no price is known.</summary>
    public const int NoPriceWeeks = 4;

    private const int WeeksInYear = 52;
    private const int MostPrices = 4;

    /// <summary>The cheapest quantity under the first supplier's terms and the multiple of the stock rules; some weeks' demand where no price is known.</summary>
    /// <param name="inYear">Demand of the coming year.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="unit">The product's unit.</param>
    public static ReorderQuantity Of(double inYear, ReorderTerms terms, string unit)
    {
        var offers = terms.First;
        if (offers.Count == 0)
        {
            return new ReorderQuantity(Up(Math.Ceiling(inYear / WeeksInYear * NoPriceWeeks), terms.Multiple), 0, $"No supplier price is known, so the quantity is the demand of {NoPriceWeeks} weeks{Packed(terms)}");
        }

        var least = offers.Min(o => o.From);
        var best = OrderQuantity.Best(
            inYear, terms.OrderCost, terms.Holding, new OrderTerms { Prices = [.. offers.Select(o => new PriceBreak(o.From, o.Price))], Least = least, Multiple = terms.Multiple > 0 ? terms.Multiple : 1 });
        var prices = offers.Count == 1 ? string.Empty
            : $", of the prices {string.Join(", ", offers.OrderBy(o => o.From).Take(MostPrices).Select(o => o.From > 1 ? $"{Plain(o.Price)} from {Wording.Number(o.From)}" : Plain(o.Price)))}";
        var bound = least > 1 ? $", no less than the supplier's minimum of {Wording.Number(least)}" : string.Empty;
        return new ReorderQuantity(
            best.Quantity,
            best.Price,
            $"{Wording.Number(best.Quantity)} at a time cost least in a year at {Plain(best.Price)} {offers[0].Currency} each from {offers[0].Supplier}{prices}{bound}{Packed(terms)}, reckoning {Plain(terms.OrderCost)} for an order, {Plain(terms.Holding * 100)} % a year for holding and the {Wording.Quantity(inYear, unit)} forecast for a year");
    }

    /// <summary>What to order now: enough to be above the reorder point, a whole number of multiples.</summary>
    public double Now(double point, double position, double multiple) => position > point ? 0 : Math.Max(Quantity, Up(Math.Ceiling(point - position), multiple));

    /// <summary>The figures that the words name.</summary>
    public static IEnumerable<Fact> Facts(ReorderTerms terms)
        => terms.First.OrderBy(o => o.From).Take(MostPrices).SelectMany(o => new[] { new Fact("Price of the offer", FactKind.Number, Plain(o.Price)), Wording.NumberFact("From a quantity of", o.From) })
            .Concat(terms.Multiple > 1 ? [Wording.NumberFact("Multiple", terms.Multiple)] : []);

    /// <summary>A cost or price in words.</summary>
    public static string Plain(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static double Up(double quantity, double multiple) => multiple > 0 ? Math.Ceiling((quantity / multiple) - 1e-9) * multiple : quantity;

    private static string Packed(ReorderTerms terms) => terms.Multiple > 1 ? $", in multiples of {Wording.Number(terms.Multiple)} as the stock rule says" : string.Empty;
}
