using System.Text.Json.Nodes;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ChangePromisedDateToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.change_promised_date";

    protected override IReadOnlyList<string> Refused => NotSales;

    protected override async Task<IReadOnlyList<JsonObject>> SamplesAsync() =>
    [
        new() { ["order"] = await OpenOrderAsync(), ["promised"] = "2031-01-02", ["message"] = "The customer asked for it" },
        new() { ["order"] = await OpenOrderAsync() },
        new() { ["order"] = "S99999", ["promised"] = "2031-01-02" },
    ];
}
