using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Purchasing;

/// <summary>Who supplies a product or a category: whoever has a price for it, and whoever it was bought from. At most two round trips.</summary>
internal sealed class SupplierCandidates(IOdooClient client)
{
    public const int RoundTrips = 2;

    private const int MostRows = 10_000;

    /// <summary>The suppliers; null when neither a product nor a category was named.</summary>
    public async Task<IReadOnlyList<(int Id, string Name)>?> OfAsync(ToolContext context, ResolvedNames names, CancellationToken cancellationToken)
    {
        var (product, category) = (names["product"], names["category"]);
        if (product is null && category is null)
        {
            return null;
        }

        OdooDomain Goods(string variant, string group) => product is { } one ? OdooDomain.Where(variant, "=", one.Id) : OdooDomain.Where(group, "child_of", category!.Id);
        var bought = client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping { Model = "purchase.order.line", Domain = Goods("product_id", "product_id.categ_id").And("state", "=", "purchase"), GroupBy = ["partner_id"], Aggregates = ["product_qty:sum"], Limit = MostRows },
            cancellationToken);
        var listed = await client.MayReadAsync(context.Caller, "product.supplierinfo", cancellationToken)
            ? client.SearchReadAsync(
                context.Caller,
                new OdooQuery { Model = "product.supplierinfo", Domain = Goods("product_tmpl_id.product_variant_ids", "product_tmpl_id.categ_id"), Fields = ["partner_id", "product_id", "date_end"], Limit = MostRows },
                cancellationToken)
            : Task.FromResult(new OdooPage([], 0));
        await Task.WhenAll(bought, listed);
        return [.. (await listed).Rows
            .Where(r => (r.Link("product_id") is not { } variant || product is null || variant.Id == product.Id) && (r.Date("date_end") is not { } end || end >= context.Today))
            .Concat(await bought)
            .Select(r => r.Link("partner_id")).OfType<(int Id, string Name)>().DistinctBy(p => p.Id).OrderBy(p => p.Name, StringComparer.Ordinal)];
    }
}
