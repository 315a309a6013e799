using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Sales;

/// <summary>Leads and opportunities: the one in view in full, or the open ones. At most four round trips for names and four more.</summary>
internal sealed class OpportunitiesTool(IOdooClient client, NameResolver names) : OdooTool(client)
{
    private const int MostLeads = 500;
    private const int MostOfOne = 20;

    private static readonly string[] LeadFields =
    [
        "name", "type", "stage_id", "partner_id", "partner_name", "contact_name", "email_from", "phone", "user_id", "team_id", "expected_revenue", "company_currency", "probability",
        "date_deadline", "active", "description", "create_date", "write_date",
    ];

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.opportunities",
        Description = "Leads and opportunities of the CRM: the one in view in full (who, stage, expected revenue, quotations, planned activities, what endangers it), or the open ones of a customer, a salesperson or a closing period. "
            + "Not for orders, revenue already made or quotations that expire.",
        Ability = "which sales opportunities are open, what they are worth and what is due on them",
        Status = "looking at leads and opportunities…",
        Parameters =
        [
            Parameters.Customer,
            Parameters.Salesperson,
            Parameters.Day("from", SlotKind.PeriodStart, "First expected closing day."),
            Parameters.Day("to", SlotKind.PeriodEnd, "Last expected closing day."),
            Parameters.MinimumAmount,
            Parameters.Count,
        ],
        Touches = [DataClass.Sales],
        MaxRoundTrips = (2 * NameResolver.RoundTripsPerName) + 4,
    };

    protected override string Area => "leads and opportunities";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.HasModelAsync(context.Caller, "crm.lead", cancellationToken))
        {
            return NotFound("This Odoo has no CRM, so there are no opportunities to look at.");
        }

        if (!await Client.MayReadAsync(context.Caller, "crm.lead", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Slot < SlotKind.PeriodStart)], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        var sheet = new AnswerSheet(context, Client);
        if (!arguments.Has(Definition.Parameters) && context.Focus is { Model: "crm.lead" } focus)
        {
            return await OneAsync(context, new OpportunityWriter(sheet), focus.Id, cancellationToken);
        }

        var (from, to) = (arguments.Day("from"), arguments.Day("to"));
        var domain = OdooDomain.Where("probability", "<", 100);
        domain = resolved["customer"] is { } customer ? domain.And("partner_id", "child_of", customer.Id) : domain;
        domain = resolved["salesperson"] is { } person ? domain.And("user_id", "=", person.Id) : domain;
        domain = from is { } f ? domain.And("date_deadline", ">=", f) : domain;
        domain = to is { } t ? domain.And("date_deadline", "<=", t) : domain;
        domain = arguments.Number("min_amount") is { } least ? domain.And("expected_revenue", ">=", least) : domain;
        var page = await Client.SearchReadAsync(
            context.Caller, new OdooQuery { Model = "crm.lead", Domain = domain, Fields = LeadFields, Order = "expected_revenue desc, id", Limit = MostLeads, WithTotal = true }, cancellationToken);
        return new OpportunityListWriter(sheet, resolved, (from, to)).Write([.. page.Rows.Select(r => new Opportunity(r))], page.Total, arguments.Shown());
    }

    private async Task<ToolResult> OneAsync(ToolContext context, OpportunityWriter writer, int id, CancellationToken cancellationToken)
    {
        var page = await Client.SearchReadAsync(
            context.Caller, new OdooQuery { Model = "crm.lead", Domain = OdooDomain.Where("id", "=", id), Fields = LeadFields, Limit = 1, WithArchived = true }, cancellationToken);
        if (page.Rows.Count == 0)
        {
            return NotFound("I found no such opportunity among those you may see.");
        }

        var quotations = OptionalAsync(context.Caller, "sale.order", OdooDomain.Where("opportunity_id", "=", id).And("state", "!=", "cancel"), ["name", "state", "amount_untaxed", "currency_id", "validity_date", "write_date"], "id desc", cancellationToken);
        var activities = OptionalAsync(context.Caller, "mail.activity", OdooDomain.Where("res_model", "=", "crm.lead").And("res_id", "=", id), ["summary", "activity_type_id", "date_deadline", "user_id", "write_date"], "date_deadline, id", cancellationToken);
        var messages = OptionalAsync(
            context.Caller, "mail.message", OdooDomain.Where("model", "=", "crm.lead").And("res_id", "=", id).And("message_type", "in", new List<string> { "email", "comment" }), ["date", "author_id", "subject"], "date desc, id desc", cancellationToken);
        await Task.WhenAll(quotations, activities, messages);
        return writer.One(new Opportunity(page.Rows[0]), await quotations, await activities, await messages);
    }

    /// <summary>Rows that are nice to have; null when the account may not read them, or this Odoo does not know them.</summary>
    private async Task<IReadOnlyList<OdooRow>?> OptionalAsync(Caller caller, string model, OdooDomain domain, IReadOnlyList<string> fields, string order, CancellationToken cancellationToken)
    {
        try
        {
            return await Client.MayReadAsync(caller, model, cancellationToken)
                ? (await Client.SearchReadAsync(caller, new OdooQuery { Model = model, Domain = domain, Fields = fields, Order = order, Limit = MostOfOne }, cancellationToken)).Rows
                : null;
        }
        catch (OdooException e) when (e.Fault is OdooFault.AccessDenied or OdooFault.BadCall or OdooFault.Validation)
        {
            return null;
        }
    }
}
