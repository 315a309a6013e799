using System.Text.Json.Nodes;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ReleaseCreditHoldToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.release_credit_hold";

    protected override IReadOnlyList<string> Refused => NotSales;

    protected override async Task<IReadOnlyList<JsonObject>> SamplesAsync() =>
    [
        new() { ["order"] = await NameAsync("sale.order", OdooDomain.Where("tag_ids.name", "=", "Credit hold")), ["message"] = "Payment is on its way" },
        new() { ["order"] = await OpenOrderAsync() },
    ];
}
