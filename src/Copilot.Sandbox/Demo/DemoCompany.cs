using Copilot.Sandbox.Demo.Accounting;
using Copilot.Sandbox.Demo.Customers;
using Copilot.Sandbox.Demo.Masters;
using Copilot.Sandbox.Demo.Products;
using Copilot.Sandbox.Demo.Purchasing;
using Copilot.Sandbox.Demo.Sales;
using Copilot.Sandbox.Demo.Service;
using Copilot.Sandbox.Demo.Stock;
using Copilot.Sandbox.Demo.Suppliers;
using Copilot.Sandbox.Demo.Trouble;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Demo;

/// <summary>
/// The practice company: a distributor of industrial and packaging supplies with 24 months behind it and a bad day today.
/// The same seed, day and moment give the same records; nothing here reads a clock.
/// </summary>
internal static class DemoCompany
{
    public static void Fill(IRecordSink sink, DateOnly today, DateTimeOffset now, int seed)
    {
        var bench = new Workbench(sink, new BusinessCalendar(today, now), seed);
        var masters = MasterRecords.Write(bench);
        var catalogue = Catalogue.Write(bench, masters);
        var site = Site.Write(bench, catalogue);
        var suppliers = SupplierBook.Write(bench, masters, catalogue);
        var prices = PriceLists.Write(bench, masters, catalogue);
        var customers = CustomerBook.Write(bench, masters, catalogue, site, prices);

        var trouble = new TroubleOrders(bench, masters, catalogue, customers, prices);
        var troubled = trouble.Stock();
        var bought = new PurchaseHistory(bench, catalogue, suppliers, site, prices, troubled).Plan();
        var orders = OrderRecords.Number(bench, new SalesHistory(bench, masters, customers, prices, troubled).Plan(bought).Concat(trouble.Plan()));
        var stock = StockPlan.Make(bench, catalogue, site, orders, troubled);
        var invoicing = new CustomerInvoices(bench, masters, prices);
        var invoices = invoicing.Plan(orders);

        new Waves(bench, masters, site).Plan(orders);
        WriteSales(bench, masters, site, orders);
        invoicing.Write(invoices);
        PaymentRecords.Write(bench, invoices);
        var purchases = WritePurchases(bench, masters, site, bought.Concat(new TroubleReceipts(bench, catalogue, suppliers, site).Plan()));
        StockRecords.WriteQuants(bench, stock);
        StockRecords.WriteOrderpoints(bench, catalogue, site, stock, suppliers, masters.Units["Pallet"]);

        new ActivityRecords(bench, masters).Write(orders, purchases, invoices);
        var answers = new TicketRecords(bench, masters, customers).Write(orders);
        new Correspondence(bench, masters, customers).Write(orders, purchases, invoices, answers);
        new ChangeRecords(bench).Write(orders);
        PipelineRecords.Write(bench, masters, customers);
        new AttachmentRecords(bench).Write(orders, purchases);
        new Adjustments(bench, masters, catalogue, site).Write();
        new DoubleEntries(bench, catalogue).Write(masters.Units, suppliers);
        new ContactRecords(bench, masters).Write(customers, suppliers);
    }

    private static void WriteSales(Workbench bench, MasterRecords masters, Site site, List<SaleOrder> orders)
    {
        var orderRecords = new OrderRecords(bench, masters);
        var deliveryRecords = new DeliveryRecords(bench, masters, site);
        foreach (var order in orders)
        {
            orderRecords.Write(order);
            deliveryRecords.Write(order);
        }
    }

    private static List<PurchaseOrder> WritePurchases(Workbench bench, MasterRecords masters, Site site, IEnumerable<PurchaseOrder> planned)
    {
        var purchases = PurchaseRecords.Number(bench, planned);
        var bills = new VendorBills(bench, masters);
        bills.Plan(purchases);
        var records = new PurchaseRecords(bench, masters, site);
        purchases.ForEach(records.Write);
        bills.Write();
        return purchases;
    }
}
