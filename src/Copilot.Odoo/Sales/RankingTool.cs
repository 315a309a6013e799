using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Sales;

/// <summary>
/// Who or what comes first in a period: customers, products, salespeople or suppliers by revenue, margin, quantity or number of orders. Summed by Odoo:
/// two round trips for each name and <see cref="SalesReader.RoundTrips"/> more.
/// </summary>
internal sealed class RankingTool(IOdooClient client, NameResolver names, SalesReader sales) : OdooTool(client)
{
    private const int StandardDays = 90;
    private const int StandardCount = 5;
    private const int MostSuppliers = 2000;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.ranking",
        Description = "A ranking over a period: the top (or bottom) customers, products, salespeople or suppliers by revenue, margin, quantity or number of orders. "
            + "Not for the figures of one customer, nor for who owes money.",
        Ability = "who our top customers, best selling products or largest suppliers are in a period",
        Status = "adding up sales…",
        Parameters =
        [
            Parameters.Choice(
                "of",
                "What is ranked: customers (default), products, salespeople or suppliers.",
                ("customers", ["customer", "clients", "client", "accounts", "buyers", "buys", "kunden", "clients"]),
                ("products", ["product", "items", "item", "articles", "article", "skus", "sku", "goods", "sellers", "selling", "bestsellers", "best sellers", "sells", "sold most"]),
                ("salespeople", ["salespersons", "salesperson", "sales people", "reps", "rep", "sellers of the team", "colleagues", "team"]),
                ("suppliers", ["supplier", "vendors", "vendor", "spend", "purchases", "purchasing"])),
            Parameters.Choice(
                "by",
                "By what: revenue (default), margin, quantity or orders.",
                ("revenue", ["sales", "turnover", "value", "amount", "money"]),
                ("margin", ["profit", "profitable", "margins", "earn", "contribution"]),
                ("quantity", ["volume", "units", "pieces", "quantities", "how many"]),
                ("orders", ["number of orders", "order count", "most orders", "often", "frequent"])),
            Parameters.Choice(
                "end",
                "top for the largest (default), bottom for the smallest.",
                ("top", ["best", "biggest", "largest", "most", "highest", "strongest"]),
                ("bottom", ["worst", "smallest", "least", "lowest", "weakest", "slowest"])),
            Parameters.From with { Description = "First day of the period; the last 90 days when left out." },
            Parameters.To,
            Parameters.Customer,
            Parameters.Product,
            Parameters.Name("supplier", SlotKind.Supplier, "One supplier: what we bought from it, its place among all and its share."),
            Parameters.Salesperson,
            Parameters.Company,
            Parameters.Scope,
            Parameters.Count with { Description = "How many to list; 5 when left out, 50 at most." },
        ],
        Touches = [DataClass.Sales],
        MaxRoundTrips = (5 * NameResolver.RoundTripsPerName) + 1 + SalesReader.RoundTrips,
    };

    protected override string Area => "sales orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var of = arguments.Text("supplier") is not null ? "suppliers" : arguments.Text("of") ?? "customers";
        var model = of == "suppliers" ? "purchase.order.line" : "sale.order.line";
        if (!await Client.MayReadAsync(context.Caller, model, cancellationToken))
        {
            return Denied(of == "suppliers" ? "purchase orders" : Area);
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

        var companies = new CompanyScope(context, resolved["company"]);
        var by = arguments.Text("by") ?? "revenue";
        var request = new RankingRequest(of, by, arguments.Text("end") == "bottom", asked.Now, companies, resolved["customer"] ?? resolved["product"] ?? resolved["salesperson"], arguments.Shown(StandardCount)) { One = resolved["supplier"] };
        var sheet = new AnswerSheet(context, Client) { Scope = request.About + companies.Words };
        if (of == "suppliers")
        {
            return by is "margin"
                ? NotFound("Suppliers have no margin of their own; I can rank them by what we bought, by quantity or by number of orders.")
                : new RankingWriter(sheet, request).Write(await BoughtAsync(context, sheet.Days, request, resolved, cancellationToken));
        }

        var domain = companies.Narrow(SalesReader.Confirmed(asked.Now, sheet.Days)).And("product_id", "!=", null);
        domain = resolved["customer"] is { } customer ? domain.And("order_partner_id", "child_of", customer.Id) : domain;
        domain = resolved["product"] is { } product ? domain.And("product_id", "=", product.Id) : domain;
        domain = resolved["salesperson"] is { } person ? domain.And("salesman_id", "=", person.Id) : domain;
        if (arguments.Text("scope") == "mine")
        {
            domain = domain.And("salesman_id", "=", (await names.MyselfAsync(context.Caller, cancellationToken))?.Id ?? 0);
        }

        var field = of switch { "products" => "product_id", "salespeople" => "salesman_id", _ => "order_partner_id" };
        return new RankingWriter(sheet, request).Write(await sales.ReadAsync(context, domain, field, cancellationToken));
    }

    private async Task<IReadOnlyList<SalesSum>> BoughtAsync(ToolContext context, CallerDays days, RankingRequest request, ResolvedNames resolved, CancellationToken cancellationToken)
    {
        var domain = request.Companies.Narrow(OdooDomain.Where("state", "=", "purchase"))
            .And("order_id.date_approve", ">=", days.Start(request.Period.From)).And("order_id.date_approve", "<=", days.End(request.Period.To));
        domain = resolved["product"] is { } product ? domain.And("product_id", "=", product.Id) : domain;
        var rows = await Client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping { Model = "purchase.order.line", Domain = domain, GroupBy = ["partner_id", "currency_id"], Aggregates = ["price_subtotal:sum", "product_qty:sum", "order_id:count_distinct"], Limit = MostSuppliers },
            cancellationToken);
        return [.. rows.Where(r => r.Link("partner_id") is not null).Select(r => new SalesSum(
            r.Link("partner_id")!.Value.Id, r.Link("partner_id")!.Value.Name, r.Link("currency_id")?.Name ?? "EUR", string.Empty, r.Number("price_subtotal"), r.Number("product_qty"), r.Whole("order_id"), null))];
    }
}
