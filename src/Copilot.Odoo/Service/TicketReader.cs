using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Service;

/// <summary>Reads helpdesk tickets: one round trip.</summary>
internal sealed class TicketReader(IOdooClient client)
{
    public const int RoundTrips = 1;

    /// <summary>The open tickets of a customer; null when the server has no helpdesk or the account may not read it.</summary>
    public async Task<IReadOnlyList<Ticket>?> OpenOfAsync(ToolContext context, int customerId, CancellationToken cancellationToken)
    {
        if (!await client.HasModelAsync(context.Caller, "helpdesk.ticket", cancellationToken) || !await client.MayReadAsync(context.Caller, "helpdesk.ticket", cancellationToken))
        {
            return null;
        }

        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "helpdesk.ticket",
                Domain = OdooDomain.Where("partner_id", "child_of", customerId).And("close_date", "=", null),
                Fields = ["ticket_ref", "name", "stage_id", "priority", "sla_deadline", "sla_fail", "sale_order_id", "description", "write_date"],
                Order = "priority desc, id",
                Limit = 200,
            },
            cancellationToken);
        var days = new CallerDays(context);
        return [.. page.Rows.Select(r => new Ticket(
            r,
            "#" + (r.Text("ticket_ref") ?? "?"),
            Phrase.Clean(r.Text("name"), 120),
            r.Link("stage_id")?.Name ?? string.Empty,
            r.Text("priority") switch { "3" => "urgent", "2" => "high", "1" => "medium", _ => "low" },
            days.Of(r.Moment("sla_deadline")),
            r.Flag("sla_fail") || r.Moment("sla_deadline") < context.Now))];
    }
}
