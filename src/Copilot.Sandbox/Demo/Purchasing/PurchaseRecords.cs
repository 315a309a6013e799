using System.Globalization;
using Copilot.Sandbox.Demo.Masters;
using Copilot.Sandbox.Demo.Stock;

namespace Copilot.Sandbox.Demo.Purchasing;

/// <summary>Writes purchase orders with their lines and receipts.</summary>
internal sealed class PurchaseRecords(Workbench bench, MasterRecords masters, Site site)
{
    private readonly int purchaser = masters.Users["purchaser"].User;

    public static List<PurchaseOrder> Number(Workbench bench, IEnumerable<PurchaseOrder> planned)
    {
        var orders = planned.OrderBy(o => o.Ordered).ToList();
        foreach (var order in orders)
        {
            order.Id = bench.Reserve("purchase.order");
            order.Name = bench.Number("P");
            order.Lines.ForEach(l => l.Id = bench.Reserve("purchase.order.line"));
            if (order.State == "purchase")
            {
                order.ReceiptIds.Add(bench.Reserve("stock.picking"));
                if (order.PartlyReceived)
                {
                    order.ReceiptIds.Add(bench.Reserve("stock.picking"));
                }
            }
        }

        return orders;
    }

    public void Write(PurchaseOrder order)
    {
        var untaxed = order.Lines.Sum(l => l.Subtotal);
        var tax = order.Lines.Sum(l => l.Tax);
        var confirmed = order.State == "purchase";
        bench.Add("purchase.order", new(32)
        {
            ["id"] = order.Id,
            ["name"] = order.Name,
            ["state"] = order.State,
            ["partner_id"] = order.Supplier.PartnerId,
            ["partner_ref"] = order.Reference ?? (confirmed ? string.Create(CultureInfo.InvariantCulture, $"AB-{70000 + (order.Id * 7 % 29989)}") : null),
            ["date_order"] = order.Ordered,
            ["date_approve"] = confirmed ? order.Ordered.AddMinutes(50) : null,
            ["date_planned"] = order.Expected,
            ["user_id"] = purchaser,
            ["company_id"] = order.Warehouse.CompanyId,
            ["currency_id"] = 1,
            ["picking_type_id"] = order.Warehouse.InType,
            ["amount_untaxed"] = (double)untaxed,
            ["amount_tax"] = (double)tax,
            ["amount_total"] = (double)(untaxed + tax),
            ["invoice_status"] = BillStatus(order),
            ["invoice_ids"] = order.BillIds.ToArray(),
            ["picking_ids"] = order.ReceiptIds.ToArray(),
            ["receipt_status"] = ReceiptStatus(order),
            ["effective_date"] = order.Received,
            ["payment_term_id"] = masters.Terms[30],
            ["priority"] = "0",
            ["locked"] = false,
            ["create_date"] = order.Ordered.AddMinutes(-30),
            ["write_date"] = order.Received ?? order.Ordered,
        });
        for (var i = 0; i < order.Lines.Count; i++)
        {
            WriteLine(order, order.Lines[i], (i + 1) * 10);
        }

        if (confirmed)
        {
            WriteReceipts(order);
        }
    }

    private void WriteLine(PurchaseOrder order, PurchaseLine line, int sequence)
        => bench.Add("purchase.order.line", new(26)
        {
            ["id"] = line.Id,
            ["order_id"] = order.Id,
            ["sequence"] = sequence,
            ["product_id"] = line.Product.Id,
            ["name"] = line.Product.Label,
            ["product_qty"] = (double)line.Quantity,
            ["product_uom_qty"] = (double)line.Quantity,
            ["product_uom_id"] = line.Product.UnitId,
            ["price_unit"] = (double)line.Price,
            ["discount"] = 0.0,
            ["tax_ids"] = new[] { MasterRecords.PurchaseTax(order.Warehouse.CompanyId) },
            ["date_planned"] = order.Expected,
            ["qty_received"] = (double)line.Received,
            ["qty_received_method"] = "stock_moves",
            ["qty_invoiced"] = (double)line.Billed,
            ["qty_to_invoice"] = (double)(order.State == "purchase" ? line.Received - line.Billed : 0),
            ["price_subtotal"] = (double)line.Subtotal,
            ["price_total"] = (double)(line.Subtotal + line.Tax),
            ["partner_id"] = order.Supplier.PartnerId,
            ["state"] = order.State,
            ["company_id"] = order.Warehouse.CompanyId,
            ["currency_id"] = 1,
        });

    private void WriteReceipts(PurchaseOrder order)
    {
        var come = order.Lines.Where(l => l.Received > 0).ToList();
        var waiting = order.Lines.Where(l => l.Received < l.Quantity).ToList();
        var index = 0;
        if (come.Count > 0)
        {
            WriteReceipt(order, order.ReceiptIds[index++], come, l => l.Received, order.Received, null);
        }

        if (waiting.Count > 0)
        {
            WriteReceipt(order, order.ReceiptIds[index], waiting, l => l.Quantity - l.Received, null, index > 0 ? order.ReceiptIds[0] : null);
        }
    }

    private void WriteReceipt(PurchaseOrder order, int id, List<PurchaseLine> lines, Func<PurchaseLine, int> quantity, DateTime? done, int? backorderOf)
    {
        var name = bench.Number($"{order.Warehouse.Code}/IN/");
        bench.Add("stock.picking", new(28)
        {
            ["id"] = id,
            ["name"] = name,
            ["state"] = done is null ? "assigned" : "done",
            ["origin"] = order.Name,
            ["partner_id"] = order.Supplier.PartnerId,
            ["picking_type_id"] = order.Warehouse.InType,
            ["picking_type_code"] = "incoming",
            ["location_id"] = site.Vendors,
            ["location_dest_id"] = order.Warehouse.Stock,
            ["scheduled_date"] = done is null ? order.Expected : order.Promised,
            ["date_deadline"] = order.Promised,
            ["date_done"] = done,
            ["priority"] = "0",
            ["move_type"] = "direct",
            ["backorder_id"] = backorderOf,
            ["purchase_id"] = order.Id,
            ["has_deadline_issue"] = done is null && order.Expected > order.Promised,
            ["is_locked"] = true,
            ["company_id"] = order.Warehouse.CompanyId,
            ["create_date"] = order.Ordered,
            ["write_date"] = done ?? order.Ordered,
        });
        foreach (var line in lines)
        {
            bench.Add("stock.move", new(28)
            {
                ["state"] = done is null ? "assigned" : "done",
                ["product_id"] = line.Product.Id,
                ["product_uom_qty"] = (double)quantity(line),
                ["product_qty"] = (double)quantity(line),
                ["product_uom"] = line.Product.UnitId,
                ["quantity"] = (double)quantity(line),
                ["picked"] = done is not null,
                ["location_id"] = site.Vendors,
                ["location_dest_id"] = order.Warehouse.Stock,
                ["picking_id"] = id,
                ["picking_type_id"] = order.Warehouse.InType,
                ["picking_code"] = "incoming",
                ["date"] = done ?? order.Expected,
                ["date_deadline"] = order.Promised,
                ["origin"] = order.Name,
                ["reference"] = name,
                ["partner_id"] = order.Supplier.PartnerId,
                ["purchase_line_id"] = line.Id,
                ["procure_method"] = "make_to_stock",
                ["price_unit"] = (double)line.Price,
                ["company_id"] = order.Warehouse.CompanyId,
                ["priority"] = "0",
                ["create_date"] = order.Ordered,
            });
        }
    }

    private static string BillStatus(PurchaseOrder order)
        => order.State != "purchase" ? "no"
            : order.Lines.Exists(l => l.Received != l.Billed) ? "to invoice"
            : order.BillIds.Count > 0 ? "invoiced" : "no";

    private static string? ReceiptStatus(PurchaseOrder order)
        => order.State != "purchase" ? null
            : order.Lines.TrueForAll(l => l.Received >= l.Quantity) ? "full"
            : order.Lines.Exists(l => l.Received > 0) ? "partial" : "pending";
}
