using Copilot.Sandbox.Demo.Accounting;
using Copilot.Sandbox.Demo.Masters;
using Copilot.Sandbox.Demo.Purchasing;
using Copilot.Sandbox.Demo.Sales;

namespace Copilot.Sandbox.Demo.Service;

/// <summary>Writes what somebody still has to do: failed picks, missing documents, calls and other to-dos.</summary>
internal sealed class ActivityRecords(Workbench bench, MasterRecords masters)
{
    private readonly BusinessCalendar calendar = bench.Calendar;

    public void Write(IReadOnlyList<SaleOrder> orders, IReadOnlyList<PurchaseOrder> purchases, IReadOnlyList<CustomerInvoice> invoices)
    {
        var byReference = orders.Where(o => o.Reference.Length > 0).GroupBy(o => o.Reference).ToDictionary(g => g.Key, g => g.First());
        Pick(byReference[DemoCast.FailedPickOrder], DemoCast.PickException, "Bin A-12-03 empty, counted 0 of 24", -1);
        Pick(byReference[DemoCast.LeipzigFailedPickOrder], DemoCast.PickException, "Gel packs frozen to the shelf, 180 of 300 unusable", -1);
        Pick(byReference[DemoCast.MissingDocumentOrder], DemoCast.DocumentMissing, "Dangerous goods declaration missing", 1);
        Pick(byReference[DemoCast.QualityHoldOrder], "To-Do", "Decide on the gel packs in quality hold: two packs leaked at inspection", -1);
        var second = byReference[DemoCast.MissingDocumentSecondOrder];
        Activity("sale.order", second.Id, second.Name, DemoCast.DocumentMissing, "Dangerous goods declaration missing", 1, "warehouse-supervisor");
        var disputed = invoices.First(i => i.Order.Reference == DemoCast.DisputedOrder);
        Activity("account.move", disputed.Id, disputed.Name, "To-Do", "Dispute: send the proof of delivery or credit four pairs", -3, "accountant");
        foreach (var invoice in invoices.Where(i => i.Order.Customer.Name == DemoCast.Baltic && i.OpenShare > 0))
        {
            Activity("account.move", invoice.Id, invoice.Name, "Call", "Overdue: agree on a payment date", -1, "accountant");
        }

        foreach (var order in purchases.Where(p => p.Reference is DemoCast.GlovesReceipt or DemoCast.CoolBoxReceipt or DemoCast.LeipzigFilmReceipt))
        {
            Activity("purchase.order", order.Id, order.Name, "Call", "Late: get a binding date from the supplier", -1, "purchaser");
        }

        var calls = orders.Where(o => o.Open && !o.Trouble && o.Customer.Class == 'A').Take(8).ToList();
        foreach (var order in calls)
        {
            Activity("res.partner", order.Customer.PartnerId, order.Customer.Name, "Call", "Quarterly review of open orders", 3, null, order.Customer.UserId);
        }
    }

    private void Pick(SaleOrder order, string type, string summary, int due)
    {
        var delivery = order.Deliveries.First(d => d.Open);
        var owner = order.Warehouse.CompanyId == 1 ? "warehouse-supervisor" : "admin";
        Activity("stock.picking", delivery.Id, delivery.Name, type, summary, due, owner);
    }

    private void Activity(string model, int id, string name, string type, string summary, int due, string? login, int? user = null)
        => bench.Add("mail.activity", new()
        {
            ["res_model"] = model,
            ["res_id"] = id,
            ["res_name"] = name,
            ["activity_type_id"] = masters.ActivityTypes[type],
            ["summary"] = summary,
            ["date_deadline"] = calendar.Business(due),
            ["user_id"] = user ?? masters.Users[login!].User,
            ["automated"] = false,
            ["active"] = true,
            ["create_date"] = BusinessCalendar.At(calendar.LastWorked, 13, 10),
        });
}
