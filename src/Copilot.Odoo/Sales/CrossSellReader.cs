using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Sales;

/// <summary>Something that customers like this one buy and this one does not.</summary>
internal sealed record Suggestion(int ProductId, int Buyers, decimal Revenue, OdooRow Product)
{
    public decimal Free => Product.Number("free_qty");
}

/// <summary>What was compared for suggestions.</summary>
internal sealed record CrossSales(int OwnProducts, int Similar, IReadOnlyList<Suggestion> Suggestions, int Candidates);

/// <summary>
/// Finds what similar customers buy: those that share most products with the customer (neighbours by overlap of purchases, as in item-based collaborative filtering; Sarwar et al., 2001),
/// then the products most of them buy and the customer never did. Counted by Odoo: at most <see cref="RoundTrips"/>.
/// </summary>
internal sealed class CrossSellReader(IOdooClient client)
{
    /// <summary>Own products, similar customers, their products, the products' stock.</summary>
    public const int RoundTrips = 4;

    private const int MostGroups = 5000;
    private const int MostOwn = 500;
    private const int MostSimilar = 20;
    private const int MostCandidates = 60;

    /// <summary>The suggestions with free stock, those that most similar customers buy first; null when the customer bought nothing in the period.</summary>
    public async Task<CrossSales?> ReadAsync(ToolContext context, int customerId, Period period, OdooDomain? only, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        var sold = SalesReader.Confirmed(period, days).And("product_id", "!=", null);
        var own = (await GroupAsync(context, sold.And("order_partner_id", "child_of", customerId), "product_id", ["price_subtotal:sum"], "price_subtotal desc", cancellationToken))
            .Select(r => r.Link("product_id")?.Id ?? 0).Take(MostOwn).ToList();
        if (own.Count == 0)
        {
            return null;
        }

        var others = (await GroupAsync(
                context, sold.And("product_id", "in", own).And(OdooDomain.Where("order_partner_id", "child_of", customerId).Not()), "order_partner_id", ["product_id:count_distinct"], null, cancellationToken))
            .Select(r => (Id: r.Link("order_partner_id")?.Id ?? 0, Shared: r.Whole("product_id")))
            .Where(o => o.Shared >= Math.Min(2, own.Count))
            .OrderByDescending(o => o.Shared).ThenBy(o => o.Id).Take(MostSimilar).Select(o => o.Id).ToList();
        if (others.Count == 0)
        {
            return new CrossSales(own.Count, 0, [], 0);
        }

        var wanted = sold.And("order_partner_id", "in", others).And("product_id", "not in", own).And("product_id.sale_ok", "=", true);
        wanted = only is null ? wanted : wanted.And(only);
        var bought = (await GroupAsync(context, wanted, "product_id", ["order_partner_id:count_distinct", "price_subtotal:sum"], null, cancellationToken))
            .Select(r => (Id: r.Link("product_id")?.Id ?? 0, Buyers: r.Whole("order_partner_id"), Revenue: r.Number("price_subtotal")))
            .Where(p => p.Buyers >= Math.Min(2, others.Count))
            .OrderByDescending(p => p.Buyers).ThenByDescending(p => p.Revenue).ThenBy(p => p.Id).Take(MostCandidates).ToList();
        if (bought.Count == 0)
        {
            return new CrossSales(own.Count, others.Count, [], 0);
        }

        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery { Model = "product.product", Domain = OdooDomain.Where("id", "in", bought.Select(b => b.Id)), Fields = ["display_name", "default_code", "name", "uom_id", "free_qty", "lst_price", "currency_id", "write_date"], Limit = MostCandidates },
            cancellationToken);
        var products = page.Rows.ToDictionary(r => r.Id);
        return new CrossSales(
            own.Count, others.Count, [.. bought.Where(b => products.ContainsKey(b.Id)).Select(b => new Suggestion(b.Id, b.Buyers, b.Revenue, products[b.Id])).Where(s => s.Free > 0)], bought.Count);
    }

    private Task<IReadOnlyList<OdooRow>> GroupAsync(ToolContext context, OdooDomain domain, string field, IReadOnlyList<string> aggregates, string? order, CancellationToken cancellationToken)
        => client.ReadGroupAsync(
            context.Caller, new OdooGrouping { Model = "sale.order.line", Domain = domain, GroupBy = [field], Aggregates = aggregates, Order = order, Limit = MostGroups }, cancellationToken);
}
