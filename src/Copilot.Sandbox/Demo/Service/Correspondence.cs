using Copilot.Sandbox.Demo.Accounting;
using Copilot.Sandbox.Demo.Customers;
using Copilot.Sandbox.Demo.Masters;
using Copilot.Sandbox.Demo.Purchasing;
using Copilot.Sandbox.Demo.Sales;

namespace Copilot.Sandbox.Demo.Service;

/// <summary>Writes messages: the last contacts with customers, and what was said about today's trouble.</summary>
internal sealed class Correspondence(Workbench bench, MasterRecords masters, CustomerBook customers)
{
    private readonly Random dice = bench.Dice("messages");
    private readonly BusinessCalendar calendar = bench.Calendar;
    private readonly List<(DateTime Date, Dictionary<string, object?> Values)> messages = [];

    public void Write(IReadOnlyList<SaleOrder> orders, IReadOnlyList<PurchaseOrder> purchases, IReadOnlyList<CustomerInvoice> invoices, IReadOnlyList<TicketAnswer> answers)
    {
        Contacts();
        Confirmations(orders);
        AboutToday(orders, purchases, invoices);
        foreach (var answer in answers)
        {
            Message("helpdesk.ticket", answer.TicketId, answer.Date, null, answer.Text, masters.Users["service-agent"].Partner, "service-agent@meridian.example", "comment");
        }

        foreach (var (date, values) in messages.OrderBy(m => m.Date))
        {
            values["date"] = date;
            values["create_date"] = date;
            bench.Add("mail.message", values);
        }
    }

    private void Contacts()
    {
        foreach (var customer in customers.All)
        {
            var newest = dice.Next(1, customer.Class == 'A' ? 6 : 25);
            for (var i = 0; i < (customer.Class == 'A' ? 5 : 3); i++)
            {
                var date = BusinessCalendar.At(calendar.Business(-newest - (i * dice.Next(8, 20))), 8 + dice.Next(7), dice.Next(60));
                var (subject, body) = dice.Pick(SmallTalk);
                var fromCustomer = dice.Chance(0.6);
                Message("res.partner", customer.PartnerId, date, subject, body, fromCustomer ? customer.ContactId : customer.UserPartnerId, customer.Email, fromCustomer ? "email" : "comment");
            }
        }
    }

    private void Confirmations(IReadOnlyList<SaleOrder> orders)
    {
        var since = BusinessCalendar.At(calendar.Today.AddDays(-45), 0);
        foreach (var order in orders.Where(o => o.State == "sale" && o.Ordered > since))
        {
            Message(
                "sale.order", order.Id, order.Ordered.AddMinutes(20), $"Order confirmation {order.Name}", $"Your order {order.Reference} is confirmed.",
                order.Customer.UserPartnerId, order.Customer.Email, "email");
        }
    }

    private void AboutToday(IReadOnlyList<SaleOrder> orders, IReadOnlyList<PurchaseOrder> purchases, IReadOnlyList<CustomerInvoice> invoices)
    {
        var morning = BusinessCalendar.At(calendar.LastWorked, 9, 5);
        foreach (var (reference, text) in SupplierNews)
        {
            var purchase = purchases.First(p => p.Reference == reference);
            Message("purchase.order", purchase.Id, morning, $"Your order {purchase.Name}", text, purchase.Supplier.PartnerId, purchase.Supplier.Email, "email");
        }

        foreach (var (reference, text) in CustomerNews)
        {
            var order = orders.First(o => o.Reference == reference);
            Message("sale.order", order.Id, morning.AddMinutes(35), $"Your reference {reference}", text, order.Customer.ContactId, order.Customer.Email, "email");
        }

        var disputed = invoices.First(i => i.Order.Reference == DemoCast.DisputedOrder);
        Message(
            "account.move", disputed.Id, BusinessCalendar.At(calendar.Business(-14), 8, 25), $"Dispute of {disputed.Name}",
            "Four of the 40 pairs never arrived. We pay once we have the proof of delivery or a credit note.", disputed.Order.Customer.ContactId, disputed.Order.Customer.Email, "email");
        var hold = orders.First(o => o.Reference == DemoCast.CreditHoldOrder);
        Message(
            "sale.order", hold.Id, morning.AddMinutes(10), null, "On credit hold until the three overdue invoices are paid. Do not ship.",
            masters.Users["accountant"].Partner, "accountant@meridian.example", "comment");
    }

    private void Message(string model, int id, DateTime date, string? subject, string body, int author, string from, string type)
        => messages.Add((date, new(14)
        {
            ["subject"] = subject,
            ["body"] = $"<p>{body}</p>",
            ["model"] = model,
            ["res_id"] = id,
            ["message_type"] = type,
            ["author_id"] = author,
            ["email_from"] = from,
            ["is_internal"] = type == "comment",
        }));

    private static readonly (string Subject, string Body)[] SmallTalk =
    [
        ("Forecast for next quarter", "We expect about ten per cent more volume than last year."),
        ("Visit next week", "Thank you for the visit; the list of questions follows."),
        ("New contact in purchasing", "Please note our new buyer, details are in the signature."),
        ("Delivery times", "Deliveries between 7:00 and 14:00 only, please."),
        ("Price question", "Could you check the quantity break for our usual order?"),
        ("Stocktaking", "Our goods-in is closed on the last working day of the month."),
        ("Thank you", "The last delivery was complete and on time."),
    ];

    private static readonly (string Reference, string Text)[] SupplierNews =
    [
        (DemoCast.GlovesReceipt, "The vessel missed its slot in Ningbo. The gloves will reach you about eight working days from now. We are sorry."),
        (DemoCast.BoltsReceipt, "The zinc plating line is down. New date as confirmed in your portal."),
        (DemoCast.CoolBoxReceipt, "The mould for the 12 L box is being repaired; we will tell you a date tomorrow."),
        (DemoCast.CartonReceipt, "Truck breakdown near Erfurt, we will deliver within two days."),
    ];

    private static readonly (string Reference, string Text)[] CustomerNews =
    [
        (DemoCast.GlovesOrder, "We need at least 100 boxes this week. Please confirm what you can ship and when."),
        (DemoCast.BearingOrder, "Line 3 stops without these bearings; our agreement has a penalty for that."),
        (DemoCast.CoolBoxOrder, "The catch comes in at the end of the week. Can you send 20 L boxes for the difference?"),
    ];
}
