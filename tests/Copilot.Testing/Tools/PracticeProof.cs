using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Testing.Documents;

namespace Copilot.Testing.Tools;

/// <summary>Writes a carrier's proof of delivery for goods of the practice company that left, two pieces of the first line missing.</summary>
internal static class PracticeProof
{
    private const int Missing = 2;

    /// <summary>Writes it.</summary>
    /// <returns>Where it is.</returns>
    public static async Task<string> WriteAsync(IOdooClient client, Caller caller, string folder)
    {
        var order = await client.SearchReadAsync(caller, new OdooQuery { Model = "sale.order", Domain = OdooDomain.Where("client_order_ref", "=", "DI-20388"), Fields = ["name"], Order = "id", Limit = 1 }, CancellationToken.None);
        var deliveries = await client.SearchReadAsync(
            caller,
            new OdooQuery { Model = "stock.picking", Domain = OdooDomain.Where("origin", "=", order.Rows[0].Text("name")).And("picking_type_id.code", "=", "outgoing").And("state", "=", "done"), Fields = ["name"], Order = "id desc", Limit = 1 },
            CancellationToken.None);
        var delivery = deliveries.Rows[0];
        var moves = await client.SearchReadAsync(caller, new OdooQuery { Model = "stock.move", Domain = OdooDomain.Where("picking_id", "=", delivery.Id).And("state", "=", "done"), Fields = ["product_id", "quantity"], Order = "id", Limit = 50 }, CancellationToken.None);
        var products = (await client.ReadAsync(caller, "product.product", [.. moves.Rows.Select(m => m.LinkId("product_id"))], ["default_code"], CancellationToken.None)).ToDictionary(p => p.Id, p => p.Text("default_code") ?? "?");
        var sketch = new PdfSketch().Text(45, 50, "PROOF OF DELIVERY", 16).Text(45, 90, "Delivery no.: " + delivery.Text("name")).Text(45, 150, "Article").Text(300, 150, "Shipped").Text(400, 150, "Received");
        foreach (var (move, i) in moves.Rows.Select((m, i) => (m, i)))
        {
            var left = move.Number("quantity");
            sketch.Text(45, 166 + (16 * i), products[move.LinkId("product_id")]).Text(300, 166 + (16 * i), Figure(left)).Text(400, 166 + (16 * i), Figure(i == 0 ? left - Missing : left));
        }

        var path = Path.Combine(folder, "proof.pdf");
        await File.WriteAllBytesAsync(path, sketch.Text(45, 700, "Signature of consignee:").Page().Build());
        return path;
    }

    private static string Figure(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
