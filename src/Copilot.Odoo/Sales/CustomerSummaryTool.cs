using Copilot.Contracts;
using Copilot.Odoo.Accounting;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Odoo.Service;

namespace Copilot.Odoo.Sales;

/// <summary>
/// A customer at a glance: orders and revenue against the period before, margin, open orders, invoices, tickets, last contact.
/// At most two round trips for the name and twelve more; parts the account may not read are left out and named.
/// </summary>
internal sealed class CustomerSummaryTool(IOdooClient client, NameResolver names, CustomerReader customers, InvoiceReader invoices, TicketReader tickets) : OdooTool(client)
{
    private const int StandardDays = 90;

    private static readonly ToolParameter Customer = Parameters.Name("customer", SlotKind.Customer, "The customer's name; the one in view when left out.");

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.customer_summary",
        Description = "One customer at a glance: orders, revenue and margin of a period against the same length before, best products, open orders, open and overdue invoices, "
            + "open tickets, last contact. Not for a list of invoices or the state of one order.",
        Ability = "how a customer is doing: orders, revenue, open invoices, tickets and last contact",
        Status = "looking at the customer's orders, invoices and tickets…",
        Parameters =
        [
            Customer,
            Parameters.Day("from", SlotKind.PeriodStart, "First day of the period; the last 90 days when left out."),
            Parameters.Day("to", SlotKind.PeriodEnd, "Last day of the period; today when left out."),
        ],
        Touches = [DataClass.Sales],
        MaxRoundTrips = NameResolver.RoundTripsPerName + CustomerReader.RoundTrips + InvoiceReader.RoundTrips + TicketReader.RoundTrips,
    };

    protected override string Area => "customers and sales orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        if (!await Client.MayReadAsync(caller, "res.partner", cancellationToken) || !await Client.MayReadAsync(caller, "sale.order", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [Customer], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        if (resolved["customer"]?.Id is not { } id)
        {
            if (context.Focus is not { Model: "res.partner" } focus)
            {
                return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = "Which customer do you mean?" };
            }

            id = focus.Id;
        }

        var sheet = new AnswerSheet(context, Client);

        // "Before my visit tomorrow" says when it is wanted, not of when.
        var isAhead = arguments.Day("from") > sheet.Days.Today;
        var to = isAhead ? sheet.Days.Today : arguments.Day("to") ?? sheet.Days.Today;
        var from = (isAhead ? null : arguments.Day("from")) ?? to.AddDays(1 - StandardDays);
        if (from > to)
        {
            return Failed($"The period ends ({Phrase.Day(to)}) before it begins ({Phrase.Day(from)}).");
        }

        var figures = customers.ReadAsync(context, id, new Period(from, to), cancellationToken);
        var mayInvoices = await Client.MayReadAsync(caller, "account.move", cancellationToken);
        var open = mayInvoices
            ? invoices.ReadAsync(context, InvoiceReader.OpenOf("out").And("partner_id", "child_of", id), cancellationToken)
            : Task.FromResult<(IReadOnlyList<OpenInvoice>, int)>(([], 0));
        var asked = tickets.OpenOfAsync(context, id, cancellationToken);
        await Task.WhenAll(figures, open, asked);
        if (await figures is not { } customer)
        {
            return NotFound("I found no such customer among those you may see.");
        }

        new CustomerWriter(sheet, customer).Write(mayInvoices ? (await open).Item1 : null, await asked);
        return sheet.Finish();
    }
}
