using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Inventory;

/// <summary>
/// Reads what lies where and what it costs. A product costs each company its own amount, so cost is read once for each company that holds stock, within that company:
/// at most <see cref="RoundTrips"/>.
/// </summary>
internal sealed class InventoryValueReader(IOdooClient client)
{
    /// <summary>The quantities, and costs of each company.</summary>
    public const int RoundTrips = 1 + MostCompanies;

    /// <summary>More companies than this are not added up in one answer.</summary>
    public const int MostCompanies = 10;

    private const int MostPlaces = 50_000;

    private static readonly string[] ProductFields = ["display_name", "default_code", "name", "uom_id", "categ_id", "standard_price", "currency_id", "write_date"];

    /// <summary>
    /// The stock the domain finds, with how many products of it the caller may not read; null when there is more than can be added up at once.
    /// </summary>
    public async Task<(IReadOnlyList<ValuedStock> Stock, int Unread)?> ReadAsync(ToolContext context, Sites sites, OdooDomain domain, CancellationToken cancellationToken)
    {
        var groups = await client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping { Model = "stock.quant", Domain = domain, GroupBy = ["product_id", "location_id", "company_id"], Aggregates = ["quantity:sum"], Limit = MostPlaces },
            cancellationToken);
        var companies = groups.Select(g => g.Link("company_id")).OfType<(int Id, string Name)>().Distinct().OrderBy(c => c.Id).ToList();
        if (groups.Count >= MostPlaces || companies.Count > MostCompanies)
        {
            return null;
        }

        var products = await Task.WhenAll(companies.Select(c => ProductsAsync(context.Caller, c, groups, cancellationToken)));
        var known = products.SelectMany(p => p.Rows.Select(r => (Key: (p.Company, r.Id), Row: r))).ToDictionary(p => p.Key, p => p.Row);
        var held = groups.Where(g => g.Number("quantity") != 0 && g.Link("product_id") is not null)
            .Select(g => (Group: g, Company: g.Link("company_id")!.Value, Product: known.GetValueOrDefault((g.Link("company_id")!.Value.Id, g.Link("product_id")!.Value.Id)))).ToList();
        return (
            [.. held.Where(h => h.Product is not null).Select(h => Stock(h.Group, h.Company.Name, h.Product!, sites))],
            held.Where(h => h.Product is null).Select(h => h.Group.Link("product_id")!.Value.Id).Distinct().Count());
    }

    private static ValuedStock Stock(OdooRow group, string company, OdooRow product, Sites sites)
    {
        var place = group.Link("location_id")?.Name ?? string.Empty;
        return new ValuedStock(
            new StockedProduct(product), product.Link("categ_id")?.Name ?? string.Empty, place, sites.OfLocation(place), company, group.Number("quantity"),
            product.Has("standard_price") ? product.Number("standard_price") : null, product.Link("currency_id")?.Name ?? "EUR");
    }

    /// <summary>The products within one company, because Odoo keeps their cost by company.</summary>
    private async Task<(int Company, IReadOnlyList<OdooRow> Rows)> ProductsAsync(Caller caller, (int Id, string Name) company, IReadOnlyList<OdooRow> groups, CancellationToken cancellationToken)
    {
        var ids = groups.Where(g => g.Link("company_id")?.Id == company.Id).Select(g => g.Link("product_id")?.Id ?? 0).Where(i => i > 0).Distinct().Order().ToList();
        var page = await client.SearchReadAsync(
            caller with { Companies = [new CompanyRef(company.Id, company.Name)] },
            new OdooQuery { Model = "product.product", Domain = OdooDomain.Where("id", "in", ids), Fields = ProductFields, Order = "id", Limit = MostPlaces, WithArchived = true },
            cancellationToken);
        return (company.Id, page.Rows);
    }
}
