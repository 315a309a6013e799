using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>The price of a product on a price list: the first rule that fits, the most specific and the largest quantity first.</summary>
internal static class PriceRules
{
    public static double Price(Record pricelist, Record product, double quantity)
    {
        var list = product.Number("list_price");
        var now = product.Session.Now;
        var rule = pricelist.Many("item_ids")
            .Where(r => r.Number("min_quantity") <= quantity && !(r.Moment("date_start") > now) && !(r.Moment("date_end") < now) && Fits(r, product))
            .OrderBy(r => r.Text("applied_on"), StringComparer.Ordinal).ThenByDescending(r => r.Number("min_quantity"))
            .Select(r => (Record?)r).FirstOrDefault();
        return rule?.Text("compute_price") switch
        {
            "fixed" => rule.Value.Number("fixed_price"),
            "percentage" => Math.Round(list * (1 - (rule.Value.Number("percent_price") / 100)), 2),
            "formula" => Math.Round((list * (1 - (rule.Value.Number("price_discount") / 100))) + rule.Value.Number("price_surcharge"), 2),
            _ => list,
        };
    }

    private static bool Fits(Record rule, Record product) => rule.Text("applied_on") switch
    {
        "0_product_variant" => rule.IdOf("product_id") == product.Id,
        "1_product" => rule.IdOf("product_tmpl_id") == product.IdOf("product_tmpl_id"),
        "2_product_category" => rule.IdOf("categ_id") is { } category && product.IdOf("categ_id") is { } own
            && Query.Hierarchy.Below(rule.Session, rule.Session.Catalog["product.category"], [category]).Contains(own),
        _ => true,
    };
}
