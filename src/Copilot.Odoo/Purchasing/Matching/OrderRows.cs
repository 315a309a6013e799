using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>The rows behind some purchase orders, each found by what it belongs to.</summary>
internal sealed class OrderRows(IReadOnlyList<OdooRow> lines, IReadOnlyList<OdooRow> products, IReadOnlyList<OdooRow> offers, IReadOnlyList<OdooRow> partners, LedgerUnits units)
{
    private readonly ILookup<int, OdooRow> byOrder = lines.ToLookup(l => l.Link("order_id")?.Id ?? 0);
    private readonly Dictionary<int, OdooRow> byProduct = products.ToDictionary(p => p.Id);
    private readonly Dictionary<int, OdooRow> byPartner = partners.ToDictionary(p => p.Id);
    private readonly ILookup<(int Partner, int Template), OdooRow> byTemplate = offers.ToLookup(o => (o.Link("partner_id")?.Id ?? 0, o.Link("product_tmpl_id")?.Id ?? 0));

    public IEnumerable<OdooRow> Lines(int order) => byOrder[order];

    public OdooRow? Product(int id) => byProduct.GetValueOrDefault(id);

    public OdooRow? Partner(int id) => byPartner.GetValueOrDefault(id);

    /// <summary>The units that convert into a line's own.</summary>
    public IReadOnlyList<LedgerUnit> Units(int unit, OdooRow? product) => units.Of(unit, product);

    /// <summary>What the supplier calls a product: offers of the product itself, or of all its variants.</summary>
    public IEnumerable<OdooRow> Offers(int product, int template, int supplier) => byTemplate[(supplier, template)].Where(o => o.Link("product_id") is not { } only || only.Id == product);
}
