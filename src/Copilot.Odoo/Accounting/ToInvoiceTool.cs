using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Accounting;

/// <summary>
/// What was delivered and not invoiced yet, or received and not billed: the orders, the oldest first, and what they are worth. At most two round trips for each name, one for who asks and
/// those of the reader.
/// </summary>
internal sealed class ToInvoiceTool(IOdooClient client, NameResolver names, ToInvoiceReader reader, IDataGrants grants) : OdooTool(client)
{
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.to_invoice",
        Description = "What was delivered to customers and is not invoiced yet, or what suppliers delivered and have not billed yet (goods received not invoiced): orders, amounts, since when. "
            + "Not for invoices that are unpaid, not for what was invoiced, not for invoices that disagree with their order.",
        Ability = "what was delivered but not invoiced yet, and what was received but not billed",
        Status = "looking for what is still to be invoiced…",
        Parameters =
        [
            Parameters.Choice(
                "side",
                "sales (default) for customers' orders, purchases for what suppliers have not billed.",
                ("sales", ["delivered but", "shipped but", "customers"]),
                ("purchases", ["received", "not billed", "billed yet", "unbilled", "bill yet", "bills are missing", "missing bills", "suppliers", "supplier", "vendors", "vendor", "purchases", "purchase orders", "grni", "gr/ir", "accrual", "accruals", "accrue"])),
            Parameters.Customer,
            Parameters.Supplier,
            Parameters.Salesperson,
            Parameters.Company,
            Parameters.Scope,
            Parameters.Count,
        ],
        Touches = [DataClass.Sales],
        MayTouch = [DataClass.Purchasing],
        MaxRoundTrips = (4 * NameResolver.RoundTripsPerName) + 1 + ToInvoiceReader.RoundTrips,
    };

    protected override string Area => "sales orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var isPurchase = arguments.Text("supplier") is not null || (arguments.Text("side") == "purchases" && arguments.Text("customer") is null);
        if (isPurchase && !grants.MaySee(context.Caller, DataClass.Purchasing))
        {
            return Denied("purchase orders");
        }

        foreach (var model in isPurchase ? new[] { "purchase.order", "purchase.order.line" } : ["sale.order", "sale.order.line"])
        {
            if (!await Client.MayReadAsync(context.Caller, model, cancellationToken))
            {
                return Denied(isPurchase ? "purchase orders" : Area);
            }
        }

        var resolved = await names.ResolveAsync(context, arguments, [Parameters.Customer, Parameters.Supplier, Parameters.Salesperson, Parameters.Company], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        var companies = new CompanyScope(context, resolved["company"]);
        var partner = isPurchase ? resolved["supplier"] : resolved["customer"];
        var domain = companies.Narrow(ToInvoiceReader.Lines(isPurchase));
        domain = partner is { } one ? domain.And(isPurchase ? "partner_id" : "order_partner_id", "child_of", one.Id) : domain;
        var mine = !isPurchase && arguments.Text("scope") == "mine" ? (await names.MyselfAsync(context.Caller, cancellationToken))?.Id ?? 0 : (int?)null;
        domain = !isPurchase && (mine ?? resolved["salesperson"]?.Id) is { } person ? domain.And("salesman_id", "=", person) : domain;
        var (orders, isCut) = await reader.ReadAsync(context, isPurchase, domain, cancellationToken);
        var about = partner is { } named ? $" of {named.Name}" : mine is not null ? " of your own orders" : !isPurchase && resolved["salesperson"] is { } rep ? $" of {rep.Name}" : string.Empty;
        return new ToInvoiceWriter(new AnswerSheet(context, Client) { Scope = about + companies.Words }, isPurchase, about, companies).Write(orders, isCut, arguments.Shown());
    }
}
