using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Sales;

/// <summary>
/// Finds the rule of a price list that gives a price, in Odoo's own order: variant, product, category, all; then the largest minimum quantity; then the nearest category; then the newest.
/// </summary>
internal sealed class PriceReader(IOdooClient client)
{
    /// <summary>Customer, product, and the rules of a list and of those it starts from.</summary>
    public const int RoundTrips = 2 + MostLists;

    private const int MostLists = 3;
    private const int MostRules = 500;

    private static readonly string[] ProductFields = ["display_name", "default_code", "name", "lst_price", "standard_price", "uom_id", "categ_id", "product_tmpl_id", "currency_id", "write_date"];

    private static readonly string[] RuleFields =
    [
        "pricelist_id", "applied_on", "product_id", "product_tmpl_id", "categ_id", "min_quantity", "compute_price", "fixed_price", "percent_price", "base", "base_pricelist_id", "price_discount", "price_surcharge", "price_round",
        "price_min_margin", "price_max_margin", "date_start", "date_end", "currency_id", "write_date",
    ];

    /// <summary>The price, or null when the caller may not see the product.</summary>
    public async Task<PriceFound?> ReadAsync(ToolContext context, int productId, int? customerId, decimal quantity, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var products = client.SearchReadAsync(
            context.Caller, new OdooQuery { Model = "product.product", Domain = OdooDomain.Where("id", "=", productId), Fields = ProductFields, Limit = 1, WithArchived = true }, cancellationToken);
        var customers = customerId is { } id
            ? client.SearchReadAsync(context.Caller, new OdooQuery { Model = "res.partner", Domain = OdooDomain.Where("id", "=", id), Fields = ["name", "property_product_pricelist", "write_date"], Limit = 1, WithArchived = true }, cancellationToken)
            : Task.FromResult(new OdooPage([], 0));
        await Task.WhenAll(products, customers);
        if ((await products).Rows is not [var product, ..])
        {
            return null;
        }

        var customer = (await customers).Rows is [var row, ..] ? row : null;
        var found = new PriceFound { Product = product, Customer = customer, Quantity = quantity, ListPrice = product.Number("lst_price"), Cost = product.Has("standard_price") ? product.Number("standard_price") : null, Rules = [], Steps = [] };
        return customer?.Link("property_product_pricelist") is { } list && await client.MayReadAsync(context.Caller, "product.pricelist.item", cancellationToken)
            ? await FollowAsync(context, found with { PriceList = list.Name }, list.Id, moment, cancellationToken)
            : found with { Price = found.ListPrice };
    }

    private async Task<PriceFound> FollowAsync(ToolContext context, PriceFound found, int listId, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var steps = new List<PriceRule>();
        for (var list = (int?)listId; list is { } current && steps.Count < MostLists;)
        {
            var rules = await RulesAsync(context, found.Product, current, cancellationToken);
            if (steps.Count == 0)
            {
                found = found with { Rules = [.. rules.Where(r => r.Holds(moment))] };
            }

            if (rules.FirstOrDefault(r => r.MinQuantity <= found.Quantity && r.Holds(moment)) is not { } rule)
            {
                // A list without a rule for the product leaves the list price.
                return Computed(found, steps, found.ListPrice);
            }

            steps.Add(rule);
            list = rule.Compute == "fixed" ? null : rule.OtherList?.Id;
        }

        return steps[^1].Compute != "fixed" && steps[^1].OtherList is not null
            ? found with { Steps = steps }
            : Computed(found, steps, steps[^1].Base == "standard_price" ? found.Cost : found.ListPrice);
    }

    private static PriceFound Computed(PriceFound found, List<PriceRule> steps, decimal? start)
    {
        var price = start;
        foreach (var rule in steps.AsEnumerable().Reverse())
        {
            price = rule.Compute != "fixed" && price is null ? null : rule.Price(found.ListPrice, price);
        }

        return found with { Steps = steps, Price = price };
    }

    private async Task<IReadOnlyList<PriceRule>> RulesAsync(ToolContext context, OdooRow product, int list, CancellationToken cancellationToken)
    {
        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery { Model = "product.pricelist.item", Domain = OdooDomain.Where("pricelist_id", "=", list).And(PriceRule.For(product)), Fields = RuleFields, Order = "applied_on, min_quantity desc, categ_id desc, id desc", Limit = MostRules },
            cancellationToken);
        return [.. page.Rows.Select(r => new PriceRule(r))];
    }
}
