using Copilot.Contracts;
using Copilot.Odoo.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Benchmarks.House;

/// <summary>A question for each tool, and who asks it.</summary>
/// <param name="Tool">The tool it is meant for; several with a plus between.</param>
/// <param name="Role">Who asks.</param>
/// <param name="Text">The question.</param>
internal sealed record EverydayQuestion(string Tool, string Role, string Text)
{
    public static async Task<IReadOnlyList<EverydayQuestion>> AllAsync(RunningHouse house, CancellationToken cancellationToken)
    {
        var client = house.Services.GetRequiredService<IOdooClient>();
        var orders = await client.SearchReadAsync(
            RunningHouse.As(RoleNames.SalesRep),
            new OdooQuery { Model = "sale.order", Domain = OdooDomain.Where("state", "=", "sale"), Fields = ["name"], Order = "id desc", Limit = 1 },
            cancellationToken);
        return
        [
            new("odoo.order_status", RoleNames.SalesRep, $"Where is order {orders.Rows[0].Text("name")}?"),
            new("odoo.orders_at_risk", RoleNames.SalesRep, "Which orders are at risk of missing their promised ship date this week, and why?"),
            new("odoo.customer_summary", RoleNames.SalesRep, "Give me a summary of Nordlicht"),
            new("odoo.stock", RoleNames.SalesRep, "How many GLV-NIT-L do we have free in Lyon?"),
            new("odoo.substitutes", RoleNames.SalesRep, "Which substitutes are there for GLV-NIT-L?"),
            new("odoo.late_receipts", RoleNames.Purchaser, "Which receipts are late?"),
            new("odoo.open_invoices", RoleNames.Accountant, "Which invoices of Baltic Timber are overdue?"),
            new("knowledge.search", RoleNames.ServiceAgent, "How many days does a customer have to return goods?"),
            new("odoo.stock+knowledge.search", RoleNames.WarehouseSupervisor, "What is on quality hold of CCP-GEL-500 in Lyon, and who may release stock worth €6,000 from the hold?"),
            new("(no tool)", RoleNames.SalesRep, "What will the weather be like in Lyon tomorrow?"),
        ];
    }
}
