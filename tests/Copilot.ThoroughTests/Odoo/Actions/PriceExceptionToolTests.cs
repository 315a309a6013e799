using System.Text.Json.Nodes;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class PriceExceptionToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.price_exception";

    protected override IReadOnlyList<string> Refused => NotSales;

    protected override async Task<IReadOnlyList<JsonObject>> SamplesAsync() =>
    [
        new() { ["order"] = await QuoteAsync(), ["product"] = await ProductAsync(), ["price"] = 0.5 },
        new() { ["order"] = await QuoteAsync(), ["product"] = await ProductAsync() },
        new() { ["order"] = await QuoteAsync(), ["product"] = "GLV-NIT-L-NO", ["price"] = 1 },
    ];

    private Task<string> QuoteAsync() => NameAsync("sale.order", OdooDomain.Where("state", "in", new[] { "draft", "sent" }).And("company_id", "=", 1));

    private async Task<string> ProductAsync()
        => await NameAsync("product.product", OdooDomain.Where("id", "in", (await Company.Services.GetRequiredService<IOdooClient>().SearchReadAsync(
            Manager, new OdooQuery { Model = "sale.order.line", Domain = OdooDomain.Where("order_id.name", "=", await QuoteAsync()), Fields = ["product_id"], Order = "id", Limit = 1 }, CancellationToken.None)).Rows.Select(r => r.Link("product_id")!.Value.Id).ToList()), "default_code");
}
