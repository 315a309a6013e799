using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Sales;

/// <summary>The tag that says an order is held for credit.</summary>
internal static class CreditHold
{
    /// <summary>The tag's id, or null where the server has none or the account may not read tags. One round trip.</summary>
    public static async Task<int?> TagAsync(ActionDesk desk, Caller caller, CancellationToken cancellationToken)
    {
        if (!await desk.Client.HasModelAsync(caller, "crm.tag", cancellationToken) || !await desk.Client.MayReadAsync(caller, "crm.tag", cancellationToken))
        {
            return null;
        }

        var tags = await desk.ManyAsync(caller, "crm.tag", OdooDomain.Where("name", "=ilike", desk.Conventions.CreditHoldTag), ["name"], cancellationToken);
        return tags.Count > 0 ? tags[0].Id : null;
    }
}
