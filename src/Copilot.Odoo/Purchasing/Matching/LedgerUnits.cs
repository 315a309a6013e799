using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>
/// The units that convert into an order line's own: Odoo's units of the same kind with their ratios, and the packagings of the product, which were records of their own until 18
/// (<c>product.packaging</c>) and are units that the product names since 19 (<c>uom_ids</c>).
/// </summary>
internal sealed class LedgerUnits
{
    /// <summary>Units and packagings.</summary>
    public const int RoundTrips = 2;

    private const int MostUnits = 1000;
    private const int MostPackagings = 4000;
    private const int MostSteps = 20;
    private const decimal Near = 0.0001m;

    private readonly Dictionary<int, OdooRow> _units;
    private readonly ILookup<int, OdooRow> _kin;
    private readonly ILookup<int, OdooRow> _packagings;

    private LedgerUnits(IReadOnlyList<OdooRow> units, IReadOnlyList<OdooRow> packagings)
    {
        _units = units.ToDictionary(u => u.Id);
        _kin = units.ToLookup(Kind);
        _packagings = packagings.ToLookup(p => p.LinkId("product_id"));
    }

    /// <summary>Reads them.</summary>
    /// <param name="client">Odoo.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="products">The products on the orders.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public static async Task<LedgerUnits> ReadAsync(IOdooClient client, Caller caller, IReadOnlyList<int> products, CancellationToken cancellationToken)
    {
        if (products.Count == 0)
        {
            return new LedgerUnits([], []);
        }

        var units = RowsAsync(client, caller, "uom.uom", OdooDomain.All, ["name", "factor", "category_id", "relative_uom_id"], MostUnits, cancellationToken);
        var packagings = await client.HasModelAsync(caller, "product.packaging", cancellationToken)
            ? RowsAsync(client, caller, "product.packaging", OdooDomain.Where("product_id", "in", products).And("qty", ">", 0), ["name", "product_id", "qty", "barcode"], MostPackagings, cancellationToken) : None();
        await Task.WhenAll(units, packagings);
        return new LedgerUnits(await units, await packagings);
    }

    /// <summary>What converts into a line's unit.</summary>
    /// <param name="unit">The line's unit, Odoo's id.</param>
    /// <param name="product">The line's product; null where it may not be read.</param>
    public IReadOnlyList<LedgerUnit> Of(int unit, OdooRow? product)
    {
        if (!_units.TryGetValue(unit, out var own) || own.Number("factor") <= 0)
        {
            return [];
        }

        var named = product?.Links("uom_ids").ToHashSet() ?? [];
        var kin = _kin[Kind(own)].Where(u => u.Number("factor") > 0)
            .Select(u => new LedgerUnit(u.Text("name") ?? string.Empty, Ratio(u.Number("factor") / own.Number("factor"))) { IsPack = u.Id != unit && named.Contains(u.Id) });
        return [.. kin, .. Packagings(own, product)];
    }

    // A packaging holds so many of the product's own unit, which need not be the line's.
    private IEnumerable<LedgerUnit> Packagings(OdooRow own, OdooRow? product)
        => product is not null && _units.TryGetValue(product.LinkId("uom_id"), out var stocked) && Kind(stocked) == Kind(own)
            ? _packagings[product.Id].Select(p => new LedgerUnit(p.Text("name") ?? string.Empty, Ratio(p.Number("qty") * stocked.Number("factor") / own.Number("factor"))) { IsPack = true, Barcode = p.Text("barcode") })
            : [];

    /// <summary>What units of a kind share: their category until 18, the unit at the end of their references since.</summary>
    private int Kind(OdooRow unit)
    {
        if (unit.LinkId("category_id") is > 0 and var category)
        {
            return category;
        }

        var at = unit;
        for (var i = 0; i < MostSteps && _units.TryGetValue(at.LinkId("relative_uom_id"), out var next); i++)
        {
            at = next;
        }

        return at.Id;
    }

    // Ratios are kept as fractions that do not end: a dozen is 12, not 12.00000048.
    private static decimal Ratio(decimal ratio)
    {
        var (whole, turned) = (Math.Round(ratio), ratio == 0 ? 0 : Math.Round(1 / ratio));
        return whole >= 1 && Math.Abs(ratio - whole) <= whole * Near ? whole
            : turned >= 1 && Math.Abs((1 / ratio) - turned) <= turned * Near ? 1 / turned
            : ratio;
    }

    private static Task<IReadOnlyList<OdooRow>> None() => Task.FromResult<IReadOnlyList<OdooRow>>([]);

    private static async Task<IReadOnlyList<OdooRow>> RowsAsync(IOdooClient client, Caller caller, string model, OdooDomain domain, IReadOnlyList<string> fields, int limit, CancellationToken cancellationToken)
        => await client.MayReadAsync(caller, model, cancellationToken)
            ? (await client.SearchReadAsync(caller, new OdooQuery { Model = model, Domain = domain, Fields = fields, Order = "id", Limit = limit }, cancellationToken)).Rows : [];
}
