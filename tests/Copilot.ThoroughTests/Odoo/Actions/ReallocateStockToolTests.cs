using System.Text.Json.Nodes;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ReallocateStockToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.reallocate_stock";

    protected override IReadOnlyList<string> Refused => NotStock;

    protected override async Task<IReadOnlyList<JsonObject>> SamplesAsync()
    {
        var moves = (await Company.Services.GetRequiredService<IOdooClient>().SearchReadAsync(
            Manager,
            new OdooQuery { Model = "stock.move", Domain = OdooDomain.Where("state", "in", new[] { "assigned", "partially_available", "confirmed" }).And("picking_type_id.code", "=", "outgoing").And("company_id", "=", 1), Fields = ["product_id", "picking_id", "location_id", "product_uom_qty", "quantity", "state"], Order = "id" },
            CancellationToken.None)).Rows;
        var pair = (from taker in moves.Where(m => m.Number("quantity") < m.Number("product_uom_qty"))
                    from giver in moves.Where(m => m.Text("state") != "confirmed" && m.Number("quantity") > 0)
                    where taker.Link("product_id")!.Value.Id == giver.Link("product_id")!.Value.Id && taker.Link("location_id")!.Value.Id == giver.Link("location_id")!.Value.Id && taker.Link("picking_id")!.Value.Id != giver.Link("picking_id")!.Value.Id
                    select (giver.Link("picking_id")!.Value.Name, taker.Link("picking_id")!.Value.Name)).First();
        return
        [
            new() { ["transfers"] = new JsonArray(pair.Item1, pair.Item2) },
            new() { ["transfers"] = new JsonArray(pair.Item1) },
            new() { ["orders"] = new JsonArray("S99998", "S99999") },
        ];
    }
}
