using Copilot.Sandbox.Demo.Masters;

namespace Copilot.Sandbox.Demo.Sales;

/// <summary>Writes orders and their lines, with the sums and states Odoo would have stored.</summary>
internal sealed class OrderRecords(Workbench bench, MasterRecords masters)
{
    private readonly Random dice = bench.Dice("order records");

    /// <summary>Numbers the orders by date and gives them their ids.</summary>
    public static List<SaleOrder> Number(Workbench bench, IEnumerable<SaleOrder> planned)
    {
        var orders = planned.OrderBy(o => o.Ordered).ToList();
        foreach (var order in orders)
        {
            order.Id = bench.Reserve("sale.order");
            order.Name = bench.Number("S");
            foreach (var line in order.Lines)
            {
                line.Id = bench.Reserve("sale.order.line");
            }
        }

        return orders;
    }

    public void Write(SaleOrder order)
    {
        var untaxed = order.Lines.Sum(l => l.Subtotal);
        var tax = order.Lines.Sum(l => l.Tax);
        var margin = order.Lines.Sum(l => l.Margin);
        var customer = order.Customer;
        bench.Add("sale.order", new(40)
        {
            ["id"] = order.Id,
            ["name"] = order.Name,
            ["state"] = order.State,
            ["partner_id"] = customer.PartnerId,
            ["partner_invoice_id"] = customer.PartnerId,
            ["partner_shipping_id"] = customer.DeliveryId,
            ["date_order"] = order.Ordered,
            ["create_date"] = order.Ordered.AddMinutes(-10),
            ["write_date"] = Latest(order),
            ["validity_date"] = order.State is "draft" or "sent" ? DateOnly.FromDateTime(order.Ordered).AddDays(order.Id % 3 == 0 ? 14 : 30) : null,
            ["commitment_date"] = order.State is "draft" ? null : order.Promised,
            ["effective_date"] = order.Deliveries.Where(d => d.Done is not null).Min(d => d.Done),
            ["client_order_ref"] = order.Reference,
            ["user_id"] = customer.UserId,
            ["team_id"] = masters.Teams[customer.CompanyId - 1],
            ["company_id"] = customer.CompanyId,
            ["warehouse_id"] = order.Warehouse.Id,
            ["pricelist_id"] = customer.PricelistId,
            ["currency_id"] = 1,
            ["payment_term_id"] = masters.Terms[customer.TermDays],
            ["amount_untaxed"] = (double)untaxed,
            ["amount_tax"] = (double)tax,
            ["amount_total"] = (double)(untaxed + tax),
            ["margin"] = (double)margin,
            ["margin_percent"] = untaxed == 0 ? 0.0 : (double)Math.Round(margin / untaxed, 6),
            ["invoice_status"] = InvoiceStatus(order),
            ["invoice_ids"] = order.InvoiceIds.ToArray(),
            ["delivery_status"] = DeliveryStatus(order),
            ["picking_policy"] = order.ShipComplete ? "one" : "direct",
            ["carrier_id"] = masters.Carriers[order.Lines.Exists(l => l.Product.Family.Code == "CCP") ? 3 : dice.Next(3)],
            ["tag_ids"] = order.OnCreditHold ? new[] { masters.Tags[DemoCast.CreditHoldTag] } : customer.Class == 'A' ? new[] { masters.Tags["Key account"] } : [],
            ["note"] = order.Note,
            ["locked"] = false,
        });
        for (var i = 0; i < order.Lines.Count; i++)
        {
            WriteLine(order, order.Lines[i], (i + 1) * 10);
        }
    }

    private void WriteLine(SaleOrder order, SaleLine line, int sequence)
    {
        var customer = order.Customer;
        bench.Add("sale.order.line", new(34)
        {
            ["id"] = line.Id,
            ["order_id"] = order.Id,
            ["sequence"] = sequence,
            ["product_id"] = line.Product.Id,
            ["name"] = line.Product.Label,
            ["product_uom_qty"] = (double)line.Quantity,
            ["product_uom_id"] = line.Product.UnitId,
            ["price_unit"] = (double)line.Price,
            ["discount"] = (double)line.Discount,
            ["tax_ids"] = new[] { MasterRecords.SaleTax(customer.CompanyId) },
            ["price_subtotal"] = (double)line.Subtotal,
            ["price_tax"] = (double)line.Tax,
            ["price_total"] = (double)(line.Subtotal + line.Tax),
            ["qty_delivered"] = (double)line.Delivered,
            ["qty_invoiced"] = (double)line.Invoiced,
            ["qty_to_invoice"] = (double)(line.Delivered - line.Invoiced),
            ["invoice_status"] = InvoiceStatus(order, line),
            ["state"] = order.State,
            ["customer_lead"] = 3.0,
            ["purchase_price"] = (double)line.Cost,
            ["margin"] = (double)line.Margin,
            ["is_delivery"] = false,
            ["order_partner_id"] = customer.PartnerId,
            ["salesman_id"] = customer.UserId,
            ["company_id"] = customer.CompanyId,
            ["currency_id"] = 1,
        });
    }

    private static DateTime Latest(SaleOrder order)
        => order.Deliveries.Where(d => d.Done is not null).Select(d => d.Done!.Value).Append(order.Ordered).Max();

    private static string InvoiceStatus(SaleOrder order)
        => order.Lines.Exists(l => InvoiceStatus(order, l) == "to invoice") ? "to invoice"
            : order.Lines.TrueForAll(l => InvoiceStatus(order, l) == "invoiced") ? "invoiced" : "no";

    private static string InvoiceStatus(SaleOrder order, SaleLine line)
        => order.State != "sale" ? "no"
            : line.Delivered != line.Invoiced ? "to invoice"
            : line.Invoiced >= line.Quantity ? "invoiced" : "no";

    private static string? DeliveryStatus(SaleOrder order)
        => order.Deliveries.TrueForAll(d => d.Cancelled) ? null
            : order.Deliveries.TrueForAll(d => !d.Open) ? "full"
            : order.Deliveries.Exists(d => d.Done is not null) ? "partial" : "pending";
}
