using Copilot.Contracts;
using Copilot.Odoo.Accounting;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Partners;

/// <summary>Reads a customer or supplier with its contacts: at most <see cref="RoundTrips"/>.</summary>
internal sealed class PartnerReader(IOdooClient client, CompanyCurrencies currencies)
{
    /// <summary>The record with what is below it, once more from its company when it was a contact, its terms, the currency of the limit or the first order.</summary>
    public const int RoundTrips = 4;

    private const int MostBelow = 200;

    private static readonly string[] WithTerms = ["all", "terms", "price_list", "credit_limit"];

    private static readonly string[] Fields =
    [
        "name", "display_name", "is_company", "parent_id", "commercial_partner_id", "type", "function", "phone", "mobile", "email", "website", "street", "street2", "zip", "city", "state_id", "country_id",
        "vat", "ref", "lang", "user_id", "buyer_id", "customer_rank", "supplier_rank", "company_id", "create_date", "write_date",
    ];

    /// <summary>What is kept, or null when the caller may not see it.</summary>
    public async Task<PartnerPicture?> ReadAsync(ToolContext context, int id, IReadOnlyList<string> show, CancellationToken cancellationToken)
    {
        var page = await BelowAsync(context, id, cancellationToken);
        var own = page.Rows.FirstOrDefault(r => r.Id == id);
        if (own is null)
        {
            return null;
        }

        OdooRow? asked = null;
        if (own.Link("commercial_partner_id")?.Id is { } company && company != id && !own.Flag("is_company"))
        {
            var whole = await BelowAsync(context, company, cancellationToken);
            if (whole.Rows.FirstOrDefault(r => r.Id == company) is { } above)
            {
                (page, asked, own) = (whole, own, above);
            }
        }

        var terms = show.Intersect(WithTerms).Any() ? TermsAsync(context, own.Id, cancellationToken) : Task.FromResult<(OdooRow? Row, bool PriceLists)>((null, false));
        var first = show.Contains("since") ? FirstAsync(context, own, cancellationToken) : Task.FromResult<(string, OdooRow)?>(null);
        await Task.WhenAll(terms, first);
        var (row, priceLists) = await terms;
        return new PartnerPicture
        {
            Row = own,
            Below = [.. page.Rows.Where(r => r.Id != own.Id && r.LinkId("commercial_partner_id") == own.Id && !r.Says("type", "private"))],
            Asked = asked,
            IsCut = page.Rows.Count == MostBelow,
            Terms = row,
            SeesPriceLists = priceLists,
            Owes = row?.Has("credit") == true && OwesOne(context, own) ? row.Number("credit") : null,
            First = await first,
            Currency = row?.Number("credit_limit") > 0 ? await CurrencyAsync(context, own, cancellationToken) : CompanyCurrencies.Unknown,
        };
    }

    private Task<OdooPage> BelowAsync(ToolContext context, int id, CancellationToken cancellationToken)
        => client.SearchReadAsync(context.Caller, new OdooQuery { Model = "res.partner", Domain = OdooDomain.Where("id", "child_of", id), Fields = Fields, Order = "is_company desc, id", Limit = MostBelow }, cancellationToken);

    /// <summary>Some of these are worked out with other models, which not every account may read: what is refused is left out as a whole.</summary>
    private async Task<(OdooRow? Row, bool PriceLists)> TermsAsync(ToolContext context, int id, CancellationToken cancellationToken)
    {
        var priceLists = await client.MayReadAsync(context.Caller, "product.pricelist", cancellationToken);
        List<string> fields = ["property_payment_term_id", "property_supplier_payment_term_id", "credit_limit", "credit", "write_date"];
        if (priceLists)
        {
            fields.Add("property_product_pricelist");
        }

        try
        {
            var page = await client.SearchReadAsync(context.Caller, new OdooQuery { Model = "res.partner", Domain = OdooDomain.Where("id", "=", id), Fields = fields, Limit = 1 }, cancellationToken);
            return (page.Rows.Count == 0 ? null : page.Rows[0], priceLists);
        }
        catch (OdooException e) when (e.Fault is OdooFault.AccessDenied or OdooFault.BadCall or OdooFault.Validation)
        {
            return (null, false);
        }
    }

    private async Task<(string Model, OdooRow Order)?> FirstAsync(ToolContext context, OdooRow partner, CancellationToken cancellationToken)
    {
        var buys = partner.Whole("customer_rank") == 0 && partner.Whole("supplier_rank") > 0;
        var model = buys ? "purchase.order" : "sale.order";
        if (!await client.MayReadAsync(context.Caller, model, cancellationToken))
        {
            return null;
        }

        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = model,
                Domain = OdooDomain.Where("partner_id", "child_of", partner.Id).And("state", "in", new List<string> { buys ? "purchase" : "sale", "done" }),
                Fields = ["name", "date_order", "write_date"],
                Order = "date_order, id",
                Limit = 1,
            },
            cancellationToken);
        return page.Rows.Count == 0 ? null : (model, page.Rows[0]);
    }

    /// <summary>What a customer owes is worked out for one company: of a customer of several it would be a part.</summary>
    private static bool OwesOne(ToolContext context, OdooRow partner) => partner.Link("company_id") is not null || context.Caller.Companies.Count == 1;

    private async Task<string> CurrencyAsync(ToolContext context, OdooRow partner, CancellationToken cancellationToken)
    {
        var known = await currencies.ReadAsync(context.Caller, cancellationToken);
        var company = partner.Link("company_id")?.Id ?? context.Caller.Companies.Select(c => (int?)c.Id).FirstOrDefault();
        return company is { } c && known.TryGetValue(c, out var currency) ? currency : CompanyCurrencies.Unknown;
    }
}
