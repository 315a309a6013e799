using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Sales;

/// <summary>What was sold in a period against the one before: revenue, orders, margin, average order, by company and month. Summed by Odoo.</summary>
internal sealed class SalesFiguresTool(IOdooClient client, NameResolver names, SalesReader sales) : OdooTool(client)
{
    private const int StandardDays = 30;
    private const int MonthsFrom = 60;

    private static readonly ToolParameter Category = Parameters.Name("category", SlotKind.Category, "A product category, with all below it.");

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.sales_figures",
        Description = "Sales of the whole company, a company, a salesperson, a warehouse, a product or a category in a period compared with the period before or the year before: "
            + "revenue, number of orders, average order, margin; also what one customer bought of a product or category. Not for a customer as a whole, not for a ranking, not for why a margin changed.",
        Ability = "how much we sold in a period, compared with the one before",
        Status = "adding up sales of both periods…",
        Parameters =
        [
            Parameters.From with { Description = "First day of the period; the last 30 days when left out." },
            Parameters.To,
            Parameters.Against,
            Parameters.Customer,
            Parameters.Product,
            Category,
            Parameters.Salesperson,
            Parameters.Warehouse,
            Parameters.Company,
            Parameters.Scope,
            Parameters.Choice(
                "group",
                "none (default), or monthly for each month of the period; not for a product or a category.",
                ("monthly", ["by month", "per month", "each month", "every month", "month by month", "monthly", "pro monat", "monatlich", "par mois", "por mes", "per maand", "al mese", "per mese"])),
        ],
        Touches = [DataClass.Sales],
        MaxRoundTrips = (6 * NameResolver.RoundTripsPerName) + 1 + (3 * SalesReader.RoundTrips) + 2,
    };

    protected override string Area => "sales orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "sale.order.line", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [Parameters.Customer, Parameters.Product, Category, Parameters.Salesperson, Parameters.Warehouse, Parameters.Company], cancellationToken);
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
        var mine = arguments.Text("scope") == "mine" ? (await names.MyselfAsync(context.Caller, cancellationToken))?.Id ?? 0 : (int?)null;
        OdooDomain Of(Period period)
        {
            var domain = companies.Narrow(SalesReader.Confirmed(period, sheet.Days));
            domain = resolved["customer"] is { } customer ? domain.And("order_partner_id", "child_of", customer.Id) : domain;
            domain = resolved["product"] is { } product ? domain.And("product_id", "=", product.Id) : domain;
            domain = resolved["category"] is { } category ? domain.And("product_id.categ_id", "child_of", category.Id) : domain;
            domain = resolved["warehouse"] is { } warehouse ? domain.And("order_id.warehouse_id", "=", warehouse.Id) : domain;
            return (mine ?? resolved["salesperson"]?.Id) is { } seller ? domain.And("salesman_id", "=", seller) : domain;
        }

        var field = resolved["product"] is null ? null : "product_id";
        var now = sales.ReadAsync(context, Of(asked.Now), field, cancellationToken);
        var before = sales.ReadAsync(context, Of(asked.Before), field, cancellationToken);
        var parts = companies.IsSeveral ? sales.ReadAsync(context, Of(asked.Now), "company_id", cancellationToken) : Task.FromResult<IReadOnlyList<SalesSum>>([]);
        var isMonthly = arguments.Text("group") == "monthly";
        var person = mine ?? resolved["salesperson"]?.Id;
        var months = resolved["product"] is null && resolved["category"] is null && (isMonthly || asked.Now.Days >= MonthsFrom) ? MonthsAsync(context, companies, resolved, person, asked.Now, sheet.Days, cancellationToken) : Task.FromResult<IReadOnlyList<OdooRow>>([]);
        var first = sales.StartAsync(context, companies, cancellationToken);
        await Task.WhenAll(now, before, parts, months, first);
        return new SalesFiguresWriter(sheet, asked, companies, About(resolved, mine is not null)) { Start = await first, IsMonthly = isMonthly }.Write(await now, await before, await parts, await months);
    }

    /// <summary>What the figures were narrowed to, behind "Sales": <c> of TAP-PP48-66 to Nordlicht Logistik GmbH</c>; empty for all.</summary>
    private static string About(ResolvedNames resolved, bool isMine)
        => (resolved["product"] is { } product ? $" of {product.Code ?? product.Name}" : resolved["category"] is { } category ? $" in {category.Name}" : string.Empty)
            + (resolved["customer"] is { } customer ? $" to {customer.Name}" : string.Empty)
            + (isMine ? " of your own orders" : resolved["salesperson"] is { } person ? $" of {person.Name}" : string.Empty)
            + (resolved["warehouse"] is { } warehouse ? $" from {warehouse.Name}" : string.Empty);

    private Task<IReadOnlyList<OdooRow>> MonthsAsync(ToolContext context, CompanyScope companies, ResolvedNames resolved, int? person, Period period, CallerDays days, CancellationToken cancellationToken)
    {
        var domain = companies.Narrow(OdooDomain.Where("state", "=", "sale").And("date_order", ">=", days.Start(period.From)).And("date_order", "<=", days.End(period.To)));
        domain = resolved["customer"] is { } customer ? domain.And("partner_id", "child_of", customer.Id) : domain;
        domain = resolved["warehouse"] is { } warehouse ? domain.And("warehouse_id", "=", warehouse.Id) : domain;
        domain = person is { } id ? domain.And("user_id", "=", id) : domain;
        return Client.ReadGroupAsync(
            context.Caller, new OdooGrouping { Model = "sale.order", Domain = domain, GroupBy = ["date_order:month", "currency_id"], Aggregates = ["amount_untaxed:sum"] }, cancellationToken);
    }
}
