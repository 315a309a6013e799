using System.Globalization;
using Copilot.Contracts;
using Copilot.Evals.Matching;

namespace Copilot.Evals.Truth;

/// <summary>Proofs of delivery written for the company's own deliveries, and what is true of them.</summary>
internal sealed class ProofTruth(SandboxRpc sandbox)
{
    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("proof.of_order", async (a, t) => TruthValue.Words((await OfOrderAsync(a[0], t)).Text("name")!)),
        new("proof.paper", async (a, t) => TruthValue.Words(ProofPaper.Write(await GoodsAsync(a[0], t), decimal.Parse(a[1], CultureInfo.InvariantCulture), a[2], a.Count > 3 ? a[3] : string.Empty))),
        new("proof.first", async (a, t) => TruthValue.Words((await GoodsAsync(a[0], t)).Lines[0].Code)),
        new("proof.left", async (a, t) => TruthValue.Number((await GoodsAsync(a[0], t)).Lines[0].Quantity)),
        new("proof.arrived", async (a, t) => TruthValue.Number((await GoodsAsync(a[0], t)).Lines[0].Quantity - decimal.Parse(a[1], CultureInfo.InvariantCulture))),
        new("proof.customer", async (a, t) => TruthValue.Words((await GoodsAsync(a[0], t)).Customer)),
    ];

    /// <summary>The latest delivery that left for the order which the customer calls so.</summary>
    private async Task<System.Text.Json.Nodes.JsonObject> OfOrderAsync(string reference, CancellationToken cancellationToken)
    {
        var order = (await sandbox.FindAsync("sale.order", $"[['client_order_ref','=','{reference}']]", "name", cancellationToken)).Text("name");
        return await sandbox.ReadAsync("stock.picking", $"[['origin','=','{order}'],['picking_type_id.code','=','outgoing'],['state','=','done']]", "name", cancellationToken) is [.., var latest]
            ? latest
            : throw new CopilotException($"Nothing has left for {reference} ({order}) in the practice company.");
    }

    private async Task<ShippedGoods> GoodsAsync(string delivery, CancellationToken cancellationToken)
    {
        var picking = await sandbox.FindAsync("stock.picking", $"[['name','=','{delivery}']]", "name origin partner_id", cancellationToken);
        var moves = await sandbox.ReadAsync("stock.move", $"[['picking_id','=',{picking.Id()}],['state','=','done']]", "product_id quantity", cancellationToken);
        var products = (await sandbox.ReadAsync("product.product", "[]", "default_code name", cancellationToken)).ToDictionary(p => p.Id());
        return new ShippedGoods(
            picking.Text("name")!,
            picking.Text("origin")!,
            picking.LinkName("partner_id")!,
            [.. moves.Select(m => (products[m.Link("product_id")!.Value], m)).Select(p => (p.Item1.Text("default_code")!, p.Item1.Text("name")!, p.m.Number("quantity")))]);
    }
}
