using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Service;

/// <summary>How many tickets came in a period, from whom or about what. At most two round trips for each name, one for the tickets and one for the period before.</summary>
internal sealed class TicketFiguresTool(IOdooClient client, NameResolver names, CaseReader reader) : OdooTool(client)
{
    private const int StandardDays = 30;
    private const int StandardCount = 5;
    private const int MostTickets = 5000;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.ticket_figures",
        Description = "How many tickets (complaints, requests) came in a period against the one before, and who opened most: by customer, product, agent or team; how many are closed and how many missed their deadline. "
            + "Not for single tickets, not for which to work on first, not for earlier cases like one.",
        Ability = "how many tickets or complaints came in a period, from which customers and about what",
        Status = "counting tickets…",
        Parameters =
        [
            Parameters.Customer,
            Parameters.Product,
            Parameters.Name("agent", SlotKind.Person, "Who works on them."),
            Parameters.From with { Description = "First day of the period; the last 30 days when left out." },
            Parameters.To,
            Parameters.Against,
            Parameters.Choice(
                "group",
                "How they are split: customer (default), product, agent or team.",
                ("customer", ["by customer", "per customer", "which customer", "which customers", "who complains", "who complained", "whose"]),
                ("product", ["by product", "per product", "which product", "which products", "which article", "which articles", "what about", "about what", "about which", "most common", "most frequent", "complain about", "complained about"]),
                ("agent", ["by agent", "per agent", "which agent", "each agent", "which colleague"]),
                ("team", ["by team", "per team", "which team", "each team"])),
            Parameters.Count with { Description = "How many parts to list; 5 when left out, 50 at most." },
        ],
        Touches = [DataClass.Service],
        MaxRoundTrips = (3 * NameResolver.RoundTripsPerName) + 2,
    };

    protected override string Area => "tickets";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (await reader.MissingAsync(context.Caller, cancellationToken) is { } missing)
        {
            return missing;
        }

        var resolved = await names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Slot < SlotKind.PeriodStart)], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        if (AskedPeriod.Read(arguments, context.Today, StandardDays, out var fault) is not { } asked)
        {
            return Failed(fault);
        }

        var days = new CallerDays(context);
        OdooDomain Of(Period period)
        {
            var domain = OdooDomain.Where("create_date", ">=", days.Start(period.From)).And("create_date", "<=", days.End(period.To));
            domain = resolved["customer"] is { } customer ? domain.And("partner_id", "child_of", customer.Id) : domain;
            domain = resolved["product"] is { } product ? domain.And("product_id", "=", product.Id) : domain;
            return resolved["agent"] is { } agent ? domain.And("user_id", "=", agent.Id) : domain;
        }

        var now = reader.ReadAsync(context, Of(asked.Now), "create_date desc, id desc", MostTickets, cancellationToken);
        var before = Client.CountAsync(context.Caller, "helpdesk.ticket", Of(asked.Before), cancellationToken);
        await Task.WhenAll(now, before);
        var (cases, total) = await now;
        var about = (resolved["customer"] is { } c ? $" of {c.Name}" : string.Empty) + (resolved["product"] is { } p ? $" about {p.Code ?? p.Name}" : string.Empty) + (resolved["agent"] is { } a ? $" with {a.Name}" : string.Empty);
        var group = arguments.Text("group") ?? (resolved["customer"] is null ? "customer" : "product");
        return new TicketFiguresWriter(new AnswerSheet(context, Client) { Scope = about }, asked, about, group).Write(cases, total, await before, arguments.Shown(StandardCount));
    }
}
