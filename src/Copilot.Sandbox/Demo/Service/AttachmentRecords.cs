using System.Text;
using Copilot.Sandbox.Demo.Sales;

namespace Copilot.Sandbox.Demo.Service;

/// <summary>Writes a few text files that hang on records.</summary>
internal static class AttachmentRecords
{
    public static void Write(Workbench bench, IReadOnlyList<SaleOrder> orders)
    {
        var disputed = orders.First(o => o.Reference == DemoCast.DisputedOrder);
        var shipment = disputed.Deliveries[0];
        Text(bench, "sale.order", disputed.Id, disputed.Customer.CompanyId, "purchase-order-DI-20388.txt", "Purchase order DI-20388: 40 pairs GLV-CUT-10, 24 x CLN-DEG-5L.");
        Text(bench, "stock.picking", shipment.Id, disputed.Customer.CompanyId, "delivery-note-unsigned.txt", $"Delivery note {shipment.Name}: 40 pairs GLV-CUT-10, 24 x CLN-DEG-5L. Receiver's signature: none.");
        var gloves = orders.First(o => o.Reference == DemoCast.GlovesOrder);
        Text(bench, "sale.order", gloves.Id, gloves.Customer.CompanyId, "purchase-order-NL-88214.txt", "Purchase order NL-88214: 240 boxes GLV-NIT-L, 100 boxes GLV-VIN-M, 20 x PPE-VST-L. Partial shipment accepted.");
    }

    private static void Text(Workbench bench, string model, int id, int company, string name, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        bench.Add("ir.attachment", new()
        {
            ["name"] = name,
            ["type"] = "binary",
            ["mimetype"] = "text/plain",
            ["file_size"] = bytes.Length,
            ["datas"] = Convert.ToBase64String(bytes),
            ["index_content"] = content,
            ["res_model"] = model,
            ["res_id"] = id,
            ["company_id"] = company,
            ["public"] = false,
        });
    }
}
