using System.Text.Json.Nodes;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class SplitShipmentToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.split_shipment";

    protected override IReadOnlyList<string> Refused => NotStock;

    protected override async Task<IReadOnlyList<JsonObject>> SamplesAsync()
        =>
        [
            new() { ["transfer"] = await NameAsync("stock.picking", OdooDomain.Where("move_ids.state", "=", "partially_available").And("state", "in", new[] { "confirmed", "assigned" }).And("picking_type_id.code", "=", "outgoing").And("company_id", "=", 1)) },
            new() { ["transfer"] = await DeliveryAsync("done") },
            new() { ["order"] = "S99999" },
        ];
}
