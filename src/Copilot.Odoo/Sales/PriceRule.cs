using Copilot.Odoo.Client;

namespace Copilot.Odoo.Sales;

/// <summary>A rule of a price list.</summary>
internal sealed record PriceRule(OdooRow Row)
{
    public int Id => Row.Id;

    public string AppliedOn => Row.Text("applied_on") ?? "3_global";

    public decimal MinQuantity => Row.Number("min_quantity");

    public string Compute => Row.Text("compute_price") ?? "fixed";

    public string Base => Row.Text("base") ?? "list_price";

    /// <summary>The list whose price it starts from, when it starts from another list.</summary>
    public (int Id, string Name)? OtherList => Base == "pricelist" ? Row.Link("base_pricelist_id") : null;

    /// <summary>The rules that may speak of a product: those for all goods, for it, and for the categories it stands in. From Odoo 19 a product may be in none, of which no category is asked.</summary>
    public static OdooDomain For(OdooRow product)
    {
        var rules = OdooDomain.Where("applied_on", "=", "3_global")
            .Or(OdooDomain.Where("applied_on", "=", "0_product_variant").And("product_id", "=", product.Id))
            .Or(OdooDomain.Where("applied_on", "=", "1_product").And("product_tmpl_id", "=", product.Link("product_tmpl_id")?.Id ?? 0));
        return product.Link("categ_id") is { } category ? rules.Or(OdooDomain.Where("applied_on", "=", "2_product_category").And("categ_id", "parent_of", category.Id)) : rules;
    }

    public bool Holds(DateTimeOffset moment) => !(Row.Moment("date_start") > moment) && !(Row.Moment("date_end") < moment);

    /// <summary>The price on the list, given the price it starts from; null when it starts from something the account may not read. Rounded to cents, as prices of lines are.</summary>
    public decimal? Price(decimal listPrice, decimal? start) => Compute switch
    {
        "fixed" => Row.Number("fixed_price"),
        "percentage" => Math.Round((start ?? listPrice) * (1 - (Row.Number("percent_price") / 100)), 2, MidpointRounding.AwayFromZero),
        _ => start is { } from ? Formula(from) : null,
    };

    /// <summary>
    /// Odoo's formula: discount, then rounding, then surcharge, then the margins it must keep to (product.pricelist.item, "Price Computation").
    /// </summary>
    private decimal Formula(decimal start)
    {
        var price = start - (start * (Row.Number("price_discount") / 100));
        if (Row.Number("price_round") is > 0 and var step)
        {
            price = Math.Round(price / step, MidpointRounding.AwayFromZero) * step;
        }

        price += Row.Number("price_surcharge");
        if (Row.Number("price_min_margin") is not 0 and var least)
        {
            price = Math.Max(price, start + least);
        }

        if (Row.Number("price_max_margin") is not 0 and var most)
        {
            price = Math.Min(price, start + most);
        }

        return Math.Round(price, 2, MidpointRounding.AwayFromZero);
    }
}
