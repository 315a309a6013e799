using System.Text.Json.Nodes;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ReserveStockToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.reserve_stock";

    protected override IReadOnlyList<string> Refused => NotStock;

    protected override async Task<IReadOnlyList<JsonObject>> SamplesAsync() =>
    [
        new() { ["transfer"] = await DeliveryAsync("assigned"), ["mode"] = "release" },
        new() { ["transfer"] = await DeliveryAsync("confirmed", "waiting") },
        new() { ["order"] = await OpenOrderAsync() },
        [],
    ];
}
