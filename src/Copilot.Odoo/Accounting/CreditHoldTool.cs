using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Accounting;

/// <summary>
/// Why an order or a customer is on credit hold, or which orders are: the tag, the note on the customer, limit, what is owed and overdue, what was said. What the account may not read is left out and named.
/// </summary>
internal sealed class CreditHoldTool(IOdooClient client, NameResolver names, CreditHoldReader reader, CompanyCurrencies books, IOptions<OdooConventions> conventions) : OdooTool(client)
{
    private static readonly ToolParameter Order = Parameters.Name("order", SlotKind.SalesOrder, "A sales order's number; the one in view when left out.");

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.credit_hold",
        Description = "Why a sales order or a customer is on credit hold (blocked for credit): limit, open and overdue amounts, note and last message; or the list of all orders on hold; customers who are over their credit limit or have none. "
            + "Not for the rules about who may release a hold.",
        Ability = "why an order is on credit hold, which orders are, and which customers are over their credit limit",
        Status = "looking at credit, limits and overdue invoices…",
        Parameters =
        [
            Order,
            Parameters.Customer,
            Parameters.Choice(
                "show",
                "held (default) for orders on hold, over for customers who owe more than their credit limit, without for customers that have no limit.",
                ("held", ["on hold", "on credit hold", "blocked", "held"]),
                ("over", ["over limit", "over their limit", "over the limit", "over their credit limit", "over the credit limit", "above their limit", "above their credit limit", "above the credit limit", "beyond their credit limit", "exceed their credit limit", "exceed the credit limit", "exceeded their credit limit", "exceeded the credit limit", "limit exceeded", "limits exceeded", "credit limit exceeded", "more than their credit limit", "exceeding their limit", "exceeding their credit limit"]),
                ("without", ["no credit limit", "without a credit limit", "without credit limit", "no limit", "without limit", "without a limit", "lack a credit limit", "have no limit"])),
            Parameters.Company,
            Parameters.Scope,
            Parameters.Count,
        ],
        Touches = [DataClass.Sales],
        MaxRoundTrips = (3 * NameResolver.RoundTripsPerName) + 1 + CreditHoldReader.RoundTrips,
    };

    protected override string Area => "sales orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "sale.order", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [Order, Parameters.Customer, Parameters.Company], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        var order = resolved["order"]?.Id ?? (context.Focus is { Model: "sale.order" } o && resolved["customer"] is null ? o.Id : null);
        var customer = resolved["customer"]?.Id ?? (context.Focus is { Model: "res.partner" } p && order is null ? p.Id : null);
        var companies = new CompanyScope(context, resolved["company"]);
        var narrowed = companies.Narrow(OdooDomain.All);
        if (order is null && customer is null && arguments.Text("show") is "over" or "without")
        {
            return await Client.MayReadAsync(context.Caller, "account.move", cancellationToken)
                ? await new CreditLimits(Client, books).AnswerAsync(context, new AnswerSheet(context, Client) { Scope = companies.Words }, companies, arguments.Text("show") == "without", arguments.Shown(), cancellationToken)
                : Denied("invoices and credit limits");
        }

        if (arguments.Text("scope") == "mine")
        {
            narrowed = narrowed.And("user_id", "=", (await names.MyselfAsync(context.Caller, cancellationToken))?.Id ?? 0);
        }

        var holds = await reader.ReadAsync(context, order, customer, narrowed, conventions.Value.CreditHoldTag, cancellationToken);
        var writer = new CreditHoldWriter(new AnswerSheet(context, Client) { Scope = companies.Words }, companies, conventions.Value.CreditHoldTag);
        return order is null && customer is null ? writer.WriteAll(holds, arguments.Shown())
            : holds.Subject is null && customer is null ? NotFound("I found no such order among those you may see.")
            : writer.WriteOne(holds, resolved["customer"]?.Name);
    }
}
