using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Sales;

/// <summary>Why the margin changed between two periods: price, cost, mix, volume, and the products that did most. Summed by Odoo, whatever the number of lines.</summary>
internal sealed class MarginChangeTool(IOdooClient client, NameResolver names, SalesReader sales) : OdooTool(client)
{
    private const int StandardDays = 90;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.margin_change",
        Description = "Why the margin changed between two periods, of the whole company, a customer or a product: broken down into price, cost, mix and volume, with the products that did most. "
            + "Not for plain sales figures.",
        Ability = "why the margin changed, broken down into price, cost, mix and volume",
        Status = "comparing margins of both periods…",
        Parameters =
        [
            Parameters.Customer,
            Parameters.Product,
            Parameters.Company,
            Parameters.From with { Description = "First day of the later period; the last 90 days when left out." },
            Parameters.To,
            Parameters.Against,
            Parameters.Count with { Description = "How many products to list; 5 when left out, 50 at most." },
        ],
        Touches = [DataClass.Sales],
        MaxRoundTrips = (3 * NameResolver.RoundTripsPerName) + (2 * SalesReader.RoundTrips) + 1,
    };

    protected override string Area => "sales orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "sale.order.line", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [Parameters.Customer, Parameters.Product, Parameters.Company], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        if (AskedPeriod.Read(arguments, context.Today, StandardDays, out var fault) is not { } asked)
        {
            return Failed(fault);
        }

        var companies = new CompanyScope(context, resolved["company"]);
        var sheet = new AnswerSheet(context, Client) { Scope = companies.Words };
        var customer = resolved["customer"]?.Id ?? (context.Focus is { Model: "res.partner" } focus ? focus.Id : null);
        OdooDomain Of(Period period)
        {
            var domain = companies.Narrow(SalesReader.Confirmed(period, sheet.Days)).And("product_id", "!=", null);
            domain = customer is { } id ? domain.And("order_partner_id", "child_of", id) : domain;
            return resolved["product"] is { } product ? domain.And("product_id", "=", product.Id) : domain;
        }

        var now = sales.ReadAsync(context, Of(asked.Now), "product_id", cancellationToken);
        var before = sales.ReadAsync(context, Of(asked.Before), "product_id", cancellationToken);
        var cost = sales.SeesCostAsync(context, cancellationToken);
        await Task.WhenAll(now, before, cost);
        if ((await now).Concat(await before).Any(s => s.Margin is null))
        {
            return Denied("margins");
        }

        var about = resolved["customer"] is { } c ? $" with {c.Name}" : resolved["product"] is { } p ? $" of {p.Code ?? p.Name}" : string.Empty;
        return new MarginChangeWriter(sheet, asked, companies, about, await cost).Write(await now, await before, arguments.Shown(5));
    }
}
