namespace Copilot.Odoo.Sales;

/// <summary>
/// Why a margin changed between two periods, taken apart without a rest: what other prices, other costs, another mix and another volume make.
/// The volume of a period is its quantities at the earlier prices, so that goods in different units can be added; a product that is new or gone belongs to the mix.
/// The sales-quantity and sales-mix variances follow Horngren, Datar and Rajan, "Cost Accounting: A Managerial Emphasis", chapter on customer-profitability and sales variances.
/// </summary>
/// <param name="Price">Σ q₁ · (p₁ − p₀) over products sold in both periods.</param>
/// <param name="Cost">Σ q₁ · (c₀ − c₁) over the same products.</param>
/// <param name="Mix">Σ (q₁ − k · q₀) · m₀, with a new product's own margin for m₀.</param>
/// <param name="Volume">(k − 1) · M₀, with k = Σ q₁ p₀ / Σ q₀ p₀.</param>
internal sealed record MarginParts(decimal Price, decimal Cost, decimal Mix, decimal Volume)
{
    /// <summary>The formula in words, for the source of the answer.</summary>
    public const string Formula =
        "change of margin = price (quantity now × change of unit price) + cost (quantity now × fall of unit cost) + mix (quantity now less quantity before × growth, at the unit margin before) + volume "
        + "(growth less 1, times the margin before); growth is the quantities now by those before, both at the prices before; new and dropped products count as mix. After Horngren, Datar and Rajan, Cost Accounting: sales-mix and sales-quantity variances";

    /// <summary>What all parts make together: exactly the change of the margin.</summary>
    public decimal Sum => Price + Cost + Mix + Volume;

    /// <summary>Takes the change apart.</summary>
    /// <param name="products">Each product with its quantity, revenue and margin before and now; null where it was not sold.</param>
    public static MarginParts Of(IReadOnlyCollection<((decimal Quantity, decimal Revenue, decimal Margin)? Before, (decimal Quantity, decimal Revenue, decimal Margin)? Now)> products)
    {
        decimal price = 0, cost = 0, volumeBefore = 0, volumeNow = 0, marginBefore = 0, atOldMargin = 0;
        foreach (var (before, now) in products)
        {
            marginBefore += before?.Margin ?? 0;
            volumeBefore += before?.Revenue ?? 0;
            if (now is not { } n)
            {
                continue;
            }

            if (before is not { Quantity: > 0 } b || n.Quantity <= 0)
            {
                // Nothing to compare it with: all of its margin is another mix.
                volumeNow += n.Revenue;
                atOldMargin += n.Margin;
                continue;
            }

            var (oldPrice, oldMargin) = (b.Revenue / b.Quantity, b.Margin / b.Quantity);
            var byPrice = n.Revenue - (n.Quantity * oldPrice);
            price += byPrice;
            cost += n.Margin - (n.Quantity * oldMargin) - byPrice;
            volumeNow += n.Quantity * oldPrice;
            atOldMargin += n.Quantity * oldMargin;
        }

        var volume = volumeBefore == 0 ? 0 : ((volumeNow / volumeBefore) - 1) * marginBefore;
        return new MarginParts(price, cost, atOldMargin - marginBefore - volume, volume);
    }

    /// <summary>The same in whole cents; what rounding leaves goes to the mix, so that the parts still make the whole.</summary>
    public MarginParts Rounded(decimal change)
    {
        var (price, cost, volume) = (Math.Round(Price, 2), Math.Round(Cost, 2), Math.Round(Volume, 2));
        return new MarginParts(price, cost, change - price - cost - volume, volume);
    }
}
