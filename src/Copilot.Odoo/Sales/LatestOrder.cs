using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Sales;

/// <summary>Finds the order that was confirmed last. One round trip.</summary>
internal sealed class LatestOrder(IOdooClient client)
{
    private static readonly string[] Confirmed = ["sale", "done"];

    /// <summary>The id of the confirmed order with the latest order date among those that a domain finds; null without any.</summary>
    public async Task<int?> FindAsync(ToolContext context, OdooDomain domain, CancellationToken cancellationToken)
    {
        var page = await client.SearchReadAsync(
            context.Caller, new OdooQuery { Model = "sale.order", Domain = OdooDomain.Where("state", "in", Confirmed).And(domain), Fields = ["name"], Order = "date_order desc, id desc", Limit = 1 }, cancellationToken);
        return page.Rows is [var row, ..] ? row.Id : null;
    }
}
