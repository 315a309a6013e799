using Copilot.Contracts;

namespace Copilot.Odoo.Exceptions;

/// <summary>All kinds of trouble that are watched for: what counts as one, who deals with it, how grave it is, who may see it. The finder of each is one file under <c>Kinds</c>.</summary>
internal static class Taxonomy
{
    public const string StockOut = "stock_out";
    public const string AllocationConflict = "allocation_conflict";
    public const string LateReceipt = "late_receipt";
    public const string OrderAtRisk = "order_at_risk";
    public const string PickFailure = "pick_failure";
    public const string QualityHold = "quality_hold";
    public const string MissingDocument = "missing_document";
    public const string CarrierMiss = "carrier_miss";
    public const string PriceDeviation = "price_deviation";
    public const string MarginErosion = "margin_erosion";
    public const string CreditHold = "credit_hold";
    public const string InvoiceMismatch = "invoice_mismatch";
    public const string InventoryVariance = "inventory_variance";
    public const string RepeatedFailure = "repeated_failure";

    private static readonly string[] OrderModels = ["sale.order", "sale.order.line", "stock.picking", "stock.move", "stock.quant", "mail.activity"];
    private static readonly string[] OrderNeeds = ["sale.order", "stock.picking"];
    private static readonly DataClass[] Selling = [DataClass.Sales, DataClass.Stock];

    /// <summary>All kinds. A new one goes to its place in this list and gets one finder.</summary>
    public static IReadOnlyList<ExceptionKind> All { get; } =
    [
        new(OrderAtRisk, "Order at risk", "An open order whose promised ship date is over, or will more likely than not be missed within a week.", RoleNames.SalesRep, 1.0)
        {
            AlsoFor = [RoleNames.WarehouseSupervisor, RoleNames.ServiceAgent], Touches = Selling, Needs = OrderNeeds, Watches = OrderModels,
        },
        new(StockOut, "Stock-out", "Open deliveries want goods that are neither on the shelf nor on a receipt.", RoleNames.Purchaser, 0.95)
        {
            AlsoFor = [RoleNames.WarehouseSupervisor], Touches = Selling, Needs = ["stock.quant", "stock.move"], Watches = OrderModels,
        },
        new(AllocationConflict, "Allocation conflict", "Stock is reserved for an order that leaves later, while one that leaves earlier is short of it.", RoleNames.WarehouseSupervisor, 0.8)
        {
            AlsoFor = [RoleNames.SalesRep], Touches = Selling, Needs = ["sale.order", "stock.picking", "stock.move"], Watches = OrderModels,
        },
        new(LateReceipt, "Late receipt", "A confirmed purchase order has open lines whose planned day is over.", RoleNames.Purchaser, 0.95)
        {
            AlsoFor = [RoleNames.WarehouseSupervisor], Touches = [DataClass.Purchasing, DataClass.Stock], Needs = ["purchase.order", "purchase.order.line"], Watches = ["purchase.order", "purchase.order.line", .. OrderModels],
        },
        new(PickFailure, "Pick failure", "Somebody noted on an open transfer that its pick failed.", RoleNames.WarehouseSupervisor, 0.9)
        {
            Touches = [DataClass.Stock], Needs = ["stock.picking", "mail.activity"], Watches = OrderModels,
        },
        new(QualityHold, "Quality hold", "Open deliveries are short of goods that stand in quality hold.", RoleNames.WarehouseSupervisor, 0.85)
        {
            AlsoFor = [RoleNames.Purchaser], Touches = Selling, Needs = ["stock.quant", "stock.move"], Watches = OrderModels,
        },
        new(MissingDocument, "Missing document", "Somebody noted on an open order or transfer that a document is missing, or reserved goods of it lack their lot.", RoleNames.WarehouseSupervisor, 0.9)
        {
            AlsoFor = [RoleNames.SalesRep], Touches = [DataClass.Stock], Needs = ["stock.picking"], Watches = [.. OrderModels, "stock.move.line"],
        },
        new(CarrierMiss, "Missed departure", "A delivery is ready in full and nothing holds it, but its day is over and it has not left.", RoleNames.WarehouseSupervisor, 0.9)
        {
            AlsoFor = [RoleNames.SalesRep], Touches = Selling, Needs = OrderNeeds, Watches = OrderModels,
        },
        new(CreditHold, "Credit hold", "An open order is held for credit.", RoleNames.Accountant, 0.9)
        {
            AlsoFor = [RoleNames.SalesRep], Touches = [DataClass.Sales], Needs = ["sale.order"], Watches = ["sale.order"],
        },
        new(PriceDeviation, "Price deviation", "An open order is sold with an unusual discount, or an open purchase order pays more than the supplier's price list says.", RoleNames.OperationsManager, 0.75)
        {
            AlsoFor = [RoleNames.SalesRep, RoleNames.Purchaser], Touches = [], Needs = [], Watches = ["sale.order", "sale.order.line", "purchase.order", "purchase.order.line", "product.supplierinfo"],
        },
        new(MarginErosion, "Margin erosion", "An open order earns under the floor, or much less than the customer's orders of the last quarter.", RoleNames.OperationsManager, 0.75)
        {
            AlsoFor = [RoleNames.SalesRep], Touches = [DataClass.Sales], Needs = ["sale.order", "sale.order.line"], Watches = ["sale.order", "sale.order.line"], TellsCost = true,
        },
        new(InvoiceMismatch, "Invoice mismatch", "An invoice or bill disagrees with its order or with what was received or delivered, or came twice.", RoleNames.Accountant, 0.75)
        {
            Touches = [DataClass.Receivables], Needs = ["account.move", "account.move.line"], Watches = ["account.move"],
        },
        new(InventoryVariance, "Inventory variance", "Counts and scrap of the last month changed a product's stock in a warehouse by a notable value.", RoleNames.WarehouseSupervisor, 0.7)
        {
            Touches = [DataClass.Stock], Needs = ["stock.move", "stock.quant"], Watches = ["stock.move"],
        },
        new(RepeatedFailure, "Repeated failure", "The same product or supplier was in at least three cases within ninety days.", RoleNames.OperationsManager, 0.7)
        {
            AlsoFor = [RoleNames.Purchaser, RoleNames.WarehouseSupervisor], Touches = Selling, Needs = ["stock.move"], Watches = [.. OrderModels, "purchase.order", "purchase.order.line"],
        },
    ];

    /// <summary>A kind by its name; null for one that this version does not know.</summary>
    public static ExceptionKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);
}
