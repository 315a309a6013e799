namespace Copilot.Evals.Truth;

/// <summary>
/// What stock is worth, from single quants and the cost on the product. The argument is a warehouse's code, a company's whole name, a category's whole name behind <c>category:</c>, or a product's reference behind
/// <c>product:</c>; none for everything.
/// </summary>
internal sealed class InventoryTruth(SandboxRpc sandbox)
{
    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("inventory.value", async (a, t) => TruthValue.Number(Math.Round((await LinesAsync(a, t)).Sum(l => l.Quantity * l.Cost), 2))),
        new("inventory.products", async (a, t) => TruthValue.Number((await LinesAsync(a, t)).Select(l => l.Product).Distinct().Count())),
        new("inventory.pieces", async (a, t) => TruthValue.Number((await LinesAsync(a, t)).Where(l => l.Unit == "Units").Sum(l => l.Quantity))),
        new("inventory.dearest", DearestAsync),
    ];

    private static string Narrowed(IReadOnlyList<string> arguments)
        => arguments.Count == 0 || arguments[0].Length == 0 ? string.Empty
            : arguments[0].StartsWith("category:", StringComparison.Ordinal) ? $",['product_id.categ_id.name','=','{arguments[0][9..]}']"
            : arguments[0].StartsWith("product:", StringComparison.Ordinal) ? $",['product_id.default_code','=','{arguments[0][8..]}']"
            : arguments[0].StartsWith("Meridian ", StringComparison.Ordinal) ? $",['company_id.name','=','{arguments[0]}']"
            : $",['location_id.warehouse_id.code','=','{arguments[0]}']";

    private async Task<IReadOnlyList<(string Product, string Unit, decimal Quantity, decimal Cost)>> LinesAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var quants = await sandbox.ReadAsync("stock.quant", $"[['location_id.usage','=','internal'],['owner_id','=',false],['quantity','!=',0]{Narrowed(arguments)}]", "product_id quantity product_uom_id", cancellationToken);
        var products = (await sandbox.ReadAsync("product.product", $"[['id','in',{Rows.List(quants.Select(q => q.Link("product_id")!.Value))}],['active','in',[true,false]]]", "default_code standard_price", cancellationToken)).ToDictionary(Rows.Id);
        return [.. quants.Select(q => (Row: q, Product: products[q.Link("product_id")!.Value])).Select(q => (q.Product.Text("default_code") ?? string.Empty, q.Row.LinkName("product_uom_id") ?? string.Empty, q.Row.Number("quantity"), q.Product.Number("standard_price")))];
    }

    /// <summary>The three products that hold the most value.</summary>
    private async Task<TruthValue> DearestAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
        => TruthValue.All([.. (await LinesAsync(arguments, cancellationToken)).GroupBy(l => l.Product).OrderByDescending(g => g.Sum(l => l.Quantity * l.Cost)).Take(3).Select(g => g.Key)]);
}
