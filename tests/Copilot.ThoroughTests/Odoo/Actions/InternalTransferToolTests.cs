using System.Text.Json.Nodes;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class InternalTransferToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.internal_transfer";

    protected override IReadOnlyList<string> Refused => NotStock;

    protected override Task<IReadOnlyList<JsonObject>> SamplesAsync() => Task.FromResult<IReadOnlyList<JsonObject>>(
    [
        new() { ["product"] = "GLV-NIT-L", ["quantity"] = 3, ["warehouses"] = new JsonArray("RTM", "LYO") },
        new() { ["product"] = "GLV-NIT-L", ["quantity"] = 100000, ["warehouses"] = new JsonArray("LYO", "RTM") },
        new() { ["product"] = "GLV-NIT-L", ["quantity"] = 3, ["warehouses"] = new JsonArray("RTM") },
    ]);
}
