using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.MasterData;

/// <summary>Counts customers, suppliers and products, and those traded with in the last twelve months.</summary>
internal sealed class MasterCounts(IOdooClient client)
{
    /// <summary>Three counts, the partners of two kinds of orders and their companies, products that are sold and bought, and customers by salesperson.</summary>
    public const int RoundTrips = 3 + 4 + 2 + 1;

    private const int Months = 12;
    private const int MostPartners = 20_000;

    /// <summary>Counts what was asked for and what the caller may see of it.</summary>
    public async Task<ToolResult> AnswerAsync(ToolContext context, AnswerSheet sheet, MasterRequest request, MasterSight sight, CancellationToken cancellationToken)
    {
        var since = context.Today.AddMonths(-Months);
        var isAll = request.Of == "all";
        var customers = (isAll || request.Of == "customers") && sight.Customers ? PartnersAsync(context, request.Customers, "sale.order", "sale", since, cancellationToken) : null;
        var suppliers = (isAll || request.Of == "suppliers") && sight.Suppliers ? PartnersAsync(context, MasterRequest.Suppliers, "purchase.order", "purchase", since, cancellationToken) : null;
        var products = (isAll || request.Of == "products") && sight.Products ? ProductsAsync(context, request, cancellationToken) : null;
        if (customers is not null)
        {
            Partners(sheet, "customers", "customer", request.About, "ordered", await customers, since, isAll);
        }

        if (customers is not null && request.IsByPerson)
        {
            await PeopleAsync(context, sheet, request, cancellationToken);
        }

        if (suppliers is not null)
        {
            Partners(sheet, "suppliers", "supplier", string.Empty, "were ordered from", await suppliers, since, isAll);
        }

        if (products is not null)
        {
            var (all, sold, bought) = await products;
            var counted = sheet.Aggregate(
                "master:products", "Products", $"{Phrase.Count(all, "active product", "active products")}{request.About}, each variant for itself: {sold} can be sold, {bought} can be purchased",
                FactOf.Number("Products", all), FactOf.Number("Can be sold", sold), FactOf.Number("Can be purchased", bought), FactOf.Text("Category", request.Category?.Name));
            sheet.Say(isAll ? FindingRole.Item : FindingRole.Headline, $"{Phrase.Count(all, $"active product{request.About} is", $"active products{request.About} are")} kept in Odoo, each variant for itself: {Phrase.Number(sold)} can be sold, {Phrase.Number(bought)} can be purchased", "Products", counted);
        }

        return sheet.Finish();
    }

    private static void Partners(AnswerSheet sheet, string many, string one, string about, string traded, (int All, int? Active) counted, DateOnly since, bool isAll)
    {
        var active = counted.Active is { } n ? $"; {(n == counted.All && n > 1 ? "all" : Phrase.Number(n))} of them {traded} since {Phrase.Day(since)}" : string.Empty;
        var evidence = sheet.Aggregate(
            $"master:{many}",
            Phrase.Capital(many),
            $"{Phrase.Count(counted.All, one, many)}{about}, archived ones, contacts and addresses not counted{active}",
            [FactOf.Number(Phrase.Capital(many), counted.All), .. counted.Active is { } known ? [FactOf.Number("Since then", known), FactOf.Date("Since", since)] : Array.Empty<Fact>()]);
        sheet.Say(isAll ? FindingRole.Item : FindingRole.Headline, $"{Phrase.Count(counted.All, $"{one}{about} is", $"{many}{about} are")} kept in Odoo, contacts and addresses not counted{active}", Phrase.Capital(many), evidence);
    }

    /// <summary>How many customers each salesperson looks after, the most first.</summary>
    private async Task PeopleAsync(ToolContext context, AnswerSheet sheet, MasterRequest request, CancellationToken cancellationToken)
    {
        var rows = await client.ReadGroupAsync(context.Caller, new OdooGrouping { Model = "res.partner", Domain = request.Customers, GroupBy = ["user_id"], Limit = MostPartners }, cancellationToken);
        var people = rows.Select(r => (Id: r.Link("user_id")?.Id ?? 0, Name: r.Link("user_id") is { } user ? Phrase.Clean(user.Name, 80) : "nobody", Count: r.Whole("__count")))
            .OrderByDescending(p => p.Count).ThenBy(p => p.Name, StringComparer.Ordinal).ToList();
        var cited = new List<string>();
        foreach (var (id, name, count) in people.Take(request.Shown))
        {
            cited.Add(sheet.Aggregate($"master:customers:{id}", $"Customers of {name}", $"{name} looks after {Phrase.Count(count, "customer", "customers")}", FactOf.Text("Salesperson", name), FactOf.Number("Customers", count)));
            sheet.Say(FindingRole.Item, $"{name}: {Phrase.Count(count, "customer", "customers")}", name, cited[^1]);
        }

        if (people.Count > request.Shown)
        {
            var list = sheet.Aggregate("master:people", "Salespeople listed", $"{request.Shown} of {people.Count}", FactOf.Number("Shown", request.Shown), FactOf.Number("Salespeople", people.Count));
            sheet.Say(FindingRole.Caveat, $"The list shows {request.Shown} of {Phrase.Number(people.Count)}, the most customers first", null, list);
        }

        if (people.Count > 1)
        {
            sheet.Show(new TableCard
            {
                Title = "Customers",
                Columns = [new("person", "Salesperson", FactKind.Text), new("customers", "Customers", FactKind.Number)],
                Rows = [.. people.Take(request.Shown).Select(p => (IReadOnlyList<JsonValue?>)[JsonValue.Create(p.Name), JsonValue.Create(p.Count)])],
                TotalRows = people.Count,
                Sources = cited,
            });
        }
    }

    /// <summary>How many partners there are, and how many have a confirmed order since a day: contacts order for their company. No second figure where the caller may not read the orders.</summary>
    private async Task<(int All, int? Active)> PartnersAsync(ToolContext context, OdooDomain domain, string orders, string confirmed, DateOnly since, CancellationToken cancellationToken)
    {
        var partners = client.SearchReadAsync(context.Caller, new OdooQuery { Model = "res.partner", Domain = domain, Fields = ["id"], Order = "id", Limit = MostPartners, WithTotal = true }, cancellationToken);
        var buyers = await client.MayReadAsync(context.Caller, orders, cancellationToken) ? BuyersAsync(context, orders, confirmed, since, cancellationToken) : null;
        var page = await partners;
        var active = buyers is null || page.IsCut ? null : await buyers;
        return (page.Total, active is null ? null : page.Rows.Count(r => active.Contains(r.Id)));
    }

    private async Task<HashSet<int>> BuyersAsync(ToolContext context, string orders, string confirmed, DateOnly since, CancellationToken cancellationToken)
    {
        var rows = await client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping { Model = orders, Domain = OdooDomain.Where("state", "=", confirmed).And("date_order", ">=", new CallerDays(context).Start(since)), GroupBy = ["partner_id"], Limit = MostPartners },
            cancellationToken);
        var read = await client.ReadableAsync(context.Caller, "res.partner", rows.Select(r => r.Link("partner_id")?.Id ?? 0), ["commercial_partner_id"], cancellationToken);
        return [.. read.Select(r => r.Link("commercial_partner_id")?.Id ?? r.Id)];
    }

    private async Task<(int All, int Sold, int Bought)> ProductsAsync(ToolContext context, MasterRequest request, CancellationToken cancellationToken)
    {
        var all = client.CountAsync(context.Caller, "product.product", request.Products, cancellationToken);
        var sold = client.CountAsync(context.Caller, "product.product", request.Products.And("product_tmpl_id.sale_ok", "=", true), cancellationToken);
        var bought = client.CountAsync(context.Caller, "product.product", request.Products.And("product_tmpl_id.purchase_ok", "=", true), cancellationToken);
        await Task.WhenAll(all, sold, bought);
        return (await all, await sold, await bought);
    }
}
