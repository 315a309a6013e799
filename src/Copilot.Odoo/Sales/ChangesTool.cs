using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Sales;

/// <summary>What was changed on an order, by whom and when, with the order as it is now; of a customer the latest one; without an order, which price rules were changed. Two round trips for each name, one for the latest order and <see cref="ChangeReader.RoundTrips"/> more.</summary>
internal sealed class ChangesTool(IOdooClient client, NameResolver names, ChangeReader changes, LatestOrder latest) : OdooTool(client)
{
    private const int StandardDays = 30;

    private static readonly ToolParameter Order = Parameters.Name("order", SlotKind.SalesOrder, "A sales order's number; the one in view when left out.");
    private static readonly ToolParameter Customer = Parameters.Name("customer", SlotKind.Customer, "A customer's name: the changes on their latest order.");

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.changes",
        Description = "Who changed what and when: the history of a sales order (quantities, prices, dates, status, notes) with the order as it is now; "
            + "without an order, which sales prices (price list rules) were changed lately and by whom. Not for where an order is or when it ships.",
        Ability = "what was changed on an order, or who changed prices, and when",
        Status = "reading the log of changes…",
        Parameters =
        [
            Order,
            Customer,
            Parameters.Product,
            Parameters.From with { Description = "First day of the changes; for prices the last 30 days when left out, for an order all." },
            Parameters.To,
            Parameters.Count,
        ],
        Touches = [DataClass.Sales],
        MaxRoundTrips = (3 * NameResolver.RoundTripsPerName) + ChangeReader.RoundTrips + 3,
    };

    protected override string Area => "sales orders and price lists";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        var resolved = await names.ResolveAsync(context, arguments, [Order, Customer, Parameters.Product], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        if (AskedPeriod.Read(arguments, context.Today, StandardDays, out var fault) is not { } asked)
        {
            return Failed(fault);
        }

        var sheet = new AnswerSheet(context, Client);
        var named = resolved["order"]?.Id;
        if (named is null && resolved["customer"] is { } customer && await Client.MayReadAsync(caller, "sale.order", cancellationToken))
        {
            named = await latest.FindAsync(context, OdooDomain.Where("partner_id", "child_of", customer.Id), cancellationToken);
            if (named is null)
            {
                return NotFound($"I found no confirmed order of {customer.Name} among those you may see.");
            }
        }

        if ((named ?? (context.Focus is { Model: "sale.order" } focus && resolved["product"] is null ? focus.Id : null)) is { } order)
        {
            if (!await Client.MayReadAsync(caller, "sale.order", cancellationToken))
            {
                return Denied("sales orders");
            }

            var row = changes.OrderAsync(context, order, cancellationToken);
            var lines = changes.LinesAsync(context, order, cancellationToken);
            var log = changes.ReadAsync(context, order, cancellationToken);
            await Task.WhenAll(row, lines, log);
            if (await row is not { } found)
            {
                return NotFound("I found no such order among those you may see.");
            }

            var (all, seesValues, isCut) = await log;
            var wanted = arguments.Day("from") is null && arguments.Day("to") is null ? all : [.. all.Where(c => sheet.Days.Of(c.At) >= asked.Now.From && sheet.Days.Of(c.At) <= asked.Now.To)];
            return new OrderChangesWriter(sheet, found, await lines, seesValues).Write(wanted, isCut, arguments.Shown());
        }

        if (!await Client.MayReadAsync(caller, "product.pricelist.item", cancellationToken))
        {
            return Denied("price lists");
        }

        var template = resolved["product"] is { } p ? (await Client.ReadAsync(caller, "product.product", [p.Id], ["product_tmpl_id"], cancellationToken)) is [var one, ..] ? one.Link("product_tmpl_id")?.Id : null : null;
        var rules = await changes.PriceRulesAsync(context, asked.Now, resolved["product"]?.Id, template, null, cancellationToken);
        return new PriceChangesWriter(sheet, asked.Now, resolved["product"] is { } product ? $" for {product.Code ?? product.Name}" : string.Empty).Write(rules, arguments.Shown());
    }
}
