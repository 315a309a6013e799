using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.MasterData;

/// <summary>Lists customers, suppliers or products that lack something.</summary>
internal sealed class MasterGaps(IOdooClient client)
{
    /// <summary>Those that lack it with their number, and all of their kind; or products and supplier prices.</summary>
    public const int RoundTrips = 3;

    private const int MostRecords = 20_000;

    private static readonly string[] PartnerFields = ["name", "city", "write_date"];
    private static readonly string[] ProductFields = ["display_name", "default_code", "name", "product_tmpl_id", "write_date"];

    /// <summary>Reads and writes them.</summary>
    public async Task<ToolResult> AnswerAsync(ToolContext context, AnswerSheet sheet, MasterRequest request, CancellationToken cancellationToken)
    {
        var gap = Gap.All.First(g => g.Key == request.Lacks);
        if (gap.Lacking is { } lacking)
        {
            var (model, domain, fields) = request.Of switch
            {
                "customers" => ("res.partner", request.Customers, PartnerFields),
                "suppliers" => ("res.partner", MasterRequest.Suppliers, PartnerFields),
                _ => ("product.product", request.Products, ProductFields),
            };
            var all = client.CountAsync(context.Caller, model, domain, cancellationToken);
            var page = client.SearchReadAsync(
                context.Caller,
                new OdooQuery { Model = model, Domain = domain.And(lacking), Fields = fields, Order = model == "res.partner" ? "name, id" : "default_code, id", Limit = request.Shown, WithTotal = true },
                cancellationToken);
            await Task.WhenAll(all, page);
            return Write(sheet, request, gap, [.. (await page).Rows.Select(r => new Lacking(model, r, null))], (await page).Total, await all);
        }

        if (!await client.MayReadAsync(context.Caller, "product.supplierinfo", cancellationToken))
        {
            return FaultAnswers.Denied("suppliers' prices");
        }

        var products = client.SearchReadAsync(
            context.Caller,
            new OdooQuery { Model = "product.product", Domain = request.Products.And("product_tmpl_id.purchase_ok", "=", true), Fields = ProductFields, Order = "default_code, id", Limit = MostRecords, WithTotal = true },
            cancellationToken);
        var prices = client.SearchReadAsync(
            context.Caller,
            new OdooQuery { Model = "product.supplierinfo", Domain = OdooDomain.Where("product_tmpl_id", "!=", null), Fields = ["partner_id", "product_tmpl_id", "product_id", "date_end"], Order = "id", Limit = MostRecords, WithTotal = true },
            cancellationToken);
        await Task.WhenAll(products, prices);
        if ((await products).IsCut || (await prices).IsCut)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = "There are more products than I can compare with their suppliers at once. Which category do you mean?" };
        }

        var found = Supplied(context, (await products).Rows, (await prices).Rows, gap.Key == Gap.OneSupplier ? 1 : 0);
        return Write(sheet, request, gap, [.. found.Take(request.Shown)], found.Count, (await products).Rows.Count);
    }

    /// <summary>Products with so many suppliers: whoever has a price that has not ended, for the product or for all its variants.</summary>
    private static List<Lacking> Supplied(ToolContext context, IReadOnlyList<OdooRow> products, IReadOnlyList<OdooRow> prices, int suppliers)
    {
        var byTemplate = prices.Where(p => p.Link("partner_id") is not null && (p.Date("date_end") is not { } end || end >= context.Today)).ToLookup(p => p.Link("product_tmpl_id")?.Id ?? 0);
        return [.. products
            .Select(p => (Product: p, From: byTemplate[p.Link("product_tmpl_id")?.Id ?? -1].Where(s => s.Link("product_id") is not { } only || only.Id == p.Id).Select(s => s.Link("partner_id")!.Value).DistinctBy(s => s.Id).ToList()))
            .Where(p => p.From.Count == suppliers)
            .Select(p => new Lacking("product.product", p.Product, p.From.Select(s => Phrase.Clean(s.Name, 80)).FirstOrDefault()))];
    }

    private static ToolResult Write(AnswerSheet sheet, MasterRequest request, Gap gap, List<Lacking> shown, int total, int all)
    {
        var (one, many) = request.Of switch { "customers" => ("customer", "customers"), "suppliers" => ("supplier", "suppliers"), _ => ("product", "products") };
        var among = gap.Lacking is null ? $"{many}{request.About} that can be purchased" : $"{many}{request.About}";
        var list = sheet.Aggregate(
            $"gaps:{gap.Key}", $"{Phrase.Capital(many)} {gap.Without}", $"{Phrase.Number(total)} of {Phrase.Number(all)} {among}",
            FactOf.Number("Found", total), FactOf.Number("Looked at", all), FactOf.Number("Shown", shown.Count), FactOf.Text("Category", request.Category?.Name), FactOf.Text("Salesperson", request.Person?.Name));
        if (total == 0)
        {
            sheet.Say(FindingRole.Headline, $"There is no {one}{request.About} {gap.Without} among the {Phrase.Number(all)} kept in Odoo", null, list);
            return sheet.Finish();
        }

        sheet.Say(FindingRole.Headline, $"{Phrase.Number(total)} of {Phrase.Number(all)} {among} {(total == 1 ? "is" : "are")} {Said(gap)}", null, list);
        var cited = new List<string>();
        foreach (var item in shown)
        {
            cited.Add(item.Add(sheet));
            sheet.Say(FindingRole.Item, item.Words, item.Label, cited[^1]);
        }

        if (gap.Lacking is null)
        {
            sheet.Say(FindingRole.Detail, "A supplier counts who has a price for the product that has not ended", null, list);
        }

        if (shown.Count < total)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(total)}", null, list);
        }

        sheet.Show(new TableCard
        {
            Title = Phrase.Capital(many),
            Columns = [new("name", Phrase.Capital(one), FactKind.Text), new("more", request.Of == "products" ? gap.Key == Gap.OneSupplier ? "Supplier" : "Name" : "City", FactKind.Text)],
            Rows = [.. shown.Select(s => (IReadOnlyList<JsonValue?>)[JsonValue.Create(s.Label), JsonValue.Create(s.Beside)])],
            TotalRows = total,
            Sources = cited,
        });
        return sheet.Finish(new ListCut(shown.Count, total));
    }

    private static string Said(Gap gap) => gap.Key switch
    {
        Gap.Supplier => "without a supplier",
        Gap.OneSupplier => "bought from a single supplier",
        "price" => "without a sales price",
        _ => gap.Without,
    };

    private sealed record Lacking(string Model, OdooRow Row, string? Supplier)
    {
        private bool IsProduct => Model == "product.product";

        private string Name => Phrase.Clean(Row.Text("name") ?? ProductLabel.Name(Row.Text("display_name")), 80);

        public string Label => IsProduct ? Row.Text("default_code") ?? Name : Name;

        public string? Beside => Supplier ?? (IsProduct ? Name : Row.Text("city") is { Length: > 0 } city ? Phrase.Clean(city, 60) : null);

        public string Words => IsProduct
            ? $"{(Label == Name ? Name : $"{Label} ({Name})")}{(Supplier is null ? string.Empty : $": only {Supplier}")}"
            : $"{Name}{(Beside is null ? string.Empty : $", {Beside}")}";

        public string Add(AnswerSheet sheet)
            => IsProduct
                ? sheet.Record(Model, Row.Id, $"Product {Label} — {Name}", Words, Row, FactOf.Code("Product", Label), FactOf.Text("Name", Name), FactOf.Text("Supplier", Supplier))
                : sheet.Record(Model, Row.Id, $"Partner {Name}", Words, Row, FactOf.Text("Name", Name), FactOf.Text("City", Beside));
    }
}
