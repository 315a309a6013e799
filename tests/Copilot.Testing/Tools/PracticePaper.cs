using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Testing.Documents;

namespace Copilot.Testing.Tools;

/// <summary>Writes a supplier's invoice for an order of the practice company that came and is not billed, with one price too high.</summary>
internal static class PracticePaper
{
    /// <summary>Writes it.</summary>
    /// <returns>Where it is.</returns>
    public static async Task<string> WriteAsync(IOdooClient client, Caller caller, string folder)
    {
        var lines = await client.SearchReadAsync(
            caller,
            new OdooQuery
            {
                Model = "purchase.order.line",
                Domain = OdooDomain.Where("state", "=", "purchase").And("qty_to_invoice", ">", 0),
                Fields = ["order_id", "product_id", "partner_id", "qty_to_invoice", "price_unit", "name"],
                Order = "id desc",
                Limit = 200,
            },
            CancellationToken.None);
        var order = lines.Rows.GroupBy(l => l.Link("order_id")!.Value).First();
        var text = UblSketch.Invoice(
            "RE-2026-4711",
            "2026-11-20",
            order.Key.Name.Split(' ')[0],
            order.First().Link("partner_id")!.Value.Name,
            "EUR",
            [.. order.Select((l, i) => new UblSketch.Line(Code(l), l.Text("name") ?? "goods", l.Number("qty_to_invoice"), l.Number("price_unit") * (i == 0 ? 1.2m : 1)))]);
        var path = Path.Combine(folder, "invoice.xml");
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    private static string Code(OdooRow line) => line.Link("product_id")!.Value.Name is var name && name.StartsWith('[') ? name[1..name.IndexOf(']', StringComparison.Ordinal)] : name;
}
