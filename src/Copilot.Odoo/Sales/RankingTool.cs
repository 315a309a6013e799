using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Sales;

/// <summary>
/// Who or what comes first in a period: customers, products, salespeople or suppliers by revenue, margin, quantity, number of orders or by how their revenue changed; or the
/// largest orders themselves. Summed by Odoo: two round trips for each name and <see cref="SalesReader.RoundTrips"/> for each period.
/// </summary>
internal sealed class RankingTool(IOdooClient client, NameResolver names, SalesReader sales) : OdooTool(client)
{
    private const int StandardDays = 90;
    private const int StandardCount = 5;
    /// <summary>Odoo's root of all categories, which says nothing.</summary>
    private const string Root = "All / ";

    private const int MostSuppliers = 2000;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.ranking",
        Description = "A ranking over a period: the top (or bottom) customers, products, salespeople or suppliers by revenue, margin, quantity, number of orders or by how much more or less "
            + "they bought or sold than before; the largest single orders. Not for the figures of one customer, nor for who owes money.",
        Ability = "who our top customers, best selling products, largest orders or suppliers are in a period, and who bought more or less than before",
        Status = "adding up sales…",
        Parameters =
        [
            Parameters.Choice(
                "of",
                "What is ranked: customers (default), products, categories of products, countries of the customers, salespeople, suppliers, orders for single sales orders, or purchase_orders for single purchase orders.",
                ("customers", ["customer", "clients", "client", "accounts", "buyers", "buys", "kunden", "clients"]),
                ("products", ["stopped buying", "stopped ordering", "no longer buy", "no longer buys", "product", "items", "item", "articles", "article", "skus", "sku", "goods", "sellers", "selling", "bestsellers", "best sellers", "sells", "sold most"]),
                ("categories", ["category", "categories", "product category", "product categories", "product group", "product groups", "by category", "per category", "warengruppe", "warengruppen"]),
                ("countries", ["country", "countries", "by country", "per country", "each country", "land", "lander"]),
                ("salespeople", ["salespersons", "salesperson", "sales people", "reps", "rep", "sellers of the team", "colleagues", "team"]),
                ("suppliers", ["supplier", "vendors", "vendor", "spend", "purchases", "purchasing", "did we buy", "have we bought", "we bought", "do we buy", "we buy", "did we spend", "have we spent", "do we spend", "we spend", "spent on"]),
                ("orders", ["biggest order", "biggest orders", "largest order", "largest orders", "highest order", "highest orders", "top orders", "big orders", "smallest order", "smallest orders", "biggest sales orders", "largest sales orders", "single order", "single orders", "order with the highest value", "orders by value", "orders by amount", "most valuable orders", "most valuable order"]),
                ("purchase_orders", ["biggest purchase order", "biggest purchase orders", "largest purchase order", "largest purchase orders", "top purchase orders", "biggest po", "biggest pos", "largest po", "largest pos", "smallest purchase orders", "purchase orders by value", "most expensive purchase orders", "most expensive purchase order"])),
            Parameters.Choice(
                "by",
                "By what: revenue (default), margin, quantity, orders, or change for how much more or less revenue than in the period it is compared with.",
                ("revenue", ["sales", "turnover", "value", "amount", "money"]),
                ("margin", ["profit", "profitable", "margins", "earn", "contribution"]),
                ("quantity", ["volume", "units", "pieces", "quantities", "how many"]),
                ("orders", ["number of orders", "order count", "most orders", "often", "frequent"]),
                ("change", ["than last year", "than a year ago", "than last month", "than last quarter", "than last week", "than before", "than the year before", "than the month before", "than the quarter before", "than in the year before", "less than", "more than", "fewer than", "grew", "grow", "growth", "growing", "fell", "fall", "falling", "dropped", "drop", "declined", "decline", "declining", "lost", "losing", "lose", "shrank", "shrunk", "shrinking", "gained", "gaining", "winners", "losers", "improved", "worse than", "better than", "increased", "decreased", "cut back", "no longer buy", "no longer buys", "stopped buying", "stopped ordering", "buy less", "less of", "buying less", "bought less", "buy more", "buying more", "bought more"])),
            Parameters.Choice(
                "end",
                "top for the largest (default), bottom for the smallest.",
                ("top", ["best", "biggest", "largest", "most", "highest", "strongest"]),
                ("bottom", ["less revenue", "less sales", "fewer orders", "no longer buy", "no longer buys", "stopped buying", "stopped ordering", "buy less", "less of", "worst", "smallest", "least", "lowest", "weakest", "slowest", "less than", "fewer than", "less", "fell", "fall", "falling", "dropped", "declined", "declining", "lost most", "lost", "losing", "shrank", "shrunk", "shrinking", "losers", "worse than", "decreased", "cut back"])),
            Parameters.From with { Description = "First day of the period; the last 90 days when left out." },
            Parameters.To,
            Parameters.Against,
            Parameters.Customer,
            Parameters.Product,
            Parameters.Name("category", SlotKind.Category, "Only products of this category, with all below it."),
            Parameters.Name("supplier", SlotKind.Supplier, "One supplier: what we bought from it, its place among all and its share."),
            Parameters.Salesperson,
            Parameters.Company,
            Parameters.Scope,
            Parameters.Count with { Description = "How many to list; 5 when left out, 50 at most." },
        ],
        Touches = [DataClass.Sales],
        MaxRoundTrips = (6 * NameResolver.RoundTripsPerName) + 2 + 4 + (2 * SalesReader.RoundTrips),
    };

    protected override string Area => "sales orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var of = arguments.Text("of") switch
        {
            "orders" when arguments.Text("supplier") is not null => "purchase_orders",
            "purchase_orders" => "purchase_orders",
            _ when arguments.Text("supplier") is not null => "suppliers",
            var said => said ?? "customers",
        };
        var isBought = of is "suppliers" or "purchase_orders";
        if (!await Client.MayReadAsync(context.Caller, isBought ? "purchase.order.line" : "sale.order.line", cancellationToken))
        {
            return Denied(isBought ? "purchase orders" : Area);
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
        var mine = arguments.Text("scope") == "mine" ? (await names.MyselfAsync(context.Caller, cancellationToken))?.Id ?? 0 : (int?)null;
        var only = resolved["customer"] ?? resolved["product"] ?? resolved["category"] ?? resolved["salesperson"];
        var request = new RankingRequest(of, arguments.Text("by") ?? "revenue", arguments.Text("end") == "bottom", asked.Now, companies, only, arguments.Shown(StandardCount)) { One = resolved["supplier"] };
        var sheet = new AnswerSheet(context, Client) { Scope = request.About + companies.Words };
        if (of is "orders" or "purchase_orders")
        {
            return await new LargestOrders(Client).AnswerAsync(context, sheet, request, resolved, mine ?? resolved["salesperson"]?.Id, cancellationToken);
        }

        if (of == "suppliers" && request.By is "margin")
        {
            return NotFound("Suppliers have no margin of their own; I can rank them by what we bought, by quantity or by number of orders.");
        }

        if (of == "categories" && request.By is "orders" or "quantity")
        {
            return NotFound("An order may hold several categories, and their products have units of their own; I can rank categories by revenue or margin.");
        }

        Task<IReadOnlyList<SalesSum>> Of(Period period)
            => of is "categories" or "countries" ? GroupedAsync(context, sheet.Days, period, request, resolved, mine, cancellationToken)
                : of == "suppliers" ? BoughtAsync(context, sheet.Days, period, request, resolved, cancellationToken) : SoldAsync(context, sheet.Days, period, request, resolved, mine, cancellationToken);
        var now = Of(asked.Now);
        if (request.By != "change" && request.One is null)
        {
            return new RankingWriter(sheet, request).Write(await now);
        }

        var before = Of(asked.Before);
        var start = of == "suppliers" ? sales.BoughtStartAsync(context, companies, cancellationToken) : sales.StartAsync(context, companies, cancellationToken);
        await Task.WhenAll(now, before, start);
        return request.One is null
            ? new RankedChangeWriter(sheet, request, asked, await start).Write(await now, await before)
            : new RankingWriter(sheet, request with { By = request.By == "change" ? "revenue" : request.By }) { Earlier = (asked.Before, await before, await start) }.Write(await now);
    }

    private Task<IReadOnlyList<SalesSum>> SoldAsync(ToolContext context, CallerDays days, Period period, RankingRequest request, ResolvedNames resolved, int? mine, CancellationToken cancellationToken)
    {
        var domain = request.Companies.Narrow(SalesReader.Confirmed(period, days)).And("product_id", "!=", null);
        domain = resolved["customer"] is { } customer ? domain.And("order_partner_id", "child_of", customer.Id) : domain;
        domain = resolved["product"] is { } product ? domain.And("product_id", "=", product.Id) : domain;
        domain = resolved["category"] is { } category ? domain.And("product_id.categ_id", "child_of", category.Id) : domain;
        domain = (mine ?? resolved["salesperson"]?.Id) is { } person ? domain.And("salesman_id", "=", person) : domain;
        var field = request.Of switch { "products" or "categories" => "product_id", "salespeople" => "salesman_id", _ => "order_partner_id" };
        return sales.ReadAsync(context, domain, field, cancellationToken);
    }

    /// <summary>Sales by category or country: those of each product or customer, added up by where it belongs.</summary>
    private async Task<IReadOnlyList<SalesSum>> GroupedAsync(ToolContext context, CallerDays days, Period period, RankingRequest request, ResolvedNames resolved, int? mine, CancellationToken cancellationToken)
    {
        var sums = await SoldAsync(context, days, period, request, resolved, mine, cancellationToken);
        var (model, field, none) = request.Of == "categories" ? ("product.product", "categ_id", "no category") : ("res.partner", "country_id", "no country");
        var homes = (await Client.ReadableAsync(context.Caller, model, sums.Select(s => s.Id), [field], cancellationToken)).ToDictionary(r => r.Id, r => r.Link(field));
        return [.. sums
            .Select(s => homes.GetValueOrDefault(s.Id) is { } home ? s with { Id = home.Id, Name = home.Name.StartsWith(Root, StringComparison.Ordinal) ? home.Name[Root.Length..] : home.Name, Unit = string.Empty } : s with { Id = 0, Name = none, Unit = string.Empty })
            .GroupBy(s => (s.Id, s.Currency))
            .Select(g => g.Aggregate((a, b) => a.Plus(b)))];
    }

    private async Task<IReadOnlyList<SalesSum>> BoughtAsync(ToolContext context, CallerDays days, Period period, RankingRequest request, ResolvedNames resolved, CancellationToken cancellationToken)
    {
        var domain = request.Companies.Narrow(OdooDomain.Where("state", "=", "purchase"))
            .And("order_id.date_approve", ">=", days.Start(period.From)).And("order_id.date_approve", "<=", days.End(period.To));
        domain = resolved["product"] is { } product ? domain.And("product_id", "=", product.Id) : domain;
        domain = resolved["category"] is { } category ? domain.And("product_id.categ_id", "child_of", category.Id) : domain;
        var rows = await Client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping { Model = "purchase.order.line", Domain = domain, GroupBy = ["partner_id", "currency_id"], Aggregates = ["price_subtotal:sum", "product_qty:sum", "order_id:count_distinct"], Limit = MostSuppliers },
            cancellationToken);
        return [.. rows.Where(r => r.Link("partner_id") is not null).Select(r => new SalesSum(
            r.Link("partner_id")!.Value.Id, r.Link("partner_id")!.Value.Name, r.Link("currency_id")?.Name ?? "EUR", string.Empty, r.Number("price_subtotal"), r.Number("product_qty"), r.Whole("order_id"), null))];
    }
}
