using System.Globalization;
using Copilot.Sandbox.Demo.Masters;
using Copilot.Sandbox.Demo.Stock;

namespace Copilot.Sandbox.Demo.Sales;

/// <summary>Writes transfers to customers with their moves and, where known, the places and lots they come from.</summary>
internal sealed class DeliveryRecords(Workbench bench, MasterRecords masters, Site site)
{
    private readonly Random dice = bench.Dice("deliveries");

    public void Write(SaleOrder order)
    {
        if (order.State == "cancel")
        {
            return;
        }

        foreach (var delivery in order.Deliveries)
        {
            delivery.Id = bench.Reserve("stock.picking");
            delivery.Name = bench.Number($"{order.Warehouse.Code}/OUT/");
            WritePicking(order, delivery);
            foreach (var move in delivery.Moves)
            {
                WriteMove(order, delivery, move);
            }
        }
    }

    private void WritePicking(SaleOrder order, Delivery delivery)
        => bench.Add("stock.picking", new(32)
        {
            ["id"] = delivery.Id,
            ["name"] = delivery.Name,
            ["state"] = delivery.State,
            ["origin"] = order.Name,
            ["partner_id"] = order.Customer.DeliveryId,
            ["picking_type_id"] = order.Warehouse.OutType,
            ["picking_type_code"] = "outgoing",
            ["location_id"] = order.Warehouse.Stock,
            ["location_dest_id"] = site.Customers,
            ["scheduled_date"] = delivery.Done ?? order.Promised,
            ["date_deadline"] = order.Promised,
            ["date_done"] = delivery.Done,
            ["priority"] = "0",
            ["move_type"] = order.ShipComplete ? "one" : "direct",
            ["backorder_id"] = delivery.BackorderOf?.Id,
            ["sale_id"] = order.Id,
            ["carrier_id"] = masters.Carriers[order.Lines.Exists(l => l.Product.Family.Code == "CCP") ? 3 : 1],
            ["carrier_tracking_ref"] = delivery.Done is null ? null : string.Create(CultureInfo.InvariantCulture, $"MT{dice.Next(10000000, 99999999)}"),
            ["has_deadline_issue"] = delivery.Done > order.Promised,
            ["is_locked"] = true,
            ["user_id"] = delivery.PickerId ?? (delivery.Done is null ? null : PickerOf(order)),
            ["batch_id"] = delivery.WaveId,
            ["company_id"] = order.Customer.CompanyId,
            ["create_date"] = Begun(order, delivery),
            ["write_date"] = delivery.Done ?? order.Ordered,
        });

    /// <summary>Who picked what has left: in company 1 the operations manager lends a hand with every fifth order; in Leipzig picks run under the administrator.</summary>
    private int PickerOf(SaleOrder order)
        => masters.Users[order.Warehouse.CompanyId != 1 ? "admin" : order.Id % 5 == 0 ? "operations-manager" : "warehouse-supervisor"].User;

    private void WriteMove(SaleOrder order, Delivery delivery, DeliveryMove move)
    {
        var state = delivery.Cancelled ? "cancel" : delivery.Done is not null ? "done" : move.OpenState;
        var quantity = delivery.Cancelled ? 0 : delivery.Done is not null ? move.Demand : move.Reserved;
        var product = move.Line.Product;
        var id = bench.Add("stock.move", new(30)
        {
            ["state"] = state,
            ["product_id"] = product.Id,
            ["product_uom_qty"] = (double)move.Demand,
            ["product_qty"] = (double)move.Demand,
            ["product_uom"] = product.UnitId,
            ["quantity"] = (double)quantity,
            ["picked"] = move.Picked,
            ["location_id"] = order.Warehouse.Stock,
            ["location_dest_id"] = site.Customers,
            ["picking_id"] = delivery.Id,
            ["picking_type_id"] = order.Warehouse.OutType,
            ["picking_code"] = "outgoing",
            ["date"] = delivery.Done ?? order.Promised,
            ["date_deadline"] = order.Promised,
            ["origin"] = order.Name,
            ["reference"] = delivery.Name,
            ["partner_id"] = order.Customer.DeliveryId,
            ["sale_line_id"] = move.Line.Id,
            ["procure_method"] = "make_to_stock",
            ["company_id"] = order.Customer.CompanyId,
            ["priority"] = "0",
            ["create_date"] = Begun(order, delivery),
        });
        foreach (var share in move.Shares)
        {
            bench.Add("stock.move.line", new(18)
            {
                ["picking_id"] = delivery.Id,
                ["move_id"] = id,
                ["product_id"] = product.Id,
                ["product_uom_id"] = product.UnitId,
                ["quantity"] = (double)share.Quantity,
                ["picked"] = move.Picked,
                ["lot_id"] = share.Lot?.Id,
                ["lot_name"] = share.Lot?.Name,
                ["expiration_date"] = share.Lot?.Expires,
                ["location_id"] = share.LocationId,
                ["location_dest_id"] = site.Customers,
                ["date"] = delivery.Done ?? order.Promised,
                ["reference"] = delivery.Name,
                ["state"] = state,
                ["company_id"] = order.Customer.CompanyId,
            });
        }
    }

    /// <summary>A transfer is there from the order on; what is left of one, from when the rest left.</summary>
    private static DateTime Begun(SaleOrder order, Delivery delivery) => delivery.BackorderOf?.Done ?? order.Ordered;
}
