using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Accounting;

/// <summary>
/// Why an order or a customer is on credit hold, or which orders are: the tag, the note on the customer, limit, what is owed and overdue, what was said. What the account may not read is left out and named.
/// </summary>
internal sealed class CreditHoldTool(IOdooClient client, NameResolver names, CreditHoldReader reader, IOptions<OdooConventions> conventions) : OdooTool(client)
{
    private static readonly ToolParameter Order = Parameters.Name("order", SlotKind.SalesOrder, "A sales order's number; the one in view when left out.");

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.credit_hold",
        Description = "Why a sales order or a customer is on credit hold (blocked for credit): limit, open and overdue amounts, note and last message; or the list of all orders on hold. "
            + "Not for the rules about who may release a hold.",
        Ability = "why an order is on credit hold, and which orders are",
        Status = "looking at credit, limits and overdue invoices…",
        Parameters = [Order, Parameters.Customer, Parameters.Company, Parameters.Scope, Parameters.Count],
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
